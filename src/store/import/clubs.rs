//! Clubs by the names people give them: "Liverpool" is "Liverpool Football Club".

use std::collections::{BTreeMap, HashMap};

use crate::model::fold;

/// Legal forms and words for "football club" that nobody says, as written in the languages of Europe's leagues; the
/// longer first, for they hold the shorter. Gathered in November 2026.
const FORMS: [&str; 71] = [
    "clube desportivo",
    "clube de desportos",
    "clube de futebol",
    "futbol club s a d",
    "club de futbol s a d",
    "fussball und sportverein",
    "association football club",
    "cricket and football club",
    "turn und sportgemeinschaft",
    "verein fur leibesubungen",
    "verein fur bewegungsspiele",
    "fussball spielbetriebs gmbh",
    "fussball spielbetriebs",
    "fussballgemeinschaft",
    "associazione sportiva dilettantistica",
    "associazione sportiva",
    "associazione calcio",
    "societa sportiva calcio",
    "societa sportiva",
    "unione sportiva",
    "unione calcio",
    "association sportive de",
    "association sportive",
    "association de la jeunesse",
    "sporting clube de",
    "futebol clube do",
    "futebol clube",
    "sport lisboa e",
    "clube de portugal",
    "sociedade anonima",
    "union deportiva",
    "club deportivo",
    "reial club deportiu",
    "real club deportivo",
    "football club de",
    "football club",
    "futbol club",
    "club de futbol",
    "futbol club",
    "club football",
    "de futbol",
    "fussball club",
    "fussballclub",
    "fussball ag",
    "fussball",
    "voetbalvereniging",
    "sportvereinigung",
    "sportverein",
    "sport club",
    "sporting club de l ouest",
    "voetbal",
    "bergamasca calcio",
    "calcio",
    "balompie",
    "team dubai",
    "s a d",
    "s p a",
    "s r l",
    "sad",
    "spa",
    "srl",
    "e v",
    "gmbh",
    "kgaa",
    "ag",
    "1 fc",
    "afc",
    "fc",
    "cf",
    "ac",
    "sc",
];

/// Words that do not tell one club from another.
const COMMON: [&str; 41] = [
    "as",
    "ss",
    "us",
    "ssc",
    "ogc",
    "rc",
    "rcd",
    "rb",
    "ud",
    "cd",
    "ca",
    "sd",
    "sv",
    "tsg",
    "vfb",
    "vfl",
    "fsv",
    "losc",
    "ksv",
    "afc",
    "bv",
    "club",
    "clube",
    "de",
    "del",
    "la",
    "le",
    "the",
    "and",
    "von",
    "y",
    "e",
    "et",
    "da",
    "do",
    "di",
    "1",
    "team",
    "sporting",
    "deportivo",
    "l",
];

/// Clubs whose legal name does not shorten by itself: as people say it, other ways to say it (folded, parted by
/// strokes), and the telling words of the legal name. Gathered in November 2026.
const SAID: [(&str, &str, &str); 42] = [
    ("Athletic Club", "athletic bilbao|athletic club bilbao", "athletic bilbao"),
    ("Atlético de Madrid", "atletico|atleti|atletico madrid", "atletico madrid"),
    ("Auxerre", "aj auxerre", "auxerroise"),
    ("Barcelona", "barca|fc barcelona", "barcelona"),
    ("Bayer Leverkusen", "leverkusen", "bayer leverkusen"),
    ("Bayern München", "bayern|bayern munich|fc bayern", "bayern munchen"),
    ("Borussia Dortmund", "bvb|dortmund", "borussia dortmund"),
    ("Borussia Mönchengladbach", "gladbach|monchengladbach", "borussia monchengladbach"),
    ("Brest", "stade brestois", "stade brestois"),
    ("Celta de Vigo", "celta|celta vigo", "real club celta vigo"),
    ("Crystal Palace", "palace", "crystal palace"),
    ("Espanyol", "rcd espanyol", "espanyol barcelona"),
    ("Hellas Verona", "verona", "verona hellas"),
    ("Holstein Kiel", "kiel", "kieler holstein"),
    ("Inter", "inter milan|internazionale", "internazionale milano"),
    ("Juventus", "juve", "juventus"),
    ("Le Havre", "havre", "havre athletic"),
    ("Lens", "rc lens", "racing lens"),
    ("Lille", "losc|losc lille", "lille olympique"),
    ("Lyon", "ol", "olympique lyonnais"),
    ("Mainz 05", "mainz", "mainz"),
    ("Manchester City", "man city", "manchester city"),
    ("Manchester United", "man utd|man united", "manchester united"),
    ("Marseille", "om", "olympique marseille"),
    ("Milan", "ac milan", "milan"),
    ("Monaco", "as monaco", "monaco"),
    ("Montpellier", "montpellier hsc", "montpellier herault"),
    ("Newcastle United", "newcastle", "newcastle united"),
    ("Nice", "ogc nice", "olympique gymnaste nice cote d azur"),
    ("Nottingham Forest", "forest|nottm forest", "nottingham forest"),
    ("Paris Saint-Germain", "psg|paris sg", "paris saint germain"),
    ("RB Leipzig", "leipzig", "rasenballsport leipzig"),
    ("Rayo Vallecano", "rayo", "rayo vallecano madrid"),
    ("Reims", "stade reims", "stade reims"),
    ("Rennes", "stade rennais", "stade rennais"),
    ("Saint-Étienne", "st etienne|asse", "saint etienne loire"),
    ("Schalke 04", "schalke", "schalke"),
    ("Strasbourg", "rc strasbourg", "racing strasbourg alsace"),
    ("Tottenham Hotspur", "spurs|tottenham", "tottenham hotspur"),
    ("West Ham United", "west ham", "west ham united"),
    ("Wolverhampton Wanderers", "wolves", "wolverhampton wanderers"),
    ("Werder Bremen", "bremen|werder", "werder bremen"),
];

