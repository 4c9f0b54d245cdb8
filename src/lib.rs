//! Atalaya: a window over portfolios of international technical assistance.
//! A module imports only from those below it: `start` > `app` > `ui`, `cli` > `session` > `export` > `figure` > `query`
//! > `format` > `i18n` > `model`; `docs/ARCHITECTURE.md` is the map.

pub mod app;
pub mod cli;
pub mod export;
pub mod figure;
pub mod format;
pub mod i18n;
pub mod model;
pub mod query;
pub mod session;
pub mod start;
pub mod ui;
