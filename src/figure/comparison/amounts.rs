//! Which amounts of a project are the same in both portfolios, although they say something else.

use serde_json::Value;

/// Two lists of amounts, held against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Held {
    /// Amounts that are recognisably the same and say something else, before and after.
    pub changed: Vec<(Value, Value)>,
    /// Those that only the first list has.
    pub gone: Vec<Value>,
    /// Those that only the second has.
    pub added: Vec<Value>,
}

/// What tells amounts apart: first all of it, then the kind and the source alone.
const TELLING: [&[&str]; 2] = [&["kind", "source", "fiscal_year", "currency"], &["kind", "source"]];

/// Holds two lists of amounts against each other. An amount is the same where one alone on each side is of its kind and
/// its source.
pub(super) fn held(before: &[Value], after: &[Value]) -> Held {
    let mut held = Held { added: after.to_vec(), ..Held::default() };
    for amount in before {
        match held.added.iter().position(|other| other == amount) {
            Some(place) => drop(held.added.remove(place)),
            None => held.gone.push(amount.clone()),
        }
    }
    for fields in TELLING {
        let key = |amount: &Value| fields.iter().map(|field| amount.get(field).cloned()).collect::<Vec<_>>();
        let mut place = 0;
        while let Some(amount) = held.gone.get(place) {
            let own = key(amount);
            let alone = held.gone.iter().filter(|other| key(other) == own).count() == 1;
            let mut same = held.added.iter().enumerate().filter(|(_, other)| key(other) == own).map(|(at, _)| at);
            match (same.next().filter(|_| alone), same.next()) {
                (Some(at), None) => held.changed.push((held.gone.remove(place), held.added.remove(at))),
                _ => place += 1,
            }
        }
    }
    held
}

/// Whether two amounts differ in their figure alone.
pub(super) fn differ_in_figure_alone(before: &Value, after: &Value) -> bool {
    let without = |amount: &Value| {
        let mut amount = amount.clone();
        if let Some(fields) = amount.as_object_mut() {
            fields.remove("value");
        }
        amount
    };
    without(before) == without(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_amount_is_the_same_where_one_alone_is_of_its_kind_and_source() {
        let amount = |kind: &str, value: i64, year: i64, source: &str| json!({ "kind": kind, "value": value, "fiscal_year": year, "source": source });
        let before = [amount("award", 10, 1, "a"), amount("line", 1, 2021, "a"), amount("line", 2, 2022, "a")];
        let after = [amount("line", 1, 2021, "a"), amount("line", 3, 2022, "a"), amount("award", 12, 2, "a")];
        let held = held(&before, &after);
        assert_eq!(held.gone.len() + held.added.len(), 0);
        assert_eq!(
            held.changed,
            [(before[2].clone(), after[1].clone()), (before[0].clone(), after[2].clone())],
            "the year tells lines apart, and an award of another date is the award"
        );
        // Two of one kind and source: nobody can tell which became which.
        let two = [amount("award", 10, 1, "a"), amount("award", 11, 2, "a")];
        let other = [amount("award", 12, 3, "a")];
        let held = self::held(&two, &other);
        assert_eq!((held.changed.len(), held.gone.len(), held.added.len()), (0, 2, 1));
        let held = self::held(&two[..1], &[amount("award", 10, 1, "b")]);
        assert_eq!((held.changed.len(), held.gone.len(), held.added.len()), (0, 1, 1), "of another source");
        assert!(differ_in_figure_alone(&two[0], &amount("award", 99, 1, "a")));
        assert!(!differ_in_figure_alone(&two[0], &two[1]));
    }
}
