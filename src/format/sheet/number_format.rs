//! What the number format of a cell says of its number: whether it is a percentage, and which currency it shows.

use super::currencies::currency;
use crate::model::Currency;

/// What a number format says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberMark {
    /// The number is shown as a percentage.
    pub percent: bool,
    /// The currency that stands beside it.
    pub currency: Option<Currency>,
}

/// Countries by the last four digits of `[$$-409]` or by `[$$-en-US]`, whose own signs do not tell the currency: a `$`
/// is that of a dozen countries.
const COUNTRIES: [(&str, &str, &[u8; 3]); 24] = [
    ("0409", "US", b"USD"),
    ("540A", "US", b"USD"),
    ("080A", "MX", b"MXN"),
    ("1009", "CA", b"CAD"),
    ("0C0C", "CA", b"CAD"),
    ("0C09", "AU", b"AUD"),
    ("1409", "NZ", b"NZD"),
    ("2C0A", "AR", b"ARS"),
    ("340A", "CL", b"CLP"),
    ("240A", "CO", b"COP"),
    ("0416", "BR", b"BRL"),
    ("100A", "GT", b"GTQ"),
    ("480A", "HN", b"HNL"),
    ("4C0A", "NI", b"NIO"),
    ("140A", "CR", b"CRC"),
    ("180A", "PA", b"PAB"),
    ("1C0A", "DO", b"DOP"),
    ("280A", "PE", b"PEN"),
    ("400A", "BO", b"BOB"),
    ("380A", "UY", b"UYU"),
    ("3C0A", "PY", b"PYG"),
    ("440A", "SV", b"USD"),
    ("300A", "EC", b"USD"),
    ("0411", "JP", b"JPY"),
];

impl NumberMark {
    /// What a format code says: `[$€-C0A] #,##0.00`, `"MXN" #,##0`, `0%`. Its first part is that of positive numbers.
    pub fn of(code: &str) -> Self {
        let mut mark = Self::default();
        let mut words = String::new();
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '%' => mark.percent = true,
                '"' => words.extend(letters.by_ref().take_while(|letter| *letter != '"')),
                '\\' => words.extend(letters.next()),
                // What is as wide as a letter, or repeated, is not shown.
                '_' | '*' => _ = letters.next(),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    let Some(sign) = inside.strip_prefix('$') else { continue };
                    let (sign, place) = sign.rsplit_once('-').unwrap_or((sign, ""));
                    mark.currency = mark.currency.or_else(|| currency(sign)).or_else(|| of_country(sign, place));
                }
                other => words.push(other),
            }
        }
        mark.currency = mark.currency.or_else(|| currency(&words)).filter(|_| !mark.percent);
        mark
    }
}

/// The currency of a sign by the country that it is written for; none of a format that shows no sign.
fn of_country(sign: &str, place: &str) -> Option<Currency> {
    if sign.is_empty() {
        return None;
    }
    let place = place.to_ascii_uppercase();
    let number = format!("{place:0>4}");
    let number = number.get(number.len().saturating_sub(4)..).unwrap_or("");
    let country = place.rsplit(['-', '_']).next().unwrap_or("");
    let known = COUNTRIES.iter().find(|(code, letters, _)| *code == number || *letters == country);
    known.and_then(|(.., currency)| std::str::from_utf8(*currency).ok()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_tells_its_currency() {
        for (code, wanted) in [
            ("[$€-C0A] #,##0.00", "EUR"),
            ("\"MXN\" #,##0.00", "MXN"),
            ("[$$-409]#,##0.00", "USD"),
            ("[$$-80A]#,##0.00;-[$$-80A]#,##0.00", "MXN"),
            ("[$$-en-US]#,##0.00", "USD"),
            ("[$USD] #,##0.00", "USD"),
            ("_-* #,##0.00\\ \"€\"_-", "EUR"),
            ("#,##0.00\\ [$MXN]", "MXN"),
            ("[Red]#,##0 €", "EUR"),
            ("\"$\"#,##0.00", ""),
            ("[$-409]d-mmm", ""),
            ("General", ""),
            ("0.00%", ""),
        ] {
            let told = NumberMark::of(code).currency.map(|currency| currency.to_string()).unwrap_or_default();
            assert_eq!(told, wanted, "{code}");
        }
        assert!(NumberMark::of("0.00%").percent && !NumberMark::of("0.00\"%\"").percent);
    }
}
