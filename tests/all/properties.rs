//! What holds of all data: groups sum to the total to the cent, a facet's count is what its click gives, the cached
//! answer is the answer from scratch, a filter printed and read again is the same filter.

use std::collections::BTreeMap;

use atalaya::i18n::Sorter;
use atalaya::model::{
    Amount, AmountKind, Attribution, Bilingual, Currency, Ending, EndingKind, Header, Lang, Minor, Organization,
    OrganizationKind, PartialDate, Participation, Place, Portfolio, Project, Projects, PublisherKind, Role, Scope,
    Share, Source, Status, Table, Term, Theme, ThemeShare,
};
use atalaya::query::{
    Answer, By, Column, FACETS, Field, Filter, Index, Key, Lens, Orders, Spread, Term as FilterTerm, Test, Value,
    Vocabulary, each_part, groups, parse, sort,
};
use proptest::prelude::*;

fn words(text: String) -> Bilingual {
    Bilingual { es: Some(text.clone()), en: Some(text) }
}

fn id(kind: &str, number: usize) -> String {
    format!("{kind}-{number}")
}

fn date() -> impl Strategy<Value = PartialDate> {
    let year = 2015_i32..2030;
    (year, 0_u32..13, 0_u32..29, 0_u8..8).prop_map(|(year, month, day, mark)| {
        let mut text = format!("{year:04}");
        if month > 0 {
            text += &format!("-{month:02}");
            if day > 0 {
                text += &format!("-{day:02}");
            }
        }
        text += ["~", "?", "%", "", "", "", "", ""][usize::from(mark)];
        text.parse().unwrap()
    })
}

fn amount() -> impl Strategy<Value = Amount> {
    let kinds = prop::sample::select(AmountKind::ALL.to_vec());
    let flags = (any::<bool>(), 0_u8..10, 0_u8..10);
    (kinds, 0_i64..9_000_000_000, prop::option::of(2016_i16..2027), 0_usize..6, flags).prop_map(
        |(kind, value, fiscal_year, source, (matched, regional, foreign))| Amount {
            kind,
            value: Minor(value),
            currency: (foreign == 0).then(|| "MXN".parse().unwrap()),
            scope: if regional == 0 { Scope::MultiCountry } else { Scope::Country },
            fiscal_year,
            as_of: None,
            source: (source < 5).then(|| id("source", source)),
            attribution: if matched { Attribution::Matched } else { Attribution::Named },
        },
    )
}

fn some_of(kind: &'static str, of: usize, most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(0..of, 0..=most).prop_map(move |set| set.into_iter().map(|n| id(kind, n)).collect())
}

fn themes() -> impl Strategy<Value = Vec<ThemeShare>> {
    let one = (0_usize..5, prop::option::of(0_u32..6000));
    prop::collection::btree_map(0_usize..5, one.prop_map(|(_, share)| share), 0..4).prop_map(|themes| {
        let share =
            |(theme, share): (usize, Option<u32>)| ThemeShare { theme: id("theme", theme), share: share.map(Share) };
        themes.into_iter().map(share).collect()
    })
}

prop_compose! {
    fn project()(
        (start, planned_end, actual_end) in (prop::option::weighted(0.9, date()), prop::option::weighted(0.8, date()), prop::option::weighted(0.2, date())),
        amounts in prop::collection::vec(amount(), 0..5),
        themes in themes(),
        states in some_of("state", 6, 3),
        sectors in some_of("sector", 4, 2),
        implementers in some_of("org", 5, 3),
        (status, ending, regional) in (prop::option::of(prop::sample::select(Status::ALL.to_vec())), prop::sample::select(EndingKind::ALL.to_vec()), 0_u8..6),
        name in "[a-zñáé ]{1,24}",
    ) -> Project {
        let participation = |organization: String| Participation { role: Role::Implementing, organization, as_named: None };
        Project {
            id: String::new(),
            name: words(name),
            name_ours: Vec::new(),
            acronym: None,
            summary: Bilingual::default(),
            agreement_number: None,
            organizations: implementers.into_iter().map(participation).collect(),
            countries: Vec::new(),
            scope: if regional == 0 { Scope::MultiCountry } else { Scope::Country },
            start, planned_end, actual_end,
            status,
            status_as_of: None,
            ending: Ending { kind: ending, sources: Vec::new() },
            amounts, themes,
            topics: Vec::new(),
            states, sectors,
            supports: Vec::new(),
            counterpart: Bilingual::default(),
            continuity: Bilingual::default(),
            sources: Vec::new(),
            notes: Bilingual::default(),
        }
    }
}

