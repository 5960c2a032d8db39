//! Every colour can be read on what it stands on.

use super::*;
use crate::ui::theme::contrast::{AA_TEXT, contrast};
use crate::ui::theme::wash;

/// WCAG 2.1, success criterion 1.4.11: lines and shapes that carry meaning.
const AA_SHAPES: f64 = 3.0;

/// Every pair of words and ground in use, named.
fn texts(palette: &Palette) -> Vec<(String, Color32, Color32)> {
    let mut pairs = Vec::new();
    let mut grounds: Vec<(String, Color32)> =
        ["bg", "surface", "raised", "hover"].map(String::from).into_iter().zip(palette.surfaces()).collect();
    grounds.push(("target".to_owned(), palette.target_ground));
    grounds.push(("drop".to_owned(), palette.drop_ground));
    for (ground_name, ground) in &grounds {
        let mut on_ground =
            |name: String, text| pairs.push((format!("{name} on {ground_name}"), text, *ground));
        on_ground("text".to_owned(), palette.text);
        on_ground("muted".to_owned(), palette.muted);
        for tone in Tone::ALL {
            on_ground(format!("{tone:?}"), palette.tone(tone).text);
        }
        for index in 0..Palette::SCENARIO_COLORS {
            on_ground(format!("scenario {index}"), palette.scenario_text(index));
        }
    }
    for tone in Tone::ALL {
        let Shades { text, tint, .. } = palette.tone(tone);
        pairs.push((format!("{tone:?} chip"), text, tint));
        pairs.push((format!("text on {tone:?} tint"), palette.text, tint));
        pairs.push((format!("muted on {tone:?} tint"), palette.muted, tint));
    }
    for avatar in [Avatar::Squad, Avatar::Target, Avatar::Injured] {
        let (ground, text) = palette.avatar(avatar);
        pairs.push((format!("{avatar:?} initials"), text, ground));
    }
    pairs.push(("primary button".to_owned(), palette.on_accent, palette.accent));
    let lit = palette.accent.lerp_to_gamma(palette.text, wash::LIT);
    pairs.push(("primary button under the pointer".to_owned(), palette.on_accent, lit));
    pairs.push(("date handle".to_owned(), palette.bg, palette.handle));
    pairs.push(("text on tenure".to_owned(), palette.text, palette.tenure));
    pairs.push(("warning on tenure".to_owned(), palette.tone(Tone::Warn).text, palette.tenure));
    pairs.push(("injury".to_owned(), palette.on_injury, palette.injury));
    for (band, text) in palette.windows.into_iter().zip(palette.on_windows) {
        for ground in [palette.bg, palette.surface] {
            pairs.push(("window name".to_owned(), text, ground.blend(band)));
        }
    }
    pairs.extend(washed(palette));
    pairs
}

/// Words on a ground over which another colour lies thinly.
fn washed(palette: &Palette) -> Vec<(String, Color32, Color32)> {
    let mut pairs = Vec::new();
    let tones = || Tone::ALL.map(|tone| (format!("{tone:?}"), palette.tone(tone).text));
    let words = || [("text", palette.text), ("muted", palette.muted)];
    let [winter, summer] = palette.windows;
    let bands = [("no window", Color32::TRANSPARENT), ("winter", winter), ("summer", summer)];
    for (band_name, band) in bands {
        // The timeline: what happens to a player, over a window or beside one.
        let ground = palette.bg.blend(band);
        let stays = [palette.tenure, ground.blend(palette.tenure.gamma_multiply(wash::DOUBT))];
        for (name, text) in tones() {
            pairs.push((format!("{name} on the timeline, {band_name}"), text, ground));
            for stay in stays {
                if [Tone::Warn, Tone::Info].map(|tone| palette.tone(tone).text).contains(&text) {
                    pairs.push((format!("{name} on a stay, {band_name}"), text, stay));
                }
            }
        }
        for (name, text) in words() {
            pairs.push((format!("{name} on the timeline, {band_name}"), text, ground));
        }
        // The date bar: what happens, under the curve and over a window or beside one.
        for index in 0..Palette::SCENARIO_COLORS {
            let curve = palette.scenario(index).gamma_multiply(wash::UNDER_CURVE);
            let ground = palette.surface.blend(band).blend(curve);
            for (name, text) in tones().into_iter().chain([("muted".to_owned(), palette.muted)]) {
                pairs.push((format!("{name} under curve {index}, {band_name}"), text, ground));
            }
        }
    }
    for index in 0..Palette::SCENARIO_COLORS {
        let ground = palette.surface.lerp_to_gamma(palette.scenario(index), wash::VERDICT);
        for (name, text) in words() {
            pairs.push((format!("{name} on the verdict of scenario {index}"), text, ground));
        }
        let figures = palette.scenario_text(index);
        pairs.push((format!("a figure in the verdict of scenario {index}"), figures, ground));
    }
    let stretch = palette.bg.blend(palette.tone(Tone::Bad).mark.gamma_multiply(wash::STRETCH));
    pairs.push(("the weakest stretch".to_owned(), palette.tone(Tone::Bad).text, stretch));
    pairs
}

#[test]
fn every_text_reaches_aa_on_its_ground_in_both_themes() {
    for (theme, palette) in [("dark", &DARK), ("light", &LIGHT)] {
        let failing: Vec<String> = texts(palette)
            .into_iter()
            .map(|(name, text, ground)| (name, contrast(text, ground)))
            .filter(|(_, ratio)| *ratio < AA_TEXT)
            .map(|(name, ratio)| format!("{name} has {ratio:.2}"))
            .collect();
        assert!(failing.is_empty(), "{theme}, below {AA_TEXT}: {failing:#?}");
    }
}

#[test]
fn every_mark_stands_out_from_every_surface() {
    for (theme, palette) in [("dark", &DARK), ("light", &LIGHT)] {
        let marks = Tone::ALL.map(|tone| palette.tone(tone).mark).into_iter();
        let scenarios = (0..Palette::SCENARIO_COLORS).map(|index| palette.scenario(index));
        // The rank on a card is faint, and as large as a mark.
        let grounds = palette.surfaces().into_iter().chain([
            palette.target_ground,
            palette.drop_ground,
            palette.tone(Tone::Info).tint,
        ]);
        for mark in marks.chain(scenarios).chain([palette.accent, palette.faint]) {
            for surface in grounds.clone() {
                let ratio = contrast(mark, surface);
                assert!(ratio >= AA_SHAPES, "{theme}: {mark:?} on {surface:?} has {ratio:.2}");
            }
        }
    }
}

#[test]
fn the_seventh_scenario_wears_the_first_colour() {
    assert_eq!(DARK.scenario(6), DARK.scenario(0));
    assert_ne!(DARK.scenario(5), DARK.scenario(0));
}