/// The words of a name, folded: `1. FC Köln` → `1 fc koln`.
fn words(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The words that tell a club: without legal forms, common words and years, what people say turned into what is written.
fn telling(name: &str) -> Vec<String> {
    let whole = words(name);
    let says = |(said, more, _): &&(&str, &str, &str)| {
        more.split('|').any(|known| known == whole) || words(said) == whole
    };
    if let Some((.., legal)) = SAID.iter().find(says) {
        return legal.split(' ').filter(|word| !is_common(word)).map(str::to_owned).collect();
    }
    let all: Vec<&str> = whole.split(' ').filter(|word| !word.is_empty()).collect();
    let mut told: Vec<String> = Vec::new();
    let mut rest = all.as_slice();
    while let [first, others @ ..] = rest {
        let form = FORMS.iter().filter_map(|form| begins_with(rest, form)).max();
        if let Some(length) = form {
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        if !is_common(first) {
            told.push((*first).to_owned());
        }
        rest = others;
    }
    // A name that is nothing but forms stays as it is.
    if told.is_empty() { all.into_iter().map(str::to_owned).collect() } else { told }
}

/// How many words a form takes, if the words begin with it.
fn begins_with(words: &[&str], form: &str) -> Option<usize> {
    let mut count = 0;
    for word in form.split(' ') {
        if words.get(count) != Some(&word) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

fn is_common(word: &str) -> bool {
    COMMON.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name as people say it: `Liverpool Football Club` → `Liverpool`, `FC Bayern München` → `Bayern München`.
///
/// What is left out are the forms of a dated table; a word that tells the club from another always stays.
#[must_use]
pub fn short_club(name: &str) -> String {
    let key = club_key(name);
    if let Some((said, ..)) = SAID.iter().find(|(.., legal)| sorted(legal.split(' ')) == key) {
        return (*said).to_owned();
    }
    let told = telling(name);
    let written: Vec<&str> = name.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    // From the first to the last telling word, as they are written.
    let tells = |word: &str| words(word).split(' ').any(|part| told.iter().any(|known| known == part));
    let kept: Vec<&str> = {
        let first = written.iter().position(|word| tells(word));
        let last = written.iter().rposition(|word| tells(word));
        match first.zip(last) {
            Some((first, last)) => written.get(first..=last).unwrap_or_default().to_vec(),
            None => written,
        }
    };
    kept.join(" ").trim_matches([',', '.', ' ']).to_owned()
}

/// Two names mean one club: the same words tell it.
#[must_use]
pub fn same_club(one: &str, other: &str) -> bool {
    one == other || club_key(one) == club_key(other)
}

/// What is the same for every name of a club.
pub(super) fn club_key(name: &str) -> String {
    sorted(telling(name).iter().map(String::as_str))
}

/// Words in the order of the alphabet, each once, without those that tell nothing.
fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = words.collect();
    let mut told: Vec<&str> = all.iter().copied().filter(|word| !is_common(word)).collect();
    if told.is_empty() {
        told = all;
    }
    told.sort_unstable();
    told.dedup();
    told.join(" ")
}

/// A club of a table, and how many of its rows belong to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClubCount {
    /// As the table writes it.
    pub name: String,
    /// As people say it.
    pub short: String,
    /// How many rows.
    pub players: usize,
    key: String,
}

impl ClubCount {
    /// Counts names, in the order of the alphabet.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Self> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
        let mut clubs: Vec<Self> = counts
            .into_iter()
            .map(|(name, players)| Self {
                name: name.to_owned(),
                short: short_club(name),
                players,
                key: club_key(name),
            })
            .collect();
        clubs.sort_by_key(|club| (fold(&club.short), club.name.clone()));
        clubs
    }
}

/// The clubs of a table by their names, so that each is worked out once and not once a row.
pub(super) struct ClubBook<'a>(HashMap<&'a str, &'a ClubCount>);

impl<'a> ClubBook<'a> {
    pub(super) fn of(clubs: &'a [ClubCount]) -> Self {
        Self(clubs.iter().map(|club| (club.name.as_str(), club)).collect())
    }

    /// As [`short_club`].
    pub(super) fn short(&self, name: &str) -> String {
        self.0.get(name).map_or_else(|| short_club(name), |club| club.short.clone())
    }

    /// As [`club_key`].
    pub(super) fn key(&self, name: &str) -> String {
        self.0.get(name).map_or_else(|| club_key(name), |club| club.key.clone())
    }

    /// As [`same_club`], of a club of the table and any other.
    pub(super) fn same(&self, name: &str, other: &str) -> bool {
        name == other
            || self.0.get(name).is_some_and(|club| club.short == other)
            || self.key(name) == club_key(other)
    }
}

/// The clubs that a search means, the best first; all of them for an empty search.
///
/// Each word of the search must begin a word of the club, or be nearly one.
#[must_use]
pub fn search_clubs<'a>(clubs: &'a [ClubCount], search: &str) -> Vec<&'a ClubCount> {
    let wanted = telling(search);
    if words(search).is_empty() {
        return clubs.iter().collect();
    }
    let mut found: Vec<(u32, usize, &ClubCount)> = clubs
        .iter()
        .filter_map(|club| {
            let (told, all) = (telling(&club.name), words(&club.name));
            let all: Vec<&str> = all.split(' ').collect();
            let mut score = 0;
            for word in &wanted {
                score += best_match(word, &told).or_else(|| best_match(word, &all).map(|score| score / 2))?;
            }
            let exact = same_club(&club.name, search);
            Some((score + if exact { 1_000 } else { 0 }, told.len(), club))
        })
        .collect();
    found.sort_by_key(|(score, words, club)| {
        (std::cmp::Reverse(*score), *words, std::cmp::Reverse(club.players))
    });
    found.into_iter().map(|(_, _, club)| club).collect()
}

