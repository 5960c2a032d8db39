//! Triangles onto pixels.

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex, WHITE_UV};
use egui::{Color32, Rect};

use super::Image;
use super::textures::{Texture, Textures};

/// Fractions of a pixel that corners are rounded to, as graphics cards do.
const SUBPIXELS: i64 = 256;
/// Corners further out, in subpixels, are pulled in: products of two edges stay within 64 bits.
const FAR: f32 = (1 << 29) as f32;

/// A surface of premultiplied pixels to draw tessellated shapes on.
pub struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

/// Pixels within which drawing has an effect: columns and rows, the ends excluded.
#[derive(Clone, Copy)]
struct Clip {
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

impl Canvas {
    /// A surface of `width` × `height` pixels, all of them `ground`.
    #[must_use]
    pub fn new(width: u32, height: u32, ground: Color32) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: vec![ground.to_array(); width * height] }
    }

    /// Draws what [`egui::Context::tessellate`] made, in order.
    ///
    /// Meshes whose texture is unknown are left out, as are paint callbacks.
    pub fn paint(&mut self, primitives: &[ClippedPrimitive], textures: &Textures, pixels_per_point: f32) {
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            if let Primitive::Mesh(mesh) = primitive
                && let Some(texture) = textures.get(mesh.texture_id)
            {
                let clip = self.clip(*clip_rect, pixels_per_point);
                self.mesh(mesh, texture, clip, pixels_per_point);
            }
        }
    }

    /// The finished picture.
    #[must_use]
    pub fn into_image(self) -> Image {
        let rgba = self.pixels.into_iter().flat_map(straight).collect();
        Image { width: self.width as u32, height: self.height as u32, rgba }
    }

    fn clip(&self, rect: Rect, pixels_per_point: f32) -> Clip {
        let pixel =
            |points: f32, end: usize| ((points * pixels_per_point).round() as i64).clamp(0, end as i64);
        Clip {
            left: pixel(rect.min.x, self.width),
            top: pixel(rect.min.y, self.height),
            right: pixel(rect.max.x, self.width),
            bottom: pixel(rect.max.y, self.height),
        }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Clip, pixels_per_point: f32) {
        for indices in mesh.indices.as_chunks::<3>().0 {
            let [a, b, c] = indices.map(|index| mesh.vertices.get(index as usize));
            if let (Some(a), Some(b), Some(c)) = (a, b, c)
                && let Some(triangle) = Triangle::new([a, b, c], pixels_per_point)
            {
                let paint = Paint::new(&triangle.corners, texture);
                self.triangle(&triangle, &paint, clip);
            }
        }
    }

    fn triangle(&mut self, triangle: &Triangle<'_>, paint: &Paint<'_>, clip: Clip) {
        let bounds = triangle.bounds();
        let (left, right) = (bounds.left.max(clip.left), bounds.right.min(clip.right));
        for y in bounds.top.max(clip.top)..bounds.bottom.min(clip.bottom) {
            let (start, end) = triangle.span(y, left, right);
            if start >= end {
                continue;
            }
            let row = y as usize * self.width;
            let Some(span) = self.pixels.get_mut(row + start as usize..row + end as usize) else { continue };
            match paint {
                Paint::Flat(color) => flat(span, *color),
                Paint::Shaded { texture, corners } => {
                    for (x, pixel) in (start..).zip(span) {
                        let weights = triangle.weights(x, y);
                        blend(pixel, shade(corners, weights, texture));
                    }
                }
            }
        }
    }
}

/// What a triangle is filled with.
enum Paint<'a> {
    /// One premultiplied colour.
    Flat([u8; 4]),
    /// Colours and texture coordinates of the corners, to be mixed pixel by pixel.
    Shaded { texture: &'a Texture, corners: [Corner; 3] },
}

/// A corner's premultiplied colour, 0 to 255, and its place in the texture.
#[derive(Clone, Copy)]
struct Corner {
    color: [f32; 4],
    uv: [f32; 2],
}

