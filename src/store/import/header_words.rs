//! What stands over columns, in the languages football is written in.

use crate::model::{Currency, fold};

use super::field::Field;

/// Headers as they are written, folded, with single spaces and parted by strokes, and what they mean.
///
/// English, German, Spanish, French, Italian and Portuguese, the Transfermarkt data set, and the short forms of
/// Football Manager's views. Gathered in November 2026.
const HEADERS: [(Field, &str); 23] = [
    (
        Field::League,
        "league|division|current club domestic competition id|domestic competition id|liga|ligue|serie|\
         campionato|competicion",
    ),
    (
        Field::Name,
        "name|player|player name|players|full name|pretty name|footballer|spieler|spielername|\
         vollstandiger name|jugador|jugadores|nombre completo|nombre y apellidos|joueur|joueurs|\
         nom complet|nom du joueur|giocatore|calciatore|nome completo|nome e cognome|jogador|atleta|\
         nome do jogador|nombre del jugador|nome giocatore",
    ),
    (
        Field::FirstName,
        "first name|firstname|forename|given name|vorname|prenom|primeiro nome|nombre de pila",
    ),
    (
        Field::LastName,
        "last name|lastname|surname|family name|nachname|familienname|apellido|apellidos|nom de famille|\
         cognome|apelido|sobrenome",
    ),
    (
        Field::Club,
        "club|team|current club|club name|current club name|team name|verein|klub|equipo|equipe|squadra|\
         clube|aktueller verein|club actual|club actuel|squadra attuale|clube atual|mannschaft",
    ),
    (Field::ClubNumber, "current club id|club id|team id"),
    (Field::LastSeason, "last season"),
    (
        Field::Born,
        "born|date of birth|birth date|birthdate|birthday|dob|d o b|date born|geboren|geburtsdatum|\
         geburtstag|geb|geb datum|fecha de nacimiento|nacimiento|nacido|fecha nacimiento|f nacimiento|\
         date de naissance|ne le|naissance|data di nascita|nato|nato il|nascita|data de nascimento|\
         nascimento|nascido|date of birth age|geburtsdatum alter|year of birth|birth year|jahrgang|\
         ano de nascimento|ano de nacimiento",
    ),
    (Field::Age, "age|alter|edad|eta|idade|ages"),
    (
        Field::Nationality,
        "nationality|nation|nat|country|country of citizenship|citizenship|nationalitat|land|\
         nationalitaten|nacionalidad|pais|nationalite|pays|nazionalita|nazione|nacionalidade|\
         nationalities",
    ),
    (
        Field::Foot,
        "foot|preferred foot|strong foot|stronger foot|fuss|starker fuss|pie|pie preferido|pie habil|\
         pie bueno|pied|pied fort|piede|piede preferito|pe|pe preferido|pe preferencial|footed",
    ),
    (
        Field::Height,
        "height|height in cm|height cm|height m|grosse|korpergrosse|altura|estatura|taille|altezza|\
         grosse cm|altura cm|taille cm|altezza cm|ht",
    ),
    (
        Field::Positions,
        "position|positions|pos|position s|main position|best pos|best position|role|posicion|\
         posiciones|demarcacion|poste|postes|posizione|ruolo|ruoli|posicao|posicoes|hauptposition|\
         positionen",
    ),
    (Field::ExactPosition, "sub position|exact position|detailed position|detailposition"),
    (
        Field::ContractFrom,
        "joined|contract from|contract start|date joined|joined club|signed|im team seit|seit|\
         vertrag seit|fichado|fichado en|desde|arrive|in squadra dal|contrato desde|date signed",
    ),
    (
        Field::ContractUntil,
        "contract|contract until|contract expires|contract end|contract ends|contract expiry|\
         contract expiration|contract expiration date|contract end date|contract to|expires|expiry|\
         expiry date|end of contract|contract expiry date|vertrag|vertrag bis|vertragsende|\
         vertragsablauf|contrato|contrato hasta|fin de contrato|vencimiento|fin del contrato|\
         fin contrato|vencimiento del contrato|contrat|fin du contrat|contrat jusqu au|contrat jusqu en|\
         contratto|scadenza|scadenza contratto|contratto fino al|contrato ate|fim do contrato|\
         fim de contrato|termino do contrato|until|bis|under contract until",
    ),
    (
        Field::MarketValue,
        "market value|value|market value in eur|market value in gbp|market value in usd|transfer value|\
         current value|current market value|marktwert|wert|valor de mercado|valor|valeur marchande|\
         valeur|valore di mercato|valore|mv|estimated value|marktwert eur",
    ),
    (
        Field::Asking,
        "asking price|asking|price|fee|ap|release clause|min fee rls|ablose|preis|precio|prix|prezzo|\
         preco|clausula",
    ),
    (
        Field::Wage,
        "wage|wages|salary|weekly wage|annual wage|annual salary|gehalt|jahresgehalt|salario|sueldo|\
         salaire|stipendio|ingaggio|wage p w|wage p a|weekly salary|ordenado",
    ),
    (
        Field::Injury,
        "injury|diagnosis|injury type|injuries|type of injury|verletzung|diagnose|lesion|tipo de lesion|\
         blessure|infortunio|lesao|ailment|problem|reason",
    ),
    (
        Field::InjuredFrom,
        "from|start|since|injured since|injured from|injury date|date of injury|start date|von|\
         verletzt seit|ab|lesionado desde|de|depuis|blesse depuis|dal|inizio|out since|inicio|debut",
    ),
    (
        Field::InjuredUntil,
        "return|expected return|return date|potential return|back|injured until|end|end date|to|\
         ruckkehr|verletzt bis|hasta|regreso|retour|jusqu au|rientro|fino al|retorno|regresso|ate|\
         est return|estimated return|expected back|voraussichtliche ruckkehr|fin|fine|fim",
    ),
    (
        Field::InjuredFor,
        "days|days out|days missed|duration|lay off|layoff|out for|tage|ausfallzeit|dauer|dias|\
         dias de baja|duracion|jours|duree|giorni|durata|duracao|length|time out",
    ),
];

