//! What the message files must hold, and what numbers, dates and lists look like.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

const NBSP: char = '\u{a0}';

fn words() -> (Words, Words) {
    (Words::new(Lang::Es), Words::new(Lang::En))
}

/// What stands between `before` and the next quotation mark, each time.
fn quoted<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

/// Each message of a file with the names of its arguments.
///
/// From the parsed tree as it prints itself: its types belong to a crate that is not ours to name.
fn keys(file: &MessageFile, lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let resource = match FluentResource::try_new(file.text(lang).to_owned()) {
        Ok(resource) => resource,
        Err((_, faults)) => panic!("{}/{}.ftl does not parse: {faults:?}", lang.code(), file.name),
    };
    let name = "Identifier { name: \"";
    let mut keys = BTreeMap::new();
    for entry in resource.entries() {
        let tree = format!("{entry:?}");
        assert!(!tree.starts_with("Junk"), "{}/{}.ftl: {tree}", lang.code(), file.name);
        let Some(key) = quoted(&tree, name).next() else { continue };
        let variables = quoted(&tree, "VariableReference { id: Identifier { name: \"").map(str::to_owned).collect();
        let twice = keys.insert(key.to_owned(), variables);
        assert!(twice.is_none(), "{}/{}.ftl: {key} stands twice", lang.code(), file.name);
    }
    keys
}