impl<'a> Paint<'a> {
    fn new(vertices: &[&Vertex; 3], texture: &'a Texture) -> Self {
        let [first, ..] = vertices;
        let flat = vertices.iter().all(|vertex| vertex.color == first.color && vertex.uv == WHITE_UV);
        if flat {
            return Self::Flat(first.color.to_array());
        }
        let corner = |vertex: &Vertex| Corner {
            color: vertex.color.to_array().map(f32::from),
            uv: [vertex.uv.x, vertex.uv.y],
        };
        Self::Shaded { texture, corners: vertices.map(corner) }
    }
}

/// The fragment shader: vertex colour times texture colour, in gamma space.
fn shade([a, b, c]: &[Corner; 3], [second, third]: [f32; 2], texture: &Texture) -> [f32; 4] {
    let mix = |a: f32, b: f32, c: f32| a + (b - a) * second + (c - a) * third;
    let [ua, va] = a.uv;
    let [ub, vb] = b.uv;
    let [uc, vc] = c.uv;
    let [r, g, b_texel, alpha] = texture.sample(mix(ua, ub, uc), mix(va, vb, vc));
    let [ra, ga, ba, aa] = a.color;
    let [rb, gb, bb, ab] = b.color;
    let [rc, gc, bc, ac] = c.color;
    [
        mix(ra, rb, rc) * r / 255.0,
        mix(ga, gb, gc) * g / 255.0,
        mix(ba, bb, bc) * b_texel / 255.0,
        mix(aa, ab, ac) * alpha / 255.0,
    ]
}

/// `ONE, ONE_MINUS_SRC_ALPHA`, rounded to the nearest of 256 levels.
fn blend(pixel: &mut [u8; 4], source: [f32; 4]) {
    let [.., alpha] = source;
    let rest = (255.0 - alpha) / 255.0;
    for (channel, source) in pixel.iter_mut().zip(source) {
        *channel = (source + f32::from(*channel) * rest + 0.5) as u8;
    }
}

fn flat(span: &mut [[u8; 4]], color: [u8; 4]) {
    match color {
        [0, 0, 0, 0] => {}
        [.., 255] => span.fill(color),
        [.., alpha] => {
            let rest = u32::from(255 - alpha);
            for pixel in span {
                for (channel, source) in pixel.iter_mut().zip(color) {
                    let kept = (u32::from(*channel) * rest + 127) / 255;
                    *channel = (u32::from(source) + kept).min(255) as u8;
                }
            }
        }
    }
}

fn straight([red, green, blue, alpha]: [u8; 4]) -> [u8; 4] {
    if alpha == 255 || alpha == 0 {
        return [red, green, blue, alpha];
    }
    let (half, whole) = (u32::from(alpha) / 2, u32::from(alpha));
    let channel = |value: u8| ((u32::from(value) * 255 + half) / whole).min(255) as u8;
    [channel(red), channel(green), channel(blue), alpha]
}

/// One side of a triangle: a pixel is inside where `x · step_x + y · step_y + offset ≥ 0`.
#[derive(Clone, Copy)]
struct Edge {
    step_x: i64,
    step_y: i64,
    /// Value at the middle of pixel (0, 0).
    offset: i64,
    /// 0 for a top or left side, which owns the pixels exactly on it, else 1.
    owed: i64,
}

impl Edge {
    fn new([ax, ay]: [i64; 2], [bx, by]: [i64; 2]) -> Self {
        let (dx, dy) = (bx - ax, by - ay);
        let (step_x, step_y) = (-dy * SUBPIXELS, dx * SUBPIXELS);
        let middle = SUBPIXELS / 2;
        let offset = dx * (middle - ay) - dy * (middle - ax);
        // With y pointing down and a positive area, left sides run up and top sides run right.
        let top_left = dy < 0 || (dy == 0 && dx > 0);
        Self { step_x, step_y, offset, owed: i64::from(!top_left) }
    }

    fn at(self, x: i64, y: i64) -> i64 {
        x * self.step_x + y * self.step_y + self.offset
    }

