//! How the rows of a file come out.

/// What a row would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A new item.
    Added,
    /// Another text for an item.
    Changed,
    /// Somebody else has changed the item since the file was made.
    Meantime,
    /// A text is longer than the app has room for.
    TooLong,
    /// A cell holds what its column does not take.
    WrongValue,
    /// Another item has the same title, or the file has the item twice.
    Duplicate,
    /// There is no such item.
    UnknownId,
    /// The item is in a language that its sender may not write.
    OtherLanguage,
    /// Nothing was filled in that is not there already.
    Unchanged,
}

impl Outcome {
    /// Every outcome, in the order of the report.
    pub const ALL: [Outcome; 9] = [
        Outcome::Added,
        Outcome::Changed,
        Outcome::Meantime,
        Outcome::TooLong,
        Outcome::WrongValue,
        Outcome::Duplicate,
        Outcome::UnknownId,
        Outcome::OtherLanguage,
        Outcome::Unchanged,
    ];

    /// As the table and addresses have it.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Added => "added",
            Outcome::Changed => "changed",
            Outcome::Meantime => "meantime",
            Outcome::TooLong => "too-long",
            Outcome::WrongValue => "wrong-value",
            Outcome::Duplicate => "duplicate",
            Outcome::UnknownId => "unknown-id",
            Outcome::OtherLanguage => "other-language",
            Outcome::Unchanged => "unchanged",
        }
    }

    /// The outcome whose [`Outcome::name`] is `name`.
    pub fn from_name(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.name() == name)
    }

    /// The key of what it is called.
    pub fn text(self) -> &'static str {
        match self {
            Outcome::Added => "import-outcome-added",
            Outcome::Changed => "import-outcome-changed",
            Outcome::Meantime => "import-outcome-meantime",
            Outcome::TooLong => "import-outcome-too-long",
            Outcome::WrongValue => "import-outcome-wrong-value",
            Outcome::Duplicate => "import-outcome-duplicate",
            Outcome::UnknownId => "import-outcome-unknown-id",
            Outcome::OtherLanguage => "import-outcome-other-language",
            Outcome::Unchanged => "import-outcome-unchanged",
        }
    }

    /// The key of what it means.
    pub fn advice(self) -> &'static str {
        match self {
            Outcome::Added => "import-advice-added",
            Outcome::Changed => "import-advice-changed",
            Outcome::Meantime => "import-advice-meantime",
            Outcome::TooLong => "import-advice-too-long",
            Outcome::WrongValue => "import-advice-wrong-value",
            Outcome::Duplicate => "import-advice-duplicate",
            Outcome::UnknownId => "import-advice-unknown-id",
            Outcome::OtherLanguage => "import-advice-other-language",
            Outcome::Unchanged => "import-advice-unchanged",
        }
    }

    /// How it is meant, as badges name it.
    pub fn tone(self) -> &'static str {
        match self {
            Outcome::Added | Outcome::Changed => "success",
            Outcome::Meantime | Outcome::TooLong => "warning",
            Outcome::WrongValue
            | Outcome::Duplicate
            | Outcome::UnknownId
            | Outcome::OtherLanguage => "danger",
            Outcome::Unchanged => "neutral",
        }
    }

    /// The picture beside it.
    pub fn icon(self) -> &'static str {
        match self {
            Outcome::Added => "plus-lg",
            Outcome::Changed => "pencil",
            Outcome::Meantime => "clock-history",
            Outcome::TooLong => "exclamation-triangle",
            Outcome::WrongValue | Outcome::UnknownId => "x-circle",
            Outcome::Duplicate => "copy",
            Outcome::OtherLanguage => "lock",
            Outcome::Unchanged => "check-lg",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn every_name_means_one_outcome() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_name(outcome.name()), Some(outcome));
        }
    }
}
