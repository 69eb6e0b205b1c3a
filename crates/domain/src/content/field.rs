//! What an editor fills in.

use serde_json::Value;

use crate::language::Language;

/// A field of a form, which is a column of the table.
#[derive(Debug)]
pub struct Field {
    /// The column, which is also the name in forms and JSON.
    pub column: &'static str,
    /// How it is filled in.
    pub control: Control,
    /// Whether it may not be left empty.
    pub required: bool,
    /// Most characters as a reader counts them; 0 sets no limit.
    pub limit: Limit,
    /// Whether lists show it.
    pub listed: bool,
    /// Whether an empty text is stored as NULL.
    pub nullable: bool,
}

/// How many characters fit, in each language: what is short in one may need more in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    english: usize,
    nepali: usize,
}

impl Limit {
    /// No limit.
    pub const NONE: Limit = Limit::both(0);

    /// The same in both languages.
    pub const fn both(characters: usize) -> Limit {
        Limit { english: characters, nepali: characters }
    }

    /// In `language`.
    pub fn of(self, language: Language) -> usize {
        match language {
            Language::English => self.english,
            Language::Nepali => self.nepali,
        }
    }
}

/// How a field is filled in, and so what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line of text.
    Line,
    /// Several lines of text.
    Text,
    /// Texts, one a line, stored with commas between them.
    Lines,
    /// One emoji.
    Emoji,
    /// Yes or no.
    Flag,
    /// One of a list, stored as text.
    Choice(Choices),
    /// One of a list, stored as a number.
    Number(Choices),
    /// Any of a list, stored with commas between them.
    Several(Choices),
}

/// The list that a choice is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choices {
    /// The categories of the language.
    Categories,
    /// The subcategories of the language, each with its category.
    Subcategories,
    /// 1, 2 or 3.
    RightAnswers,
    /// The age restrictions of the deployment.
    AgeLevels,
    /// The content filters of the deployment.
    ContentFilters,
    /// The countries.
    Countries,
    /// The provinces, each with its country.
    Provinces,
    /// The attributes of help centers.
    Attributes,
}

impl Field {
    const fn new(column: &'static str, control: Control) -> Field {
        Field {
            column,
            control,
            required: false,
            limit: Limit::NONE,
            listed: false,
            nullable: false,
        }
    }

    pub(super) const fn line(column: &'static str, limit: usize) -> Field {
        Field { limit: Limit::both(limit), ..Field::new(column, Control::Line) }
    }

    pub(super) const fn text(column: &'static str, limit: usize) -> Field {
        Field { limit: Limit::both(limit), ..Field::new(column, Control::Text) }
    }

    pub(super) const fn lines(column: &'static str) -> Field {
        Field::new(column, Control::Lines)
    }

    pub(super) const fn emoji(column: &'static str) -> Field {
        Field::new(column, Control::Emoji)
    }

    pub(super) const fn flag(column: &'static str) -> Field {
        Field::new(column, Control::Flag)
    }

    pub(super) const fn choice(column: &'static str, choices: Choices) -> Field {
        Field::new(column, Control::Choice(choices))
    }

    pub(super) const fn number(column: &'static str, choices: Choices) -> Field {
        Field::new(column, Control::Number(choices))
    }

    pub(super) const fn several(column: &'static str, choices: Choices) -> Field {
        Field::new(column, Control::Several(choices))
    }

    /// Nepali may have more (or fewer) characters than English.
    pub(super) const fn in_nepali(mut self, limit: usize) -> Field {
        self.limit.nepali = limit;
        self
    }

    pub(super) const fn required(mut self) -> Field {
        self.required = true;
        self
    }

    pub(super) const fn listed(mut self) -> Field {
        self.listed = true;
        self
    }

    pub(super) const fn nullable(mut self) -> Field {
        self.nullable = true;
        self
    }

    /// The list this is chosen from.
    pub fn choices(&self) -> Option<Choices> {
        match self.control {
            Control::Choice(choices) | Control::Number(choices) | Control::Several(choices) => {
                Some(choices)
            }
            _ => None,
        }
    }

    /// The value of a field that nobody has filled in.
    pub(super) fn blank(&self) -> Value {
        match self.control {
            Control::Flag => Value::Bool(false),
            Control::Number(_) if !self.nullable => Value::from(0),
            _ if self.nullable => Value::Null,
            _ => Value::String(String::new()),
        }
    }
}
