//! Money and shares in parts that add up to the whole, to the cent.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::value::{ValueError, ValueFault};

/// A percentage in ten-thousandths: 33.33 % is 3333.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(pub u32);

impl Share {
    /// The whole.
    pub const WHOLE: Self = Self(10_000);

    fn from_percent(percent: f64) -> Result<Self, ValueError> {
        let parts = (percent * 100.0).round();
        if (0.0..=100_000_000.0).contains(&parts) && (parts - percent * 100.0).abs() < 1e-6 {
            Ok(Self(parts as u32))
        } else {
            Err(ValueError::new(ValueFault::ShareForm, percent.to_string()))
        }
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u32(self.0 / 100)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Percent;
        impl de::Visitor<'_> for Percent {
            type Value = Share;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a percentage")
            }

            fn visit_i64<E: de::Error>(self, percent: i64) -> Result<Share, E> {
                Share::from_percent(percent as f64).map_err(E::custom)
            }

            fn visit_u64<E: de::Error>(self, percent: u64) -> Result<Share, E> {
                Share::from_percent(percent as f64).map_err(E::custom)
            }

            fn visit_f64<E: de::Error>(self, percent: f64) -> Result<Share, E> {
                Share::from_percent(percent).map_err(E::custom)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Share, E> {
                Err(E::custom(ValueError::new(ValueFault::ShareForm, text)))
            }
        }
        deserializer.deserialize_any(Percent)
    }
}

/// One of the parts that a record's money falls into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<K> {
    /// What the part belongs to; `None` is *no data*.
    pub key: Option<K>,
    /// Its weight; the weights of a record need not sum to anything.
    pub weight: u64,
    /// Whether a source states the weight (or there is only one part), or we divided in equal parts.
    pub stated: bool,
}

impl<K> Part<K> {
    /// The only part of a record.
    pub fn whole(key: Option<K>) -> Self {
        Self { key, weight: 1, stated: true }
    }
}

/// Splits `whole` by `weights`: largest remainder, ties to the earlier. The parts always sum to the whole.
///
/// Rounding each alone would turn three thirds of 100.00 into 99.99. All weights zero puts everything into the
/// first part; no weights give no parts.
pub fn split(whole: i64, weights: &[u64]) -> Vec<i64> {
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let Some(total) = i128::try_from(total).ok().filter(|total| *total > 0) else {
        return weights.iter().enumerate().map(|(place, _)| if place == 0 { whole } else { 0 }).collect();
    };
    let exact = weights.iter().map(|weight| i128::from(whole) * i128::from(*weight));
    let mut parts: Vec<(i128, i128)> = exact.map(|part| (part.div_euclid(total), part.rem_euclid(total))).collect();
    let missing = i128::from(whole) - parts.iter().map(|(floor, _)| floor).sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|place| parts.get(*place).map(|(_, rest)| std::cmp::Reverse(*rest)));
    for place in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some((floor, _)) = parts.get_mut(place) {
            *floor += 1;
        }
    }
    // Each part lies between 0 and the whole, so it fits again.
    parts.into_iter().map(|(part, _)| i64::try_from(part).unwrap_or(0)).collect()
}

/// The part at a place of a whole split into so many equal parts, as [`split`] has it.
pub fn equal_part(whole: i64, count: usize, place: usize) -> i64 {
    let Some(count) = i64::try_from(count).ok().filter(|count| *count > 0) else { return 0 };
    let (part, rest) = (whole.div_euclid(count), whole.rem_euclid(count));
    part + i64::from(i64::try_from(place).is_ok_and(|place| place < rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_thirds_make_a_whole() {
        assert_eq!(split(10_000, &[1, 1, 1]), [3334, 3333, 3333]);
        assert_eq!(split(5, &[]), [0_i64; 0]);
        assert_eq!(split(5, &[0, 0]), [5, 0]);
        assert_eq!(split(1, &[0, 7]), [0, 1]);
    }

    proptest! {
        #[test]
        fn equal_parts_are_those_of_equal_weights(whole in any::<i64>(), count in 1_usize..30) {
            let parts: Vec<i64> = (0..count).map(|place| equal_part(whole, count, place)).collect();
            prop_assert_eq!(parts, split(whole, &vec![1; count]));
        }

        #[test]
        fn parts_sum_to_the_whole(whole in any::<i64>(), weights in prop::collection::vec(0_u64..1_000_000, 1..12)) {
            let parts = split(whole, &weights);
            prop_assert_eq!(parts.iter().map(|part| i128::from(*part)).sum::<i128>(), i128::from(whole));
        }
    }
}
