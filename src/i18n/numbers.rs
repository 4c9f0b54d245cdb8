//! Numbers and money. Money is never a float here: hundredths go in, digits come out.

use fixed_decimal::{Decimal, Sign, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;

use crate::model::Lang;

const HALF_EVEN: SignedRoundingMode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfEven);

pub(super) struct Numbers {
    icu: Option<DecimalFormatter>,
}

impl Numbers {
    pub fn new(lang: Lang) -> Self {
        let preferences = super::icu_locale(lang).into();
        Self { icu: DecimalFormatter::try_new(preferences, DecimalFormatterOptions::default()).ok() }
    }

    pub fn int(&self, value: i64) -> String {
        self.show(&Decimal::from(value))
    }

    pub fn money(&self, hundredths: i128) -> String {
        let mut money = Decimal::from(hundredths);
        money.multiply_pow10(-2);
        money.absolute.trim_end_if_integer();
        self.show(&money)
    }

    pub fn millions(&self, hundredths: i128) -> String {
        let mut millions = Decimal::from(hundredths);
        millions.multiply_pow10(-8);
        millions.round_with_mode(-2, HALF_EVEN);
        millions.absolute.pad_end(-2);
        self.show(&unsigned_zero(millions))
    }

    /// Without the sign of per cent, which is the message's.
    pub fn percent(&self, ten_thousandths: u32) -> String {
        let mut percent = Decimal::from(ten_thousandths);
        percent.multiply_pow10(-2);
        percent.round_with_mode(-1, HALF_EVEN);
        percent.absolute.trim_end();
        self.show(&percent)
    }

    pub fn decimal(&self, value: f64, decimals: u8) -> String {
        let digits = format!("{value:.*}", usize::from(decimals));
        match Decimal::try_from_str(&digits) {
            Ok(number) => self.show(&unsigned_zero(number)),
            // Neither infinity nor what is no number has digits.
            Err(_) => digits,
        }
    }

    fn show(&self, number: &Decimal) -> String {
        match &self.icu {
            Some(icu) => icu.format(number).to_string(),
            None => grouped(&number.to_string()),
        }
    }
}

/// Nothing is less than zero and printed as zero.
fn unsigned_zero(mut number: Decimal) -> Decimal {
    if number.absolute.is_zero() {
        number.sign = Sign::None;
    }
    number
}

/// How a number is printed within a message. Fluent takes no closure here, so the formatter of the language is out
/// of reach; a test holds this form to what ICU says in both languages.
pub(super) fn in_message<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string())),
        _ => None,
    }
}

/// Digits with a comma between thousands, as in both languages: `-1234567.5` to `-1,234,567.5`.
fn grouped(digits: &str) -> String {
    let (whole, fraction) = digits.find('.').map_or((digits, ""), |point| digits.split_at(point));
    let mut said = String::with_capacity(digits.len() + digits.len() / 3);
    let mut left = whole.bytes().filter(u8::is_ascii_digit).count();
    for c in whole.chars() {
        said.push(c);
        if c.is_ascii_digit() {
            left -= 1;
            if left > 0 && left % 3 == 0 {
                said.push(',');
            }
        }
    }
    said + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_within_messages_is_the_form_of_icu() {
        for lang in Lang::ALL {
            let numbers = Numbers::new(lang);
            assert!(numbers.icu.is_some(), "{lang:?}");
            for value in [0, 7, 12, 999, 1_000, 1_234, -12_345, 100_000, 1_234_567, 9_007_199_254_740_991, i64::MIN] {
                assert_eq!(numbers.int(value), grouped(&value.to_string()), "{lang:?}");
            }
        }
        assert_eq!(grouped("-1234567.5"), "-1,234,567.5");
        assert_eq!(grouped("1234.5678"), "1,234.5678");
    }

    #[test]
    fn what_cannot_be_asked_of_icu_is_said_plainly() {
        let numbers = Numbers { icu: None };
        assert_eq!(numbers.money(59_012_850), "590,128.50");
        assert_eq!(numbers.millions(-1), "0.00");
    }
}
