//! The squad view as a user works with it.
