//! What the program remembers, and what becomes of a file that is broken.

use super::*;

fn folders() -> (tempfile::TempDir, AppFolders) {
    let folder = tempfile::tempdir().unwrap();
    let folders = AppFolders::inside(folder.path());
    (folder, folders)
}

fn load_text(text: &str) -> (Settings, Option<String>) {
    let (_guard, folders) = folders();
    fs::create_dir_all(&folders.config).unwrap();
    fs::write(folders.settings_file(), text).unwrap();
    Settings::load(&folders)
}

/// Every preference as it is not at first.
fn chosen() -> Settings {
    Settings {
        theme: ThemeChoice::Light,
        text_size: 1.15,
        reduced_motion: true,
        reading: words::Style {
            date: words::DateStyle::YearFirst,
            currency: words::CurrencyStyle::SignAfter,
            week: words::WeekStart::Saturday,
        },
        plans_folder: Some(PathBuf::from("/plans")),
        ..Settings::default()
    }
}

#[test]
fn what_is_remembered_is_known_on_the_next_start() {
    let (_guard, folders) = folders();
    assert_eq!(Settings::load(&folders), (Settings::default(), None));
    let mut settings = chosen();
    settings.window = Some(WindowSize { width: 1440.0, height: 900.0, maximized: false });
    let column = ColumnSetting { name: "age".to_owned(), width: 48.0, shown: false };
    settings.targets = Some(TableSettings { columns: vec![column] });
    settings.extra.insert("from_the_future".to_owned(), Value::from(7));
    settings.remember(Path::new("/plans/é.json"));
    settings.save(&folders).unwrap();
    assert_eq!(Settings::load(&folders), (settings, None));
}

#[test]
fn recent_plans_are_each_there_once_the_newest_first_and_twelve_at_most() {
    let mut settings = Settings::default();
    for n in 0..20 {
        settings.remember(Path::new(&format!("/plans/{n}.json")));
    }
    settings.remember(Path::new("/plans/15.json"));
    assert_eq!(settings.recent.len(), MAX_RECENT);
    assert_eq!(settings.recent[0], Path::new("/plans/15.json"));
    assert_eq!(settings.recent[1], Path::new("/plans/19.json"));
    assert_eq!(settings.recent.iter().filter(|path| path.ends_with("15.json")).count(), 1);
    assert_eq!(settings.last_folder.as_deref(), Some(Path::new("/plans")));
    settings.forget(Path::new("/plans/15.json"));
    assert_eq!((settings.recent.len(), settings.last_opened), (MAX_RECENT - 1, None));
}

#[test]
fn a_broken_file_is_set_aside_and_said() {
    let (_guard, folders) = folders();
    fs::create_dir_all(&folders.config).unwrap();
    for broken in ["{\"theme\": ", "", "[]", "\u{0}"] {
        fs::write(folders.settings_file(), broken).unwrap();
        let (settings, sentence) = Settings::load(&folders);
        assert_eq!(settings, Settings::default());
        assert!(sentence.unwrap().contains("settings.broken.json"), "{broken:?}");
        let aside = folders.config.join("settings.broken.json");
        assert_eq!(fs::read_to_string(aside).unwrap(), broken);
    }
}

#[test]
fn a_field_that_makes_no_sense_gets_its_default_and_costs_no_other() {
    let (settings, sentence) = load_text(
        r#"{"theme": "purple", "text_size": 900, "recent": ["/a", 3, "/a", "/b"], "last_opened": {}, "window": {"width": -1, "height": 2}}"#,
    );
    assert_eq!(sentence, None);
    assert_eq!((settings.theme, settings.text_size), (ThemeChoice::System, 1.0));
    assert_eq!(settings.recent, [Path::new("/a"), Path::new("/b")]);
    assert_eq!((settings.last_opened, settings.window), (None, None));
}

#[test]
fn a_folder_in_place_of_the_file_is_said_and_nothing_fails() {
    let (_guard, folders) = folders();
    fs::create_dir_all(folders.settings_file()).unwrap();
    let (settings, sentence) = Settings::load(&folders);
    assert_eq!(settings, Settings::default());
    assert!(sentence.unwrap().contains("could not be read"));
}

