//! Two versions of one thing, of which a merge could not choose one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Extra, PlayerId};

/// Two versions of one thing, waiting for somebody to choose. Neither is lost meanwhile.
///
/// A value that is left out is missing on that side: it was removed there, or never was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conflict {
    /// Where in the plan, as a JSON pointer that names what stands in lists by its id:
    /// `/players/marc-guehi/contract/until`.
    pub path: String,
    /// What both versions began from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Value>,
    /// One version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<Value>,
    /// The other version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Value>,
    /// The place is a player of the plan, who is perhaps the same person as this one; there are no values then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<PlayerId>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Conflict {
    /// A path from its steps.
    ///
    /// # Example
    /// ```
    /// use backline::model::Conflict;
    /// assert_eq!(Conflict::path_of(&["players", "marc-guehi", "notes"]), "/players/marc-guehi/notes");
    /// ```
    #[must_use]
    pub fn path_of(steps: &[impl AsRef<str>]) -> String {
        steps.iter().fold(String::new(), |path, step| {
            path + "/" + &step.as_ref().replace('~', "~0").replace('/', "~1")
        })
    }

    /// The steps of its path: fields by their names, what stands in a list by its id or its day.
    #[must_use]
    pub fn steps(&self) -> Vec<String> {
        let path = self.path.strip_prefix('/').unwrap_or(&self.path);
        path.split('/').map(|step| step.replace("~1", "/").replace("~0", "~")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_and_its_steps_are_two_spellings_of_one_place() {
        for steps in [vec!["notes"], vec!["players", "a", "sources", "x/y~1"], vec!["players", "", "x"]] {
            let conflict = Conflict { path: Conflict::path_of(&steps), ..Conflict::default() };
            assert_eq!(conflict.steps(), steps, "{}", conflict.path);
        }
    }
}
