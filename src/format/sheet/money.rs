//! Amounts as people write them in tables: `4.4M`, `USD 4.4 millones`, `1.234,56`, `(1,200)`, `207 mdd`.
//! What cannot be told for certain is no amount.

use serde::{Deserialize, Serialize};

use super::currencies::currency_of;
use super::digits::{Digits, digits};
use super::fold::is_unknown;
use crate::i18n::fold;
use crate::model::{Currency, Minor};

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Decimal {
    /// `1,234.56`, as in Mexico.
    #[default]
    Point,
    /// `1.234,56`, as in Spain.
    Comma,
}

impl Decimal {
    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Point => "decimal-point",
            Self::Comma => "decimal-comma",
        }
    }

    /// What stands before the decimals.
    pub(super) const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

/// A value that is none of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotReadable;

/// An amount as it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// How much, in hundredths.
    pub value: Minor,
    /// The currency that the cell names.
    pub currency: Option<Currency>,
    /// What may be wrong with it.
    pub doubt: Option<Doubt>,
    /// Whether a word multiplies the number: `4.4M`.
    pub multiplied: bool,
}

/// What may be wrong with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Its only mark stands before three digits: it was taken to part decimals, or else thousands.
    Separator {
        /// Whether it was taken to part decimals.
        decimals: bool,
    },
    /// Less than a cent was rounded.
    Rounded,
    /// It is said to be approximate.
    Approximate,
}

/// The amount of a cell; `None` where the cell says that nobody knows.
pub fn money(text: &str, decimal: Decimal) -> Result<Option<Money>, NotReadable> {
    read(text, decimal, false)
}

/// The amount of a number of a workbook, in which a point stands before the decimals and nothing else is a mark.
pub fn number(text: &str) -> Result<Option<Money>, NotReadable> {
    read(text, Decimal::Point, true)
}

fn read(text: &str, decimal: Decimal, plain: bool) -> Result<Option<Money>, NotReadable> {
    if is_unknown(text) {
        return Ok(None);
    }
    // `M.N.` is the national currency of Mexico and no million.
    let folded = fold(text).replace("m.n.", " mxn ").replace("m. n.", " mxn ");
    let mut parts = Parts { plain, ..Parts::default() };
    let mut rest = folded.trim();
    if let Some(inside) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (parts.negative, rest) = (true, inside);
    }
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '0'..='9' => parts.number(rest, decimal)?,
            letter if letter.is_alphabetic() => parts.word(rest)?,
            sign => parts.sign(sign)?,
        };
        rest = rest.get(length..).unwrap_or("");
    }
    parts.whole().map(Some)
}

/// A percentage of a cell in ten-thousandths: `60%`, `33,3 %`, `60`.
pub fn percent(text: &str, decimal: Decimal) -> Result<Option<u32>, NotReadable> {
    let bare = text.trim().trim_end_matches('%').trim_end();
    if !bare.starts_with(|first: char| first.is_ascii_digit()) && !is_unknown(bare) {
        return Err(NotReadable);
    }
    // No percentage has thousands: its only mark parts decimals.
    let decimal = match (bare.contains(','), bare.contains('.')) {
        (true, false) => Decimal::Comma,
        (false, true) => Decimal::Point,
        _ => decimal,
    };
    let Some(money) = money(bare, decimal)? else { return Ok(None) };
    u32::try_from(money.value.0).map(Some).map_err(|_| NotReadable)
}

/// What is found in a cell, from left to right.
#[derive(Default)]
struct Parts {
    currency: Option<Currency>,
    /// By what words multiply the number.
    factor: Option<i128>,
    number: Option<Digits>,
    negative: bool,
    approximate: bool,
    /// Whether it is a number of a workbook.
    plain: bool,
}

impl Parts {
    /// A number at the beginning of the text; how long it is.
    fn number(&mut self, text: &str, decimal: Decimal) -> Result<usize, NotReadable> {
        let bytes = text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut length = 0;
        let mut written = String::new();
        while let Some(letter) = text.get(length..).and_then(|rest| rest.chars().next()) {
            let next = length + letter.len_utf8();
            // A space, or an apostrophe, parts thousands where just three digits follow.
            let thousands = || (0..3).all(|more| digit(next + more)) && !digit(next + 3);
            match letter {
                '0'..='9' => written.push(letter),
                '.' | ',' if digit(next) => written.push(letter),
                ' ' | '\'' | '’' if thousands() => {}
                _ => break,
            }
            length = next;
        }
        if self.number.is_some() {
            return Err(NotReadable);
        }
        self.number = Some(digits(&written, decimal)?);
        Ok(length)
    }

