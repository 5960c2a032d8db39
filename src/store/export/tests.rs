//! What is written is what was computed, and a name in it stays a name.
