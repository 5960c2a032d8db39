//! What a sum of money leaves out or assumes, in words.

use serde::{Serialize, Serializer};

use crate::report::Place;

/// Why a remark is made.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// An amount is left out: no rate leads to the plan's currency, or the move cannot have it.
    NotCounted,
    /// A wage nobody has given is left out.
    WageNotKnown,
    /// Something nobody has given is assumed.
    Assumed,
}

/// A remark on a sum of money.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remark {
    /// Why it is made.
    pub kind: RemarkKind,
    /// What it is about, to jump to.
    #[serde(serialize_with = "as_words")]
    pub place: Place,
    /// In a sentence.
    pub text: String,
}

pub(in crate::report) fn as_words<S: Serializer>(place: &Place, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(place)
}
