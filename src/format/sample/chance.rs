//! Chance that is the same everywhere: whole numbers only, one independent stream for each record, so that a record's
//! bytes depend on the seed and its place alone.

/// A stream of numbers (`SplitMix64`: small, good enough for shapes, and fixed here for good, since a sample's bytes are).
pub(super) struct Chance(u64);

impl Chance {
    /// The stream of the record at this place of a list.
    pub fn of(seed: u64, list: u64, place: u64) -> Self {
        let mut mixed = Self(seed);
        for part in [list, place] {
            mixed = Self(mixed.next() ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        }
        mixed
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `limit`; 0 where there is nothing below it.
    pub fn below(&mut self, limit: u64) -> u64 {
        // The high bits of a product: no division, and no bias that a sample of this kind could show.
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// From `low` to `high`, both included.
    pub fn within(&mut self, low: i64, high: i64) -> i64 {
        low.saturating_add_unsigned(self.below(high.abs_diff(low).saturating_add(1)))
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn percent(&mut self, times: u64) -> bool {
        self.below(100) < times
    }

    /// Below `limit`, with a long tail: each doubling of the number is as likely as the one before it.
    pub fn skewed(&mut self, limit: u64) -> u64 {
        let doublings = u64::from(u64::BITS - limit.leading_zeros());
        if limit == 0 {
            return 0;
        }
        loop {
            let low = 1_u64 << self.below(doublings);
            let number = low - 1 + self.below(low);
            if number < limit {
                return number;
            }
        }
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.below(among.len() as u64) as usize)
    }
}
