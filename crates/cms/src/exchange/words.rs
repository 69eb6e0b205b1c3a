//! The words for what a report finds.

use domain::exchange::report::{Kind, Weight};

use super::conversion::Conversion;
use super::workbook::Refused;
use crate::jobs::Sentence;

/// What a finding of this kind is called.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::DuplicateId => "exchange-kind-duplicate-id",
        Kind::DanglingReference => "exchange-kind-dangling-reference",
        Kind::NoRightAnswer => "exchange-kind-no-right-answer",
        Kind::MissingColumn => "exchange-kind-missing-column",
        Kind::CellError => "exchange-kind-cell-error",
        Kind::MissingText => "exchange-kind-missing-text",
        Kind::TooLong => "exchange-kind-too-long",
        Kind::BadValue => "exchange-kind-bad-value",
        Kind::BadId => "exchange-kind-bad-id",
        Kind::TwoNames => "exchange-kind-two-names",
        Kind::Formula => "exchange-kind-formula",
        Kind::MissingSheet => "exchange-kind-missing-sheet",
        Kind::UnknownSheet => "exchange-kind-unknown-sheet",
        Kind::UnknownColumn => "exchange-kind-unknown-column",
        Kind::DuplicateColumn => "exchange-kind-duplicate-column",
        Kind::DuplicateKey => "exchange-kind-duplicate-key",
        Kind::Blank => "exchange-kind-blank",
        Kind::NewItem => "exchange-kind-new-item",
        Kind::LeftOut => "exchange-kind-left-out",
    }
}

/// What to do about a finding of this kind.
pub(crate) fn advice(kind: Kind) -> &'static str {
    match kind {
        Kind::DuplicateId => "exchange-advice-duplicate-id",
        Kind::DanglingReference => "exchange-advice-dangling-reference",
        Kind::NoRightAnswer => "exchange-advice-no-right-answer",
        Kind::MissingColumn => "exchange-advice-missing-column",
        Kind::CellError => "exchange-advice-cell-error",
        Kind::MissingText => "exchange-advice-missing-text",
        Kind::TooLong => "exchange-advice-too-long",
        Kind::BadValue => "exchange-advice-bad-value",
        Kind::BadId => "exchange-advice-bad-id",
        Kind::TwoNames => "exchange-advice-two-names",
        Kind::Formula => "exchange-advice-formula",
        Kind::MissingSheet => "exchange-advice-missing-sheet",
        Kind::UnknownSheet => "exchange-advice-unknown-sheet",
        Kind::UnknownColumn => "exchange-advice-unknown-column",
        Kind::DuplicateColumn => "exchange-advice-duplicate-column",
        Kind::DuplicateKey => "exchange-advice-duplicate-key",
        Kind::Blank => "exchange-advice-blank",
        Kind::NewItem => "exchange-advice-new-item",
        Kind::LeftOut => "exchange-advice-left-out",
    }
}

/// How much it matters.
pub(super) fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => "exchange-weight-error",
        Weight::Warning => "exchange-weight-warning",
        Weight::Note => "exchange-weight-note",
    }
}

/// The colour of a weight, by the last part of a class.
pub(super) fn tone(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => "danger",
        Weight::Warning => "warning",
        Weight::Note => "neutral",
    }
}

/// The name of a kind of items.
pub(super) fn items(kind: &str) -> &'static str {
    match kind {
        "categories" => "exchange-items-categories",
        "subcategories" => "exchange-items-subcategories",
        "articles" => "exchange-items-articles",
        "quizzes" => "exchange-items-quizzes",
        "did-you-knows" => "exchange-items-did-you-knows",
        "avatar-messages" => "exchange-items-avatar-messages",
        "privacy-policy" => "exchange-items-privacy-policy",
        "terms-and-conditions" => "exchange-items-terms-and-conditions",
        "about" => "exchange-items-about",
        "help-centers" => "exchange-items-help-centers",
        "help-center-attributes" => "exchange-items-help-center-attributes",
        "videos" => "exchange-items-videos",
        "surveys" => "exchange-items-surveys",
        "countries" => "exchange-items-countries",
        "provinces" => "exchange-items-provinces",
        _ => "exchange-items-texts",
    }
}

/// The name of a conversion.
pub(super) fn conversion(conversion: Conversion) -> &'static str {
    match conversion {
        Conversion::ContentSheet => "exchange-conversion-content-sheet",
        Conversion::ContentBundle => "exchange-conversion-content-bundle",
        Conversion::AppTexts => "exchange-conversion-app-texts",
        Conversion::CmsTexts => "exchange-conversion-cms-texts",
        Conversion::Countries => "exchange-conversion-countries",
        Conversion::Provinces => "exchange-conversion-provinces",
    }
}

/// Why a file was not taken.
pub(crate) fn refused(refused: Refused) -> Sentence {
    match refused {
        Refused::NotASpreadsheet => Sentence::new("exchange-refused-not-a-spreadsheet"),
        Refused::OldOrLocked => Sentence::new("exchange-refused-old-or-locked"),
        Refused::TooLarge => Sentence::new("exchange-refused-too-large"),
        Refused::Damaged => Sentence::new("exchange-refused-damaged"),
        Refused::NothingKnown => Sentence::new("exchange-refused-nothing-known"),
        Refused::NoLocale => Sentence::new("exchange-refused-no-locale"),
        Refused::Unreadable(line, what) => Sentence::new("exchange-refused-unreadable")
            .text("line", line.to_string())
            .text("what", what),
    }
}
