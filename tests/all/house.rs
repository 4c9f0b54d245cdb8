//! The layers of the house: a module imports only from those below it.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the ground up; modules of one layer do not know each other.
const LAYERS: [&[&str]; 10] = [
    &["model"],
    &["i18n"],
    &["format"],
    &["query"],
    &["figure"],
    &["export"],
    &["session"],
    &["ui", "cli"],
    &["app"],
    &["start"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// Every module of the crate that a file names as `crate::module`.
fn named(text: &str) -> Vec<String> {
    let mut modules = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, hit) in line.match_indices("crate::") {
            // `$crate::` and `my_crate::` are something else.
            let before = line[..at].chars().next_back();
            let module: String =
                line[at + hit.len()..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') && !module.is_empty() {
                modules.push(module);
            }
        }
    }
    modules
}

#[test]
fn no_module_looks_up() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in sources(&src) {
        let relative = file.strip_prefix(&src).unwrap();
        let module = relative.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let Some(own) = layer(&module) else { continue };
        for other in named(&fs::read_to_string(&file).unwrap()) {
            let allowed = other == module || layer(&other).is_some_and(|other| other < own);
            if layer(&other).is_some() && !allowed {
                wrong.push(format!("{} names crate::{other}", relative.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "modules that look up:\n{}", wrong.join("\n"));
}

#[test]
fn what_is_absent_on_purpose_is_absent() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rules: [(&str, &[&str]); 5] = [
        ("model", &["egui", "std::fs", "SystemTime", "Instant::now"]),
        ("query", &["egui", "std::fs", "SystemTime", "Instant::now"]),
        ("figure", &["egui", "std::fs", "SystemTime"]),
        ("session", &["egui::", "eframe"]),
        ("", &["std::net", "TcpStream", "UdpSocket", "unsafe {"]),
    ];
    for (module, words) in rules {
        for file in sources(&src.join(module)) {
            let text = fs::read_to_string(&file).unwrap();
            let lines: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = lines.join(
                "
",
            );
            for word in words {
                assert!(!code.contains(word), "{} holds `{word}`", file.display());
            }
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&src) {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//!"), "{} has no head", file.display());
    }
}
