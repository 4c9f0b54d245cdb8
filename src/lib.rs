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

/// The C library's own allocator keeps a tenth of what was read for a while between what stays (docs/PERFORMANCE.md).
#[cfg(all(target_os = "linux", target_env = "gnu", target_arch = "x86_64"))]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
