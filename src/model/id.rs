//! Ids: newtypes of stable slugs such as `marc-guehi`, never indices.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text that cannot be an id.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0:?} is not an id: use up to 100 lowercase letters, digits and hyphens, like \"marc-guehi\"")]
pub struct InvalidId(pub String);

fn check(text: &str) -> Result<(), InvalidId> {
    let good = !text.is_empty()
        && text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if good { Ok(()) } else { Err(InvalidId(text.chars().take(100).collect())) }
}

/// Lowercase ASCII of any script, for searching and for slugs: `Konaté` becomes `konate`.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { deunicode::deunicode(text).to_lowercase() }
}

/// The slug of a name: `Marc Guéhi` becomes `marc-guehi`; a name without letters becomes `unnamed`.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' {
            out.push('-');
        }
    }
    out.truncate(90);
    let trimmed = out.trim_end_matches('-');
    if trimmed.is_empty() { "unnamed".to_owned() } else { trimmed.to_owned() }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend("pattern" = "^[a-z0-9-]{1,100}$"))]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id made of a name, kept apart from the ids for which `taken` says yes by a number at its end.
            pub fn new_for(name: &str, mut taken: impl FnMut(&str) -> bool) -> Self {
                let base = slug(name);
                let mut candidate = base.clone();
                let mut n = 2;
                while taken(&candidate) {
                    candidate = format!("{base}-{n}");
                    n += 1;
                }
                Self(candidate.into())
            }

            /// The slug itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                check(&text)?;
                Ok(Self(text.into()))
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.as_ref().to_owned()
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

id!(
    /// Names a player of the plan.
    PlayerId
);
id!(
    /// Names a report.
    ReportId
);
id!(
    /// Names a scenario.
    ScenarioId
);
id!(
    /// Names a move inside its scenario.
    MoveId
);
id!(
    /// Names a window.
    WindowId
);
id!(
    /// Names a unit, such as `centre-backs`.
    UnitId
);
id!(
    /// Names a slot, such as `lcb`; formations share the names of like places.
    SlotId
);
id!(
    /// Names a formation, such as `4-3-3`.
    FormationId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_folds_accents_and_joins_words() {
        for (name, expected) in [
            ("Marc Guéhi", "marc-guehi"),
            ("Ibrahima Konaté", "ibrahima-konate"),
            ("  N'Golo   Kanté ", "ngolo-kante"),
            ("Łukasz Piszczek", "lukasz-piszczek"),
            ("???", "unnamed"),
            ("", "unnamed"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn a_new_id_steps_aside_for_those_taken() {
        let id = PlayerId::new_for("Pepe", |taken| taken == "pepe" || taken == "pepe-2");
        assert_eq!(id, "pepe-3");
    }

    #[test]
    fn an_id_with_a_space_is_refused_with_the_remedy() {
        let error = "Marc Guéhi".parse::<PlayerId>().unwrap_err().to_string();
        assert!(error.contains("Marc Guéhi") && error.contains("marc-guehi"), "{error}");
    }
}
