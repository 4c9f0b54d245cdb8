//! Which displays answer, by the sockets that their servers listen on, and so which ways there are. Nothing is said to a
//! server; whether it lets the program in is for the probe to find out.

use super::way::Way;

/// The ways that are worth trying, the best first; none where there is no display.
#[cfg(any(not(unix), target_os = "macos"))]
pub fn ways() -> Vec<Way> {
    vec![Way::System]
}

/// The ways that are worth trying, the best first; none where there is no display.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn ways() -> Vec<Way> {
    if socket_is_given() {
        return vec![Way::Wayland];
    }
    let (wayland, x11) = (sockets::wayland_answers(), sockets::x11_answers());
    Way::ALL.into_iter().filter(|way| (way.is_wayland() && wayland) || (way.is_x11() && x11)).collect()
}

/// Whether the program was handed an open connection: it serves once, and not for a probe.
pub fn socket_is_given() -> bool {
    std::env::var_os("WAYLAND_SOCKET").is_some_and(|socket| !socket.is_empty())
}

#[cfg(all(unix, not(target_os = "macos")))]
mod sockets {
    use std::env;
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};

    /// Where the server of X11 is, as `DISPLAY` says it.
    #[derive(Debug, PartialEq, Eq)]
    pub(super) enum X11Server {
        /// On this machine, under this number.
        Here(u32),
        /// On this machine, at this path.
        At(PathBuf),
        /// On another one, or behind a tunnel.
        Elsewhere,
    }

    pub(super) fn wayland_answers() -> bool {
        let Some(name) = env::var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty()) else { return false };
        let folder = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
        // An absolute name stands by itself.
        UnixStream::connect(folder.join(name)).is_ok()
    }

    pub(super) fn x11_answers() -> bool {
        match env::var("DISPLAY").ok().and_then(|display| x11_server(&display)) {
            None => false,
            Some(X11Server::Elsewhere) => true,
            Some(X11Server::At(path)) => UnixStream::connect(path).is_ok(),
            Some(X11Server::Here(number)) => {
                let path = format!("/tmp/.X11-unix/X{number}");
                UnixStream::connect(&path).is_ok() || without_file_answers(&path)
            }
        }
    }

    pub(super) fn x11_server(display: &str) -> Option<X11Server> {
        let (host, number) = display.rsplit_once(':')?;
        let number = number.split('.').next()?.parse().ok()?;
        Some(match host {
            "" | "unix" => X11Server::Here(number),
            path if path.starts_with('/') => {
                // The path may hold the colon, or end before it.
                let whole = Path::new(display.split_once(".0").map_or(display, |(path, _)| path));
                X11Server::At(if whole.exists() { whole.to_owned() } else { path.into() })
            }
            _ => X11Server::Elsewhere,
        })
    }

    /// On Linux a server may listen under a name that is in no folder.
    #[cfg(target_os = "linux")]
    fn without_file_answers(name: &str) -> bool {
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::SocketAddr;
        SocketAddr::from_abstract_name(name).is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
    }

    #[cfg(not(target_os = "linux"))]
    const fn without_file_answers(_: &str) -> bool {
        false
    }
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::sockets::{X11Server, x11_server};

    #[test]
    fn a_display_s_name_tells_where_its_server_is() {
        assert_eq!(x11_server(":0"), Some(X11Server::Here(0)));
        assert_eq!(x11_server(":12.1"), Some(X11Server::Here(12)));
        assert_eq!(x11_server("unix:3"), Some(X11Server::Here(3)));
        assert_eq!(x11_server("localhost:10.0"), Some(X11Server::Elsewhere));
        assert_eq!(x11_server("/tmp/x:0"), Some(X11Server::At("/tmp/x".into())));
        for nothing in ["", "nonsense", ":", ":x", "99999999999"] {
            assert_eq!(x11_server(nothing), None, "{nothing}");
        }
    }
}