/// Words that make a header mean something wherever they stand in it, where the whole is not known.
const TELLING: [(Field, &[&str]); 14] = [
    (
        Field::ContractUntil,
        &["contract", "vertrag", "contrato", "contrat", "contratto", "expires", "scadenza"],
    ),
    (Field::Born, &["birth", "born", "geburt", "nacimiento", "naissance", "nascita", "nascimento"]),
    (Field::MarketValue, &["market", "marktwert", "mercado", "mercato", "marchande"]),
    (Field::Wage, &["wage", "salary", "gehalt", "salario", "salaire", "stipendio"]),
    (
        Field::Nationality,
        &["nationality", "nacionalidad", "nationalite", "nazionalita", "nacionalidade", "citizenship"],
    ),
    (Field::Height, &["height", "altura", "taille", "altezza"]),
    (Field::Foot, &["foot", "fuss", "pied", "piede"]),
    (Field::InjuredUntil, &["return", "ruckkehr", "regreso", "retour", "rientro", "retorno"]),
    (Field::Injury, &["injury", "verletzung", "lesion", "blessure", "infortunio", "lesao"]),
    (Field::Positions, &["position", "posicion", "posizione", "posicao", "ruolo"]),
    (Field::Club, &["club", "verein", "equipo", "squadra", "clube"]),
    (Field::Age, &["age", "alter", "edad", "idade"]),
    (Field::Asking, &["asking"]),
    (Field::Name, &["player", "spieler", "jugador", "joueur", "giocatore", "jogador", "name"]),
];

/// Words that make it something else after all.
const NOT_MEANT: [&str; 28] = [
    "agent",
    "highest",
    "national",
    "competition",
    "url",
    "image",
    "code",
    "city",
    "previous",
    "former",
    "loan",
    "parent",
    "option",
    "last",
    "birthplace",
    "place",
    "squad",
    "shirt",
    "number",
    "id",
    "international",
    "caps",
    "goals",
    "left",
    "right",
    "weak",
    "percentage",
    "nickname",
];

