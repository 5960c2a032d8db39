//! Comparisons against hand-made figures, and what must hold for every plan.
