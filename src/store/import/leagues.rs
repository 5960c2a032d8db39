//! Leagues by the short forms of the Transfermarkt data set.

/// Short form, country, league. Gathered in November 2026.
const LEAGUES: [(&str, &str, &str); 15] = [
    ("GB1", "England", "Premier League"),
    ("GB2", "England", "Championship"),
    ("ES1", "Spain", "La Liga"),
    ("IT1", "Italy", "Serie A"),
    ("L1", "Germany", "Bundesliga"),
    ("FR1", "France", "Ligue 1"),
    ("PO1", "Portugal", "Primeira Liga"),
    ("NL1", "Netherlands", "Eredivisie"),
    ("BE1", "Belgium", "Pro League"),
    ("TR1", "T\u{fc}rkiye", "S\u{fc}per Lig"),
    ("SC1", "Scotland", "Premiership"),
    ("GR1", "Greece", "Super League"),
    ("DK1", "Denmark", "Superliga"),
    ("RU1", "Russia", "Premier Liga"),
    ("UKR1", "Ukraine", "Premier Liga"),
];

/// The country and the league that a table's word for a league means; a word that is not known is the league itself.
pub(super) fn league(word: &str) -> (Option<&'static str>, &str) {
    let known = LEAGUES.iter().find(|(code, ..)| *code == word);
    known.map_or((None, word), |(_, country, league)| (Some(*country), *league))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_names_country_and_league() {
        assert_eq!(league("GB1"), (Some("England"), "Premier League"));
        assert_eq!(league("Serie B"), (None, "Serie B"));
    }
}
