//! The licences of everything that the program carries, as `packaging/licences` wrote them. They are asked for seldom,
//! so they stay packed until then.

use std::sync::LazyLock;

use crate::i18n::fold;

const PACKED: &[u8] = include_bytes!("../../assets/licences.txt.zst");

/// A part that somebody else made: a crate, the typeface, the standard library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name, with its version where it has one.
    pub name: String,
    /// Under which licence it stands, as its makers write it.
    pub licence: String,
    /// Where it comes from.
    pub address: String,
    /// The places of its texts.
    texts: Vec<usize>,
    /// What is searched.
    folded: String,
}

/// All parts in the order of their names, and the text of each licence once. In the language of the licences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Licences {
    /// The parts.
    pub parts: Vec<Part>,
    texts: Vec<String>,
}

/// The licences, unpacked when they are first asked for.
pub fn licences() -> &'static Licences {
    static READ: LazyLock<Licences> = LazyLock::new(|| {
        // What was packed when the program was built opens, as the test says.
        let text = zstd::decode_all(PACKED).unwrap_or_default();
        Licences::read(&String::from_utf8_lossy(&text))
    });
    &READ
}

impl Licences {
    /// The names stand first, a line each; then, each under a rule, the names that a text is of and the text.
    fn read(all: &str) -> Self {
        let rule = format!("\n{}\n", "=".repeat(100));
        let mut sections = all.split(rule.as_str());
        let lines = sections.next().unwrap_or_default().lines();
        let mut parts: Vec<Part> = lines.filter_map(Part::read).collect();
        let mut texts = Vec::new();
        for section in sections {
            let (names, text) = section.split_once("\n\n").unwrap_or_default();
            // Names too many for a line go on in the next.
            let names = names.replace('\n', "");
            let names: Vec<&str> = names.split(',').map(str::trim).collect();
            for part in parts.iter_mut().filter(|part| names.contains(&part.key())) {
                part.texts.push(texts.len());
            }
            texts.push(text.trim_end().to_owned());
        }
        Self { parts, texts }
    }

    /// The texts that a part stands under.
    pub fn of(&self, part: &Part) -> impl Iterator<Item = &str> {
        part.texts.iter().filter_map(|text| self.texts.get(*text)).map(String::as_str)
    }

    /// The places of the parts whose name, licence or address holds all of these words, what begins with them first; all
    /// where there are none.
    pub fn find(&self, typed: &str) -> Vec<usize> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |part: &Part| words.iter().all(|word| part.folded.contains(word));
        let mut found: Vec<(usize, &Part)> = self.parts.iter().enumerate().filter(|(_, part)| fits(part)).collect();
        found.sort_by_key(|(_, part)| !part.folded.starts_with(typed.trim()));
        found.into_iter().map(|(place, _)| place).collect()
    }
}

impl Part {
    fn read(line: &str) -> Option<Self> {
        let mut fields = line.split("  ").map(str::to_owned);
        let (name, licence, address) = (fields.next()?, fields.next()?, fields.next()?);
        let folded = fold(&[name.as_str(), &licence, &address].join(" "));
        Some(Self { name, licence, address, texts: Vec::new(), folded })
    }

    /// The name as it stands over texts: without what explains it.
    fn key(&self) -> &str {
        self.name.split_once(" (").map_or(&self.name, |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_licence_and_every_text_is_of_a_part() {
        let all = licences();
        assert!(all.parts.len() > 300, "{}", all.parts.len());
        for part in &all.parts {
            assert!(!part.licence.is_empty() && part.address.starts_with("http"), "{part:?}");
            assert!(all.of(part).any(|text| text.len() > 400), "{} has no text", part.name);
        }
        let mut used: Vec<usize> = all.parts.iter().flat_map(|part| part.texts.iter().copied()).collect();
        used.sort_unstable();
        used.dedup();
        assert!(used.into_iter().eq(0..all.texts.len()), "a text is of no part");
        assert!(all.texts.iter().all(|text| !text.contains('\u{fffd}')), "a text was not UTF-8");
    }

    #[test]
    fn the_named_parts_stand_under_the_licence_that_they_name() {
        let all = licences();
        for (name, licence, said) in [
            ("Roboto (typeface)", "Apache-2.0", "Apache License"),
            ("std (Rust)", "MIT", "Permission is hereby granted"),
            ("eframe ", "MIT", "Permission is hereby granted"),
            ("zstd-sys ", "BSD-3-Clause", "Redistributions of source code must retain"),
            ("winit ", "Apache-2.0", "Apache License"),
            // What a crate brings of others stands under theirs beside its own.
            ("tikv-jemalloc-sys ", "MIT", "Permission is hereby granted"),
            ("tikv-jemalloc-sys ", "MIT", "Redistributions in binary form must reproduce"),
        ] {
            let part = all.parts.iter().find(|part| part.name.starts_with(name)).unwrap_or_else(|| panic!("{name}"));
            assert!(part.licence.contains(licence) && all.of(part).any(|text| text.contains(said)), "{part:?}");
        }
    }

    #[test]
    fn a_part_is_found_by_its_name_its_licence_and_where_it_comes_from() {
        let all = licences();
        let names = |typed: &str| -> Vec<&str> {
            all.find(typed).into_iter().filter_map(|place| Some(all.parts.get(place)?.name.as_str())).collect()
        };
        assert_eq!(names("").len(), all.parts.len());
        assert!(names("ROBOTO apache").contains(&"Roboto (typeface)"));
        assert!(names("unicode-org").iter().any(|name| name.starts_with("icu_collator ")));
        assert!(names("winit").first().is_some_and(|name| name.starts_with("winit ")), "{:?}", names("winit"));
        assert!(names("MPL").len() < 20, "{:?}", names("MPL"));
        assert!(names("nothing of that name").is_empty());
    }

    #[test]
    fn names_that_go_on_in_the_next_line_are_read_whole() {
        let rule = "=".repeat(100);
        let all = format!(
            "a 1  MIT  https://a\nb 2  MIT  https://b\nc (x)  MIT  https://c\n\n{rule}\na 1, \nb 2, c\n\nText\n\nmore\n"
        );
        let read = Licences::read(&all);
        assert_eq!(read.parts.len(), 3);
        for part in &read.parts {
            assert_eq!(read.of(part).collect::<Vec<_>>(), ["Text\n\nmore"], "{part:?}");
        }
    }
}
