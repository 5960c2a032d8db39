//! The icons of the bundled Phosphor font, as text to draw with.
//!
//! Written by `scripts/subset-fonts` from `assets/icons/icons.txt`: add an icon there, not here.

/// Phosphor `plus`.
pub const ADD: &str = "\u{e3d4}";
/// Phosphor `arrows-out`.
pub const ALL_DIRECTIONS: &str = "\u{e0a2}";
/// Phosphor `arrow-down`.
pub const ARROW_DOWN: &str = "\u{e03e}";
/// Phosphor `arrow-left`.
pub const ARROW_LEFT: &str = "\u{e058}";
/// Phosphor `arrow-right`.
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// Phosphor `arrow-up`.
pub const ARROW_UP: &str = "\u{e08e}";
/// Phosphor `bookmark-simple`.
pub const BASELINE: &str = "\u{e0ea}";
/// Phosphor `squares-four`.
pub const BOARD: &str = "\u{e464}";
/// Phosphor `calendar-blank`.
pub const CALENDAR: &str = "\u{e10a}";
/// Phosphor `caret-down`.
pub const CARET_DOWN: &str = "\u{e136}";
/// Phosphor `caret-left`.
pub const CARET_LEFT: &str = "\u{e138}";
/// Phosphor `caret-right`.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// Phosphor `caret-up`.
pub const CARET_UP: &str = "\u{e13c}";
/// Phosphor `caret-up-down`.
pub const CARET_UP_DOWN: &str = "\u{e140}";
/// Phosphor `chart-line`.
pub const CHART: &str = "\u{e154}";
/// Phosphor `check`.
pub const CHECK: &str = "\u{e182}";
/// Phosphor `check-circle`.
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// Phosphor `clock`.
pub const CLOCK: &str = "\u{e19a}";
/// Phosphor `x`.
pub const CLOSE: &str = "\u{e4f6}";
/// Phosphor `columns`.
pub const COLUMNS: &str = "\u{e546}";
/// Phosphor `command`.
pub const COMMAND: &str = "\u{e1c4}";
/// Phosphor `arrows-left-right`.
pub const COMPARE: &str = "\u{e0a0}";
/// Phosphor `copy`.
pub const COPY: &str = "\u{e1ca}";
/// Phosphor `download-simple`.
pub const DOWNLOAD: &str = "\u{e20c}";
/// Phosphor `dots-six-vertical`.
pub const DRAG: &str = "\u{eae2}";
/// Phosphor `pencil-simple`.
pub const EDIT: &str = "\u{e3b4}";
/// Phosphor `export`.
pub const EXPORT: &str = "\u{eaf0}";
/// Phosphor `eye`.
pub const EYE: &str = "\u{e220}";
/// Phosphor `eye-slash`.
pub const EYE_CLOSED: &str = "\u{e224}";
/// Phosphor `file-text`.
pub const FILE: &str = "\u{e23a}";
/// Phosphor `file-plus`.
pub const FILE_NEW: &str = "\u{e236}";
/// Phosphor `funnel-simple`.
pub const FILTER: &str = "\u{e268}";
/// Phosphor `first-aid`.
pub const FIRST_AID: &str = "\u{e56e}";
/// Phosphor `flag`.
pub const FLAG: &str = "\u{e244}";
/// Phosphor `folder`.
pub const FOLDER: &str = "\u{e24a}";
/// Phosphor `folder-open`.
pub const FOLDER_OPEN: &str = "\u{e256}";
/// Phosphor `globe`.
pub const GLOBE: &str = "\u{e288}";
/// Phosphor `handshake`.
pub const HANDSHAKE: &str = "\u{e582}";
/// Phosphor `clock-counter-clockwise`.
pub const HISTORY: &str = "\u{e1a0}";
/// Phosphor `image`.
pub const IMAGE: &str = "\u{e2ca}";
/// Phosphor `upload-simple`.
pub const IMPORT: &str = "\u{e4c0}";
/// Phosphor `info`.
pub const INFO: &str = "\u{e2ce}";
/// Phosphor `bandaids`.
pub const INJURY: &str = "\u{e0b2}";
/// Phosphor `sign-in`.
pub const JOIN: &str = "\u{e428}";
/// Phosphor `keyboard`.
pub const KEYBOARD: &str = "\u{e2d8}";
/// Phosphor `sign-out`.
pub const LEAVE: &str = "\u{e42a}";
/// Phosphor `lightbulb`.
pub const LIGHTBULB: &str = "\u{e2dc}";
/// Phosphor `link-simple`.
pub const LINK: &str = "\u{e2e6}";
/// Phosphor `list`.
pub const LIST: &str = "\u{e2f0}";
/// Phosphor `lock-simple`.
pub const LOCK: &str = "\u{e308}";
/// Phosphor `minus`.
pub const MINUS: &str = "\u{e32a}";
/// Phosphor `coins`.
pub const MONEY: &str = "\u{e78e}";
/// Phosphor `moon`.
pub const MOON: &str = "\u{e330}";
/// Phosphor `dots-three`.
pub const MORE: &str = "\u{e1fe}";
/// Phosphor `dots-three-vertical`.
pub const MORE_VERTICAL: &str = "\u{e208}";
/// Phosphor `newspaper`.
pub const NEWS: &str = "\u{e344}";
/// Phosphor `note-pencil`.
pub const NOTE: &str = "\u{e34c}";
/// Phosphor `arrow-square-out`.
pub const OPEN_LINK: &str = "\u{e5de}";
/// Phosphor `palette`.
pub const PALETTE: &str = "\u{e6c8}";
/// Phosphor `soccer-ball`.
pub const PITCH: &str = "\u{e716}";
/// Phosphor `prohibit`.
pub const PROHIBITED: &str = "\u{e3de}";
/// Phosphor `question`.
pub const QUESTION: &str = "\u{e3e8}";
/// Phosphor `quotes`.
pub const QUOTES: &str = "\u{e660}";
/// Phosphor `arrow-u-up-right`.
pub const REDO: &str = "\u{e08c}";
/// Phosphor `arrows-clockwise`.
pub const REFRESH: &str = "\u{e094}";
/// Phosphor `article`.
pub const REPORT: &str = "\u{e0a8}";
/// Phosphor `scales`.
pub const RULES: &str = "\u{e750}";
/// Phosphor `floppy-disk`.
pub const SAVE: &str = "\u{e248}";
/// Phosphor `git-fork`.
pub const SCENARIO: &str = "\u{e27e}";
/// Phosphor `magnifying-glass`.
pub const SEARCH: &str = "\u{e30c}";
/// Phosphor `gear`.
pub const SETTINGS: &str = "\u{e270}";
/// Phosphor `shield-check`.
pub const SHIELD: &str = "\u{e40c}";
/// Phosphor `sliders-horizontal`.
pub const SLIDERS: &str = "\u{e434}";
/// Phosphor `sort-ascending`.
pub const SORT_ASCENDING: &str = "\u{e444}";
/// Phosphor `sort-descending`.
pub const SORT_DESCENDING: &str = "\u{e446}";
/// Phosphor `stack`.
pub const STACK: &str = "\u{e466}";
/// Phosphor `star`.
pub const STAR: &str = "\u{e46a}";
/// Phosphor `sun`.
pub const SUN: &str = "\u{e472}";
/// Phosphor `table`.
pub const TABLE: &str = "\u{e476}";
/// Phosphor `tag`.
pub const TAG: &str = "\u{e478}";
/// Phosphor `target`.
pub const TARGET: &str = "\u{e47c}";
/// Phosphor `calendar-dots`.
pub const TIMELINE: &str = "\u{e7b4}";
/// Phosphor `trash`.
pub const TRASH: &str = "\u{e4a6}";
/// Phosphor `trend-down`.
pub const TREND_DOWN: &str = "\u{e4ac}";
/// Phosphor `trend-up`.
pub const TREND_UP: &str = "\u{e4ae}";
/// Phosphor `arrow-u-up-left`.
pub const UNDO: &str = "\u{e08a}";
/// Phosphor `user`.
pub const USER: &str = "\u{e4c2}";
/// Phosphor `user-plus`.
pub const USER_ADD: &str = "\u{e4d0}";
/// Phosphor `user-minus`.
pub const USER_REMOVE: &str = "\u{e4ce}";
/// Phosphor `users`.
pub const USERS: &str = "\u{e4d6}";
/// Phosphor `warning`.
pub const WARNING: &str = "\u{e4e0}";
/// Phosphor `warning-circle`.
pub const WARNING_CIRCLE: &str = "\u{e4e2}";

