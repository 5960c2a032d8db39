//! The `backline` program: everything happens in the library.

fn main() {}
