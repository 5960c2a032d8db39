//! The sample plans: built into the program, so that they are there wherever it was installed.

use std::path::Path;

/// A sample plan.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Sample {
    /// Its name under `saves/`.
    pub file_name: &'static str,
    /// What it is called in lists.
    pub title: &'static str,
    /// What it is about, in one sentence.
    pub line: &'static str,
    /// The file.
    pub json: &'static str,
}

/// The five sample plans, the shortest way into the program first.
pub const SAMPLES: [Sample; 5] = [
    Sample {
        file_name: "liverpool-2025-26-leoni.json",
        title: "Liverpool: an injury opens a gap",
        line: "Leoni is out for seven to nine months: buy Guéhi in January, wait until he is free, or do nothing?",
        json: include_str!("../../saves/liverpool-2025-26-leoni.json"),
    },
    Sample {
        file_name: "real-madrid-2026-rebuild.json",
        title: "Real Madrid: plan A, plan B",
        line: "Alaba and Rüdiger are out of contract in 2026: Upamecano, Konaté, Guéhi, or two of them?",
        json: include_str!("../../saves/real-madrid-2026-rebuild.json"),
    },
    Sample {
        file_name: "real-madrid-2025-konate-now-or-2026.json",
        title: "Real Madrid: pay now or wait a year",
        line: "Liverpool ask €50m for Konaté in summer 2025; a year later he would cost nothing.",
        json: include_str!("../../saves/real-madrid-2025-konate-now-or-2026.json"),
    },
    Sample {
        file_name: "real-madrid-2024-25-january.json",
        title: "Real Madrid: a back line in pieces",
        line: "Only Militão and Rüdiger are left at centre-back in November 2024: who comes in January, if anyone?",
        json: include_str!("../../saves/real-madrid-2024-25-january.json"),
    },
    Sample {
        file_name: "liverpool-konate-contract.json",
        title: "Liverpool: keep, sell or lose",
        line: "Konaté's contract ends in 2026: renew it, sell him in January, or lose him for nothing?",
        json: include_str!("../../saves/liverpool-konate-contract.json"),
    },
];

/// Whether a file with these bytes is a sample as it was delivered; saving it asks for a new place.
///
/// It is one if it stands in a folder `saves` under a sample's name and is still what was delivered: a sample
/// that someone has changed is a plan of theirs.
#[must_use]
pub fn is_sample(path: &Path, bytes: &[u8]) -> bool {
    let in_saves = path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "saves");
    in_saves
        && SAMPLES.iter().any(|sample| {
            path.file_name().is_some_and(|name| name == sample.file_name) && sample.json.as_bytes() == bytes
        })
}

#[cfg(test)]
mod tests {
    use crate::store::{parse, to_json};

    use super::*;

    #[test]
    fn every_sample_opens_and_is_laid_out_as_it_would_be_saved() {
        for sample in SAMPLES {
            let plan = parse(sample.json.as_bytes(), sample.file_name).unwrap();
            assert!(!plan.players.is_empty() && plan.scenarios.len() > 1, "{}", sample.file_name);
            let saved = to_json(&plan);
            for (n, (saved, delivered)) in saved.lines().zip(sample.json.lines()).enumerate() {
                assert_eq!(saved, delivered, "{} line {}", sample.file_name, n + 1);
            }
            assert_eq!(saved, sample.json, "{}", sample.file_name);
        }
    }

    #[test]
    fn every_file_under_saves_is_a_sample() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves");
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| Path::new(name).extension().is_some_and(|end| end == "json"))
            .collect();
        found.sort();
        let mut known = SAMPLES.map(|sample| sample.file_name.to_owned());
        known.sort();
        assert_eq!(found, known);
    }

    #[test]
    fn a_sample_is_one_only_in_its_place_and_as_delivered() {
        let sample = SAMPLES[0];
        let here = |folder: &str| Path::new(folder).join(sample.file_name);
        assert!(is_sample(&here("/somewhere/saves"), sample.json.as_bytes()));
        assert!(is_sample(&here("saves"), sample.json.as_bytes()));
        assert!(!is_sample(&here("/somewhere/plans"), sample.json.as_bytes()));
        assert!(!is_sample(&here("saves"), b"{}"));
        assert!(!is_sample(Path::new("saves/mine.json"), sample.json.as_bytes()));
    }
}
