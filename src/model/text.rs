//! Text that exists in Spanish, in English, in both or in neither.

use serde::{Deserialize, Serialize};

/// A language that the records are written in and the window speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Spanish as written in Mexico.
    Es,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order in which the window offers them.
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    /// The two-letter code, as in `--lang es`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// The language of a code such as `es`, `es-MX` or `en_US.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "es" => Some(Self::Es),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Es => Self::En,
            Self::En => Self::Es,
        }
    }
}

/// The same text in up to two languages. `None` is "not published in this language", never the empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bilingual {
    /// Spanish.
    pub es: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl Bilingual {
    /// A text in this language alone.
    pub fn of(lang: Lang, text: &str) -> Self {
        let text = Some(text.to_owned());
        match lang {
            Lang::Es => Self { es: text, en: None },
            Lang::En => Self { es: None, en: text },
        }
    }

    /// The text in exactly this language.
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Es => self.es.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }

    /// The text in this language or else in the other one, with the language it is in.
    pub fn best(&self, lang: Lang) -> Option<(&str, Lang)> {
        self.exact(lang).map(|text| (text, lang)).or_else(|| self.exact(lang.other()).map(|text| (text, lang.other())))
    }

    /// As [`Self::best`], without saying which language it is; empty where there is none.
    pub fn show(&self, lang: Lang) -> &str {
        self.best(lang).map_or("", |(text, _)| text)
    }

    /// Whether neither language has a text.
    pub fn is_empty(&self) -> bool {
        self.es.is_none() && self.en.is_none()
    }

    /// The texts that exist, Spanish first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.es.as_deref().into_iter().chain(self.en.as_deref())
    }
}
