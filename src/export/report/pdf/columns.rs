//! Which columns of a table stand together on a sheet, and how wide each is: pure reckoning over what they need.

use super::flow::MARGIN;

/// Between columns.
const GAP: f32 = 9.0;

/// What a column needs, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Need {
    /// Its widest word.
    pub least: f32,
    /// Its widest cell on one line.
    pub most: f32,
    /// How much it says, of its middling cells and less of its longest: columns are as wide as what they say is long, so
    /// that none is much higher than the others.
    pub weight: f32,
}

/// A column on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Laid {
    /// Its place in the table.
    pub place: usize,
    pub x: f32,
    pub width: f32,
}

/// The columns of each part: all where they fit, else the first with as many others as do.
pub(super) fn parts(needs: &[Need], width: f32) -> Vec<Vec<usize>> {
    let least = |place: usize| needs.get(place).map_or(0.0, |need| need.least + GAP);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut part = vec![0];
    let mut used = least(0);
    for place in 1..needs.len() {
        if used + least(place) > width + GAP && part.len() > 1 {
            parts.push(std::mem::replace(&mut part, vec![0]));
            used = least(0);
        }
        part.push(place);
        used += least(place);
    }
    parts.push(part);
    parts
}

/// By how much what columns say is to be taken so that together they are as wide as what is free.
fn measure(chosen: &[(usize, Need)], free: f32) -> f32 {
    let (mut low, mut high) = (0.0, free);
    // Halved so often, what is left is less than anybody sees.
    for _ in 0..40 {
        let middle = f32::midpoint(low, high);
        let wide = |(_, need): &(usize, Need)| (need.weight * middle).clamp(need.least, need.most.max(need.least));
        if chosen.iter().map(wide).sum::<f32>() > free { high = middle } else { low = middle }
    }
    low
}

/// The columns with half of an equal share at least, where all have that: a long list leaves a few words their room.
fn with_room(chosen: Vec<(usize, Need)>, free: f32) -> Vec<(usize, Need)> {
    let half = free / (2.0 * chosen.len().max(1) as f32);
    let raised =
        chosen.iter().map(|(place, need)| (*place, Need { least: need.least.max(need.most.min(half)), ..*need }));
    let raised: Vec<_> = raised.collect();
    if raised.iter().map(|(_, need)| need.least).sum::<f32>() < free { raised } else { chosen }
}

/// The columns side by side over the whole width.
pub(super) fn laid(places: &[usize], needs: &[Need], width: f32) -> Vec<Laid> {
    let chosen: Vec<(usize, Need)> = places.iter().filter_map(|place| Some((*place, *needs.get(*place)?))).collect();
    let free = width - GAP * chosen.len().saturating_sub(1) as f32;
    let chosen = with_room(chosen, free);
    let sum = |part: fn(&Need) -> f32| chosen.iter().map(|(_, need)| part(need)).sum::<f32>();
    let (least, most) = (sum(|need| need.least), sum(|need| need.most));
    let measure = measure(&chosen, free);
    let wide = |need: &Need| {
        if most <= free {
            // There is room for all: what is left goes to the words, after their lengths.
            need.most + (free - most) * need.most / most.max(1.0)
        } else if least >= free {
            need.least * free / least.max(1.0)
        } else {
            (need.weight * measure).clamp(need.least, need.most.max(need.least))
        }
    };
    let mut x = MARGIN;
    let mut columns = Vec::with_capacity(chosen.len());
    for (place, need) in &chosen {
        let width = wide(need);
        columns.push(Laid { place: *place, x, width });
        x += width + GAP;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_what_is_too_wide_is_parted() {
        let need = |least: f32, most: f32| Need { least, most, weight: most - least };
        let needs = [need(50.0, 200.0), need(40.0, 60.0), need(30.0, 30.0)];
        let columns = laid(&[0, 1, 2], &needs, 300.0);
        let last = columns.last().unwrap();
        assert!((last.x + last.width - MARGIN - 300.0).abs() < 0.1);
        assert_eq!(parts(&needs, 300.0), [vec![0, 1, 2]]);
        // Names four times as long as the words beside them have four times the room, dates what they need.
        let named = [Need { least: 60.0, most: 420.0, weight: 320.0 }, Need { least: 40.0, most: 160.0, weight: 80.0 }];
        let named = [&named[..], &[need(50.0, 50.0); 3]].concat();
        let widths: Vec<f32> = laid(&[0, 1, 2, 3, 4], &named, 496.0).iter().map(|column| column.width).collect();
        assert!(
            widths[0] > 3.5 * widths[1] && widths[2..].iter().all(|width| (width - 50.0).abs() < 0.1),
            "{widths:?}"
        );
        // A list of hundreds of words leaves the few beside it their room.
        let [few, list] = [(100.0, 20.0), (4_000.0, 900.0)].map(|(most, weight)| Need { least: 30.0, most, weight });
        let widths: Vec<f32> = laid(&[0, 1, 2], &[few, few, list], 496.0).iter().map(|column| column.width).collect();
        assert!(widths[0] > 75.0 && widths[1] > 75.0 && widths.iter().sum::<f32>() < 496.1, "{widths:?}");
        assert_eq!(parts(&[need(100.0, 100.0); 6], 330.0), [vec![0, 1, 2], vec![0, 3, 4], vec![0, 5]]);
        assert_eq!(parts(&[need(900.0, 900.0); 3], 330.0), [vec![0, 1], vec![0, 2]]);
    }
}
