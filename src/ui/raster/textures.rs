//! The textures that meshes refer to: the font atlas and whatever images the views loaded.

use std::collections::HashMap;

use egui::epaint::ImageDelta;
use egui::{Color32, ImageData, TextureFilter, TextureId, TextureOptions, TextureWrapMode, TexturesDelta};

/// The textures of one [`egui::Context`], kept up to date from its frames.
#[derive(Default)]
pub struct Textures {
    textures: HashMap<TextureId, Texture>,
    /// Freed by the last frame, which may still be drawn.
    doomed: Vec<TextureId>,
}

impl Textures {
    /// Takes over what a frame changed, and empties `delta` as egui asks.
    ///
    /// Call it with every frame's delta, in order, before drawing that frame.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        for id in self.doomed.drain(..) {
            self.textures.remove(&id);
        }
        #[expect(clippy::iter_over_hash_type, reason = "each texture is changed by itself, in its own order")]
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.change(id, change);
            }
        }
        self.doomed.extend(delta.free.drain());
    }

    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.textures.get(&id)
    }

    fn change(&mut self, id: TextureId, change: ImageDelta) {
        let ImageDelta { image, options, pos } = change;
        let ImageData::Color(image) = image;
        match pos {
            None => {
                let [width, height] = image.size;
                self.textures.insert(id, Texture { width, height, pixels: image.pixels.clone(), options });
            }
            Some(corner) => {
                if let Some(texture) = self.textures.get_mut(&id) {
                    texture.options = options;
                    texture.patch(corner, image.size, &image.pixels);
                }
            }
        }
    }
}

/// One image that meshes sample from.
pub(super) struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    fn patch(&mut self, [left, top]: [usize; 2], [width, _]: [usize; 2], pixels: &[Color32]) {
        if width == 0 || left + width > self.width {
            return;
        }
        let rows = self.pixels.chunks_exact_mut(self.width).skip(top);
        for (row, source) in rows.zip(pixels.chunks_exact(width)) {
            if let Some(target) = row.get_mut(left..left + width) {
                target.copy_from_slice(source);
            }
        }
    }

    /// The premultiplied colour at `(u, v)`, each channel from 0 to 255.
    pub(super) fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.width as f32, v * self.height as f32);
        match self.options.magnification {
            TextureFilter::Nearest => self.texel(x.floor() as i64, y.floor() as i64),
            TextureFilter::Linear => {
                let (x, y) = (x - 0.5, y - 0.5);
                let (left, top) = (x.floor(), y.floor());
                let (right_share, bottom_share) = (x - left, y - top);
                let (left, top) = (left as i64, top as i64);
                let upper = mix(self.texel(left, top), self.texel(left + 1, top), right_share);
                let lower = mix(self.texel(left, top + 1), self.texel(left + 1, top + 1), right_share);
                mix(upper, lower, bottom_share)
            }
        }
    }

    fn texel(&self, x: i64, y: i64) -> [f32; 4] {
        let column = wrap(x, self.width, self.options.wrap_mode);
        let row = wrap(y, self.height, self.options.wrap_mode);
        let color = self.pixels.get(row * self.width + column).copied().unwrap_or_default();
        color.to_array().map(f32::from)
    }
}

fn mix(from: [f32; 4], to: [f32; 4], share: f32) -> [f32; 4] {
    let [r0, g0, b0, a0] = from;
    let [r1, g1, b1, a1] = to;
    let channel = |from: f32, to: f32| from + (to - from) * share;
    [channel(r0, r1), channel(g0, g1), channel(b0, b1), channel(a0, a1)]
}

fn wrap(position: i64, length: usize, mode: TextureWrapMode) -> usize {
    let length = (length as i64).max(1);
    let wrapped = match mode {
        TextureWrapMode::ClampToEdge => position.clamp(0, length - 1),
        TextureWrapMode::Repeat => position.rem_euclid(length),
        TextureWrapMode::MirroredRepeat => {
            let there_and_back = position.rem_euclid(2 * length);
            if there_and_back < length { there_and_back } else { 2 * length - 1 - there_and_back }
        }
    };
    wrapped as usize
}

#[cfg(test)]
mod tests {
    use egui::ColorImage;

    use super::*;

    const ID: TextureId = TextureId::User(7);

    fn delta(change: ImageDelta) -> TexturesDelta {
        let mut delta = TexturesDelta::default();
        delta.push(ID, change);
        delta
    }

    fn sampled(texture: &Texture, u: f32, v: f32) -> String {
        texture.sample(u, v).map(|channel| channel.to_string()).join(" ")
    }

    fn black_two_by_two() -> ImageDelta {
        ImageDelta::full(ColorImage::filled([2, 2], Color32::BLACK), TextureOptions::NEAREST)
    }

    #[test]
    fn a_patch_changes_only_its_part() {
        let mut textures = Textures::default();
        textures.apply(&mut delta(black_two_by_two()));
        let patch = ColorImage::filled([1, 1], Color32::WHITE);
        textures.apply(&mut delta(ImageDelta::partial([1, 0], patch, TextureOptions::NEAREST)));

        let texture = textures.get(ID).unwrap();
        assert_eq!(sampled(texture, 0.75, 0.25), "255 255 255 255");
        assert_eq!(sampled(texture, 0.25, 0.25), "0 0 0 255");
        assert_eq!(sampled(texture, 0.75, 0.75), "0 0 0 255");
    }

    #[test]
    fn a_freed_texture_lives_until_the_next_frame() {
        let mut textures = Textures::default();
        let mut first = delta(black_two_by_two());
        first.free(ID);
        textures.apply(&mut first);
        assert!(first.is_empty(), "egui wants every delta handled");
        assert!(textures.get(ID).is_some());

        textures.apply(&mut TexturesDelta::default());
        assert!(textures.get(ID).is_none());
    }

    #[test]
    fn linear_filtering_meets_in_the_middle() {
        let mut textures = Textures::default();
        let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]);
        textures.apply(&mut delta(ImageDelta::full(image, TextureOptions::LINEAR)));

        let texture = textures.get(ID).unwrap();
        assert_eq!(sampled(texture, 0.5, 0.5), "127.5 127.5 127.5 255");
        assert_eq!(sampled(texture, -3.0, 0.5), "0 0 0 255", "the edge goes on for ever");
    }

    #[test]
    fn mirrored_texels_go_there_and_back() {
        let columns: Vec<usize> = (-2..6).map(|x| wrap(x, 3, TextureWrapMode::MirroredRepeat)).collect();
        assert_eq!(columns, [1, 0, 0, 1, 2, 2, 1, 0]);
    }
}