    fn word(&mut self, text: &str) -> Result<usize, NotReadable> {
        let length = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
        let word = text.get(..length).unwrap_or("");
        self.approximate |= APPROXIMATE.contains(&word);
        let (factor, currency) = match word {
            "de" | "of" | "moneda" | "nacional" | "u" | "s" => (1, None),
            word if APPROXIMATE.contains(&word) => (1, None),
            "m" | "mm" | "mill" | "mills" | "millon" | "millones" | "million" | "millions" | "mio" | "mln" => {
                (1_000_000, None)
            }
            "k" | "mil" | "miles" | "thousand" | "thousands" => (1_000, None),
            "b" | "bn" | "billion" | "billions" => (1_000_000_000, None),
            "billon" | "billones" => (1_000_000_000_000, None),
            "mdd" => (1_000_000, Some(*b"USD")),
            "mdp" => (1_000_000, Some(*b"MXN")),
            "mde" => (1_000_000, Some(*b"EUR")),
            _ => (1, Some(currency_of(word).ok_or(NotReadable)?)),
        };
        if factor > 1 {
            let known = self.factor.unwrap_or(1).checked_mul(factor);
            self.factor = Some(known.filter(|factor| *factor <= 1_000_000_000_000).ok_or(NotReadable)?);
        }
        if let Some(code) = currency {
            self.currency(code)?;
        }
        Ok(length)
    }

    fn sign(&mut self, sign: char) -> Result<usize, NotReadable> {
        match sign {
            '~' | '≈' => self.approximate = true,
            '$' | '.' | '+' | '*' | '\'' | '’' => {}
            '€' => self.currency(*b"EUR")?,
            '£' => self.currency(*b"GBP")?,
            '-' | '−' | '–' if !self.negative => self.negative = true,
            blank if blank.is_whitespace() => {}
            _ => return Err(NotReadable),
        }
        Ok(sign.len_utf8())
    }

    /// Takes a currency; two of them are none. What is told more exactly stays: `US$ 5 dólares` is one.
    fn currency(&mut self, code: [u8; 3]) -> Result<(), NotReadable> {
        let code = std::str::from_utf8(&code).ok().and_then(|code| code.parse().ok()).ok_or(NotReadable)?;
        if self.currency.is_some_and(|known| known != code) {
            return Err(NotReadable);
        }
        self.currency = Some(code);
        Ok(())
    }

    fn whole(self) -> Result<Money, NotReadable> {
        let Digits { all, decimals, as_decimals } = self.number.ok_or(NotReadable)?;
        let factor = self.factor.unwrap_or(1);
        let hundredths = all.checked_mul(factor).and_then(|all| all.checked_mul(100)).ok_or(NotReadable)?;
        let scale = 10_i128.checked_pow(decimals).ok_or(NotReadable)?;
        // Less than a cent is rounded to the nearest. What a workbook drags along behind its decimals is no figure.
        let value = (hundredths + scale / 2) / scale;
        let rounded = (hundredths - value * scale).abs().saturating_mul(10_000) > scale;
        let value = i64::try_from(if self.negative { -value } else { value }).map_err(|_| NotReadable)?;
        let separator = as_decimals.filter(|_| !self.plain).map(|decimals| Doubt::Separator { decimals });
        let doubt = match separator {
            Some(Doubt::Separator { decimals: true }) if self.factor.is_none() => separator,
            _ if rounded => Some(Doubt::Rounded),
            _ if self.approximate => Some(Doubt::Approximate),
            other => other,
        };
        Ok(Money { value: Minor(value), currency: self.currency, doubt, multiplied: self.factor.is_some() })
    }
}