fn portfolio() -> impl Strategy<Value = Portfolio> {
    prop::collection::vec(project(), 0..24).prop_map(|mut projects| {
        for (n, project) in projects.iter_mut().enumerate() {
            project.id = id("project", n);
        }
        let header = Header {
            schema: 1,
            title: words("t".to_owned()),
            about: Bilingual::default(),
            country: Some("MX".to_owned()),
            currency: Some(Currency::USD),
            language: None,
            updated: None,
            cutoff: None,
            synonyms: vec![vec!["oit".to_owned(), "ilo".to_owned()]],
        };
        let mut portfolio = Portfolio::empty(header);
        let theme = |n| Theme { id: id("theme", n), name: words(id("tema", n)), named_by_report: false };
        portfolio.themes = Table::new((0..5).map(theme).collect());
        portfolio.sectors =
            Table::new((0..4).map(|n| Term { id: id("sector", n), name: words(id("ramo", n)) }).collect());
        let place = |n| Place { id: id("state", n), name: words(id("estado", n)), short: None, tile: None };
        portfolio.places = Table::new((0..6).map(place).collect());
        let organization = |n| Organization {
            id: id("org", n),
            name: words(format!("Organización {n}")),
            acronym: None,
            kind: OrganizationKind::Ngo,
            country: None,
        };
        portfolio.organizations = Table::new((0..5).map(organization).collect());
        let source = |n: usize| Source {
            id: id("source", n),
            title: String::new(),
            publisher: String::new(),
            kind: PublisherKind::ALL[n % 5],
            url: None,
            published: None,
            consulted: None,
            excerpt: None,
            archived_url: None,
            language: None,
        };
        portfolio.sources = Table::new((0..5).map(source).collect());
        portfolio.projects = Projects::new(projects);
        portfolio
    })
}

fn key(kind: &'static str, of: usize) -> impl Strategy<Value = Value> {
    (0..=of).prop_map(move |n| if n == of { Value::Missing } else { Value::Key(id(kind, n)) })
}

fn dates() -> impl Strategy<Value = Value> {
    (prop::option::of(date()), prop::option::of(date())).prop_map(|(from, to)| match (from, to) {
        (Some(from), Some(to)) if to.latest() < from.earliest() => Value::Dates(Some(to), Some(from)),
        (from, to) => Value::Dates(from, to),
    })
}

