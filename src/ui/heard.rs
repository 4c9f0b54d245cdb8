//! What a screen reader is told is told once, and told at all: a description that the name already says is taken away before
//! it goes out (egui makes one of every hint, also of one that only shows whole what is cut), and what is chosen in a list
//! becomes one where the system would not carry it otherwise. Knows nothing of what is told.

use eframe::egui::{Context, FullOutput, Plugin, accesskit};

/// Takes away descriptions that say nothing more than the name, and lines of them that do not.
pub struct Once;

impl Plugin for Once {
    fn debug_name(&self) -> &'static str {
        "nothing is told twice"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        let nodes = output.platform_output.accesskit_update.iter_mut().flat_map(|update| update.nodes.iter_mut());
        nodes.for_each(|(_, node)| {
            tell_once(node);
            if AT_SPI {
                tell_chosen(node);
            }
        });
    }
}

/// Whether the tree goes out by AT-SPI, which gets no value of a list to choose from (`accesskit_atspi_common` 0.21).
const AT_SPI: bool = cfg!(all(unix, not(target_os = "macos")));

/// Says in the description what is chosen in a list, where the name does not say it.
fn tell_chosen(node: &mut accesskit::Node) {
    if node.role() != accesskit::Role::ComboBox {
        return;
    }
    let Some(value) = node.value().map(str::to_owned).filter(|value| !value.is_empty()) else { return };
    if node.label().is_some_and(|name| name.contains(&value)) {
        return;
    }
    let told = node.description().map_or_else(|| value.clone(), |more| format!("{value}\n{more}"));
    node.set_description(told);
}

/// Leaves in the description what neither the name, nor the text that a label is named by, says.
fn tell_once(node: &mut accesskit::Node) {
    let Some(description) = node.description() else { return };
    let is_new = |line: &&str| {
        let line = line.trim().trim_end_matches('.');
        ![node.label(), node.value()].into_iter().flatten().any(|told| told.contains(line))
    };
    let new: Vec<&str> = description.lines().filter(is_new).collect();
    if new.is_empty() {
        node.clear_description();
    } else if new.len() < description.lines().count() {
        let new = new.join("\n");
        node.set_description(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_name_says_is_not_described() {
        let described = |name: &str, description: &str| {
            let mut node = accesskit::Node::new(accesskit::Role::Button);
            node.set_label(name);
            node.set_description(description);
            tell_once(&mut node);
            node.description().map(str::to_owned)
        };
        assert_eq!(described("Open in the browser: A title", "A title"), None);
        assert_eq!(described("Named: 1 project", "Named\nA source names it."), Some("A source names it.".to_owned()));
        assert_eq!(described("Copy", "As cells\nfor Excel"), Some("As cells\nfor Excel".to_owned()));
    }

    #[test]
    fn what_is_chosen_in_a_list_is_told() {
        let described = |name: &str, value: &str, description: Option<&str>| {
            let mut node = accesskit::Node::new(accesskit::Role::ComboBox);
            node.set_label(name);
            node.set_value(value);
            if let Some(text) = description {
                node.set_description(text);
            }
            tell_chosen(&mut node);
            node.description().map(str::to_owned)
        };
        assert_eq!(described("Role", "funds", None), Some("funds".to_owned()));
        assert_eq!(described("Role: funds", "funds", None), None);
        assert_eq!(described("Role", "funds", Some("Of this project")), Some("funds\nOf this project".to_owned()));
    }
}