    /// Narrows `[left, right)` in row `y` to the pixels inside.
    fn narrow(self, y: i64, left: &mut i64, right: &mut i64) {
        let missing = self.owed - self.at(0, y); // inside where x · step_x ≥ missing
        match self.step_x {
            0 if missing > 0 => *right = *left,
            0 => {}
            step if step > 0 => *left = (*left).max(ceil_div(missing, step)),
            step => *right = (*right).min((-missing).div_euclid(-step) + 1),
        }
    }
}

fn ceil_div(number: i64, divisor: i64) -> i64 {
    -(-number).div_euclid(divisor)
}

struct Triangle<'a> {
    corners: [&'a Vertex; 3],
    points: [[i64; 2]; 3],
    /// Opposite to the corner of the same place.
    edges: [Edge; 3],
    area: f32,
}

impl<'a> Triangle<'a> {
    /// `None` if it covers nothing.
    fn new([a, b, c]: [&'a Vertex; 3], pixels_per_point: f32) -> Option<Self> {
        let fixed = |points: f32| {
            let subpixels = points * pixels_per_point * SUBPIXELS as f32;
            (!subpixels.is_nan()).then(|| subpixels.clamp(-FAR, FAR).round() as i64)
        };
        let point = |vertex: &Vertex| Some([fixed(vertex.pos.x)?, fixed(vertex.pos.y)?]);
        let (pa, mut pb, mut pc) = (point(a)?, point(b)?, point(c)?);
        let [ax, ay] = pa;
        let area = (pb[0] - ax) * (pc[1] - ay) - (pb[1] - ay) * (pc[0] - ax);
        if area == 0 {
            return None;
        }
        let mut corners = [a, b, c];
        if area < 0 {
            corners = [a, c, b];
            std::mem::swap(&mut pb, &mut pc);
        }
        let edges = [Edge::new(pb, pc), Edge::new(pc, pa), Edge::new(pa, pb)];
        Some(Self { corners, points: [pa, pb, pc], edges, area: area.abs() as f32 })
    }

    /// Pixels that may be covered.
    fn bounds(&self) -> Clip {
        let [[ax, ay], [bx, by], [cx, cy]] = self.points;
        Clip {
            left: ax.min(bx).min(cx).div_euclid(SUBPIXELS),
            top: ay.min(by).min(cy).div_euclid(SUBPIXELS),
            right: ax.max(bx).max(cx).div_euclid(SUBPIXELS) + 1,
            bottom: ay.max(by).max(cy).div_euclid(SUBPIXELS) + 1,
        }
    }

    /// The covered pixels of row `y` within `[left, right)`.
    fn span(&self, y: i64, mut left: i64, mut right: i64) -> (i64, i64) {
        for edge in self.edges {
            edge.narrow(y, &mut left, &mut right);
        }
        (left, right)
    }

    /// Shares of the second and the third corner at the middle of a pixel.
    fn weights(&self, x: i64, y: i64) -> [f32; 2] {
        let [_, second, third] = self.edges;
        [second.at(x, y) as f32 / self.area, third.at(x, y) as f32 / self.area]
    }
}

#[cfg(test)]
mod tests {
    use egui::{ColorImage, ImageData, TextureId, TextureOptions, TexturesDelta, pos2};

    use super::*;

    fn white() -> Textures {
        let mut textures = Textures::default();
        let image = ImageData::from(ColorImage::filled([1, 1], Color32::WHITE));
        let mut delta = TexturesDelta::default();
        delta.push(TextureId::default(), egui::epaint::ImageDelta::full(image, TextureOptions::LINEAR));
        textures.apply(&mut delta);
        textures
    }

    fn painted(canvas: &mut Canvas, clip: Rect, corners: &[[f32; 2]], color: Color32) {
        let mut mesh = Mesh::default();
        for &[x, y] in corners {
            mesh.colored_vertex(pos2(x, y), color);
        }
        for corner in 2..corners.len() as u32 {
            mesh.add_triangle(0, corner - 1, corner);
        }
        let primitive = ClippedPrimitive { clip_rect: clip, primitive: Primitive::Mesh(mesh) };
        canvas.paint(&[primitive], &white(), 1.0);
    }

