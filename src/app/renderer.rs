//! What really draws the window. The window's library says it to its log and nowhere else, so the start listens there
//! until it was said.

use std::sync::OnceLock;

use eframe::glow::HasContext as _;

use crate::session::Renderer;

static HEARD: OnceLock<Renderer> = OnceLock::new();

/// What drivers that draw by the processor call themselves: Mesa's, Microsoft's, Apple's, Google's.
const SOFTWARE: [&str; 8] = [
    "llvmpipe",
    "softpipe",
    "swrast",
    "software rasterizer",
    "gdi generic",
    "basic render driver",
    "software renderer",
    "swiftshader",
];

struct Listener;

impl log::Log for Listener {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target().starts_with("egui_glow")
    }

    fn log(&self, record: &log::Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        if let Some(renderer) = read(&record.args().to_string()) {
            let _ = HEARD.set(renderer);
            log::set_max_level(log::LevelFilter::Off);
        }
    }

    fn flush(&self) {}
}

/// Begins to listen, before the window is made.
pub fn listen() {
    if log::set_logger(&Listener).is_ok() {
        log::set_max_level(log::LevelFilter::Debug);
    }
}

/// What draws; where the driver's name was not said, the version of OpenGL alone.
pub fn found(gl: Option<&eframe::glow::Context>) -> Option<Renderer> {
    HEARD.get().cloned().or_else(|| {
        let version = gl?.version();
        let name = format!("OpenGL {}.{} {}", version.major, version.minor, version.vendor_info);
        Some(Renderer { name: name.trim_end().to_owned(), by_processor: false })
    })
}

/// Reads the lines in which the window's library tells of the driver.
fn read(text: &str) -> Option<Renderer> {
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    let renderer = field("opengl renderer: ").filter(|renderer| !renderer.is_empty())?;
    let told = [Some(renderer.to_owned()), field("opengl version: ").map(|version| format!("OpenGL {version}"))];
    let folded = renderer.to_lowercase();
    let by_processor = SOFTWARE.iter().any(|name| folded.contains(name));
    Some(Renderer { name: told.into_iter().flatten().collect::<Vec<_>>().join(", "), by_processor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_is_read_and_known_to_use_the_processor() {
        let told = |renderer: &str| {
            read(&format!("\nopengl version: 4.5 Mesa 22.3.6\nopengl renderer: {renderer}\nopengl vendor: X.org"))
        };
        let software = told("llvmpipe (LLVM 15.0.6, 256 bits)").map(|found| (found.name, found.by_processor));
        assert_eq!(software, Some(("llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5 Mesa 22.3.6".to_owned(), true)));
        assert!(told("GDI Generic").is_some_and(|found| found.by_processor));
        assert!(told("Mesa Intel(R) UHD Graphics 620 (KBL GT2)").is_some_and(|found| !found.by_processor));
        assert!(told("").is_none() && read("Shader header: \"#version 140\"").is_none());
    }
}
