//! Clubs by the names people give them: "Liverpool" is "Liverpool Football Club". Mostly tables, kept whole.

use crate::model::fold;

/// Legal forms and words for "football club" that nobody says, as written in the languages of Europe's leagues; of two
/// that fit the longer counts. Gathered in November 2026.
const FORMS: [&str; 70] = [
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
pub(super) fn words(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The words that tell a club: without legal forms, common words and years, what people say turned into what is written.
pub(super) fn telling(name: &str) -> Vec<String> {
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
pub(in crate::store::import) fn club_key(name: &str) -> String {
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
