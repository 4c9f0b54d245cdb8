//! Atalaya: the window, or the same questions on a terminal.
fn main() {
    let _ = atalaya::app::run(std::env::args().nth(1).map(Into::into));
}
