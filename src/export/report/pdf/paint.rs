//! Sheets, links, outline and tags written as a PDF under the rules of PDF/UA-1.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target as Leads};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::{Destination, XyzDestination};
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree};
use krilla::{Document as Pdf, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::flow::Document;
use super::fonts::Fonts;
use super::pieces::{Run, Target};
use super::sheet::{At, Child, Link, Mark, Slot, Tree};
use crate::export::report::block::Report;
use crate::format::{Progress, Stage};
use crate::model::Lang;

/// The bytes; why there are none, where a rule is not kept.
pub(super) fn bytes(
    document: &Document,
    report: &Report,
    fonts: &Fonts,
    letters: bool,
    progress: Option<&Progress>,
) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut painter = Painter { document, fonts, letters, leaves: vec![None; document.tree.leaves] };
    progress.inspect(|progress| progress.enter(Stage::Paging, document.sheets.len()));
    for place in 0..document.sheets.len() {
        painter.sheet(&mut pdf, place)?;
        progress.inspect(|progress| progress.one_more());
    }
    progress.inspect(|progress| progress.enter(Stage::Packing, 0));
    let children = painter.children(Tree::ROOT);
    pdf.set_tag_tree(TagTree::from(children).with_lang(Some(report.lang.code().to_owned())));
    pdf.set_outline(outline(document));
    pdf.set_metadata(metadata(report));
    pdf.finish().map_err(told)
}

fn told(error: KrillaError) -> String {
    match error {
        KrillaError::Validation(faults) => {
            let faults: Vec<String> = faults.iter().take(3).map(|(fault, _)| format!("{fault:?}")).collect();
            faults.join("; ")
        }
        other => other.to_string(),
    }
}

struct Painter<'a> {
    document: &'a Document,
    fonts: &'a Fonts,
    /// Whether letters of drawings are written as letters.
    letters: bool,
    /// What the leaves of the tree became.
    leaves: Vec<Option<Identifier>>,
}