/// A header folded for comparing: `Date of birth (age)` becomes `date of birth age`.
pub(super) fn folded(header: &str) -> String {
    let folded = fold(header);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What a header means, and whether the whole of it is known or only a word in it.
pub(super) fn meaning(header: &str) -> Option<(Field, bool)> {
    let folded = folded(header);
    let known = |words: &str| words.split('|').any(|word| word == folded);
    if let Some((field, _)) = HEADERS.iter().find(|(_, words)| known(words)) {
        return Some((*field, true));
    }
    // `Marktwert (€)`, `Height (cm)`: known but for what stands in brackets.
    if let Some((before, _)) = header.split_once(['(', '['])
        && !before.trim().is_empty()
        && let Some((field, _)) = meaning(before)
    {
        return Some((field, true));
    }
    let words: Vec<&str> = folded.split(' ').collect();
    if words.iter().any(|word| NOT_MEANT.contains(word)) {
        return None;
    }
    let telling = TELLING.iter().find(|(_, telling)| words.iter().any(|word| telling.contains(word)));
    telling.map(|(field, _)| (*field, false))
}

/// The currency a header names: `market_value_in_eur`, `Wert (€)`.
pub(super) fn currency(header: &str) -> Option<Currency> {
    let words = folded(header);
    let says = |code: &str, sign: char| header.contains(sign) || words.split(' ').any(|word| word == code);
    if says("eur", '€') || words.ends_with("euro") {
        Some(Currency::EUR)
    } else if says("gbp", '£') {
        Some(Currency::GBP)
    } else if says("usd", '$') {
        Some(Currency::USD)
    } else {
        None
    }
}

/// What a header says that its numbers are counted in: `Value (m)`, `Marktwert in Tsd.`; 1 where it says nothing.
pub(super) fn unit(header: &str) -> f64 {
    let words = folded(header);
    let says = |known: &[&str]| words.split(' ').any(|word| known.contains(&word));
    if says(&[
        "m",
        "mio",
        "mill",
        "million",
        "millions",
        "millionen",
        "millones",
        "milioni",
        "milhoes",
        "mln",
    ]) {
        1e6
    } else if says(&["k", "tsd", "th", "thousand", "thousands", "tausend", "000s"]) {
        1e3
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_every_language_are_known() {
        for (header, field) in [
            ("Player", Field::Name),
            ("Spieler", Field::Name),
            ("NOMBRE COMPLETO", Field::Name),
            ("Fecha de nacimiento", Field::Born),
            ("Geb.-Datum", Field::Born),
            ("Date of birth (Age)", Field::Born),
            ("Größe (cm)", Field::Height),
            ("Vertrag bis", Field::ContractUntil),
            ("Contrat jusqu'au", Field::ContractUntil),
            ("contract_expiration_date", Field::ContractUntil),
            ("market_value_in_gbp", Field::MarketValue),
            ("Marktwert (Mio. €)", Field::MarketValue),
            ("Piede", Field::Foot),
            ("Posição", Field::Positions),
            ("Pé", Field::Foot),
            ("Expected return", Field::InjuredUntil),
            ("Verletzung", Field::Injury),
        ] {
            assert_eq!(meaning(header), Some((field, true)), "{header}");
        }
        for (header, field) in [
            ("Contract runs to", Field::ContractUntil),
            ("Player's club", Field::Club),
            ("Current market value today", Field::MarketValue),
        ] {
            assert_eq!(meaning(header), Some((field, false)), "{header}");
        }
        for header in [
            "agent_name",
            "image_url",
            "highest_market_value_in_eur",
            "player_code",
            "Goals",
            "",
            "xG",
            "Previous club",
        ] {
            assert_eq!(meaning(header), None, "{header}");
        }
    }

    #[test]
    fn no_header_means_two_things() {
        let mut seen: Vec<&str> = HEADERS.iter().flat_map(|(_, words)| words.split('|')).collect();
        for word in &seen {
            assert_eq!(*word, folded(word).as_str(), "{word:?} is never found as it is written here");
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), count);
    }

    #[test]
    fn a_header_can_name_the_currency() {
        assert_eq!(currency("market_value_in_eur"), Some(Currency::EUR));
        assert_eq!(currency("Wage (£ p/w)"), Some(Currency::GBP));
        assert_eq!(currency("Europe"), None);
        let units =
            [unit("Value (m)"), unit("Marktwert in Tsd. €"), unit("Market value")].map(|unit| unit as i64);
        assert_eq!(units, [1_000_000, 1_000, 1]);
    }
}
