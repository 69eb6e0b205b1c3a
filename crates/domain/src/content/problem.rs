//! What is wrong with a field.

/// Something wrong with the value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The column.
    pub column: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// Kinds of problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It may not be empty.
    Required,
    /// It has more characters than fit.
    TooLong {
        /// How many it has.
        length: usize,
        /// How many fit.
        limit: usize,
    },
    /// It is none of the choices.
    NotAChoice,
    /// It is not one emoji.
    NotOneEmoji,
    /// The subcategory belongs to another category.
    OtherCategory,
    /// Neither of two fields is filled in, of which one must be.
    OneIsNeeded,
    /// It is neither the id nor the address of a video on YouTube.
    NotYoutube,
    /// It is not an address that begins with http:// or https://.
    NotWebAddress,
    /// Two of the options read the same.
    SameOption,
    /// Another row of the language has it already.
    Taken,
}

impl Problem {
    /// A word for it in keys of texts and in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Problem::Required => "required",
            Problem::TooLong { .. } => "too-long",
            Problem::NotAChoice => "not-a-choice",
            Problem::NotOneEmoji => "not-one-emoji",
            Problem::OtherCategory => "other-category",
            Problem::OneIsNeeded => "one-is-needed",
            Problem::NotYoutube => "not-youtube",
            Problem::NotWebAddress => "not-web-address",
            Problem::SameOption => "same-option",
            Problem::Taken => "taken",
        }
    }
}
