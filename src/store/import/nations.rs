//! Nations by their names and by the three letters that FIFA gives them.

use crate::model::fold;

/// FIFA's three letters and the English name. Gathered in November 2026.
const NATIONS: [(&str, &str); 112] = [
    ("ALB", "Albania"),
    ("ALG", "Algeria"),
    ("ANG", "Angola"),
    ("ARG", "Argentina"),
    ("ARM", "Armenia"),
    ("AUS", "Australia"),
    ("AUT", "Austria"),
    ("AZE", "Azerbaijan"),
    ("BEL", "Belgium"),
    ("BEN", "Benin"),
    ("BFA", "Burkina Faso"),
    ("BIH", "Bosnia-Herzegovina"),
    ("BLR", "Belarus"),
    ("BOL", "Bolivia"),
    ("BRA", "Brazil"),
    ("BUL", "Bulgaria"),
    ("CAN", "Canada"),
    ("CHI", "Chile"),
    ("CHN", "China"),
    ("CIV", "Cote d'Ivoire"),
    ("CMR", "Cameroon"),
    ("COD", "DR Congo"),
    ("CGO", "Congo"),
    ("COL", "Colombia"),
    ("COM", "Comoros"),
    ("CPV", "Cape Verde"),
    ("CRC", "Costa Rica"),
    ("CRO", "Croatia"),
    ("CUB", "Cuba"),
    ("CUW", "Curacao"),
    ("CYP", "Cyprus"),
    ("CZE", "Czech Republic"),
    ("DEN", "Denmark"),
    ("DOM", "Dominican Republic"),
    ("ECU", "Ecuador"),
    ("EGY", "Egypt"),
    ("ENG", "England"),
    ("EQG", "Equatorial Guinea"),
    ("ESP", "Spain"),
    ("EST", "Estonia"),
    ("FIN", "Finland"),
    ("FRA", "France"),
    ("FRO", "Faroe Islands"),
    ("GAB", "Gabon"),
    ("GAM", "The Gambia"),
    ("GEO", "Georgia"),
    ("GER", "Germany"),
    ("GHA", "Ghana"),
    ("GNB", "Guinea-Bissau"),
    ("GRE", "Greece"),
    ("GUI", "Guinea"),
    ("HAI", "Haiti"),
    ("HON", "Honduras"),
    ("HUN", "Hungary"),
    ("IDN", "Indonesia"),
    ("IRL", "Ireland"),
    ("IRN", "Iran"),
    ("IRQ", "Iraq"),
    ("ISL", "Iceland"),
    ("ISR", "Israel"),
    ("ITA", "Italy"),
    ("JAM", "Jamaica"),
    ("JOR", "Jordan"),
    ("JPN", "Japan"),
    ("KAZ", "Kazakhstan"),
    ("KOR", "South Korea"),
    ("KOS", "Kosovo"),
    ("KSA", "Saudi Arabia"),
    ("KVX", "Kosovo"),
    ("LBY", "Libya"),
    ("LTU", "Lithuania"),
    ("LUX", "Luxembourg"),
    ("LVA", "Latvia"),
    ("MAD", "Madagascar"),
    ("MAR", "Morocco"),
    ("MDA", "Moldova"),
    ("MEX", "Mexico"),
    ("MKD", "North Macedonia"),
    ("MLI", "Mali"),
    ("MLT", "Malta"),
    ("MNE", "Montenegro"),
    ("MOZ", "Mozambique"),
    ("MTN", "Mauritania"),
    ("NED", "Netherlands"),
    ("NGA", "Nigeria"),
    ("NIR", "Northern Ireland"),
    ("NOR", "Norway"),
    ("NZL", "New Zealand"),
    ("PAN", "Panama"),
    ("PAR", "Paraguay"),
    ("PER", "Peru"),
    ("POL", "Poland"),
    ("POR", "Portugal"),
    ("ROU", "Romania"),
    ("RSA", "South Africa"),
    ("RUS", "Russia"),
    ("SCO", "Scotland"),
    ("SEN", "Senegal"),
    ("SLE", "Sierra Leone"),
    ("SRB", "Serbia"),
    ("SUI", "Switzerland"),
    ("SUR", "Suriname"),
    ("SVK", "Slovakia"),
    ("SVN", "Slovenia"),
    ("SWE", "Sweden"),
    ("TOG", "Togo"),
    ("TUN", "Tunisia"),
    ("TUR", "T\u{fc}rkiye"),
    ("UKR", "Ukraine"),
    ("URU", "Uruguay"),
    ("USA", "United States"),
    ("WAL", "Wales"),
];

/// The name for FIFA's three letters; other texts as they are.
pub(super) fn nation(text: &str) -> &str {
    NATIONS.iter().find(|(code, _)| *code == text).map_or(text, |(_, name)| name)
}

/// The text is a nation's name or its three letters.
pub(super) fn is_nation(text: &str) -> bool {
    let folded = fold(text);
    NATIONS.iter().any(|(code, name)| *code == text || fold(name) == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_become_a_name_and_a_name_stays() {
        assert_eq!((nation("FRA"), nation("France"), nation("fra")), ("France", "France", "fra"));
        assert!(is_nation("türkiye") && is_nation("ENG") && !is_nation("Ann Other"));
    }
}
