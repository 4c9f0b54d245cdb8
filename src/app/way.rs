//! The ways in which a window can be drawn, and the environment that each needs. What a process was started with cannot
//! be changed from within; whoever wants another way starts the program anew. Knows no window.

use std::env;
use std::ffi::OsString;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Where the vendor-neutral library of EGL learns of Mesa.
const MESA_EGL: &str = "/usr/share/glvnd/egl_vendor.d/50_mesa.json";

/// A way to draw the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// The only one, on systems with one display server and one OpenGL.
    System,
    /// Wayland, by the graphics card.
    Wayland,
    /// X11, or what stands in for it under Wayland, by the graphics card.
    X11,
    /// Wayland, drawn by the processor.
    WaylandSoftware,
    /// X11, drawn by the processor.
    X11Software,
}

impl Way {
    /// All of them, the best first: X11 by the graphics card is a little less sharp than Wayland, drawing by the processor
    /// a lot slower.
    pub const ALL: [Self; 5] = [Self::System, Self::Wayland, Self::X11, Self::WaylandSoftware, Self::X11Software];

    /// Its name between processes and in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Wayland => "wayland",
            Self::X11 => "x11",
            Self::WaylandSoftware => "wayland-software",
            Self::X11Software => "x11-software",
        }
    }

    /// The way of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    /// Whether the window is one of X11.
    pub const fn is_x11(self) -> bool {
        matches!(self, Self::X11 | Self::X11Software)
    }

    /// Whether the window is one of Wayland.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub const fn is_wayland(self) -> bool {
        matches!(self, Self::Wayland | Self::WaylandSoftware)
    }

    /// Whether the processor draws, and not the graphics card.
    pub const fn is_software(self) -> bool {
        matches!(self, Self::WaylandSoftware | Self::X11Software)
    }

    /// The variables that must have this value, or none.
    pub fn environment(self) -> Vec<(&'static str, Option<OsString>)> {
        let mut variables = Vec::new();
        if self.is_x11() {
            // The window library takes Wayland wherever it is named.
            variables.extend([("WAYLAND_DISPLAY", None), ("WAYLAND_SOCKET", None)]);
        }
        if self.is_software() {
            variables.push(("LIBGL_ALWAYS_SOFTWARE", Some("1".into())));
            // Left to itself, Mesa takes the fastest rasteriser that it was built with.
            variables
                .extend(["GALLIUM_DRIVER", "MESA_LOADER_DRIVER_OVERRIDE", "LIBGL_DRIVERS_PATH"].map(|v| (v, None)));
            variables.push(("__GLX_VENDOR_LIBRARY_NAME", Some("mesa".into())));
            let mesa = Path::new(MESA_EGL).exists().then(|| MESA_EGL.into());
            variables.extend([("__EGL_VENDOR_LIBRARY_FILENAMES", mesa), ("__EGL_VENDOR_LIBRARY_DIRS", None)]);
        }
        variables
    }

    /// Whether this process was started in the environment that the way needs.
    pub fn is_in_place(self) -> bool {
        self.environment().into_iter().all(|(name, value)| env::var_os(name) == value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_known_by_its_name() {
        for way in Way::ALL {
            assert_eq!(Way::from_name(way.name()), Some(way));
        }
        assert_eq!(Way::from_name("vulkan"), None);
    }

    #[test]
    fn the_environment_says_what_the_way_is() {
        let names = |way: Way| way.environment().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert!(names(Way::System).is_empty() && names(Way::Wayland).is_empty());
        assert!(names(Way::X11).contains(&"WAYLAND_DISPLAY"));
        assert!(names(Way::X11Software).contains(&"WAYLAND_DISPLAY"));
        assert!(!names(Way::WaylandSoftware).contains(&"WAYLAND_DISPLAY"));
        assert!(names(Way::WaylandSoftware).contains(&"LIBGL_ALWAYS_SOFTWARE"));
    }
}
