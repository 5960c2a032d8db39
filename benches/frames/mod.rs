//! What frames of a view cost: logic, layout and tessellation, without a display.

use std::time::Instant;

use backline::edit::Session;
use backline::model::Plan;
use backline::ui::desk::Desk;
use backline::ui::screen::View;
use backline::ui::theme;
use egui::{Context, Event, Pos2, RawInput, Rect, vec2};

use crate::table::rounds;

const ROUNDS: usize = 3;
const FRAMES: usize = 200;
/// Frames that lay all text out for the first time and work the forecast out.
const WARM_UP: usize = 20;

/// Milliseconds of a frame on average: processor time where the system tells it, else the time that went by.
///
/// `before` prepares a frame and says what the user does in it. The quietest of some rounds counts: what other
/// programs do meanwhile is none of ours.
pub(crate) fn cost(plan: &Plan, view: View, mut before: impl FnMut(&mut Desk, usize) -> Vec<Event>) -> f64 {
    let measured = (0..rounds(ROUNDS)).map(|_| round(plan, view, &mut before));
    measured.min_by(f64::total_cmp).unwrap_or(f64::NAN)
}

fn round(plan: &Plan, view: View, before: &mut impl FnMut(&mut Desk, usize) -> Vec<Event>) -> f64 {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut desk = Desk::for_picture(Session::new(plan.clone()));
    desk.screen.view = view;
    let mut frame = |number: usize| {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            time: Some(number as f64 / 60.0),
            events: before(&mut desk, number),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            desk.refresh(ui.ctx());
            desk.ui(ui, &mut Vec::new());
        });
        // Nobody uploads the letters.
        output.textures_delta.clear();
        std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    };
    (0..WARM_UP).for_each(&mut frame);
    let frames = rounds(FRAMES);
    let (began, began_cpu) = (Instant::now(), cpu());
    (WARM_UP..WARM_UP + frames).for_each(&mut frame);
    let went_by = began.elapsed().as_secs_f64() * 1e3;
    cpu().zip(began_cpu).map_or(went_by, |(now, began)| now - began) / frames as f64
}

/// Milliseconds that this thread has run. The system brings the figure up to date every few milliseconds: good for a
/// sum over many frames.
fn cpu() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e6)
}
