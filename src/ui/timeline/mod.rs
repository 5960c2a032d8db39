//! The timeline: every player of a unit over time, and the unit's cover under him.
