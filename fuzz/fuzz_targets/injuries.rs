//! The bytes of a list of injuries.

#![no_main]

#[path = "../../tests/hostile/properties.rs"]
#[expect(dead_code, reason = "each target holds one of the properties")]
mod properties;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::table(bytes));
