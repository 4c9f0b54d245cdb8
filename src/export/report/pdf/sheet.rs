//! What stands where, before it is written: sheets with their marks, and the tree of tags over them.

use krilla::color::rgb;
use krilla::tagging::{ArtifactType, TagKind};

use super::pieces::{Run, Target};

/// To what a mark belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Slot {
    /// A leaf of the tree.
    Leaf(usize),
    /// Nothing that is told.
    Artifact(ArtifactType),
}

/// A mark on a sheet; points from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// Words that stand on this line.
    Words { run: Run, x: f32, baseline: f32, slot: Slot },
    /// The number of the sheet that a section begins on, ending at `right`.
    SheetOf { section: usize, run: Run, right: f32, baseline: f32, slot: Slot },
    /// A filled box.
    Box { x: f32, y: f32, width: f32, height: f32, colour: rgb::Color },
    /// A drawing, by its place in the list of drawings.
    Drawing { drawing: usize, x: f32, y: f32, width: f32, height: f32, slot: Slot },
}

/// A place that leads elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub target: Target,
    /// What it is, for who hears it.
    pub spoken: String,
    /// The leaf that it is in the tree.
    pub leaf: usize,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    pub marks: Vec<Mark>,
    pub links: Vec<Link>,
}

/// A place: the sheet and how far down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct At {
    pub sheet: usize,
    pub y: f32,
}

/// A child of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Child {
    Node(usize),
    Leaf(usize),
}

/// A tag with what it holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub tag: TagKind,
    pub children: Vec<Child>,
}

/// All tags; the first is the root.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    pub leaves: usize,
}

impl Tree {
    pub const ROOT: usize = 0;

    pub fn new(root: impl Into<TagKind>) -> Self {
        Self { nodes: vec![Node { tag: root.into(), children: Vec::new() }], leaves: 0 }
    }

    /// A new tag within another.
    pub fn node(&mut self, parent: usize, tag: impl Into<TagKind>) -> usize {
        let place = self.nodes.len();
        self.nodes.push(Node { tag: tag.into(), children: Vec::new() });
        self.attach(parent, Child::Node(place));
        place
    }

    /// A new leaf within a tag.
    pub fn leaf(&mut self, parent: usize) -> usize {
        let leaf = self.leaves;
        self.leaves += 1;
        self.attach(parent, Child::Leaf(leaf));
        leaf
    }

    fn attach(&mut self, parent: usize, child: Child) {
        if let Some(node) = self.nodes.get_mut(parent) {
            node.children.push(child);
        }
    }
}
