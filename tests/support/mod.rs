//! What several tests from the outside share.

use std::path::Path;

use backline::ui::raster::{Image, Keep};

/// Fails unless `image` is, pixel by pixel, `tests/pictures/NAME.png`.
#[track_caller]
pub(crate) fn assert_picture(name: &str, image: &Image) {
    assert_picture_in("tests/pictures", name, image);
}

/// Fails unless `image` is, pixel by pixel, `FOLDER/NAME.png`.
///
/// A different picture is written beside it as `NAME.actual.png`; `BACKLINE_BLESS=1` keeps it instead.
#[track_caller]
pub(crate) fn assert_picture_in(folder: &str, name: &str, image: &Image) {
    let keep = if std::env::var_os("BACKLINE_BLESS").is_some_and(|value| value == "1") {
        Keep::New
    } else {
        Keep::Old
    };
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name).with_extension("png");
    if let Err(error) = image.check_against(&expected, keep) {
        panic!(
            "{error}\nIf the change is meant, run the test again with BACKLINE_BLESS=1 and look at the picture."
        );
    }
}
