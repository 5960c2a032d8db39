//! One picture per theme of every small widget, and of egui's own under our style.
#![cfg(feature = "ui")]

mod support;

use backline::ui::raster::{Size, render};
use backline::ui::theme::{self, Avatar, Palette, Theme, Tone, icons, size, text};
use backline::ui::widgets::{
    Ground, IconButton, PrimaryButton, bar, card_frame, chips, dot, elided, empty_state, initials,
    paint_avatar, paint_chip, paint_ground, paint_text, row, section_heading, segmented, status,
};
use egui::{Align2, Color32, Frame, Rect, RichText, Sense, Ui, Vec2, pos2, vec2};

const SHEET: Size = Size { width: 1180.0, height: 860.0, scale: 1.0 };

#[test]
fn the_style_sheet_looks_as_it_did_in_the_dark() {
    support::assert_picture("style_sheet_dark", &render(SHEET, Theme::Dark, &mut sheet_ui).unwrap());
}

#[test]
fn the_style_sheet_looks_as_it_did_in_daylight() {
    support::assert_picture("style_sheet_light", &render(SHEET, Theme::Light, &mut sheet_ui).unwrap());
}

#[test]
fn the_style_sheet_is_as_sharp_on_a_dense_screen() {
    let dense = Size { width: 400.0, height: 320.0, scale: 2.0 };
    support::assert_picture("style_sheet_dense", &render(dense, Theme::Dark, &mut cards_ui).unwrap());
}

fn sheet_ui(ui: &mut Ui) {
    let palette = theme::palette(ui);
    Frame::new().inner_margin(size::GAP_XL).show(ui, |ui| {
        ui.columns_const(|[left, middle, right]| {
            controls_ui(left, palette);
            cards_ui(middle);
            inspector_ui(right, palette);
        });
    });
}

fn controls_ui(ui: &mut Ui, palette: &Palette) {
    ui.label(text::section("Controls"));
    let (mut zoom, mut line) = (1, 0);
    segmented(ui, "Zoom", &mut zoom, &[(0, "Whole pitch"), (1, "Centre-backs"), (2, "Full-backs")]);
    segmented(ui, "Back line", &mut line, &[(0, "Back four"), (1, "Back three")]);
    ui.horizontal(|ui| {
        ui.add(PrimaryButton::new("Export picture"));
        let _ = ui.button("Copy as text");
        let _ = ui.button((icons::ADD, "Add"));
    });
    ui.horizontal(|ui| {
        ui.add(IconButton::new(icons::UNDO, "Undo").shortcut("Ctrl+Z"));
        ui.add(IconButton::new(icons::REDO, "Redo"));
        ui.add(IconButton::new(icons::STAR, "Baseline").selected(true));
        ui.add_enabled(false, IconButton::new(icons::TRASH, "Delete"));
        status(ui, "Saved", Tone::Ok);
        status(ui, "Unsaved", Tone::Warn);
    });
    ui.horizontal(|ui| {
        let focused = ui.button("Keyboard here");
        focused.request_focus();
        let _ = ui.add_enabled(false, egui::Button::new("Disabled"));
    });
    ui.add(
        egui::TextEdit::singleline(&mut String::new())
            .hint_text("Filter players…")
            .desired_width(f32::INFINITY),
    );
    ui.horizontal(|ui| {
        egui::ComboBox::from_id_salt("window").selected_text("Winter window").show_ui(ui, |_| {});
        let _ = ui.checkbox(&mut true, "Loan");
        let _ = ui.checkbox(&mut false, "Option");
    });
    ui.horizontal(|ui| {
        ui.add(egui::Slider::new(&mut 62.0, 0.0..=100.0).suffix(" %").integer());
        ui.add(egui::DragValue::new(&mut 35.0).prefix("£").suffix("m"));
    });
    ui.horizontal(|ui| {
        let _ = ui.radio(true, "Buy");
        let _ = ui.radio(false, "Free transfer");
        let _ = ui.selectable_label(true, "Chosen");
        let _ = ui.selectable_label(false, "Other");
    });
    ui.hyperlink_to("A report, as published", "https://example.org");
    ui.separator();

    let words = ["contract Jun 27", "in", "injury-prone", "expires Jun 26", "interest", "baseline"];
    let pairs: Vec<_> = words.into_iter().zip(Tone::ALL).collect();
    chips(ui, &pairs);
    ui.horizontal(|ui| {
        for index in 0..Palette::SCENARIO_COLORS {
            dot(ui, palette.scenario(index));
            ui.label(text::body(format!("S{index}")).color(palette.scenario_text(index)));
        }
    });
    for (share, tone) in [(0.971, Tone::Ok), (0.746, Tone::Warn), (0.319, Tone::Bad), (0.0, Tone::Neutral)] {
        bar(ui, "cover", share, tone);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for (_, icon) in icons::ALL {
            ui.label(text::icon(icon, text::VERDICT_SIZE));
        }
    });
    ui.label(text::body(format!("{} Icons stand level with words {}", icons::CALENDAR, icons::CARET_DOWN)));
    ui.label("Tabular: 111.11 · 888.88 · −£0.5m → €12.5m · “Šeško”");
}