/// Words that make an amount approximate.
const APPROXIMATE: [&str; 12] = [
    "about",
    "around",
    "aprox",
    "aproximadamente",
    "approx",
    "approximately",
    "circa",
    "ca",
    "unos",
    "cerca",
    "casi",
    "aproximado",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<(i64, String)> {
        let money = money(text, Decimal::Point).ok()??;
        Some((money.value.0, money.currency.map(|currency| currency.to_string()).unwrap_or_default()))
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, value, currency) in [
            ("4.4M", 440_000_000, ""),
            ("USD 4.4 millones", 440_000_000, "USD"),
            ("US$1,234.56", 123_456, "USD"),
            ("U.S. $ 5", 500, ""),
            ("1.234,56", 123_456, ""),
            ("1,234", 123_400, ""),
            ("12,50", 1_250, ""),
            ("1.234.567", 123_456_700, ""),
            ("1 234 567,8", 123_456_780, ""),
            ("207 mdd", 20_700_000_000, "USD"),
            ("15 mdp", 1_500_000_000, "MXN"),
            ("3 mil millones de pesos", 300_000_000_000, "MXN"),
            ("2 billones de pesos", 200_000_000_000_000, "MXN"),
            ("$2 billion", 200_000_000_000, ""),
            ("$1,200.00 M.N.", 120_000, "MXN"),
            ("(1,200.50)", -120_050, ""),
            ("-15", -1_500, ""),
            ("€ 3.5", 350, "EUR"),
            ("1'234.50 CHF", 123_450, "CHF"),
            ("0.1 + 0", 0, "none"),
            ("aprox. 590,128.57 dólares", 59_012_857, "USD"),
            ("590128.5700000001", 59_012_857, ""),
        ] {
            if currency == "none" {
                assert_eq!(money(text, Decimal::Point), Err(NotReadable), "{text}");
            } else {
                assert_eq!(read(text), Some((value, currency.to_owned())), "{text}");
            }
        }
    }

    #[test]
    fn what_may_mean_two_things_is_no_amount() {
        for text in ["4-5 millones", "USD 5 EUR", "cinco", "1,23,456", "1.2.3", "12 proyectos", "999999999999999999999"]
        {
            assert_eq!(money(text, Decimal::Point), Err(NotReadable), "{text}");
        }
        for text in ["n/d", "-", "", "—", "N/A"] {
            assert_eq!(money(text, Decimal::Point), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_may_be_wrong_with_an_amount_is_told() {
        let doubt = |text, decimal| money(text, decimal).unwrap().unwrap().doubt;
        let separator = |decimals| Some(Doubt::Separator { decimals });
        for (text, decimal, wanted) in [
            ("1.234", Decimal::Comma, separator(false)),
            ("1.234", Decimal::Point, separator(true)),
            ("1.234,50", Decimal::Comma, None),
            ("12345.678", Decimal::Point, Some(Doubt::Rounded)),
            ("4.4567891M", Decimal::Point, None),
            ("aprox. 5 millones", Decimal::Point, Some(Doubt::Approximate)),
            ("~5", Decimal::Point, Some(Doubt::Approximate)),
            ("590128.5700000001", Decimal::Point, None),
        ] {
            assert_eq!(doubt(text, decimal), wanted, "{text}");
        }
        assert_eq!(number("1.234").unwrap().unwrap().doubt, Some(Doubt::Rounded));
        assert_eq!(percent("33,333 %", Decimal::Point), Ok(Some(3_333)));
    }

    fn grouped(units: u64, mark: char) -> String {
        let digits = units.to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn numbers_of_each_convention_are_read_back(units in 0_u64..90_000_000_000_000, cents in 0_u8..100, negative: bool) {
            let value = i64::try_from(units).unwrap() * 100;
            for (decimal, thousands, point) in [(Decimal::Point, ',', '.'), (Decimal::Comma, '.', ',')] {
                let sign = if negative { "-" } else { "" };
                let signed = |value: i64| if negative { -value } else { value };
                let whole = format!("{sign}{}", grouped(units, thousands));
                prop_assert_eq!(money(&whole, decimal).unwrap().unwrap().value.0, signed(value));
                let exact = format!("{whole}{point}{cents:02}");
                prop_assert_eq!(money(&exact, decimal).unwrap().unwrap().value.0, signed(value + i64::from(cents)));
            }
        }

        #[test]
        fn no_text_is_too_much(text in "\\PC{0,40}|[0-9.,' $()a-z-]{0,40}") {
            for decimal in [Decimal::Point, Decimal::Comma] {
                let _ = (money(&text, decimal), percent(&text, decimal));
            }
        }
    }
}