#[test]
fn corrected_columns_survive_a_restart_and_the_newest_take_the_place_of_old_ones() {
    let (_guard, folders) = folders();
    let mut settings = Settings::default();
    for n in 0..MAX_TABLES + 5 {
        settings.remember_table(format!("name | column {n}"), ColumnMap::default());
    }
    settings.remember_table("name | column 9".to_owned(), ColumnMap::default());
    settings.save(&folders).unwrap();
    let read = Settings::load(&folders).0;
    assert_eq!(read.tables, settings.tables);
    assert_eq!((read.tables.len(), read.tables[0].headers.as_str()), (MAX_TABLES, "name | column 9"));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_remembered_byte_for_byte() {
    use std::os::unix::ffi::OsStrExt as _;

    let (_guard, folders) = folders();
    let path = Path::new(std::ffi::OsStr::from_bytes(b"/plans/caf\xe9.json"));
    let mut settings = Settings::default();
    settings.remember(path);
    settings.save(&folders).unwrap();
    assert_eq!(Settings::load(&folders).0.recent, [path]);
}

#[test]
fn one_broken_field_costs_no_other() {
    let mut settings = chosen();
    settings.window = Some(WindowSize { width: 1440.0, height: 900.0, maximized: true });
    settings.targets = Some(TableSettings::default());
    settings.remember(Path::new("/plans/a.json"));
    settings.remember_table("name | age".to_owned(), ColumnMap::default());
    let Value::Object(fields) = settings.to_value() else { panic!("settings are an object") };
    assert!(fields.len() >= 13, "every field is written: {:?}", fields.keys());
    for name in fields.keys() {
        for broken in [
            Value::from(-3.5),
            Value::from("?"),
            Value::Null,
            Value::from(vec![0]),
            serde_json::json!({"a": 1}),
        ] {
            let mut fields = fields.clone();
            fields.insert(name.clone(), broken.clone());
            let (read, sentence) = load_text(&Value::Object(fields.clone()).to_string());
            assert_eq!(sentence, None);
            let Value::Object(mut read) = read.to_value() else { panic!("settings are an object") };
            read.shift_remove(name);
            fields.shift_remove(name);
            assert_eq!(read, fields, "{name}: {broken}");
        }
    }
}

#[test]
fn the_usual_preferences_cost_nothing_that_is_remembered() {
    let mut settings = chosen();
    settings.remember(Path::new("/plans/a.json"));
    settings.set_back();
    let mut expected = Settings::default();
    expected.remember(Path::new("/plans/a.json"));
    assert_eq!(settings, expected);
}

#[test]
fn a_file_cut_off_anywhere_never_stops_the_program_and_the_next_save_heals_it() {
    let (_guard, folders) = folders();
    chosen().save(&folders).unwrap();
    let whole = fs::read(folders.settings_file()).unwrap();
    for cut in 0..whole.len() - 2 {
        fs::write(folders.settings_file(), &whole[..cut]).unwrap();
        let (settings, sentence) = Settings::load(&folders);
        assert_eq!(settings, Settings::default());
        assert!(sentence.is_some(), "cut at {cut}");
    }
    chosen().save(&folders).unwrap();
    assert_eq!(Settings::load(&folders), (chosen(), None));
    let mut names: Vec<_> =
        fs::read_dir(&folders.config).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["settings.broken.json", "settings.json"], "nothing half-written is left");
}

#[test]
fn a_file_far_too_large_or_no_text_is_set_aside() {
    let (_guard, folders) = folders();
    fs::create_dir_all(&folders.config).unwrap();
    let large = format!("{{\"theme\": \"light\", \"x\": \"{}\"}}", "x".repeat(MAX_BYTES as usize));
    for broken in [large.as_bytes(), b"{\"theme\": \"\xff\"}"] {
        fs::write(folders.settings_file(), broken).unwrap();
        let (settings, sentence) = Settings::load(&folders);
        assert_eq!(settings, Settings::default());
        assert!(sentence.unwrap().contains("settings.broken.json"));
        assert!(!folders.settings_file().exists());
    }
}

#[cfg(unix)]
#[test]
fn a_save_that_fails_leaves_the_settings_as_they_were() {
    let (_guard, folders) = folders();
    chosen().save(&folders).unwrap();
    // A file stands where the folder should be.
    let elsewhere = AppFolders { config: folders.settings_file(), ..folders.clone() };
    assert!(Settings::default().save(&elsewhere).is_err());
    assert_eq!(Settings::load(&folders), (chosen(), None));
}