/// Every icon with its Phosphor name.
pub const ALL: &[(&str, &str)] = &[
    ("plus", ADD),
    ("arrows-out", ALL_DIRECTIONS),
    ("arrow-down", ARROW_DOWN),
    ("arrow-left", ARROW_LEFT),
    ("arrow-right", ARROW_RIGHT),
    ("arrow-up", ARROW_UP),
    ("bookmark-simple", BASELINE),
    ("squares-four", BOARD),
    ("calendar-blank", CALENDAR),
    ("caret-down", CARET_DOWN),
    ("caret-left", CARET_LEFT),
    ("caret-right", CARET_RIGHT),
    ("caret-up", CARET_UP),
    ("caret-up-down", CARET_UP_DOWN),
    ("chart-line", CHART),
    ("check", CHECK),
    ("check-circle", CHECK_CIRCLE),
    ("clock", CLOCK),
    ("x", CLOSE),
    ("columns", COLUMNS),
    ("command", COMMAND),
    ("arrows-left-right", COMPARE),
    ("copy", COPY),
    ("download-simple", DOWNLOAD),
    ("dots-six-vertical", DRAG),
    ("pencil-simple", EDIT),
    ("export", EXPORT),
    ("eye", EYE),
    ("eye-slash", EYE_CLOSED),
    ("file-text", FILE),
    ("file-plus", FILE_NEW),
    ("funnel-simple", FILTER),
    ("first-aid", FIRST_AID),
    ("flag", FLAG),
    ("folder", FOLDER),
    ("folder-open", FOLDER_OPEN),
    ("globe", GLOBE),
    ("handshake", HANDSHAKE),
    ("clock-counter-clockwise", HISTORY),
    ("image", IMAGE),
    ("upload-simple", IMPORT),
    ("info", INFO),
    ("bandaids", INJURY),
    ("sign-in", JOIN),
    ("keyboard", KEYBOARD),
    ("sign-out", LEAVE),
    ("lightbulb", LIGHTBULB),
    ("link-simple", LINK),
    ("list", LIST),
    ("lock-simple", LOCK),
    ("minus", MINUS),
    ("coins", MONEY),
    ("moon", MOON),
    ("dots-three", MORE),
    ("dots-three-vertical", MORE_VERTICAL),
    ("newspaper", NEWS),
    ("note-pencil", NOTE),
    ("arrow-square-out", OPEN_LINK),
    ("palette", PALETTE),
    ("soccer-ball", PITCH),
    ("prohibit", PROHIBITED),
    ("question", QUESTION),
    ("quotes", QUOTES),
    ("arrow-u-up-right", REDO),
    ("arrows-clockwise", REFRESH),
    ("article", REPORT),
    ("scales", RULES),
    ("floppy-disk", SAVE),
    ("git-fork", SCENARIO),
    ("magnifying-glass", SEARCH),
    ("gear", SETTINGS),
    ("shield-check", SHIELD),
    ("sliders-horizontal", SLIDERS),
    ("sort-ascending", SORT_ASCENDING),
    ("sort-descending", SORT_DESCENDING),
    ("stack", STACK),
    ("star", STAR),
    ("sun", SUN),
    ("table", TABLE),
    ("tag", TAG),
    ("target", TARGET),
    ("calendar-dots", TIMELINE),
    ("trash", TRASH),
    ("trend-down", TREND_DOWN),
    ("trend-up", TREND_UP),
    ("arrow-u-up-left", UNDO),
    ("user", USER),
    ("user-plus", USER_ADD),
    ("user-minus", USER_REMOVE),
    ("users", USERS),
    ("warning", WARNING),
    ("warning-circle", WARNING_CIRCLE),
];
