//! What an action takes along, and how it is made.

use egui::Context;

use super::{Card, CardShape};
use crate::model::Plan;
use crate::store::export::{ComparisonFormat, comparison, depth_chart_markdown, depth_chart_text};
use crate::ui::board::taken_along;
use crate::ui::command::{Action, ExportKind};
use crate::ui::compare::compared_in_full;
use crate::ui::picture;
use crate::ui::raster::Image;
use crate::ui::screen::{Screen, View};
use crate::ui::theme::Theme;

/// A card is drawn so many times larger than its named size.
const SCALE: f32 = 2.0;

/// What is taken along.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ui) struct Taking {
    /// The board or the comparison.
    subject: View,
    form: Form,
    /// On the clipboard; else to a file.
    pub copy: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Form {
    Card(CardShape),
    Words(ComparisonFormat),
}

/// What came of it.
#[derive(Debug)]
pub(in crate::ui) enum Made {
    Picture(Image),
    Words(String),
}

impl Taking {
    /// What an action takes along, if it is one of those.
    pub(in crate::ui) fn of(action: Action) -> Option<Self> {
        use CardShape::{Square, Wide};
        use ComparisonFormat::{Csv, Html, Markdown, Text};
        use Form::{Card, Words};
        use View::{Board, Compare};

        let (subject, form, copy) = match action {
            Action::CopyBoardWide => (Board, Card(Wide), true),
            Action::CopyBoardSquare => (Board, Card(Square), true),
            Action::SaveBoardWide => (Board, Card(Wide), false),
            Action::SaveBoardSquare => (Board, Card(Square), false),
            Action::CopyBoardText => (Board, Words(Text), true),
            Action::CopyBoardMarkdown => (Board, Words(Markdown), true),
            Action::CopyComparisonWide => (Compare, Card(Wide), true),
            Action::CopyComparisonSquare => (Compare, Card(Square), true),
            Action::SaveComparisonWide => (Compare, Card(Wide), false),
            Action::SaveComparisonSquare => (Compare, Card(Square), false),
            Action::CopyComparisonText => (Compare, Words(Text), true),
            Action::CopyComparisonMarkdown => (Compare, Words(Markdown), true),
            Action::SaveComparisonMarkdown => (Compare, Words(Markdown), false),
            Action::SaveComparisonTable => (Compare, Words(Csv), false),
            Action::SaveComparisonReport => (Compare, Words(Html), false),
            _ => return None,
        };
        Some(Self { subject, form, copy })
    }

    /// What it is about: `depth chart`.
    pub(in crate::ui) fn about(self) -> &'static str {
        if self.subject == View::Board { "depth chart" } else { "comparison" }
    }

    /// What suggested names of files say after the plan's: `comparison-square`.
    pub(in crate::ui) fn named(self) -> &'static str {
        match (self.subject, self.form) {
            (View::Board, Form::Card(CardShape::Square)) => "depth-chart-square",
            (View::Board, _) => "depth-chart",
            (_, Form::Card(CardShape::Square)) => "comparison-square",
            _ => "comparison",
        }
    }

    /// The kind of its file.
    pub(in crate::ui) fn kind(self) -> ExportKind {
        match self.form {
            Form::Card(_) => ExportKind::Picture,
            Form::Words(ComparisonFormat::Csv) => ExportKind::Csv,
            Form::Words(ComparisonFormat::Html) => ExportKind::Html,
            Form::Words(_) => ExportKind::Markdown,
        }
    }

    /// Makes it of what `screen` shows of a plan.
    ///
    /// # Errors
    /// Why there is nothing to take along, in a sentence.
    pub(in crate::ui) fn make(
        self,
        ctx: &Context,
        plan: &Plan,
        screen: &Screen,
        wordmark: bool,
    ) -> Result<Made, String> {
        if self.subject == View::Compare && plan.scenarios.len() < 2 {
            return Err("A comparison needs two scenarios.".to_owned());
        }
        match self.form {
            Form::Card(shape) => {
                let card = Card { shape, wordmark };
                let of = if self.subject == View::Board { picture::of_board } else { picture::of_comparison };
                let image = of(plan, screen, card, SCALE, Theme::from(ctx.theme()));
                image.map(Made::Picture).map_err(|error| error.to_string())
            }
            Form::Words(format) => {
                let words =
                    picture::with_scene(ctx, plan, screen, self.subject, |scene| match self.subject {
                        View::Board if format == ComparisonFormat::Markdown => {
                            Some(depth_chart_markdown(&taken_along(scene)))
                        }
                        View::Board => Some(depth_chart_text(&taken_along(scene))),
                        _ => compared_in_full(scene).map(|full| comparison(plan, &full, format)),
                    });
                words.flatten().map(Made::Words).ok_or_else(|| "This plan has no scenario.".to_owned())
            }
        }
    }
}
