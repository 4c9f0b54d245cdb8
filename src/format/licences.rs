//! The licences of everything that the program carries, as `packaging/licences` wrote them. They are asked for seldom,
//! so they stay packed until then.

const PACKED: &[u8] = include_bytes!("../../assets/licences.txt.zst");

/// The names of all parts with version, licence and address, a line each; then each licence's text under the names of
/// those that it is of. In the language of the licences.
pub fn licences() -> String {
    // What was packed when the program was built opens, as the test says.
    zstd::decode_all(PACKED).map(|text| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_named_and_stands_over_a_text() {
        let all = licences();
        let (names, texts) = all.split_once("\n\n").unwrap_or_default();
        for part in ["Roboto", "std", "eframe", "zstd-sys", "winit"] {
            assert!(names.lines().any(|line| line.starts_with(part)), "{part} is not named");
            assert!(texts.contains(part), "{part} has no text");
        }
        assert!(texts.contains("Permission is hereby granted") && texts.contains("Apache License"));
        assert!(!all.contains('\u{fffd}'), "a text was not UTF-8");
    }
}