/// Each word of a name begins a word of the club: no letter of it is guessed.
#[must_use]
pub fn is_club_named(club: &ClubCount, name: &str) -> bool {
    let all = words(&club.name);
    let begins = |word: &String| {
        all.split(' ').any(|known| known.starts_with(word.as_str()))
            || club.key.split(' ').any(|known| known.starts_with(word.as_str()))
    };
    same_club(&club.name, name) || telling(name).iter().all(begins)
}

fn best_match(word: &str, among: &[impl AsRef<str>]) -> Option<u32> {
    let score = |known: &str| {
        if known == word {
            Some(100)
        } else if known.starts_with(word) {
            Some(60)
        } else if word.len() >= 5 && strsim::osa_distance(known, word) <= 1 + usize::from(word.len() >= 9) {
            Some(30)
        } else {
            None
        }
    };
    among.iter().filter_map(|known| score(known.as_ref())).max()
}

/// The names most like one that was not found, the likest first.
#[must_use]
pub fn closest_clubs<'a>(clubs: &'a [ClubCount], name: &str, most: usize) -> Vec<&'a ClubCount> {
    let wanted = telling(name).join(" ");
    let mut ranked: Vec<(f64, &ClubCount)> = clubs
        .iter()
        .map(|club| {
            let told = telling(&club.name);
            let whole = strsim::jaro_winkler(&told.join(" "), &wanted);
            let word = told.iter().map(|word| strsim::jaro_winkler(word, &wanted)).fold(0.0, f64::max);
            (whole.max(0.95 * word), club)
        })
        .collect();
    ranked.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.name.cmp(&other.name)));
    ranked.into_iter().take(most).map(|(_, club)| club).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clubs(names: &[&str]) -> Vec<ClubCount> {
        ClubCount::of(names.iter().copied())
    }

    const NAMES: [&str; 12] = [
        "Liverpool Football Club",
        "Real Madrid Club de Fútbol",
        "Club Atlético de Madrid S.A.D.",
        "Football Club Internazionale Milano S.p.A.",
        "Associazione Calcio Milan",
        "FC Bayern München",
        "Manchester City Football Club",
        "Manchester United Football Club",
        "Futbol Club Barcelona",
        "Reial Club Deportiu Espanyol de Barcelona S.A.D.",
        "1. Fußballclub Union Berlin",
        "Borussia Verein für Leibesübungen 1900 Mönchengladbach",
    ];

    #[test]
    fn a_legal_name_shortens_to_what_people_say() {
        for (name, short) in [
            ("Liverpool Football Club", "Liverpool"),
            ("Real Madrid Club de Fútbol", "Real Madrid"),
            ("Olympique Gymnaste Club Nice Côte d'Azur", "Nice"),
            ("Nice", "Nice"),
            ("Football Club Internazionale Milano S.p.A.", "Inter"),
            ("FC Bayern München", "Bayern München"),
            ("Associazione Calcio Milan", "Milan"),
            ("Club Atlético de Madrid S.A.D.", "Atlético de Madrid"),
            ("Girona Fútbol Club S. A. D.", "Girona"),
            ("1. Fußballclub Union Berlin", "Union Berlin"),
            ("Juventus Football Club", "Juventus"),
            ("Association Football Club Bournemouth", "Bournemouth"),
            ("Brighton and Hove Albion Football Club", "Brighton and Hove Albion"),
            ("Società Sportiva Lazio S.p.A.", "Lazio"),
            ("Sport-Club Freiburg", "Freiburg"),
            ("Clube Desportivo Porto Vale", "Porto Vale"),
            ("", ""),
        ] {
            assert_eq!(short_club(name), short, "{name}");
        }
    }

    #[test]
    fn a_search_finds_what_is_meant_first() {
        let clubs = clubs(&NAMES);
        for (search, first) in [
            ("Liverpool", "Liverpool Football Club"),
            ("liverpol", "Liverpool Football Club"),
            ("Real Madrid", "Real Madrid Club de Fútbol"),
            ("atletico", "Club Atlético de Madrid S.A.D."),
            ("Inter", "Football Club Internazionale Milano S.p.A."),
            ("AC Milan", "Associazione Calcio Milan"),
            ("Milan", "Associazione Calcio Milan"),
            ("bayern munich", "FC Bayern München"),
            ("Man City", "Manchester City Football Club"),
            ("Barcelona", "Futbol Club Barcelona"),
            ("barca", "Futbol Club Barcelona"),
            ("union", "1. Fußballclub Union Berlin"),
            ("Gladbach", "Borussia Verein für Leibesübungen 1900 Mönchengladbach"),
        ] {
            let found = search_clubs(&clubs, search);
            assert_eq!(found.first().map(|club| club.name.as_str()), Some(first), "{search}");
        }
        assert!(search_clubs(&clubs, "Wrexham").is_empty());
        assert_eq!(search_clubs(&clubs, " ").len(), clubs.len());
        assert_eq!(closest_clubs(&clubs, "Liverpoole", 1)[0].short, "Liverpool");
        let liverpool = clubs.iter().find(|club| club.short == "Liverpool").unwrap();
        assert!(is_club_named(liverpool, "Liverp") && !is_club_named(liverpool, "Livrpool"));
    }

    #[test]
    fn one_club_is_not_taken_for_its_neighbour() {
        for (one, other, same) in [
            ("Liverpool", "Liverpool Football Club", true),
            ("Bayern Munich", "FC Bayern München", true),
            ("Atlético Madrid", "Club Atlético de Madrid S.A.D.", true),
            ("Brighton & Hove Albion", "Brighton and Hove Albion Football Club", true),
            ("Inter", "Football Club Internazionale Milano S.p.A.", true),
            ("OGC Nice", "Olympique Gymnaste Club Nice Côte d'Azur", true),
            ("Celta", "Real Club Celta de Vigo S. A. D.", true),
            ("Auxerre", "Association de la Jeunesse auxerroise", true),
            ("RB Leipzig", "RasenBallsport Leipzig", true),
            ("1. FSV Mainz 05", "1. Fußball- und Sportverein Mainz 05", true),
            ("Real Madrid", "Club Atlético de Madrid S.A.D.", false),
            ("Manchester City", "Manchester United Football Club", false),
            ("Barcelona", "Reial Club Deportiu Espanyol de Barcelona S.A.D.", false),
            ("Milan", "Football Club Internazionale Milano S.p.A.", false),
        ] {
            assert_eq!(same_club(one, other), same, "{one} and {other}");
        }
    }
}
