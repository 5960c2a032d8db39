//! Which tabs find their place in a row, and how much room their names have.

use crate::ui::theme::size;

/// Most and least room for a name in its tab, points.
pub(super) const WORDS: (f32, f32) = (260.0, 48.0);

/// Width of the menu of the tabs that found no room, points.
pub(super) const MORE: f32 = 76.0;

/// The room that a tab would like, points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wish {
    pub(super) around: f32,
    pub(super) words: f32,
}

/// Which tabs are drawn, and how much room the longest name has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fit {
    pub(super) seen: Vec<usize>,
    pub(super) words: f32,
}

/// The tabs that find their place in `room` points, among them the one `kept`, and the room of a name.
pub(super) fn fit(wishes: &[Wish], kept: usize, room: f32) -> Fit {
    let least = |wish: &Wish| wish.around + wish.words.min(WORDS.1) + size::GAP_XS;
    let mut left = room;
    let everyone = wishes.iter().map(least).sum::<f32>() <= room;
    let seen: Vec<usize> = if everyone {
        (0..wishes.len()).collect()
    } else {
        left -= MORE + size::GAP_XS;
        let mut free = left - wishes.get(kept).map_or(0.0, least);
        let takes = |(at, wish): (usize, &Wish)| {
            if at != kept {
                // Whoever stands behind one that found no place finds none either.
                free = if least(wish) <= free { free - least(wish) } else { f32::NEG_INFINITY };
            }
            (at == kept || free >= 0.0).then_some(at)
        };
        wishes.iter().enumerate().filter_map(takes).collect()
    };
    let of_seen = || seen.iter().filter_map(|at| wishes.get(*at));
    left -= of_seen().map(|wish| wish.around + size::GAP_XS).sum::<f32>();
    // Short names leave what they do not need to the long ones.
    let mut words: Vec<f32> = of_seen().map(|wish| wish.words).collect();
    words.sort_by(f32::total_cmp);
    let mut most = WORDS.0;
    for (at, width) in words.iter().enumerate() {
        let share = left / (words.len() - at) as f32;
        if *width > share {
            most = share.floor().max(WORDS.1);
            break;
        }
        left -= width;
    }
    Fit { seen, words: most }
}

#[cfg(test)]
mod tests {
    use super::super::AROUND;
    use super::*;

    const GAP: f32 = size::GAP_XS;

    fn tab(words: f32) -> Wish {
        Wish { around: AROUND, words }
    }

    #[test]
    fn names_are_whole_where_there_is_room() {
        let fit = fit(&[tab(100.0), tab(180.0)], 0, 500.0);
        assert_eq!(fit, Fit { seen: vec![0, 1], words: WORDS.0 });
    }

    #[test]
    fn long_names_give_way_before_short_ones() {
        let room = 3.0 * (AROUND + GAP) + 50.0 + 2.0 * 70.0;
        assert!((fit(&[tab(50.0), tab(180.0), tab(180.0)], 0, room).words - 70.0).abs() < 1e-4);
    }

    #[test]
    fn the_last_tabs_go_into_the_menu_but_never_the_shown_one() {
        let tabs = [tab(180.0); 6];
        let room = 3.0 * (AROUND + WORDS.1 + GAP) + MORE + GAP;
        assert_eq!(fit(&tabs, 0, room).seen, [0, 1, 2]);
        assert_eq!(fit(&tabs, 5, room).seen, [0, 1, 5]);
        assert_eq!(fit(&tabs, 4, 10.0).seen, [4]);
    }

    #[test]
    fn no_choice_of_tabs_takes_more_than_its_room() {
        for count in 1..9_u8 {
            for room in (260..1200_u16).step_by(7) {
                let room = f32::from(room);
                let tabs: Vec<Wish> =
                    (0..count).map(|at| tab(f32::from(at).mul_add(23.0, 40.0).min(WORDS.0))).collect();
                let Fit { seen, words } = fit(&tabs, usize::from(count) - 1, room);
                let menu = if seen.len() < tabs.len() { MORE + GAP } else { 0.0 };
                let taken: f32 =
                    seen.iter().map(|at| tabs[*at].around + tabs[*at].words.min(words) + GAP).sum();
                assert!(taken + menu <= room, "{count} tabs in {room}: {taken}");
            }
        }
    }
}
