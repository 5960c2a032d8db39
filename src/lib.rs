//! Backline: a football squad planner that knows the date.
//!
//! The house has floors; a floor knows only the floors below it.
//!
//! | floor        | holds                                                                   | may use                  |
//! | ------------ | ----------------------------------------------------------------------- | ------------------------ |
//! | [`model`]    | nouns: the plan and what it is made of                                  | nothing                  |
//! | [`edit`]     | verbs: every change to a plan, undo and redo                            | model                    |
//! | [`forecast`] | when: availability, cover, the season's joint chain                     | model                    |
//! | [`report`]   | so what: problems in a plan, comparisons, costs                         | model, edit, forecast    |
//! | [`store`]    | disk: open, save, recent files, imports and exports                     | model, edit, report      |
//! | [`cli`]      | words: the same answers without a window                                | all above, starts `ui`   |
//! | `ui`         | pictures: the only floor that knows egui (feature `ui`)                 | all above but cli        |

#![forbid(unsafe_code)]

pub mod cli;
pub mod edit;
pub mod forecast;
pub mod model;
pub mod report;
pub mod store;
#[cfg(feature = "ui")]
pub mod ui;