fn test() -> impl Strategy<Value = Test> {
    let many = |value: BoxedStrategy<Value>| {
        prop::collection::vec(value, 1..4).prop_map(|mut values| {
            let mut seen: Vec<Value> = Vec::new();
            values.retain(|value| {
                !seen.contains(value) && {
                    seen.push(value.clone());
                    true
                }
            });
            values
        })
    };
    let of = move |field: Field, value: BoxedStrategy<Value>| {
        many(value).prop_map(move |values| Test::Field(field, values)).boxed()
    };
    prop_oneof![
        "[a-zñÁ:,\"\\\\ -]{1,8}".prop_filter("not blank", |word| !word.trim().is_empty()).prop_map(Test::Word),
        of(Field::Theme, key("theme", 5).boxed()),
        of(Field::State, key("state", 6).boxed()),
        of(Field::Implementer, key("org", 5).boxed()),
        of(Field::Sector, key("sector", 4).boxed()),
        of(Field::Active, dates().boxed()),
        of(Field::Start, prop_oneof![dates().boxed(), Just(Value::Missing).boxed()].boxed()),
        of(
            Field::Year,
            (2015_i16..2030, 0_i16..4).prop_map(|(from, more)| Value::Years(Some(from), Some(from + more))).boxed()
        ),
        of(Field::Amount, (0_i64..900_000_000).prop_map(|from| Value::Amounts(Some(Minor(from)), None)).boxed()),
        of(
            Field::Ending,
            prop::sample::select(EndingKind::ALL.to_vec())
                .prop_map(|ending| Value::Key(ending.key().to_owned()))
                .boxed()
        ),
        of(
            Field::Name,
            "[a-z, ?\"]{1,6}".prop_filter("not blank", |text| !text.trim().is_empty()).prop_map(Value::Text).boxed()
        ),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    let term = (any::<bool>(), test()).prop_map(|(negated, test)| FilterTerm { negated, test });
    prop::collection::vec(term, 0..4).prop_map(|terms| Filter { terms })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn groups_sum_to_the_total_to_the_cent(portfolio in portfolio(), filter in filter()) {
        let index = Index::of(&portfolio);
        let answer = Answer::to(&filter, &portfolio, &index);
        for by in By::ALL {
            for spread in [Spread::Award, Spread::Even] {
                let groups = groups(&answer.rows, by, spread, &index);
                let sum: i128 = groups.iter().filter_map(|group| group.amount).sum();
                prop_assert_eq!(sum, answer.totals.sum, "{:?} {:?}", by, spread);
                let assumed_fits = groups.iter().all(|group| group.assumed <= group.amount.unwrap_or(0));
                prop_assert!(assumed_fits, "what we divided is a part of the group");
                let mut parts: BTreeMap<Option<String>, i128> = BTreeMap::new();
                each_part(&answer.rows, by, spread, &index, |row, key, part| {
                    assert!(answer.set.contains(row));
                    *parts.entry(key.map(str::to_owned)).or_default() += i128::from(part);
                });
                let whole = groups.iter().filter_map(|group| Some((group.key.clone(), group.amount?)));
                prop_assert_eq!(parts, whole.collect::<BTreeMap<_, _>>(), "row by row it is the same");
            }
        }
        let totals = &answer.totals;
        let others: usize = totals.other_currencies.iter().map(|(_, count, _)| count).sum();
        prop_assert_eq!(totals.country, totals.with_amount + totals.without_amount + others);
        prop_assert_eq!(totals.projects, totals.country + totals.multi_country);
    }

    #[test]
    fn a_facet_s_count_is_what_its_click_gives(portfolio in portfolio(), filter in filter()) {
        let index = Index::of(&portfolio);
        let answer = Answer::to(&filter, &portfolio, &index);
        for field in FACETS.into_iter().filter(|field| *field != Field::Year) {
            let facet = answer.facet(field).unwrap();
            let keys = &index.column(facet.field).unwrap().keys;
            let values = keys.iter().zip(&facet.counts).map(|(key, count)| (Value::Key(key.clone()), *count));
            // A field with an excluding term keeps it when something is chosen; facets count without it.
            let excluded = filter.terms.iter().any(|term| term.negated && matches!(&term.test, Test::Field(f, _) if *f == field));
            let twice = filter.terms.iter().filter(|term| matches!(&term.test, Test::Field(f, _) if *f == field)).count() > 1;
            if excluded || twice {
                continue;
            }
            for (value, count) in values.chain([(Value::Missing, facet.missing)]) {
                let clicked = Answer::to(&filter.with(field, vec![value]), &portfolio, &index);
                prop_assert_eq!(clicked.rows.len(), count, "{:?}", field);
            }
        }
    }

    #[test]
    fn a_filter_printed_and_read_again_is_the_same(portfolio in portfolio(), filter in filter()) {
        let index = Index::of(&portfolio);
        let printed = filter.to_string();
        prop_assert_eq!(parse(&printed, &index.vocabulary), Ok(filter.clone()), "{}", printed);
        for lang in Lang::ALL {
            let printed = filter.text_in(lang);
            prop_assert_eq!(parse(&printed, &index.vocabulary), Ok(filter.clone()), "{}", printed);
        }
    }

    #[test]
    fn what_is_not_is_the_rest(portfolio in portfolio(), test in test()) {
        let index = Index::of(&portfolio);
        let ask = |negated| Answer::to(&Filter { terms: vec![FilterTerm { negated, test: test.clone() }] }, &portfolio, &index);
        let (is, is_not) = (ask(false), ask(true));
        // What is only perhaps belongs to both.
        prop_assert_eq!(is.rows.len() + is_not.rows.len(), portfolio.projects.len() + is.perhaps);
    }

    #[test]
    fn an_order_turned_round_is_the_order_made_anew(portfolio in portfolio(), first in any::<bool>()) {
        let (index, sorter) = (Index::of(&portfolio), Sorter::new(Lang::Es));
        for column in Column::ALL {
            let mut kept = Orders::default();
            for descending in [first, !first] {
                let keys = [Key { column, descending }];
                let mut anew = (0..portfolio.projects.len()).collect();
                sort(&mut anew, &keys, Lens::default(), &portfolio, &index, &sorter);
                let all = kept.all(&keys, Lens::default(), &portfolio, &index, &sorter);
                prop_assert_eq!(&*all, &anew, "{:?} {}", column, descending);
            }
        }
    }

    #[test]
    fn any_text_can_be_typed(text in "\\PC{0,40}") {
        static VOCABULARY: std::sync::OnceLock<Vocabulary> = std::sync::OnceLock::new();
        let vocabulary = VOCABULARY.get_or_init(|| {
            let read = atalaya::format::read_ron(atalaya::format::embedded()).unwrap();
            Index::of(&read.portfolio).vocabulary
        });
        let (filter, _) = atalaya::query::parse_lenient(&text, vocabulary);
        let again = parse(&filter.to_string(), vocabulary);
        prop_assert_eq!(again, Ok(filter));
    }
}
