//! What a reported total measures, known by the names that people read of it, in either language.

use super::{fold, messages};
use crate::model::{Lang, Measured};

/// The known measure that is called so in any language, whatever its capitals and accents.
pub fn measured(text: &str) -> Option<Measured> {
    let wanted = fold(text.trim());
    let is_called = |known: &Measured, lang: Lang| {
        let pattern = messages(lang).get_message(known.message()).and_then(|message| message.value());
        // These names take no arguments.
        pattern.is_some_and(|pattern| fold(&messages(lang).format_pattern(pattern, None, &mut Vec::new())) == wanted)
    };
    let by_name = |known: &Measured| known.word() == wanted || Lang::ALL.into_iter().any(|lang| is_called(known, lang));
    Measured::ALL.into_iter().find(by_name)
}
