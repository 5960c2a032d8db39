//! What is reported about him, the newest first.

use egui::{Color32, OpenUrl, Ui};

use crate::edit::Edit;
use crate::model::{
    AmountRole, Currency, Extra, MoneyRange, Player, Report, ReportId, ReportKind, ReportedAmount, Trust,
    words,
};
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::IconButton;

use super::block::{Ending, block_ui, card_ui, ending_ui};
use super::choice::choice_ui;
use super::field::{Field, ReportField};
use super::inline::Look;
use super::pane::{Pane, ROW, dotted, heading_ui, label_ui, quiet_button, since};
use super::reveal::Spot;
use crate::ui::entry;

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let plan = pane.plan;
    let reports = plan.reports_about(&player.id);
    let add = heading_ui(ui, "Intel", |ui| {
        let add = quiet_button(ui, icons::ADD, "Report", "Add a report").clicked();
        let count = match reports.len() {
            0 => String::new(),
            1 => "1 report".to_owned(),
            many => format!("{many} reports"),
        };
        ui.label(text::second(count));
        add
    });
    if add {
        add_report(pane, player);
    }
    if reports.is_empty() {
        ui.label(text::second("Nothing reported about him yet."));
    }
    for report in reports {
        let top = ui.cursor().min;
        if pane.open.report.as_ref() == Some(&report.id) {
            card_ui(ui, |ui| report_ui(ui, pane, report));
        } else if report_block_ui(ui, report).clicked() {
            pane.open.report = Some(report.id.clone());
        }
        pane.reveal(ui, &Spot::Report(report.id.clone()), since(ui, top));
        ui.add_space(size::GAP_TIGHT);
    }
}

fn add_report(pane: &mut Pane<'_>, player: &Player) {
    let date = pane.screen.date.min(pane.plan.as_of);
    let id = ReportId::new_for(&format!("{} {date}", player.id), |taken| {
        pane.plan.reports.iter().any(|known| known.id == *taken)
    });
    pane.open.report = Some(id.clone());
    pane.open.focus = Some(Field::Report(id.clone(), ReportField::Claim));
    pane.desk.ask(Edit::PutReport(Box::new(Report {
        id,
        player: player.id.clone(),
        date,
        undated: false,
        outlet: String::new(),
        kind: ReportKind::Interest,
        club: None,
        claim: String::new(),
        amounts: Vec::new(),
        link: None,
        trust: Trust::Uncertain,
        extra: Extra::new(),
    })));
}

/// The colour that stands for how far a report is trusted; the word stands beside it.
fn trust_color(ui: &Ui, trust: Trust) -> Color32 {
    let palette = theme::palette(ui);
    match trust {
        Trust::Official => palette.tone(Tone::Accent).mark,
        Trust::High => palette.tone(Tone::Ok).mark,
        Trust::Uncertain => palette.tone(Tone::Warn).mark,
        Trust::Low => palette.line_strong,
    }
}

fn report_block_ui(ui: &mut Ui, report: &Report) -> egui::Response {
    let title =
        if report.claim.is_empty() { words::capital(report.kind.name()) } else { report.claim.clone() };
    let trust = report.trust.name().to_owned();
    let source = if report.undated && report.outlet.trim().is_empty() {
        vec!["Outlet and day not recorded".to_owned()]
    } else {
        vec![words::capital(report.outlet_words()), report.day_words()]
    };
    let mut lines = vec![dotted(source.into_iter().chain([trust]))];
    if !report.amounts.is_empty() {
        lines.push(dotted(report.amounts.iter().map(|amount| {
            let figure = entry::range_text(&amount.value);
            if amount.role == AmountRole::Other { figure } else { format!("{} {figure}", amount.role.name()) }
        })));
    }
    let name = format!("Report: {title}, {}", lines.join(", ")).replace('\u{a0}', " ");
    let bar = trust_color(ui, report.trust);
    block_ui(ui, &name, bar, &title, &lines)
}

