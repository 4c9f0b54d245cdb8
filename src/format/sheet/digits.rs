//! What marks among digits mean: decimals or thousands, told by the number itself where it can be.

use super::money::{Decimal, NotReadable};

/// Digits without marks, and how many of them are decimals.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    pub all: i128,
    pub decimals: u32,
    /// Where its only mark stands before three digits: whether it was taken to part decimals.
    pub as_decimals: Option<bool>,
}

/// Digits without marks, and how many of them are decimals. What a mark means is told by the number itself where it
/// can be (`1.234,5`; `12,50`; `1,234,567`), and by the convention only where it cannot (`1,234`).
pub(super) fn digits(written: &str, decimal: Decimal) -> Result<Digits, NotReadable> {
    let last = written.rfind(['.', ',']);
    let mark = last.and_then(|at| written.get(at..)).and_then(|rest| rest.chars().next());
    let mut as_decimals = None;
    let (whole, decimals) = match (last, mark) {
        (Some(at), Some(mark)) => {
            let (whole, decimals) = (written.get(..at).unwrap_or(""), written.get(at + 1..).unwrap_or(""));
            let both = whole.contains(if mark == '.' { ',' } else { '.' });
            let again = whole.contains(mark);
            let like_thousands = decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if like_thousands && !both && !again {
                as_decimals = Some(mark == decimal.sign());
            }
            match (both, again) {
                (true, true) => return Err(NotReadable),
                (false, true) => (written, ""),
                (false, false) if like_thousands && mark != decimal.sign() => (written, ""),
                _ => (whole, decimals),
            }
        }
        _ => (written, ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let (first, others) = groups.split_first().ok_or(NotReadable)?;
    if others.iter().any(|group| group.len() != 3) || (!others.is_empty() && first.len() > 3) {
        return Err(NotReadable);
    }
    let all = groups.concat() + decimals;
    let count = u32::try_from(decimals.len()).map_err(|_| NotReadable)?;
    if all.len() > 24 {
        // A number of a workbook may drag decimals along that mean nothing.
        return shortened(&groups.concat(), decimals);
    }
    Ok(Digits { all: all.parse().map_err(|_| NotReadable)?, decimals: count, as_decimals })
}

fn shortened(whole: &str, decimals: &str) -> Result<Digits, NotReadable> {
    let decimals: String = decimals.chars().take(8).collect();
    let count = u32::try_from(decimals.len()).map_err(|_| NotReadable)?;
    if whole.len() > 18 {
        return Err(NotReadable);
    }
    let all = (whole.to_owned() + &decimals).parse().map_err(|_| NotReadable)?;
    Ok(Digits { all, decimals: count, as_decimals: None })
}
