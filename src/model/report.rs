//! Reports: dated claims by outlets. They may contradict each other; none is deleted by another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Extra, MoneyRange, PlayerId, ReportId, words};

/// What a report claims.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// A club is interested.
    #[default]
    Interest,
    /// Clubs or player talk.
    Talks,
    /// An offer was made.
    Bid,
    /// A deal is agreed.
    Agreed,
    /// A deal is done.
    Done,
    /// Someone denies it, or it fell through.
    Denied,
    /// Talks about a new contract at his club.
    ContractTalks,
    /// What a club asks.
    Asking,
    /// An injury.
    Injury,
    /// Anything else.
    Other,
}

impl ReportKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Interest,
        Self::Talks,
        Self::Bid,
        Self::Asking,
        Self::Agreed,
        Self::Done,
        Self::Denied,
        Self::ContractTalks,
        Self::Injury,
        Self::Other,
    ];

    /// As shown: `contract talks`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Interest => "interest",
            Self::Talks => "talks",
            Self::Bid => "bid",
            Self::Agreed => "agreed",
            Self::Done => "done",
            Self::Denied => "denied",
            Self::ContractTalks => "contract talks",
            Self::Asking => "asking price",
            Self::Injury => "injury",
            Self::Other => "other",
        }
    }
}

/// The reader's own trust in a report.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// Hardly.
    Low,
    /// Could be.
    #[default]
    Uncertain,
    /// Mostly.
    High,
    /// A club, a league or the player himself on record.
    Official,
}

impl Trust {
    /// Every grade, the strongest first.
    pub const ALL: [Self; 4] = [Self::Official, Self::High, Self::Uncertain, Self::Low];

    /// As shown: `low trust`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low trust",
            Self::Uncertain => "uncertain",
            Self::High => "high trust",
            Self::Official => "official",
        }
    }
}

/// What an amount in a report is.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AmountRole {
    /// A fee paid or expected.
    #[default]
    Fee,
    /// What the selling club asks.
    Asking,
    /// What a buying club offers, or would at most.
    Bid,
    /// A wage per week.
    Wage,
    /// Anything else.
    Other,
}

impl AmountRole {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Fee, Self::Asking, Self::Bid, Self::Wage, Self::Other];

    /// As shown: `asking`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Asking => "asking",
            Self::Bid => "bid",
            Self::Wage => "wage",
            Self::Other => "amount",
        }
    }
}

/// An amount as the outlet gave it; the same fee in two currencies is two amounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportedAmount {
    /// What it is.
    pub role: AmountRole,
    /// The figure, in the reported currency.
    pub value: MoneyRange,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One dated claim by one outlet about a player.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Names the report.
    pub id: ReportId,
    /// Whom it is about.
    pub player: PlayerId,
    /// The day it was published.
    pub date: Date,
    /// That day is not recorded: `date` only gives it a place among the others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// Who published it.
    pub outlet: String,
    /// What it claims.
    pub kind: ReportKind,
    /// The club it names, if any: the one interested, bidding, denying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub club: Option<String>,
    /// The claim in one line, in the user's words.
    pub claim: String,
    /// Amounts as reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<ReportedAmount>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The reader's own trust in it.
    #[serde(default)]
    pub trust: Trust,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Report {
    /// What sorts reports by age: of the same day, one whose day is not recorded counts as older.
    #[must_use]
    pub fn newness(&self) -> (Date, bool) {
        (self.date, !self.undated)
    }

    /// `24 Sep 2025`, or that the day is not recorded.
    #[must_use]
    pub fn day_words(&self) -> String {
        if self.undated { "day not recorded".to_owned() } else { words::date(self.date) }
    }

    /// Who published it, or that nobody recorded it.
    #[must_use]
    pub fn outlet_words(&self) -> &str {
        let outlet = self.outlet.trim();
        if outlet.is_empty() { "outlet not recorded" } else { outlet }
    }

    /// The link, if it is one a browser may open: http or https, nothing else, and it leads where it seems to lead.
    ///
    /// Refused are a name before the host (`https://bank.example@other.example`), a backslash, spaces, and signs that
    /// cannot be seen or turn the direction of the text.
    #[must_use]
    pub fn safe_link(&self) -> Option<&str> {
        let link = self.link.as_deref()?;
        let (scheme, rest) = link.split_once("://")?;
        let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let leads_elsewhere = host.is_empty() || host.contains('@') || rest.contains(hides);
        (is_web && !leads_elsewhere).then_some(link)
    }
}

/// Signs that a link does not need and that let it look like another one.
fn hides(c: char) -> bool {
    let unseen = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    unseen || c == '\\' || c.is_control() || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_links_may_be_opened() {
        for (link, safe) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("é", false),
            ("https://example.org:8080/a?b=c@d#é", true),
            ("https://", false),
            ("https:///a", false),
            ("https:example.org", false),
            (" https://example.org", false),
            ("https://bank.example@other.example/", false),
            ("https://example.org\\@other.example/", false),
            ("https://example.org/\u{202e}gro", false),
            ("https://exam\u{200b}ple.org", false),
            ("https://example.org/a b", false),
            ("https://example.org/\nHost: x", false),
        ] {
            let report = Report {
                id: "r".parse().unwrap(),
                player: "p".parse().unwrap(),
                date: "2025-09-25".parse().unwrap(),
                undated: false,
                outlet: String::new(),
                kind: ReportKind::Interest,
                club: None,
                claim: String::new(),
                amounts: Vec::new(),
                link: Some(link.to_owned()),
                trust: Trust::Low,
                extra: Extra::new(),
            };
            assert_eq!(report.safe_link().is_some(), safe, "{link}");
        }
    }
}
