//! Which currency words and signs name: `USD`, `(US$)`, `pesos`, `€`. A bare `$` names none.

use crate::i18n::fold;
use crate::model::Currency;

/// The currency that a word names, folded.
pub(super) fn currency_of(word: &str) -> Option<[u8; 3]> {
    const CODES: [&[u8; 3]; 32] = [
        b"USD", b"MXN", b"EUR", b"GBP", b"CAD", b"AUD", b"JPY", b"CHF", b"BRL", b"COP", b"PEN", b"CLP", b"ARS", b"GTQ",
        b"HNL", b"NIO", b"CRC", b"DOP", b"PAB", b"BOB", b"UYU", b"PYG", b"SEK", b"NOK", b"DKK", b"CNY", b"KRW", b"INR",
        b"XDR", b"NZD", b"VES", b"GEL",
    ];
    Some(match word {
        "us" | "dolar" | "dolares" | "dollar" | "dollars" | "dls" | "dlls" | "dlrs" | "americanos"
        | "estadounidenses" | "eua" => *b"USD",
        "peso" | "pesos" | "mxp" | "mx" | "mn" | "mexicanos" => *b"MXN",
        "euro" | "euros" => *b"EUR",
        "libras" => *b"GBP",
        other => **CODES.iter().find(|code| code.eq_ignore_ascii_case(other.as_bytes()))?,
    })
}

/// The currency that a cell or a header names: `USD`, `(US$)`, `pesos`. A bare `$` names none.
pub fn currency(text: &str) -> Option<Currency> {
    let folded = fold(text);
    let words =
        folded.split(|letter: char| !letter.is_alphabetic()).filter(|word| !matches!(*word, "us" | "mx" | "mn"));
    let mut codes: Vec<[u8; 3]> = words.filter_map(currency_of).collect();
    for (sign, code) in [("us$", b"USD"), ("mx$", b"MXN"), ("€", b"EUR"), ("£", b"GBP")] {
        if folded.contains(sign) {
            codes.push(*code);
        }
    }
    codes.dedup();
    match codes.as_slice() {
        [code] => std::str::from_utf8(code).ok()?.parse().ok(),
        _ => None,
    }
}

/// Whether a bare `$` can mean it.
pub fn is_written_with_dollar(currency: Currency) -> bool {
    const CODES: [&str; 10] = ["USD", "MXN", "CAD", "AUD", "NZD", "ARS", "CLP", "COP", "DOP", "UYU"];
    CODES.contains(&currency.to_string().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_its_currency() {
        assert_eq!(currency("Monto (US$)"), Some(Currency::USD));
        assert_eq!(currency("Monto en dólares (USD)"), Some(Currency::USD));
        assert_eq!(currency("Monto en pesos").map(|code| code.to_string()), Some("MXN".to_owned()));
        assert_eq!(currency("Monto $"), None);
        assert_eq!(currency("USD o MXN"), None);
    }
}
