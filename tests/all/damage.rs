//! What is done to files so that they are damaged, and how long readers may take to answer them.

use std::time::{Duration, Instant};

use crate::dice::Dice;

/// No input may take longer to compute, whatever else the machine is at; nor wait longer than this many times.
const PATIENCE: Duration = Duration::from_secs(10);
const WAITS: u32 = 30;
/// How much of another file is joined at most, in bytes.
const PIECE: usize = 16 << 10;

/// Bytes cut, repeated, joined with others and peppered with what makes trouble.
pub fn damaged(bytes: &[u8], others: &[&[u8]], pepper: &[&[u8]], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(7) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            2 => bytes.truncate(at),
            3 => {
                let other = others[dice.below(others.len())];
                let from = dice.below(other.len());
                bytes.truncate(at);
                let piece = &other[from..(from + PIECE).min(other.len())];
                bytes.extend_from_slice(piece);
            }
            4 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            _ => {
                let piece = pepper[dice.below(pepper.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes
}

/// The most memory that this process took, in kB, as the system says it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// How long this process has computed, as the system says it.
fn computed() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map(|(_, fields)| fields).unwrap_or_default();
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// Hands out inputs to be answered, so many or for so long, whichever comes first; says how that went. None may take ten
/// seconds, and all of them no more memory than this, in MB. An input that a reader fails at is left in a file.
pub fn for_long(most: u64, time: Duration, memory: u64, make: impl Fn(&mut Dice) -> Vec<u8>, answer: impl Fn(&[u8])) {
    let start = Instant::now();
    let mut dice = Dice(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() | 1);
    println!("seed={}", dice.0);
    let (mut inputs, mut longest) = (0_u64, Duration::ZERO);
    while inputs < most && start.elapsed() < time {
        let bytes = make(&mut dice);
        let (before, already) = (Instant::now(), computed());
        let answered = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(&bytes)));
        let (took, waited) = (computed().saturating_sub(already), before.elapsed());
        (inputs, longest) = (inputs + 1, longest.max(took));
        if answered.is_err() || took > PATIENCE || waited > PATIENCE * WAITS || peak() > memory << 10 {
            let left = std::env::temp_dir().join(format!("atalaya-fuzz-{}-{inputs}", std::process::id()));
            std::fs::write(&left, &bytes).unwrap();
            panic!("{}: {took:?}, {} kB", left.display(), peak());
        }
    }
    println!("inputs={inputs} longest_ms={:.1} peak={} kB", longest.as_secs_f64() * 1e3, peak());
}
