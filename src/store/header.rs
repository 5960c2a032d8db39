//! The first look at a file: is it a plan, and of which version?

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::migrate::{self, Step};
use super::open_error::OpenReason;

const OPEN_A_PLAN: &str = "Open a plan, or start a new one.";
const IMPORT: &str = "Open a plan; to bring this into one, use the import.";

/// What stands at the top of a JSON file.
enum Top {
    Object(Header),
    List,
    Scalar,
}

/// The fields of the header, and those that tell what else the file may be.
#[derive(Default)]
struct Header {
    format: Option<Scalar>,
    version: Option<Scalar>,
    matches: bool,
    players: bool,
}

/// A value as far as a header needs it.
enum Scalar {
    Text(String),
    Whole(u64),
    Other(String),
}

/// Looks at the header of a text that is JSON.
///
/// # Errors
/// The reason why it is no plan that this program reads.
pub(crate) fn check(text: &str) -> Result<(), OpenReason> {
    let not_a_plan = |seems: String, remedy| Err(OpenReason::NotAPlan { seems, remedy });
    let header = match serde_json::from_str::<Top>(text) {
        Ok(Top::Object(header)) => header,
        Ok(Top::List) => return not_a_plan("it is a JSON list, perhaps of players".to_owned(), IMPORT),
        Ok(Top::Scalar) => return not_a_plan("it is a single JSON value".to_owned(), OPEN_A_PLAN),
        // Said better when the fields are read.
        Err(_) => return Ok(()),
    };
    match header.format {
        Some(Scalar::Text(format)) if format == "backline-plan" => {}
        Some(Scalar::Text(format)) => {
            let format: String = format.chars().take(60).collect();
            return not_a_plan(format!("it says that it is \"{format}\""), OPEN_A_PLAN);
        }
        Some(_) => return not_a_plan("its \"format\" is not a text".to_owned(), OPEN_A_PLAN),
        None if header.matches => {
            return not_a_plan("it is a list of matches".to_owned(), IMPORT);
        }
        None if header.players => {
            return not_a_plan("it has players, but no \"format\": \"backline-plan\"".to_owned(), IMPORT);
        }
        None => {
            return not_a_plan("it has no \"format\": \"backline-plan\"".to_owned(), OPEN_A_PLAN);
        }
    }
    let version = match header.version {
        Some(Scalar::Whole(version)) => version,
        Some(Scalar::Text(found)) => {
            let found: String = found.chars().take(60).collect();
            return Err(OpenReason::UnknownVersion { found: format!("the text \"{found}\"") });
        }
        Some(Scalar::Other(found)) => return Err(OpenReason::UnknownVersion { found }),
        None => return Err(OpenReason::UnknownVersion { found: "missing".to_owned() }),
    };
    match migrate::step(version) {
        Step::Current => Ok(()),
        Step::Newer => Err(OpenReason::Newer { found: version }),
        Step::Unknown => Err(OpenReason::UnknownVersion { found: version.to_string() }),
    }
}

impl<'de> Deserialize<'de> for Top {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TopVisitor)
    }
}

struct TopVisitor;

impl<'de> Visitor<'de> for TopVisitor {
    type Value = Top;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Top, A::Error> {
        let mut header = Header::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "format" => header.format = Some(map.next_value()?),
                "version" => header.version = Some(map.next_value()?),
                _ => {
                    header.matches |= name == "matches";
                    header.players |= name == "players";
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Top::Object(header))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Top, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Top::List)
    }

    fn visit_str<E>(self, _: &str) -> Result<Top, E> {
        Ok(Top::Scalar)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Top, E> {
        Ok(Top::Scalar)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Top, E> {
        Ok(Top::Scalar)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Top, E> {
        Ok(Top::Scalar)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Top, E> {
        Ok(Top::Scalar)
    }

    fn visit_unit<E>(self) -> Result<Top, E> {
        Ok(Top::Scalar)
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Other(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Other(number.to_string()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Other(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Other("null".to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other("an object".to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other("a list".to_owned()))
    }
}
