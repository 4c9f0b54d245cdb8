//! Holds the program and its message files together: every key that the program asks for is there in both languages,
//! and every key that is there is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use atalaya::figure::FONTS;
use atalaya::i18n::FILES;
use atalaya::model::Lang;
use rustybuzz::ttf_parser::Face;

#[test]
fn every_key_that_the_program_asks_for_is_there() {
    let sources = sources().unwrap();
    assert!(sources.len() > 10, "the sources were not found");
    let known = keys();
    let mut faults = Vec::new();
    for (path, text) in &sources {
        for key in asked(text) {
            let absent = Lang::ALL.into_iter().filter(|lang| !known.contains_key(&(key.clone(), *lang)));
            let absent: Vec<&str> = absent.map(Lang::code).collect();
            if !absent.is_empty() {
                faults.push(format!("  {key} is missing in {} (asked for in {path})", absent.join(" and ")));
            }
        }
    }
    assert!(faults.is_empty(), "\n{} keys without a message:\n{}\n", faults.len(), faults.join("\n"));
}

/// Of two messages with one key only one would ever be said.
#[test]
fn no_key_stands_twice() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        let keys = FILES.iter().flat_map(|file| file.text(lang).lines()).filter_map(|line| line.split_once(" ="));
        let keys = keys.map(|(key, _)| key).filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase()));
        let twice: Vec<&str> = keys.filter(|key| !seen.insert(*key)).collect();
        assert!(twice.is_empty(), "in {}: {twice:?}", lang.code());
    }
}

#[test]
fn every_key_that_is_there_is_asked_for() {
    let mut mentioned = BTreeSet::new();
    for text in sources().unwrap().values() {
        mentioned.extend(literals(text).map(str::to_owned));
    }
    // A message may also be part of another one.
    for file in FILES {
        mentioned.extend(Lang::ALL.iter().flat_map(|lang| placeables(file.text(*lang))));
    }
    let known = keys();
    let idle = known.iter().filter(|((key, _), _)| !mentioned.contains(key));
    let faults: BTreeSet<String> = idle.map(|((key, _), file)| format!("  {file}.ftl: {key}")).collect();
    let lines: Vec<&str> = faults.iter().map(String::as_str).collect();
    assert!(faults.is_empty(), "\n{} messages that no source asks for:\n{}\n", faults.len(), lines.join("\n"));
}

/// The window has no other fonts: what they lack would be a box.
#[test]
fn every_letter_of_the_messages_is_in_the_fonts() {
    let fonts = [FONTS.regular, FONTS.medium].map(|font| Face::parse(font, 0).unwrap());
    let mut lacking = BTreeSet::new();
    for file in FILES {
        for lang in Lang::ALL {
            for letter in file.text(lang).lines().filter(|line| !line.starts_with('#')).flat_map(str::chars) {
                if !fonts.iter().all(|font| font.glyph_index(letter).is_some()) {
                    lacking.insert((letter, lang.code(), file.text(lang).lines().next().unwrap_or_default()));
                }
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}

/// Spanish has «these» and English has “these”: none stand in the program itself.
#[test]
fn each_language_has_its_own_quotation_marks() {
    let (spanish, english) = (['«', '»'], ['“', '”']);
    for (lang, foreign) in [(Lang::Es, english), (Lang::En, spanish)] {
        let lines = FILES.iter().flat_map(|file| file.text(lang).lines()).filter(|line| !line.starts_with('#'));
        let wrong: Vec<&str> = lines.filter(|line| line.contains(foreign)).collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", lang.code());
    }
    let sources = sources().unwrap();
    let marked = |text: &str| text.lines().any(|line| line.contains(['«', '“']));
    let wrong: Vec<&String> = sources.iter().filter(|(_, text)| marked(text)).map(|(path, _)| path).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn keys_are_found_where_they_are_asked_for() {
    let text = r#"
        words.t("one"); words.tf("two", &[]); words.tf(
            "three",
            &[("n", 1.into())],
        );
        const fn message(self) -> &'static str {
            match self { Self::A => "four", Self::B { .. } => "five" }
        }
        const fn key(self) -> &'static str { match self { Self::A => "six" } }
    "#;
    assert_eq!(asked(text), ["one", "two", "three", "four", "five"].map(str::to_owned).into());
    assert_eq!(without_tests("a\n    // .t(\"b\")\nc\n#[cfg(test)]\nmod tests {\n d"), "a\nc\n");
}

/// The sources by path, without comments on lines of their own and without tests.
fn sources() -> io::Result<BTreeMap<String, String>> {
    let mut sources = BTreeMap::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    read_sources(root, &root.join("src"), &mut sources)?;
    Ok(sources)
}

fn read_sources(root: &Path, folder: &Path, sources: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_sources(root, &path, sources)?;
        } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("tests.rs") {
            let short = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            sources.insert(short, without_tests(&fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

fn without_tests(text: &str) -> String {
    let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    program.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// The keys that a source asks for: `.t("…")`, `.tf("…"`, the arms of `.t(match …)`, and what a function named
/// `message` answers.
fn asked(text: &str) -> BTreeSet<String> {
    let calls = [".t(", ".tf("].into_iter().flat_map(|call| text.split(call).skip(1));
    let mut keys: BTreeSet<String> =
        calls.filter_map(|rest| first_literal(rest.trim_start())).map(str::to_owned).collect();
    let choices = text.split(".t(match ").skip(1).chain(text.split(".tf(match ").skip(1));
    for function in text.split("fn message(").skip(1).chain(choices) {
        let arms = body(function).split("=>").skip(1);
        let literals = arms.filter_map(|arm| first_literal(arm.trim_start()));
        keys.extend(literals.filter(|literal| is_key(literal)).map(str::to_owned));
    }
    keys
}

/// The text literal that stands at the very beginning.
fn first_literal(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').next()
}

/// Whatever stands between quotation marks and looks like a key, whether or not the marks are a pair.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|literal| is_key(literal))
}

fn is_key(literal: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    literal.starts_with(|c: char| c.is_ascii_lowercase()) && literal.bytes().all(inner)
}

/// From the head of a function, its body up to the brace that closes it.
fn body(function: &str) -> &str {
    let mut depth = 0_usize;
    for (place, c) in function.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return &function[..place],
            '}' => depth -= 1,
            _ => {}
        }
    }
    function
}

/// The messages by key and language, with the file that each stands in.
fn keys() -> BTreeMap<(String, Lang), &'static str> {
    let mut keys = BTreeMap::new();
    for (file, lang) in FILES.iter().flat_map(|file| Lang::ALL.map(|lang| (file, lang))) {
        let heads = file.text(lang).lines().filter_map(|line| line.split_once('='));
        let heads = heads.map(|(head, _)| head.trim_end()).filter(|head| is_key(head));
        keys.extend(heads.map(|head| ((head.to_owned(), lang), file.name)));
    }
    keys
}

/// What a message file puts into its messages by name.
fn placeables(text: &str) -> Vec<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(|name| name.trim().to_owned()).collect()
}
