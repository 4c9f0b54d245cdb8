//! The plain form of RON that programs write, read fast: structs of named fields, lists, strings without escapes, whole
//! numbers and decimals, words. Whatever else RON allows (comments, escapes, raw strings, names of structs, fields that
//! are not known) is left to `ron`, which also says what is wrong: this reader only ever says "not plain".

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// The value of a text that is plain throughout; nothing where `ron` has to look.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut plain = Plain { text, at: 0 };
    let value = T::deserialize(&mut plain).ok()?;
    plain.blank();
    (plain.at == text.len()).then_some(value)
}

/// What stands here is not plain, or not right.
#[derive(Debug, thiserror::Error)]
#[error("not plain")]
struct NotPlain;

impl de::Error for NotPlain {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Plain<'de> {
    text: &'de str,
    at: usize,
}

impl<'de> Plain<'de> {
    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or(&[])
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn blank(&mut self) {
        self.at += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count();
    }

    fn take(&mut self, byte: u8) -> Result<(), NotPlain> {
        self.blank();
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(NotPlain)
        }
    }

    /// A comma, or the bracket that closes, which stays.
    fn parted(&mut self, closing: u8) -> Result<(), NotPlain> {
        self.blank();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(())
            }
            Some(byte) if byte == closing => Ok(()),
            _ => Err(NotPlain),
        }
    }

    fn token(&mut self, belongs: impl Fn(u8) -> bool) -> Result<&'de str, NotPlain> {
        self.blank();
        let start = self.at;
        self.at += self.rest().iter().take_while(|byte| belongs(**byte)).count();
        let token = self.text.get(start..self.at).filter(|token| !token.is_empty());
        token.ok_or(NotPlain)
    }

    fn word(&mut self) -> Result<&'de str, NotPlain> {
        let word = self.token(|byte| byte.is_ascii_alphanumeric() || byte == b'_')?;
        if word.starts_with(|first: char| first.is_ascii_digit()) { Err(NotPlain) } else { Ok(word) }
    }

    fn string(&mut self) -> Result<&'de str, NotPlain> {
        self.take(b'"')?;
        let length = memchr::memchr2(b'"', b'\\', self.rest()).ok_or(NotPlain)?;
        let text = self.text.get(self.at..self.at + length).ok_or(NotPlain)?;
        self.at += length;
        // A backslash is not plain.
        self.take_here(b'"')?;
        Ok(text)
    }

    fn take_here(&mut self, byte: u8) -> Result<(), NotPlain> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(NotPlain)
        }
    }

    /// Digits with a sign before and a point within them; nothing of the other forms.
    fn number(&mut self) -> Result<&'de str, NotPlain> {
        let number = self.token(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+' | b'_'))?;
        let digits = number.strip_prefix('-').unwrap_or(number);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let leading = whole.len() > 1 && whole.starts_with('0');
        if all(whole) && all(fraction) && !leading { Ok(number) } else { Err(NotPlain) }
    }

    fn whole<T: std::str::FromStr>(&mut self) -> Result<T, NotPlain> {
        self.number()?.parse().map_err(|_| NotPlain)
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident,)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
            visitor.$visit(self.whole()?)
        })*
    };
}

impl<'de> de::Deserializer<'de> for &mut Plain<'de> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.blank();
        match self.peek() {
            Some(b'"') => visitor.visit_borrowed_str(self.string()?),
            Some(b'-' | b'0'..=b'9') => {
                let number = self.number()?;
                if number.contains('.') {
                    visitor.visit_f64(number.parse().map_err(|_| NotPlain)?)
                } else {
                    visitor.visit_i64(number.parse().map_err(|_| NotPlain)?)
                }
            }
            _ => Err(NotPlain),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(NotPlain),
        }
    }

    whole_numbers! {
        deserialize_i8 visit_i8, deserialize_i16 visit_i16, deserialize_i32 visit_i32, deserialize_i64 visit_i64,
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.string()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.string()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.blank();
        // `None` and `Some(…)` are words of RON's own.
        if self.rest().starts_with(b"None") || self.rest().starts_with(b"Some") {
            return Err(NotPlain);
        }
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.take(b'[')?;
        let list = visitor.visit_seq(Elements(self))?;
        self.take(b']')?;
        Ok(list)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.take(b'(')?;
        let record = visitor.visit_map(Fields(self))?;
        self.take(b')')?;
        Ok(record)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.word()?))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.word()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotPlain> {
        // A field that is not known is told, and that is not done here.
        Err(NotPlain)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map
    }
}

struct Elements<'a, 'de>(&'a mut Plain<'de>);

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        self.0.blank();
        if self.0.peek() == Some(b']') {
            return Ok(None);
        }
        let value = seed.deserialize(&mut *self.0)?;
        self.0.parted(b']')?;
        Ok(Some(value))
    }
}

struct Fields<'a, 'de>(&'a mut Plain<'de>);

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        self.0.blank();
        if self.0.peek() == Some(b')') {
            return Ok(None);
        }
        seed.deserialize(&mut *self.0).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        self.0.take(b':')?;
        let value = seed.deserialize(&mut *self.0)?;
        self.0.parted(b')')?;
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Sample, embedded, read_ron};
    use crate::model::{List, Project};
    use proptest::prelude::*;
    use ron::extensions::Extensions;

    fn by_ron(text: &str) -> Option<Project> {
        ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).ok()
    }

    fn records(bytes: &[u8]) -> Vec<&str> {
        let text = read_ron(bytes).unwrap().text;
        let spans = (0..text.count(List::Projects)).filter_map(|row| text.span(List::Projects, row));
        spans.into_iter().map(|span| std::str::from_utf8(&bytes[span]).unwrap()).collect()
    }

    #[test]
    fn what_is_read_fast_is_what_ron_reads() {
        let mut sample = Vec::new();
        Sample { projects: 200, seed: 1 }.write(&mut sample).unwrap();
        for bytes in [embedded(), sample.as_slice()] {
            let plain = records(bytes).into_iter().filter(|text| match parse::<Project>(text) {
                Some(read) => {
                    assert_eq!(Some(read), by_ron(text), "{text}");
                    true
                }
                None => false,
            });
            assert!(plain.count() > 20, "most records are plain");
        }
    }

    proptest! {
        /// Whatever is done to a record: where it is still read fast, `ron` reads the same.
        #[test]
        fn nothing_is_taken_that_ron_would_not_take(
            which in 0_usize..23,
            at in any::<prop::sample::Index>(),
            put in prop::sample::select(vec![
                "", ",", ":", "(", ")", "[", "]", "\"", "\\", "0", "7", ".", "-", "_", " ", "\n", "//x\n", "/*x*/",
                "None", "Some(", "ñ", "r#\"", "true", "x", "\u{b}", "\u{a0}", "1e3", "+",
            ]),
            cut in 0_usize..3,
        ) {
            static TEXTS: std::sync::OnceLock<Vec<&str>> = std::sync::OnceLock::new();
            let text = TEXTS.get_or_init(|| records(embedded()))[which];
            let mut at = at.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let mut behind = (at + cut).min(text.len());
            while !text.is_char_boundary(behind) {
                behind += 1;
            }
            let altered = format!("{}{put}{}", &text[..at], &text[behind..]);
            if let Some(read) = parse::<Project>(&altered) {
                prop_assert_eq!(Some(read), by_ron(&altered));
            }
        }
    }
}