    fn alphas(canvas: Canvas) -> Vec<u8> {
        canvas.pixels.into_iter().map(|[.., alpha]| alpha).collect()
    }

    #[test]
    fn neighbours_share_an_edge_without_gap_or_overlap() {
        // A fan around an odd centre covers the square once: half-transparent paint shows both faults.
        let half = Color32::from_rgba_premultiplied(0, 0, 0, 128);
        let mut canvas = Canvas::new(16, 16, Color32::TRANSPARENT);
        let rim = [[0.0, 0.0], [16.0, 0.0], [16.0, 16.0], [0.0, 16.0], [0.0, 0.0]];
        for side in rim.windows(2) {
            painted(&mut canvas, Rect::EVERYTHING, &[[5.37, 9.11], side[0], side[1]], half);
        }
        assert_eq!(alphas(canvas), vec![128; 256]);
    }

    #[test]
    fn winding_does_not_matter() {
        let corners = [[1.2, 0.7], [14.9, 3.3], [6.1, 15.2]];
        let mut backwards = corners;
        backwards.reverse();
        let [there, back] = [corners, backwards].map(|corners| {
            let mut canvas = Canvas::new(16, 16, Color32::BLACK);
            painted(&mut canvas, Rect::EVERYTHING, &corners, Color32::WHITE);
            canvas.into_image()
        });
        assert_eq!(there, back);
    }

    #[test]
    fn a_rectangle_covers_the_pixels_whose_middle_it_holds() {
        let mut canvas = Canvas::new(4, 1, Color32::TRANSPARENT);
        painted(
            &mut canvas,
            Rect::EVERYTHING,
            &[[0.5, 0.0], [2.5, 0.0], [2.5, 1.0], [0.5, 1.0]],
            Color32::RED,
        );
        assert_eq!(alphas(canvas), [255, 255, 0, 0], "the left edge owns its pixel, the right one does not");
    }

    #[test]
    fn nothing_is_drawn_outside_the_clip() {
        let mut canvas = Canvas::new(3, 3, Color32::TRANSPARENT);
        let clip = Rect::from_min_max(pos2(1.0, 1.0), pos2(2.0, 2.0));
        painted(&mut canvas, clip, &[[-9e9, -9e9], [9e9, -9e9], [9e9, 9e9], [-9e9, 9e9]], Color32::RED);
        assert_eq!(alphas(canvas), [0, 0, 0, 0, 255, 0, 0, 0, 0]);
    }

    #[test]
    fn corners_that_are_no_numbers_draw_nothing() {
        let mut canvas = Canvas::new(2, 2, Color32::TRANSPARENT);
        painted(&mut canvas, Rect::EVERYTHING, &[[f32::NAN, 0.0], [2.0, 0.0], [0.0, 2.0]], Color32::RED);
        assert_eq!(alphas(canvas), [0; 4]);
    }

    #[test]
    fn flat_and_shaded_paint_agree() {
        for alpha in 0..=255 {
            for ground in 0..=255 {
                let color = [alpha / 3, alpha / 2, alpha, alpha];
                let (mut one, mut other) = ([[ground; 4]], [ground; 4]);
                flat(&mut one, color);
                blend(&mut other, color.map(f32::from));
                assert_eq!(one[0], other, "{color:?} over {ground}");
            }
        }
    }

    #[test]
    fn a_transparent_picture_keeps_its_colours() {
        let image = Canvas::new(1, 1, Color32::from_rgba_unmultiplied(200, 100, 50, 128)).into_image();
        let expected = [200, 100, 50, 128];
        assert!(
            image.rgba.iter().zip(expected).all(|(got, want)| got.abs_diff(want) <= 1),
            "{:?}",
            image.rgba
        );
    }
}
