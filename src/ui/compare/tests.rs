//! The comparison as a user sees it.
