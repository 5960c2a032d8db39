//! What is known of the plans opened lately, without opening them.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::folder::{ago, shown};

/// How much of a file is read to find the name of its plan, in bytes.
const HEAD: u64 = 4096;

/// A plan opened or saved lately.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RecentPlan {
    /// Its file.
    pub path: PathBuf,
    /// The plan's name where the file says it early enough, else the file's.
    pub name: String,
    /// Its folder, with the home folder as `~`.
    pub folder: String,
    /// When the file was changed last: `3 days ago`; `None` if it is no longer there.
    pub changed: Option<String>,
    /// The same as the disk has it, where it says so.
    pub modified: Option<SystemTime>,
}

impl RecentPlan {
    /// What the disk says about `path` now.
    pub(super) fn look(path: &Path, home: Option<&Path>, now: SystemTime) -> Self {
        let metadata = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let name = metadata.as_ref().and_then(|_| plan_name(path)).unwrap_or(stem);
        let folder = path.parent().map_or_else(String::new, |folder| shown(folder, home));
        let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
        let changed = metadata.map(|_| modified.map_or_else(|| "on disk".to_owned(), |then| ago(then, now)));
        Self { path: path.to_owned(), name, folder, changed, modified }
    }
}

/// The name in the first lines of a plan, if it stands before everything else that has a name.
fn plan_name(path: &Path) -> Option<String> {
    let mut head = Vec::new();
    File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    name_in(&String::from_utf8_lossy(&head))
}

fn name_in(head: &str) -> Option<String> {
    const KEY: &str = "\"name\"";
    let at = head.find(KEY)?;
    let (before, after) = (head.get(..at)?, head.get(at + KEY.len()..)?);
    let is_the_plans = before.matches('{').count() == 1 && before.contains("backline-plan");
    let value = after.trim_start().strip_prefix(':').filter(|_| is_the_plans)?;
    let name = serde_json::Deserializer::from_str(value).into_iter::<String>().next()?.ok()?;
    let name = name.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_known_by_the_name_it_gives_itself() {
        let head = "{\n  \"format\": \"backline-plan\",\n  \"version\": 1,\n  \"name\": \"Gu\\u00e9hi \\\"now\\\"\",\n  \"club\": {";
        assert_eq!(name_in(head).as_deref(), Some("Guéhi \"now\""));
        for head in [
            "{\"format\": \"backline-plan\", \"club\": {\"name\": \"Liverpool\"}",
            "{\"name\": \"some other file\"}",
            "{\"format\": \"backline-plan\", \"name\": \"cut off",
            "",
        ] {
            assert_eq!(name_in(head), None, "{head}");
        }
    }

    #[test]
    fn a_plan_that_is_gone_keeps_the_name_of_its_file() {
        let recent = RecentPlan::look(
            Path::new("/home/ann/plans/madrid.json"),
            Some(Path::new("/home/ann")),
            SystemTime::UNIX_EPOCH,
        );
        assert!(recent.changed.is_none());
        assert_eq!((recent.name.as_str(), recent.folder.as_str()), ("madrid", "~/plans"));
    }
}
