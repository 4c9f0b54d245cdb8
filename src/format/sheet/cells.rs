//! What words in cells mean: status and ending in both languages, kinds of money, several countries, totals.

use super::countries::code;
use super::fold::{has_words, plain};
use crate::model::{AmountKind, EndingKind, Status};

/// How words for a status begin, and its IATI codes. What was cancelled may also be said to have ended.
const STATUSES: [(Status, &str); 5] = [
    (Status::Cancelled, "cancel rescind terminated 5"),
    (Status::Suspended, "suspend 6"),
    (Status::Planned, "plane planif planned pipeline 1"),
    (Status::Closed, "cerrad conclu termin finali complet closed finished ended 3 4"),
    (Status::Active, "activ vigent implement ongoing 2"),
];

/// The status that a cell names, in Spanish or English or by its IATI code.
pub(super) fn status(text: &str) -> Option<Status> {
    let text = plain(text);
    let whole = [
        ("en curso", Status::Active),
        ("en ejecucion", Status::Active),
        ("in progress", Status::Active),
        ("por iniciar", Status::Planned),
        ("en preparacion", Status::Planned),
        ("termination", Status::Cancelled),
    ];
    if let Some((_, status)) = whole.iter().find(|(words, _)| has_words(&text, words)) {
        return Some(*status);
    }
    if has_words(&text, "no") || has_words(&text, "not") {
        return None;
    }
    let begins = |stem: &str| {
        let code = stem.len() == 1;
        if code { text == stem } else { text.split(' ').any(|word| word.starts_with(stem)) }
    };
    STATUSES.iter().find(|(_, stems)| stems.split(' ').any(begins)).map(|(status, _)| *status)
}

/// What texts about an ending hold.
const ENDINGS: [(EndingKind, &str); 4] = [
    (EndingKind::Unknown, "no se sabe, not known, unknown, desconocid, disput"),
    (EndingKind::Implied, "inferid, implied, inferred"),
    (EndingKind::Before, "termino antes, before, antes, ended earlier"),
    (EndingKind::Named, "con nombre, named, nombrad"),
];

/// How a project ended, as a cell says it.
pub(super) fn ending(text: &str) -> Option<EndingKind> {
    let text = plain(text);
    ENDINGS.iter().find(|(_, stems)| stems.split(", ").any(|stem| text.contains(stem))).map(|(kind, _)| *kind)
}

/// How words for a movement of money begin, and the IATI codes.
const MOVEMENTS: [(AmountKind, &str); 4] = [
    (AmountKind::FundingLine, "obligat commitment compromiso c 2"),
    (AmountKind::Disbursement, "disburse outlay desembols d 3"),
    (AmountKind::Expenditure, "expendit gasto e 4"),
    (AmountKind::Budget, "planned budget appropriat presupuest request"),
];

/// What sort of money a transaction is: obligated, paid, spent, planned.
pub(super) fn transaction(text: &str) -> Option<AmountKind> {
    let text = plain(text);
    let begins = |stem: &str| match stem.len() {
        1 => text == stem,
        _ => text.split(' ').any(|word| word.starts_with(stem)),
    };
    MOVEMENTS.iter().find(|(_, stems)| stems.split(' ').any(begins)).map(|(kind, _)| *kind)
}

/// What an amount is, in the words in which this program's tables say which figure was taken.
pub(super) fn amount_kind(text: &str) -> Option<AmountKind> {
    const KINDS: [(AmountKind, &str); 4] = [
        (AmountKind::FundingLine, "renglon line"),
        (AmountKind::Reported, "tercero reportado third reported"),
        (AmountKind::Total, "total"),
        (AmountKind::Award, "otorgado award"),
    ];
    let text = plain(text);
    let begins = |stem: &str| text.split(' ').any(|word| word.starts_with(stem));
    KINDS.iter().find(|(_, stems)| stems.split(' ').any(begins)).map(|(kind, _)| *kind)
}

/// Whether a cell says that an amount is of several countries, among the reasons for which it is not in the total.
pub(super) fn is_of_several(text: &str) -> bool {
    let text = plain(text);
    SEVERAL.iter().any(|words| words.contains(' ') && has_words(&text, words))
}

/// Words for several countries, which are no country.
const SEVERAL: [&str; 26] = [
    "regional",
    "region",
    "global",
    "globally",
    "mundial",
    "world",
    "worldwide",
    "mundo",
    "internacional",
    "international",
    "multinacional",
    "multinational",
    "multipais",
    "multi pais",
    "multicountry",
    "multi country",
    "interregional",
    "varios",
    "varios paises",
    "diversos paises",
    "various countries",
    "several countries",
    "multiple countries",
    "todo el mundo",
    "america latina",
    "latin america",
];

/// Whether a cell of countries means several without naming them: `Regional`, `World`, `Western Hemisphere Region`.
pub(super) fn is_several(text: &str) -> bool {
    let text = plain(text);
    let begins = ["america latina y ", "latin america and ", "global ", "region de "];
    SEVERAL.contains(&text.as_str())
        || text.ends_with(" region")
        || text.ends_with(" regional")
        || begins.iter().any(|words| text.starts_with(words))
        || ["centroamerica", "central america", "sudamerica", "south america", "africa", "asia", "europa", "europe"]
            .contains(&text.as_str())
}

/// Whether a cell says of which countries something is: one, several, the portfolio's.
pub(super) fn scope_named(text: &str) -> bool {
    is_several(text) || of_one_country(text) || code(&plain(text)).is_some()
}

/// Words for the portfolio's own country, whatever it is.
pub(super) fn of_one_country(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "el pais del portafolio",
        "solo el pais",
        "pais",
        "un pais",
        "the country of the portfolio",
        "the portfolio s country",
        "the country alone",
        "one country",
    ];
    WORDS.contains(&plain(text).as_str())
}

/// Whether a cell begins a row of totals: `Total`, `Suma`, `Subtotal 2024`.
pub(super) fn is_total(text: &str) -> bool {
    let text = plain(text);
    let first = text.split(' ').next().unwrap_or("");
    matches!(first, "total" | "totales" | "totals" | "suma" | "subtotal" | "sum")
        || text.starts_with("gran total")
        || text.starts_with("grand total")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;
    use crate::model::Lang;

    #[test]
    fn words_of_the_program_are_read_back() {
        for words in Lang::ALL.map(Words::new) {
            for kind in Status::ALL {
                assert_eq!(status(&words.t(kind.message())), Some(kind));
                assert_eq!(status(kind.key()), Some(kind));
            }
            for kind in EndingKind::ALL {
                assert_eq!(ending(&words.t(kind.message())), Some(kind), "{}", words.t(kind.message()));
                assert_eq!(ending(kind.key()), Some(kind));
            }
        }
        assert_eq!(status("Terminado anticipadamente (cancelado)"), Some(Status::Cancelled));
        assert_eq!(status("En ejecución"), Some(Status::Active));
        assert_eq!(status("azul"), None);
    }
}
