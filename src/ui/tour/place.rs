//! Where the tour's panel stands: near what it speaks of, inside the window, over nothing the user needs.

use egui::{Rect, Vec2, pos2};

/// Between the panel and what it speaks of, points.
pub(super) const GAP: f32 = 16.0;

/// Puts a panel of this size beside `ring`: below, right, above, left, under what is kept free or in a corner,
/// whichever covers least of `free`. It keeps out of `ring` too, and stays inside `bounds`.
pub(super) fn beside(ring: Rect, size: Vec2, bounds: Rect, free: &[Rect]) -> Rect {
    // What lies around the ring, such as the date bar around its handle, is kept out of as a whole.
    let around = free.iter().filter(|rect| rect.contains_rect(ring)).fold(ring, |all, rect| all.union(*rect));
    let left = ring.left().min(ring.center().x - GAP);
    let usual = [
        pos2(left, around.bottom() + GAP),
        pos2(bounds.left(), around.bottom() + GAP),
        pos2(around.right() + GAP, ring.top()),
        pos2(left, around.top() - GAP - size.y),
        pos2(bounds.left(), around.top() - GAP - size.y),
        pos2(around.left() - GAP - size.x, ring.top()),
    ];
    let others = free.iter().map(|rect| pos2(rect.left(), rect.bottom() + GAP));
    let corners = [
        pos2(bounds.left(), bounds.bottom() - size.y),
        pos2(bounds.right() - size.x, bounds.bottom() - size.y),
        pos2(bounds.right() - size.x, bounds.top()),
    ];
    let covered = |panel: &Rect| -> f32 {
        let over = |rect: &Rect| {
            let shared = panel.intersect(*rect);
            if shared.is_positive() { shared.area() } else { 0.0 }
        };
        free.iter().map(over).sum::<f32>() + over(&ring)
    };
    let inside = |corner: egui::Pos2| {
        let most = (bounds.max - size).max(bounds.min);
        Rect::from_min_size(corner.clamp(bounds.min, most), size)
    };
    // The first of those that cover least.
    let panels = usual.into_iter().chain(others).chain(corners).map(inside);
    let best = panels
        .map(|panel| (covered(&panel), panel))
        .reduce(|best, other| if other.0 + 0.5 < best.0 { other } else { best });
    best.map_or(bounds, |(_, panel)| panel)
}

#[cfg(test)]
mod tests {
    use egui::vec2;
    use proptest::prelude::*;

    use super::*;

    const WINDOW: Rect = Rect { min: pos2(8.0, 8.0), max: pos2(1092.0, 692.0) };
    const PANEL: Vec2 = Vec2::new(300.0, 160.0);

    #[test]
    fn below_where_there_is_room() {
        let ring = Rect::from_min_size(pos2(80.0, 130.0), vec2(200.0, 46.0));
        assert_eq!(beside(ring, PANEL, WINDOW, &[]).min, pos2(80.0, 176.0 + GAP));
    }

    #[test]
    fn above_the_whole_date_bar_and_not_over_the_cover() {
        let bar = Rect::from_min_max(pos2(0.0, 582.0), pos2(1100.0, 700.0));
        let cover = Rect::from_min_max(pos2(300.0, 450.0), pos2(800.0, 570.0));
        let handle = Rect::from_min_size(pos2(60.0, 670.0), vec2(88.0, 22.0));
        let panel = beside(handle, vec2(220.0, 160.0), WINDOW, &[bar, cover]);
        assert!((panel.bottom() - (bar.top() - GAP)).abs() < 1e-4);
        assert!(!panel.intersects(cover) && !panel.intersects(bar));
    }

    proptest! {
        #[test]
        fn always_inside_the_window(
            x in -50.0_f32..1200.0, y in -50.0_f32..800.0, w in 1.0_f32..900.0, h in 1.0_f32..300.0,
            width in 400.0_f32..2600.0, height in 300.0_f32..1500.0,
        ) {
            let bounds = Rect::from_min_size(pos2(8.0, 8.0), vec2(width, height));
            let ring = Rect::from_min_size(pos2(x, y), vec2(w, h));
            let panel = beside(ring, PANEL, bounds, &[]);
            prop_assert!(bounds.expand(0.01).contains_rect(panel), "{panel}");
        }
    }
}