fn cards_ui(ui: &mut Ui) {
    row(ui, text::section("Left centre-back"), text::second("LCB · 3 fit of 4"));
    card_ui(
        ui,
        Card {
            rank: 1,
            name: "Virgil van Dijk",
            line: "34 · right ·",
            chip: ("contract Jun 27", Tone::Neutral),
            chance: "91 %",
            kind: Avatar::Squad,
        },
        true,
    );
    card_ui(
        ui,
        Card {
            rank: 2,
            name: "Joe Gomez",
            line: "28 · right ·",
            chip: ("injury-prone", Tone::Warn),
            chance: "72 %",
            kind: Avatar::Squad,
        },
        false,
    );
    let rect = space(ui, 60.0);
    paint_ground(ui, rect, Ground::Drop, false);
    let words = text::card_name("Drop: Marc Guéhi 3rd choice");
    paint_text(ui, rect, Align2::CENTER_CENTER, words, theme::palette(ui).tone(Tone::Accent).text);
    card_ui(
        ui,
        Card {
            rank: 3,
            name: "Dayot Upamecano",
            line: "26 ·",
            chip: ("free from 1 Jul 26", Tone::Info),
            chance: "–",
            kind: Avatar::Target,
        },
        false,
    );
    card_ui(
        ui,
        Card {
            rank: 4,
            name: "Giovanni Leoni",
            line: "18 ·",
            chip: ("ACL · back Apr – Jun 26", Tone::Bad),
            chance: "0 %",
            kind: Avatar::Injured,
        },
        false,
    );
    ui.set_max_width(ui.available_width());
    elided(ui, text::verdict("January costs £37m more than waiting, and covers 16 more matchdays"));
    egui::TextEdit::multiline(&mut "Rest him in the cups once Guéhi arrives.".to_owned())
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .show(ui);
}

fn space(ui: &mut Ui, height: f32) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover()).0
}