fn report_ui(ui: &mut Ui, pane: &mut Pane<'_>, report: &Report) {
    let field = |which| Field::Report(report.id.clone(), which);
    pane.typed(ui, &field(ReportField::Claim), Look::sentence("Claim", "What it says, in a line"));
    pane.complain(ui);
    ui.add_space(size::GAP_XS);
    pane.row(ui, "Outlet", |ui, pane| {
        pane.typed(ui, &field(ReportField::Outlet), Look::value("Outlet", "who published it"));
    });
    pane.row(ui, "Date", |ui, pane| {
        pane.typed(ui, &field(ReportField::Date), Look::day("Report date", "not recorded"));
    });
    pane.row(ui, "About", |ui, pane| {
        let kinds = ReportKind::ALL.map(|kind| (kind, kind.name()));
        if let Some(kind) = choice_ui(ui, "Kind of report", Some(report.kind), "", &kinds) {
            pane.desk.report(&report.id, |report| report.kind = kind);
        }
    });
    pane.row(ui, "Trust", |ui, pane| {
        let grades = Trust::ALL.map(|trust| (trust, trust.name()));
        if let Some(trust) = choice_ui(ui, "Trust", Some(report.trust), "", &grades) {
            pane.desk.report(&report.id, |report| report.trust = trust);
        }
    });
    pane.row(ui, "Club", |ui, pane| {
        pane.typed(ui, &field(ReportField::Club), Look::value("Club named", "the club it names"));
    });
    for (at, amount) in report.amounts.iter().enumerate() {
        amount_ui(ui, pane, report, at, amount);
    }
    ui.horizontal(|ui| {
        let label = if report.amounts.is_empty() { "Amounts" } else { "" };
        label_ui(ui, label);
        if quiet_button(ui, icons::ADD, "Amount", "Add an amount").clicked() {
            let value = MoneyRange::exactly(0, pane.plan.money.currency);
            let at = report.amounts.len();
            pane.desk.report(&report.id, |report| {
                report.amounts.push(ReportedAmount { role: AmountRole::Fee, value, extra: Extra::new() });
            });
            pane.open.focus = Some(field(ReportField::Amount(at)));
        }
    });
    pane.row(ui, "Link", |ui, pane| {
        let room = if report.link.is_some() { ROW } else { 0.0 };
        let look = Look { at_most: ui.available_width() - room, ..Look::value("Link", "https://") };
        pane.typed(ui, &field(ReportField::Link), look);
        link_ui(ui, report);
    });
    match ending_ui(ui, "Remove", "this report") {
        Some(Ending::Remove) => {
            pane.open.report = None;
            pane.desk.ask(Edit::RemoveReport(report.id.clone()));
        }
        Some(Ending::Done) => pane.open.report = None,
        None => {}
    }
}

fn amount_ui(ui: &mut Ui, pane: &mut Pane<'_>, report: &Report, at: usize, amount: &ReportedAmount) {
    pane.row(ui, if at == 0 { "Amounts" } else { "" }, |ui, pane| {
        let number = at + 1;
        let roles = AmountRole::ALL.map(|role| (role, role.name()));
        if let Some(role) = choice_ui(ui, &format!("Amount {number} is"), Some(amount.role), "", &roles) {
            pane.desk.report(&report.id, |report| {
                if let Some(amount) = report.amounts.get_mut(at) {
                    amount.role = role;
                }
            });
        }
        let name = format!("Amount {number}");
        let range = entry::example_range(Currency::EUR);
        let look = Look { at_most: ui.available_width() - ROW, ..Look::value(&name, &range) };
        let field = Field::Report(report.id.clone(), ReportField::Amount(at));
        let typed = pane.typed(ui, &field, look);
        let single = words::money(50_000_000, Currency::EUR);
        typed.on_hover_text(format!("As reported, with its currency: {single}, or a range like {range}"));
        let remove = format!("Remove amount {number}");
        if ui.add(IconButton::new(icons::CLOSE, &remove).side(ROW)).clicked() {
            pane.desk.report(&report.id, |report| {
                if at < report.amounts.len() {
                    report.amounts.remove(at);
                }
            });
        }
    });
}

/// Opens the link, if it is one a browser may open, and says where it leads.
fn link_ui(ui: &mut Ui, report: &Report) {
    let Some(link) = &report.link else { return };
    if let Some(safe) = report.safe_link() {
        let mut shown: String = safe.chars().take(200).collect();
        if shown.len() < safe.len() {
            shown.push('\u{2026}');
        }
        let words = format!("Open {shown}");
        if ui.add(IconButton::new(icons::OPEN_LINK, &words).side(ROW)).clicked() {
            ui.ctx().open_url(OpenUrl::new_tab(safe));
        }
        return;
    }
    let words =
        format!("Not opened: only links that start with https:// or http:// and hide nothing are. {link}");
    let words: String = words.chars().take(280).collect();
    ui.add_enabled(false, IconButton::new(icons::PROHIBITED, &words).side(ROW));
}
