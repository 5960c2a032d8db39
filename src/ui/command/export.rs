//! What a view hands over to be written as a file of its own.

use std::sync::Arc;

/// Something to take along as a file of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// What kind of file.
    pub kind: ExportKind,
    /// What its suggested name says after the plan's, if anything.
    pub about: Option<&'static str>,
    /// The bytes of the file.
    pub bytes: Arc<[u8]>,
}

/// What kind of file is taken along.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ExportKind {
    /// A PNG picture.
    Picture,
    /// A text for forums and notes.
    Markdown,
    /// A table.
    Csv,
    /// A page that opens in a browser.
    Html,
}

impl ExportKind {
    /// As shown: `picture`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Markdown => "text",
            Self::Csv => "table",
            Self::Html => "report",
        }
    }

    /// The ending of its file.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Picture => "png",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Html => "html",
        }
    }

    /// The kind of a file of this name; none for a plan.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = std::path::Path::new(name).extension()?;
        Self::ALL.into_iter().find(|kind| ending == kind.ending())
    }

    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Picture, Self::Markdown, Self::Csv, Self::Html];
}
