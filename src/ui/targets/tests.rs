//! The table as a user works with it: sorting, filtering, selecting, dragging.