#[test]
fn both_languages_say_the_same_with_the_same_arguments() {
    let mut faults = Vec::new();
    for file in FILES {
        let (es, en) = (keys(file, Lang::Es), keys(file, Lang::En));
        for key in es.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
            match (es.get(key), en.get(key)) {
                (Some(_), None) => faults.push(format!("en/{}.ftl: {key} is missing", file.name)),
                (None, _) => faults.push(format!("es/{}.ftl: {key} is missing", file.name)),
                // A count and a form only make words agree, which one of the languages may not need.
                (Some(es), Some(en)) if !es.symmetric_difference(en).all(|name| name == "n" || name == "form") => {
                    faults.push(format!("{}.ftl: {key} takes {es:?} in Spanish and {en:?} in English", file.name));
                }
                _ => {}
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_arguments_of_a_message_are_seen() {
    let common = FILES.iter().find(|file| file.name == "common").unwrap();
    let keys = keys(common, Lang::Es);
    assert_eq!(keys["date-about"], BTreeSet::from(["date".to_owned()]));
    assert_eq!(keys["list-and"], BTreeSet::new());
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen = BTreeMap::new();
    for file in FILES {
        for key in keys(file, Lang::Es).into_keys() {
            let other = seen.insert(key.clone(), file.name);
            assert_eq!(other, None, "{key} stands in {}.ftl too", file.name);
        }
    }
}

#[test]
fn every_file_of_the_folder_is_built_in() {
    for lang in Lang::ALL {
        let folder = format!("{}/assets/messages/{}", env!("CARGO_MANIFEST_DIR"), lang.code());
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let built_in = FILES.iter().map(|file| format!("{}.ftl", file.name));
        assert_eq!(names.collect::<BTreeSet<_>>(), built_in.collect::<BTreeSet<_>>());
    }
}

#[test]
fn an_ellipsis_is_one_character() {
    for file in FILES {
        for lang in Lang::ALL {
            for (place, line) in file.text(lang).lines().enumerate() {
                let ok = line.starts_with('#') || !line.contains("...");
                assert!(ok, "{}/{}.ftl:{}: … instead of ...: {line}", lang.code(), file.name, place + 1);
            }
        }
    }
}

#[test]
fn everything_in_the_model_has_a_name() {
    let sources = [
        include_str!("../model/amount.rs"),
        include_str!("../model/headline.rs"),
        include_str!("../model/project.rs"),
        include_str!("../model/records.rs"),
        include_str!("../model/rules.rs"),
    ];
    let mut seen = 0;
    // A key of a message has a hyphen, the keys of the records do not.
    for key in sources.iter().flat_map(|source| quoted(source, "=> \"")).filter(|key| key.contains('-')) {
        seen += 1;
        for lang in Lang::ALL {
            assert!(Words::new(lang).messages.has_message(key), "{key} has no name in {}", lang.code());
        }
    }
    assert!(seen > 60, "only {seen} keys were found in the model");
}

#[test]
fn numbers() {
    let (es, en) = words();
    for words in [&es, &en] {
        assert_eq!(words.int(1_234), "1,234");
        assert_eq!(words.int(-1_234_567), "-1,234,567");
        assert_eq!(words.money(2_000_000_000), "20,000,000");
        assert_eq!(words.money(59_012_850), "590,128.50");
        assert_eq!(words.money(123_456_789), "1,234,567.89");
        assert_eq!(words.money(-5), "-0.05");
        assert_eq!(words.money(0), "0");
        assert_eq!(words.money(i128::MAX), "1,701,411,834,604,692,317,316,873,037,158,841,057.27");
        assert_eq!(words.decimal(1_234.567, 2), "1,234.57");
        assert_eq!(words.decimal(-0.001, 1), "0.0");
        assert_eq!(words.decimal(3.0, 0), "3");
        assert_eq!(words.decimal(f64::NAN, 2), "NaN");
    }
}

#[test]
fn millions_are_rounded_to_the_even_cent_of_a_million() {
    let words = Words::new(Lang::Es);
    assert_eq!(words.millions(15_265_000_000), "152.65");
    assert_eq!(words.millions(15_265_500_000), "152.66", "half to the even digit, up");
    assert_eq!(words.millions(15_264_500_000), "152.64", "half to the even digit, down");
    assert_eq!(words.millions(15_264_500_001), "152.65");
    assert_eq!(words.millions(200_000_000), "2.00");
    assert_eq!(words.millions(123_456_700_000_000), "1,234,567.00");
    assert_eq!(words.millions(-1), "0.00");
}

#[test]
fn percentages_have_at_most_one_decimal() {
    let (es, en) = words();
    assert_eq!(es.percent(4_000), format!("40{NBSP}%"));
    assert_eq!(es.percent(3_333), format!("33.3{NBSP}%"));
    assert_eq!(en.percent(4_000), "40%");
    assert_eq!(en.percent(3_333), "33.3%");
    assert_eq!(en.percent(3_335), "33.4%");
    assert_eq!(en.percent(2), "0%");
    assert_eq!(en.percent(10_000), "100%");
}

#[test]
fn dates_are_as_exact_as_their_source() {
    let (es, en) = words();
    for (written, in_spanish, in_english) in [
        ("2022-07-19", "19 jul 2022", "19 Jul 2022"),
        ("2025-05-01", "1 may 2025", "1 May 2025"),
        ("2022-07", "jul 2022", "Jul 2022"),
        ("2022", "2022", "2022"),
        ("2022-07~", "hacia jul 2022", "about Jul 2022"),
        ("2022?", "2022 (dudoso)", "2022 (uncertain)"),
        ("2022-07-19%", "hacia 19 jul 2022 (dudoso)", "about 19 Jul 2022 (uncertain)"),
    ] {
        let date = written.parse().unwrap();
        assert_eq!(es.date(date), in_spanish);
        assert_eq!(en.date(date), in_english);
    }
    assert_eq!(es.day(Day(0)), "1 ene 1970");
    assert_eq!(en.day(Day(-1)), "31 Dec 1969");
}

#[test]
fn months_have_short_names() {
    let (es, en) = words();
    let all = |words: &Words| (0..=13).map(|month| words.month(month)).collect::<Vec<_>>().join(" ");
    assert_eq!(all(&es), " ene feb mar abr may jun jul ago sep oct nov dic ");
    assert_eq!(all(&en), " Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec ");
}

#[test]
fn lists_are_sorted_as_people_do() {
    let (es, en) = words();
    assert!(es.sorter.collator.is_some() && en.sorter.collator.is_some());
    let sorted = |words: &Words| {
        let mut list = ["ñu", "zorro", "Ñandú", "nube", "oso", "árbol", "Azteca", "Nación"];
        list.sort_by(|a, b| words.compare(a, b));
        list.join(" ")
    };
    assert_eq!(sorted(&es), "árbol Azteca Nación nube Ñandú ñu oso zorro");
    assert_eq!(sorted(&en), "árbol Azteca Nación Ñandú ñu nube oso zorro");
}

#[test]
fn sentences_list_things() {
    let (es, en) = words();
    let list = |words: &Words, items: &[&str]| words.list(&items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
    assert_eq!(list(&es, &[]), "");
    assert_eq!(list(&es, &["a"]), "a");
    assert_eq!(list(&es, &["a", "b"]), "a y b");
    assert_eq!(list(&es, &["a", "b", "c"]), "a, b y c");
    assert_eq!(list(&en, &["a", "b", "c"]), "a, b and c");
    assert_eq!(list(&es, &["Puebla", "Hidalgo"]), "Puebla e Hidalgo");
    assert_eq!(list(&es, &["agua", "hielo"]), "agua y hielo");
    assert_eq!(list(&en, &["Puebla", "Hidalgo"]), "Puebla and Hidalgo");
}

#[test]
fn arguments_are_grouped_and_choose_plurals() {
    for lang in Lang::ALL {
        let mut messages = read_messages(lang);
        let text =
            "probe = { $n ->\n    [0] none\n    [one] { $n } project\n   *[other] { $n } projects\n } of { $who }";
        messages.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        let words = Words { messages: Box::leak(Box::new(messages)), ..Words::new(lang) };
        let say = |n: i64| words.tf("probe", &[("n", n.into()), ("who", "ILAB".into())]);
        assert_eq!(say(0), "none of ILAB");
        assert_eq!(say(1), "1 project of ILAB");
        assert_eq!(say(1_234), "1,234 projects of ILAB");
        assert_eq!(say(i64::MAX), "9,223,372,036,854,775,807 projects of ILAB");
    }
}

#[test]
fn arguments_are_made_of_what_is_at_hand() {
    let text = String::from("x");
    assert_eq!(Arg::from(3_usize), Arg::Num(3));
    assert_eq!(Arg::from(3_u32), Arg::Num(3));
    assert_eq!(Arg::from(usize::MAX), Arg::Num(i64::MAX));
    assert_eq!(Arg::from(&text), Arg::Text("x"));
    assert_eq!(Arg::from(text.clone()), Arg::Owned(text));
}

#[test]
fn a_key_without_message_is_seen() {
    let words = Words::new(Lang::En);
    assert_eq!(words.lang(), Lang::En);
    assert_eq!(words.t("no-such-key"), "⟦no-such-key⟧");
    assert_eq!(words.tf("no-such-key", &[]), "⟦no-such-key⟧");
}