#[derive(Clone, Copy)]
struct Card {
    rank: usize,
    name: &'static str,
    line: &'static str,
    chip: (&'static str, Tone),
    chance: &'static str,
    kind: Avatar,
}

fn card_ui(ui: &mut Ui, card: Card, selected: bool) {
    let Card { rank, name, line, chip: (words, tone), chance, kind } = card;
    let palette = theme::palette(ui);
    let rect = space(ui, size::CARD_HEIGHT);
    let (ground, name_ink) = match kind {
        Avatar::Squad => (Ground::Card, palette.text),
        Avatar::Target => (Ground::Target, palette.text),
        Avatar::Injured => (Ground::Away, palette.muted),
    };
    paint_ground(ui, rect, ground, selected);
    let inner = rect.shrink2(vec2(size::GAP_M, 15.0));
    let rank = RichText::new(rank.to_string()).font(text::font(text::VERDICT_SIZE, text::Weight::Bold));
    paint_text(ui, inner, Align2::LEFT_CENTER, rank, palette.faint);
    let face = Align2::LEFT_CENTER.align_size_within_rect(vec2(size::AVATAR_CARD, size::AVATAR_CARD), inner);
    let face = face.translate(vec2(30.0, 0.0));
    paint_avatar(ui, face, name, kind);
    let words_left = face.right() + size::GAP_M;
    let upper =
        Rect::from_min_max(pos2(words_left, inner.top()), pos2(inner.right() - 60.0, inner.center().y));
    let lower =
        Rect::from_min_max(pos2(words_left, inner.center().y), pos2(inner.right() - 40.0, inner.bottom()));
    paint_text(ui, upper, Align2::LEFT_CENTER, text::card_name(name), name_ink);
    let (covered, _) = paint_text(ui, lower, Align2::LEFT_CENTER, text::second(line), palette.muted);
    let rest = Rect::from_min_max(pos2(covered.right() + size::GAP_XS, lower.top()), lower.max);
    paint_chip(ui, rest, words, tone);
    let ink = if tone == Tone::Warn { palette.tone(Tone::Warn).text } else { name_ink };
    let right =
        Rect::from_min_max(pos2(inner.right() - 60.0, inner.top()), pos2(inner.right(), inner.center().y));
    let chance = RichText::new(chance).font(text::font(text::SECTION_SIZE, text::Weight::Bold));
    paint_text(ui, right, Align2::RIGHT_CENTER, chance, ink);
    let right = Rect::from_min_max(pos2(inner.right() - 60.0, inner.center().y), inner.max);
    paint_text(ui, right, Align2::RIGHT_CENTER, text::second("fit"), palette.muted);
}

fn inspector_ui(ui: &mut Ui, palette: &Palette) {
    ui.horizontal(|ui| {
        let face = ui.allocate_exact_size(Vec2::splat(size::AVATAR_HEAD), Sense::hover()).0;
        paint_avatar(ui, face, "Virgil van Dijk", Avatar::Squad);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            elided(ui, text::verdict("Virgil van Dijk"));
            elided(ui, text::second("Netherlands · 34 (8 Jul 1991) · right-footed, captain"));
        });
    });
    ui.add_space(size::GAP_S);
    section_heading(ui, "Contract", "");
    for (what, value) in
        [("Until", "30 Jun 2027"), ("Pre-contract", "from 1 Jan 2027"), ("Wage", "£350k / week")]
    {
        row(ui, text::body(what).weak(), text::strong(value));
    }
    section_heading(ui, "In this scenario", "January push");
    card_frame(palette).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(text::card_name("Stays"));
                ui.label(text::second("First choice left centre-back"));
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let _ = ui.button("Change…");
            });
        });
    });
    section_heading(ui, "Menu", "as it opens");
    Frame::menu(ui.style()).show(ui, |ui| {
        theme::menu_style(ui.style_mut());
        ui.set_width(200.0);
        ui.with_layout(egui::Layout::top_down_justified(egui::Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let _ =
                ui.add(egui::Button::new((icons::IMAGE, "Picture of this view…")).shortcut_text("Ctrl+P"));
            let _ = ui.add(egui::Button::new((icons::COPY, "Copy as text")).shortcut_text("Ctrl+C"));
            ui.separator();
            let _ = ui.add_enabled(false, egui::Button::new((icons::TRASH, "Delete scenario")));
        });
    });
    section_heading(ui, "Empty", "");
    card_frame(palette).show(ui, |ui| {
        empty_state(ui, icons::TARGET, "No targets yet. Add one, or drag a row here.", Some("Add target"));
    });
    section_heading(ui, "Swatches", "bg · surface · raised · hover");
    ui.horizontal(|ui| {
        for color in palette.surfaces() {
            swatch(ui, color);
        }
        for tone in Tone::ALL {
            swatch(ui, palette.tone(tone).mark);
        }
    });
    assert_eq!(initials("Marc Guéhi"), "MG");
}

fn swatch(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
    ui.painter().rect_filled(rect, 6.0, color);
}
