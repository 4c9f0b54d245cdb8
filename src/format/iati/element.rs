//! An element of a file with all that is in it, and the texts in it by language: one activity at a time is held so.
//! Knows nothing of what its names mean.

/// The namespace of what IATI has no place for.
pub const OWN: &str = "urn:atalaya:1";
/// How its names begin in the files that we write.
pub const OWN_PREFIX: &str = "atalaya:";
/// How its names begin here, whatever a file calls it: as no name can that only looks like one of ours.
pub(super) const IN_OWN: &str = "{urn:atalaya:1}";

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name; with a prefix where it is of another standard.
    pub name: String,
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its attributes by name.
    pub attributes: Vec<(String, String)>,
    /// The text right in it, as it stands.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Self>,
}

impl Element {
    /// An attribute that says something.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Its code: versions before 1.01 say `ref`.
    pub fn code(&self) -> Option<&str> {
        self.attribute("code").or_else(|| self.attribute("ref"))
    }

    /// The elements in it that have this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first of them.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text right in it without the blanks around it; `None` where there is none.
    pub fn words(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// A date as written: in version 2 an attribute, before also the text.
    pub fn date_text(&self) -> &str {
        self.attribute("iso-date").or_else(|| self.words()).unwrap_or("")
    }

    /// What it says, each with the language that it names: in narratives, before version 2 in itself.
    pub fn narratives(&self) -> Vec<(Option<&str>, &str)> {
        let own = self.attribute("xml:lang");
        let narratives = self.all("narrative");
        let mut found: Vec<_> =
            narratives.filter_map(|text| Some((text.attribute("xml:lang").or(own), text.words()?))).collect();
        if found.is_empty() {
            found.extend(self.words().map(|text| (own, text)));
        }
        found
    }

    /// Something of it that tells a person which one it is: what it says, its code, its first attribute.
    pub fn example(&self) -> String {
        let said = |element: &Self| element.narratives().first().map(|(_, text)| (*text).to_owned());
        let code = || self.code().map(str::to_owned);
        let deeper = || self.children.iter().find_map(said);
        let first = || self.attributes.iter().map(|(_, value)| value).find(|value| !value.trim().is_empty()).cloned();
        said(self).or_else(code).or_else(deeper).or_else(first).unwrap_or_default()
    }
}
