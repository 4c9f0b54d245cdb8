//! The text that edits make of a portfolio: every byte as it was but those of the fields that changed.

use std::sync::Arc;

use atalaya::format::{Added, Edits, Read, Written, embedded, read_ron};
use atalaya::model::{Bilingual, Entry, List, Minor, Portfolio, Share};
use atalaya::query::diff;
use proptest::prelude::*;

const LAYOUT: &str = r##"#![enable(implicit_some)]
// Kept at the top.
(
    schema: 1,
    title: (es: "Prueba"), // said here
    tomorrow: (of: "a later version"),
    themes: [(id: "a", name: (es: "A")), (id: "b", name: (es: "B"))],
    sources: [
        (id: "s", title: "S", publisher: "P", kind: press /* as printed */),
    ],
    projects: [
        // The first of all.
        (
            id: "uno", // its id
            name: (
                es: "Uno",
            ),
            mood: "good",
            amounts: [
                (kind: award, value: 10, colour: "red"), // the first
                (kind: total, value: 20.50),
            ],
            sources: ["s"]
        ),
        (id: "dos", name: (es: r#"D"o"s"#), themes: [(theme: "a")])
    ],
    events: [],
)
"##;

fn opened(text: &str) -> Read {
    read_ron(text.as_bytes()).unwrap()
}

fn entry(read: &Read, list: List, id: &str) -> (usize, Entry) {
    let place = read.portfolio.position(list, id).unwrap();
    (place, read.portfolio.entry(list, place).unwrap())
}

/// The text after a record was edited, and the lines that are not those of before.
fn edited(text: &str, list: List, id: &str, edit: impl FnOnce(&mut Entry)) -> (String, Vec<String>) {
    let read = opened(text);
    let (place, mut entry) = entry(&read, list, id);
    edit(&mut entry);
    let mut edits = Edits::default();
    edits.lists.entry(list).or_default().changed.insert(place, Arc::new(entry.clone()));
    let written = Written::of(&read.text, &edits);
    assert_eq!(written.rewritten, Vec::<String>::new());
    let after = String::from_utf8(written.bytes()).unwrap();
    assert_eq!(written.len(), after.len());
    let again = opened(&after);
    assert_eq!(again.portfolio.entry(list, place).unwrap(), entry, "{after}");
    assert!(again.problems.len() <= read.problems.len(), "{after}");
    let before: Vec<&str> = text.lines().collect();
    let new = after.lines().filter(|line| !before.contains(line)).map(str::to_owned).collect();
    (after, new)
}

fn project(entry: &mut Entry) -> &mut atalaya::model::Project {
    let Entry::Project(project) = entry else { panic!("a project") };
    project
}

#[test]
fn without_edits_every_byte_is_the_same() {
    let embedded = String::from_utf8(embedded().to_vec()).unwrap();
    for text in [embedded.as_str(), LAYOUT, "(schema: 1, title: ())", "\u{feff}(schema:1,title:(),projects:[(id:\"x\""]
    {
        assert_eq!(String::from_utf8(Written::of(&opened(text).text, &Edits::default()).bytes()).unwrap(), text);
    }
}

#[test]
fn an_edit_changes_only_its_field_s_lines() {
    let (text, new) = edited(LAYOUT, List::Projects, "uno", |entry| project(entry).amounts[0].value = Minor(1_250));
    assert_eq!(new, ["                (kind: award, value: 12.5, colour: \"red\"), // the first"]);
    assert!(text.contains("mood: \"good\"") && text.contains("// Kept at the top."));
    let (_, new) = edited(LAYOUT, List::Projects, "uno", |entry| project(entry).acronym = Some("U".to_owned()));
    assert_eq!(new, ["            acronym: \"U\","]);
    let (_, new) = edited(LAYOUT, List::Projects, "uno", |entry| project(entry).name.en = Some("One".to_owned()));
    assert_eq!(new, ["                en: \"One\","]);
    let (_, new) = edited(LAYOUT, List::Projects, "uno", |entry| project(entry).notes.es = Some("N".to_owned()));
    assert_eq!(new, ["            sources: [\"s\"],", "            notes: (es: \"N\"),"]);
    let (text, new) = edited(LAYOUT, List::Projects, "uno", |entry| drop(project(entry).amounts.remove(0)));
    assert!(new.is_empty() && !text.contains("colour"), "{text}");
    let (_, new) = edited(LAYOUT, List::Projects, "dos", |entry| project(entry).themes[0].share = Some(Share(2_500)));
    assert_eq!(new, ["        (id: \"dos\", name: (es: r#\"D\"o\"s\"#), themes: [(theme: \"a\", share: 25)])"]);
    let (_, new) = edited(LAYOUT, List::Projects, "dos", |entry| project(entry).themes.clear());
    assert_eq!(new, ["        (id: \"dos\", name: (es: r#\"D\"o\"s\"#))"]);
    let (_, new) = edited(LAYOUT, List::Projects, "dos", |entry| {
        let project = project(entry);
        project.acronym = Some("D".to_owned());
        project.agreement_number = Some("1".to_owned());
    });
    assert_eq!(
        new,
        [
            "        (id: \"dos\", name: (es: r#\"D\"o\"s\"#), acronym: \"D\", agreement_number: \"1\", themes: [(theme: \"a\")])"
        ]
    );
}

#[test]
fn records_come_and_go_with_their_lines() {
    let read = opened(LAYOUT);
    let with = |list: List, entry: Entry| {
        let mut edits = Edits::default();
        edits.lists.entry(list).or_default().added.push(entry.into());
        let text = String::from_utf8(Written::of(&read.text, &edits).bytes()).unwrap();
        let again = opened(&text);
        assert_eq!(again.problems.len(), read.problems.len(), "{text}");
        let found = diff(&read.portfolio, &again.portfolio);
        assert!(found.header.is_empty() && found.lists.len() == 1, "{found:?}");
        assert_eq!((found.lists[0].0, found.lists[0].1.added.len()), (list, 1), "{text}");
        text
    };
    let (_, uno) = entry(&read, List::Projects, "uno");
    let text = with(List::Projects, uno.with_id("tres"));
    assert!(text.contains("themes: [(theme: \"a\")]),\n        (\n            id: \"tres\","), "{text}");
    for (list, id) in [(List::Themes, "a"), (List::Sources, "s")] {
        with(list, entry(&read, list, id).1.with_id("new"));
    }
    let real = read_ron(embedded()).unwrap();
    // One list stands empty in one line, the others are not there at all.
    for list in [List::Events, List::Organizations, List::Topics, List::Continuity, List::Places, List::ReportedTotals]
    {
        let mut entry = real.portfolio.entry(list, 0).unwrap();
        for other in List::ALL {
            let ids: Vec<String> = (0..real.portfolio.count(other))
                .map(|place| real.portfolio.entry(other, place).unwrap().id().to_owned())
                .collect();
            for id in ids {
                entry = entry.without(other, &id).unwrap_or(entry);
            }
        }
        with(list, entry);
    }
    for id in ["uno", "dos"] {
        let mut edits = Edits::default();
        let place = read.portfolio.position(List::Projects, id).unwrap();
        edits.lists.entry(List::Projects).or_default().removed.insert(place);
        let text = String::from_utf8(Written::of(&read.text, &edits).bytes()).unwrap();
        let again = opened(&text);
        assert!(again.portfolio.projects.len() == 1 && !again.portfolio.projects.has(id), "{text}");
        assert!(again.problems.len() <= read.problems.len() && text.contains("// The first of all."), "{text}");
    }
}

/// A copy has what its origin has, also what this version does not know of it.
#[test]
fn a_copy_carries_the_text_of_its_origin() {
    for returns in [false, true] {
        let text = if returns { LAYOUT.replace('\n', "\r\n") } else { LAYOUT.to_owned() };
        let read = opened(&text);
        let (place, mut uno) = entry(&read, List::Projects, "uno");
        uno = uno.with_id("tres");
        project(&mut uno).amounts[1].value = Minor(3_000);
        let mut edits = Edits::default();
        let added = Added::new(Arc::new(uno.clone()), Some(place));
        edits.lists.entry(List::Projects).or_default().added.push(added);
        let after = String::from_utf8(Written::of(&read.text, &edits).bytes()).unwrap();
        let again = opened(&after);
        assert_eq!(again.portfolio.entry(List::Projects, 2), Some(uno), "{after}");
        assert_eq!(after.matches("mood: \"good\"").count(), 2, "{after}");
        assert_eq!(after.matches("colour: \"red\"").count(), 2, "{after}");
        assert!(after.contains("id: \"tres\"") && after.contains("value: 30)"), "{after}");
        let line_ends = if returns { after.matches("\r\n").count() } else { 0 };
        assert_eq!(after.matches('\r').count(), line_ends);
        assert!(!returns || after.matches('\n').count() == line_ends, "{after:?}");
    }
}

#[test]
fn what_a_file_says_of_itself_is_changed_where_it_stands() {
    let read = opened(LAYOUT);
    let mut header = read.portfolio.header.clone();
    header.title.en = Some("Test".to_owned());
    header.about = Bilingual { es: Some("Sobre".to_owned()), en: None };
    header.country = Some("MX".to_owned());
    let edits =
        Edits { header: Some((Arc::new(read.portfolio.header.clone()), Arc::new(header.clone()))), ..Edits::default() };
    let text = String::from_utf8(Written::of(&read.text, &edits).bytes()).unwrap();
    assert_eq!(opened(&text).portfolio.header, header);
    let head = "    title: (es: \"Prueba\", en: \"Test\"), // said here\n    about: (es: \"Sobre\"),\n    country: \"MX\",\n    tomorrow";
    assert!(text.contains(head), "{text}");
}

/// Gives one record of a list the value that another has in a field.
fn mixed(portfolio: &Portfolio, list: List, to: usize, from: usize, field: usize) -> Option<(usize, Entry)> {
    let count = portfolio.count(list);
    let (to, from) = (to % count, from % count);
    let tree = |place| serde_json::to_value(portfolio.entry(list, place)?).ok();
    let (mut own, other) = (tree(to)?, tree(from)?);
    let name = own.as_object()?.keys().filter(|key| *key != "id").nth(field % (own.as_object()?.len() - 1))?.clone();
    own[&name] = other[&name].clone();
    let of = own.clone();
    let entry = Entry::read(list, of).unwrap();
    Some((to, entry))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever is edited, taken out and added: what is written reads as what was meant, and nothing else moved.
    #[test]
    fn what_is_written_is_what_was_meant(
        edits in prop::collection::vec((0_usize..6, any::<[u16; 3]>(), 0_u8..10), 1..12)
    ) {
        let lists = [List::Projects, List::Events, List::Sources, List::Organizations, List::ReportedTotals, List::Continuity];
        let read = read_ron(embedded()).unwrap();
        let mut meant = read.portfolio.clone();
        let mut done = Edits::default();
        for (number, (list, [to, from, field], what)) in edits.into_iter().enumerate() {
            let list = lists[list];
            let of_list = done.lists.entry(list).or_default();
            if what == 0 {
                of_list.removed.insert(usize::from(to) % read.portfolio.count(list));
            } else if what == 1 {
                let place = usize::from(from) % read.portfolio.count(list);
                let entry = read.portfolio.entry(list, place).unwrap().with_id(&format!("new-{number}"));
                of_list.added.push(Added::new(Arc::new(entry), (field % 2 == 0).then_some(place)));
            } else {
                let (place, entry) =
                    mixed(&meant, list, to.into(), from.into(), field.into()).unwrap();
                meant.put(place, entry.clone());
                of_list.changed.insert(place, Arc::new(entry));
            }
        }
        for (list, of_list) in &done.lists {
            of_list.removed.iter().rev().for_each(|place| meant.remove(*list, *place));
            for added in &of_list.added {
                meant.insert(usize::MAX, Entry::clone(&added.entry));
            }
        }
        let written = Written::of(&read.text, &done);
        prop_assert_eq!(&written.rewritten, &Vec::<String>::new());
        let bytes = written.bytes();
        let again = read_ron(&bytes).unwrap();
        let found = diff(&meant, &again.portfolio);
        prop_assert!(found.is_empty(), "{:?}", found);
    }
}

/// The naughty strings, where they are here; and some of the worst in any case.
fn naughty() -> Vec<String> {
    let worst = [
        "",
        " ",
        "\0",
        "\u{202e}abc\u{202c}",
        "\u{200b}",
        "\u{feff}",
        "\"\\\"",
        "'; --",
        "👩‍👩‍👧‍👦",
        "𓂀",
        "a\u{301}",
        "\r\n\t",
        "\u{7}",
    ];
    let mut strings: Vec<String> = worst.iter().map(|text| (*text).to_owned()).collect();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/text/blns.txt");
    match std::fs::read_to_string(&path) {
        Ok(text) => strings.extend(text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned)),
        Err(_) => eprintln!("left out: the list of naughty strings, because it is not here"),
    }
    strings
}

#[test]
fn naughty_strings_go_through_every_text_field() {
    let read = read_ron(embedded()).unwrap();
    for (number, text) in naughty().into_iter().enumerate() {
        let mut edits = Edits::default();
        // Each text of a record in turn, so that all fields meet all sorts of strings.
        for list in [List::Projects, List::Sources, List::Events, List::Organizations, List::Continuity] {
            let place = number % read.portfolio.count(list);
            let mut tree = serde_json::to_value(read.portfolio.entry(list, place).unwrap()).unwrap();
            replace_texts(&mut tree, &text, "");
            let entry = Entry::read(list, tree).unwrap();
            edits.lists.entry(list).or_default().changed.insert(place, Arc::new(entry));
        }
        let written = Written::of(&read.text, &edits);
        assert!(written.rewritten.is_empty(), "{text:?}: {:?}", written.rewritten);
        let again = read_ron(&written.bytes()).unwrap();
        for (list, of_list) in &edits.lists {
            for (place, entry) in &of_list.changed {
                assert_eq!(again.portfolio.entry(*list, *place).as_ref(), Some(&**entry), "{text:?}");
            }
        }
    }
}

/// Puts a text in the place of every text that people read.
fn replace_texts(tree: &mut serde_json::Value, text: &str, field: &str) {
    const READ: [&str; 11] = [
        "es",
        "en",
        "title",
        "publisher",
        "acronym",
        "agreement_number",
        "as_named",
        "url",
        "excerpt",
        "archived_url",
        "projects_as_named",
    ];
    match tree {
        serde_json::Value::String(old) if READ.contains(&field) => text.clone_into(old),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, text, field)),
        serde_json::Value::Object(fields) => {
            fields
                .iter_mut()
                .filter(|(name, _)| *name != "name_ours")
                .for_each(|(name, value)| replace_texts(value, text, name));
        }
        _ => {}
    }
}