impl Painter<'_> {
    fn sheet(&mut self, pdf: &mut Pdf, place: usize) -> Result<(), String> {
        let (width, height) = self.document.size;
        let settings = PageSettings::from_wh(width, height).ok_or("size")?;
        let mut page = pdf.start_page_with(settings);
        let Some(sheet) = self.document.sheets.get(place) else { return Ok(()) };
        let mut surface = page.surface();
        for mark in &sheet.marks {
            self.mark(&mut surface, mark);
        }
        surface.finish();
        for link in &sheet.links {
            if let Some(annotation) = self.annotation(link) {
                let identifier = page.add_tagged_annotation(annotation);
                self.keep(link.leaf, identifier);
            }
        }
        page.finish();
        Ok(())
    }

    fn keep(&mut self, leaf: usize, identifier: Identifier) {
        if let Some(kept) = self.leaves.get_mut(leaf) {
            *kept = Some(identifier);
        }
    }

    fn mark(&mut self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Words { run, x, baseline, slot } => self.words(surface, run, *x, *baseline, *slot),
            Mark::SheetOf { section, run, right, baseline, slot } => {
                let number = self.document.sections.get(*section).map_or(0, |at| at.sheet + 1);
                let run = Run { text: number.to_string(), ..run.clone() };
                let width = self.fonts.width(&run.text, run.style.face) * run.style.size;
                self.words(surface, &run, right - width, *baseline, *slot);
            }
            Mark::Box { x, y, width, height, colour } => {
                let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) else { return };
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                let Some(path) = path.finish() else { return };
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                surface.set_fill(Some(fill(*colour)));
                surface.draw_path(&path);
                surface.end_tagged();
            }
            Mark::Drawing { drawing, x, y, width, height, slot } => {
                let (Some(tree), Some(size)) = (self.document.drawings.get(*drawing), Size::from_wh(*width, *height))
                else {
                    return;
                };
                let identifier = surface.start_tagged(ContentTag::Other);
                surface.push_transform(&Transform::from_translate(*x, *y));
                let settings = SvgSettings { embed_text: self.letters, ..SvgSettings::default() };
                surface.draw_svg(tree, size, settings);
                surface.pop();
                surface.end_tagged();
                if let Slot::Leaf(leaf) = slot {
                    self.keep(*leaf, identifier);
                }
            }
        }
    }

    fn words(&mut self, surface: &mut Surface<'_>, run: &Run, x: f32, baseline: f32, slot: Slot) {
        let tag = match slot {
            Slot::Leaf(_) => ContentTag::Span(SpanTag::empty().with_lang(run.lang.map(Lang::code))),
            Slot::Artifact(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
        };
        let (glyphs, _) = self.fonts.shape(&run.text, run.style.face);
        let identifier = surface.start_tagged(tag);
        surface.set_fill(Some(fill(run.style.colour)));
        let font = self.fonts.font(run.style.face);
        surface.draw_glyphs(Point::from_xy(x, baseline), &glyphs, font, &run.text, run.style.size, false);
        surface.end_tagged();
        if let Slot::Leaf(leaf) = slot {
            self.keep(leaf, identifier);
        }
    }

    fn annotation(&self, link: &Link) -> Option<Annotation> {
        let rect = Rect::from_xywh(link.x, link.y, link.width.max(1.0), link.height.max(1.0))?;
        let within = |at: At| Leads::Destination(Destination::Xyz(destination(at)));
        let target = match &link.target {
            Target::Web(url) => Leads::Action(Action::Link(LinkAction::new(url.clone()))),
            Target::Source(number) => within(self.document.sources.get(number).copied()?),
            Target::Section(section) => within(self.document.sections.get(*section).copied()?),
        };
        Some(Annotation::new_link(LinkAnnotation::new(rect, target), Some(link.spoken.clone())))
    }

    /// What stands within a tag. As deep as cells within rows within tables within sections.
    fn children(&self, node: usize) -> Vec<Node> {
        let children = self.document.tree.nodes.get(node).map_or(&[][..], |node| &node.children);
        let child = |child: &Child| match child {
            Child::Leaf(leaf) => self.leaves.get(*leaf).copied().flatten().map(Node::Leaf),
            Child::Node(place) => {
                let tag = self.document.tree.nodes.get(*place)?.tag.clone();
                Some(Node::Group(TagGroup::with_children(tag, self.children(*place))))
            }
        };
        children.iter().filter_map(child).collect()
    }
}

fn fill(colour: rgb::Color) -> Fill {
    Fill { paint: colour.into(), ..Fill::default() }
}

fn destination(at: At) -> XyzDestination {
    XyzDestination::new(at.sheet, Point::from_xy(0.0, (at.y - 8.0).max(0.0)))
}

/// The outline: sections, and below them what is headed within.
fn outline(document: &Document) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for heading in &document.headings {
        let node = OutlineNode::new(heading.title.clone(), destination(heading.at));
        match &mut open {
            Some(section) if !heading.section => section.push_child(node),
            _ => {
                if let Some(section) = open.replace(node) {
                    outline.push_child(section);
                }
            }
        }
    }
    if let Some(section) = open {
        outline.push_child(section);
    }
    outline
}

fn metadata(report: &Report) -> Metadata {
    let day = report.day;
    let mut date = DateTime::new(u16::try_from(day.year()).unwrap_or(0));
    if let Some(month) = day.month() {
        date = date.month(month);
    }
    if let Some(day) = day.day() {
        date = date.day(day);
    }
    let metadata = Metadata::new()
        .title(format!("{} – {}", report.title, report.kind))
        .language(report.lang.code().to_owned())
        .creator(format!("Atalaya {}", env!("CARGO_PKG_VERSION")))
        .description(report.version.clone())
        .creation_date(date);
    match &report.stamp {
        Some(stamp) => metadata.keywords(vec![format!("atalaya: {stamp}")]),
        None => metadata,
    }
}
