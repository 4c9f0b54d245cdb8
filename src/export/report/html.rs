//! A report as one page of HTML: nothing is loaded from elsewhere, nothing runs. Written so that it is XML as well.
//! Headings in order, real tables with heads, drawings with their words and figures, text in another language tagged.

mod drawing;
mod escape;

use std::io::{self, Write};

use escape::{address, text as escaped};

use super::block::{Block, KeyFigure, Piece, Report, Section, SourceEntry, Table, TableRow, Text, stretches};
use crate::export::Picture;

/// How the page looks, on screen in both modes and on paper.
const STYLE: &str = include_str!("html/page.css");

/// Writes a report as one page.
pub fn write_html(report: &Report, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    let mut page = Page { report, out, tables: 0, pictures: 0 };
    page.head()?;
    page.opening()?;
    page.contents()?;
    page.line("<main id=\"main\" tabindex=\"-1\">")?;
    for section in &report.sections {
        page.section(section)?;
    }
    page.line("</main>")?;
    let version = escaped(&report.version);
    page.line(&format!("<footer><p>{version}</p></footer>\n</body>\n</html>"))
}

struct Page<'a, W: Write + ?Sized> {
    report: &'a Report,
    out: &'a mut W,
    tables: usize,
    pictures: usize,
}

impl<W: Write + ?Sized> Page<'_, W> {
    fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    fn head(&mut self) -> io::Result<()> {
        let report = self.report;
        let (lang, title, kind) = (report.lang.code(), escaped(&report.title), escaped(&report.kind));
        self.line("<!DOCTYPE html>")?;
        self.line(&format!("<html lang=\"{lang}\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>"))?;
        self.line("<meta charset=\"utf-8\"/>")?;
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")?;
        self.line("<meta name=\"color-scheme\" content=\"light dark\"/>")?;
        self.line(&format!("<meta name=\"generator\" content=\"Atalaya {}\"/>", env!("CARGO_PKG_VERSION")))?;
        self.line(&format!("<meta name=\"date\" content=\"{}\"/>", escaped(&report.day.to_string())))?;
        self.line(&format!("<title>{title} – {kind}</title>"))?;
        self.line(&format!("<style>\n{STYLE}</style>\n</head>"))
    }

    fn opening(&mut self) -> io::Result<()> {
        let report = self.report;
        let skip = escaped(&report.labels.skip);
        self.line(&format!("<body>\n<a class=\"skip\" href=\"#main\">{skip}</a>\n<header>"))?;
        self.line(&format!("<p class=\"kind\">{}</p>", escaped(&report.kind)))?;
        let lang = if report.title_lang == report.lang { "" } else { report.title_lang.code() };
        let lang = if lang.is_empty() { String::new() } else { format!(" lang=\"{lang}\"") };
        self.line(&format!("<h1{lang}>{}</h1>", escaped(&report.title)))?;
        self.blocks(&report.cover)?;
        self.line("</header>")
    }

    fn contents(&mut self) -> io::Result<()> {
        let title = escaped(&self.report.labels.contents);
        self.line(&format!("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{title}</h2>\n<ol>"))?;
        for section in &self.report.sections {
            self.line(&format!("<li><a href=\"#{}\">{}</a></li>", section.id, escaped(&section.title)))?;
        }
        self.line("</ol>\n</nav>")
    }

    fn section(&mut self, section: &Section) -> io::Result<()> {
        let (id, title) = (section.id, escaped(&section.title));
        self.line(&format!(
            "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>"
        ))?;
        self.blocks(&section.blocks)?;
        self.line("</section>")
    }

    fn blocks(&mut self, blocks: &[Block]) -> io::Result<()> {
        for block in blocks {
            match block {
                Block::Heading(title) => self.line(&format!("<h3>{}</h3>", escaped(title)))?,
                Block::Paragraph(text) => self.paragraph("", text)?,
                Block::Lead(text) => self.paragraph("lead", text)?,
                Block::Note(text) => self.paragraph("note", text)?,
                Block::List(items) => self.list(items)?,
                Block::Facts(facts) => self.facts(facts)?,
                Block::Figures(figures) => self.figures(figures)?,
                Block::Table(table) => self.table(table)?,
                Block::Picture(picture, table) => self.picture(picture, table.as_ref())?,
                Block::Sources(sources) => self.sources(sources)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, class: &str, text: &Text) -> io::Result<()> {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let text = self.words(text);
        self.line(&format!("<p{class}>{text}</p>"))
    }

    fn list(&mut self, items: &[Text]) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        self.line("<ul>")?;
        for item in items {
            let item = self.words(item);
            self.line(&format!("<li>{item}</li>"))?;
        }
        self.line("</ul>")
    }

    fn facts(&mut self, facts: &[(String, Text)]) -> io::Result<()> {
        self.line("<dl>")?;
        for (term, text) in facts {
            let (term, text) = (escaped(term), self.words(text));
            self.line(&format!("<div><dt>{term}</dt><dd>{text}</dd></div>"))?;
        }
        self.line("</dl>")
    }

    fn figures(&mut self, figures: &[KeyFigure]) -> io::Result<()> {
        self.line("<ul class=\"figures\">")?;
        for figure in figures {
            let (label, value, unit) = (escaped(&figure.label), escaped(&figure.value), escaped(&figure.unit));
            let sources = self.words(&figure.sources);
            self.line("<li>")?;
            self.line(&format!("<p class=\"label\">{label}</p>\n<p class=\"value\">{value}{sources}</p>"))?;
            if !unit.is_empty() {
                self.line(&format!("<p class=\"unit\">{unit}</p>"))?;
            }
            let lacks: Vec<Text> = figure.lacks.iter().map(Text::of).collect();
            self.list(&lacks)?;
            self.line("</li>")?;
        }
        self.line("</ul>")
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        self.tables += 1;
        let (id, caption) = (format!("table-{}", self.tables), escaped(&table.caption));
        self.line(&format!("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table>"))?;
        self.line(&format!("<caption id=\"{id}\">{caption}</caption>\n<thead>\n<tr>"))?;
        for column in &table.columns {
            let class = if column.figure { " class=\"figure\"" } else { "" };
            self.line(&format!("<th scope=\"col\"{class}>{}</th>", escaped(&column.title)))?;
        }
        self.line("</tr>\n</thead>\n<tbody>")?;
        for row in &table.rows {
            self.row(table, row)?;
        }
        self.line("</tbody>\n</table>\n</div>")?;
        table.notes.iter().try_for_each(|note| self.paragraph("note", note))
    }

    fn row(&mut self, table: &Table, row: &TableRow) -> io::Result<()> {
        self.line(if row.total { "<tr class=\"total\">" } else { "<tr>" })?;
        for (place, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let class = match (column.figure, cell.missing) {
                (true, true) => " class=\"figure missing\"",
                (true, false) => " class=\"figure\"",
                (false, true) => " class=\"missing\"",
                (false, false) => "",
            };
            let text = self.words(&cell.text);
            self.line(&match place {
                0 => format!("<th scope=\"row\"{class}>{text}</th>"),
                _ => format!("<td{class}>{text}</td>"),
            })?;
        }
        self.line("</tr>")
    }

    fn picture(&mut self, picture: &Picture, table: Option<&Table>) -> io::Result<()> {
        self.pictures += 1;
        let id = format!("picture-{}", self.pictures);
        self.line(&format!("<figure aria-labelledby=\"{id}\">"))?;
        if let Some(drawing) = drawing::inline(&picture.svg, &id, &picture.spoken) {
            self.line(&format!("<div class=\"drawing\">{drawing}</div>"))?;
        } else {
            let text = format!("{} {}", self.report.labels.no_picture, picture.spoken);
            self.line(&format!("<p class=\"note\">{}</p>", escaped(&text)))?;
        }
        self.line(&format!("<figcaption id=\"{id}\">{}</figcaption>", escaped(&picture.title)))?;
        if let Some(table) = table {
            self.table(table)?;
        }
        self.line("</figure>")
    }

    fn sources(&mut self, sources: &[SourceEntry]) -> io::Result<()> {
        self.line("<ol class=\"sources\">")?;
        for source in sources {
            let mut text = self.words(&source.text);
            if let Some(url) = &source.url {
                text += &format!(" {}", link(url));
            }
            if let Some((label, url)) = &source.archived {
                text += &format!(" {} {}", escaped(label), link(url));
            }
            if let Some(consulted) = &source.consulted {
                text += &format!(" <span class=\"soft\">{}.</span>", escaped(consulted));
            }
            self.line(&format!("<li id=\"source-{0}\" value=\"{0}\">{text}</li>", source.number))?;
        }
        self.line("</ol>")
    }

    /// The pieces of a text.
    fn words(&self, text: &Text) -> String {
        text.0.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Piece) -> String {
        match piece {
            Piece::Words(words, None) => escaped(words),
            Piece::Words(words, Some(lang)) => format!("<span lang=\"{}\">{}</span>", lang.code(), escaped(words)),
            Piece::Strong(words) => format!("<strong>{}</strong>", escaped(words)),
            Piece::Soft(words) => format!("<span class=\"soft\">{}</span>", escaped(words)),
            Piece::Link(url) => link(url),
            Piece::Cites(numbers, more) => {
                let label = escaped(&self.report.labels.source);
                let one = |number: usize| {
                    format!("<a href=\"#source-{number}\" aria-label=\"{label} {number}\">{number}</a>")
                };
                let parts: Vec<String> = (stretches(numbers).into_iter())
                    .map(|(from, to)| match to - from {
                        0 => one(from),
                        1 => format!("{}, {}", one(from), one(to)),
                        _ => format!("{}–{}", one(from), one(to)),
                    })
                    .collect();
                let more = more.as_ref().map(|more| format!(" {}", escaped(more))).unwrap_or_default();
                format!(" <span class=\"cites\">[{}{more}]</span>", parts.join(", "))
            }
        }
    }
}

/// An address as a link where it leads into the web, else as text.
fn link(url: &str) -> String {
    let shown = escaped(url);
    match address(url) {
        Some(address) => format!("<a class=\"address\" href=\"{address}\">{shown}</a>"),
        None => format!("<span class=\"address\">{shown}</span>"),
    }
}
