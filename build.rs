//! What Windows shows of the program's files: icon, name and version. Elsewhere there is nothing to be done.

use std::{env, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/icon/atalaya.ico");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set_icon("assets/icon/atalaya.ico")
        .set("ProductName", "Atalaya")
        .set("FileDescription", "Atalaya")
        .set("LegalCopyright", "MIT")
        .compile()
}
