//! The program's own tables coming back: into a portfolio of their own with the same sums, and into the one that they
//! were made of without a word that contradicts it.

use std::sync::OnceLock;

use atalaya::export::{Rows, Separator, Shown, write_csv};
use atalaya::figure::Names;
use atalaya::figure::card::Scene;
use atalaya::format::sheet::{bring, guess, read_grid};
use atalaya::format::{Brought, Loss, Progress, embedded, read_ron};
use atalaya::i18n::Words;
use atalaya::model::{
    Amount, AmountKind, Attribution, Bilingual, EndingKind, Lang, Minor, Notes, Organization, PartialDate, Portfolio,
    Project, Projects, Role, Scope, Share, Table, Theme, ThemeShare,
};
use atalaya::query::{Answer, By, Column, EventColumn, Filter, Index, Spread, groups};
use atalaya::session::{Joined, join};
use proptest::prelude::*;

fn whole() -> Portfolio {
    static WHOLE: OnceLock<Portfolio> = OnceLock::new();
    WHOLE.get_or_init(|| read_ron(embedded()).unwrap().portfolio).clone()
}

/// The table of a portfolio with all columns that say what records say, as CSV.
fn csv(portfolio: &Portfolio, lang: Lang, separator: Separator) -> Vec<u8> {
    let (index, words, notes) = (Index::of(portfolio), Words::new(lang), Notes::default());
    let answer = Answer::to(&Filter::default(), portfolio, &index);
    let names = Names::new(portfolio, &words);
    let shown = Shown {
        scene: Scene { answer: &answer, names, index: &index, spread: Spread::Award, notes: &notes },
        rows: &answer.rows,
        order: &[],
        columns: &Column::ALL,
        events: &answer.events,
        event_order: &[],
        event_columns: &EventColumn::ALL,
        today: "2026-11-26".parse().unwrap(),
        progress: None,
    };
    let mut bytes = Vec::new();
    write_csv(shown, Rows::Projects, separator, &mut bytes).unwrap();
    bytes
}

fn brought(bytes: &[u8], base: Option<&Portfolio>) -> Brought {
    let grid = read_grid(bytes, &Progress::default()).unwrap();
    bring(&grid, &guess(&grid), base, &Progress::default()).unwrap()
}

/// What becomes of a portfolio into which its own table is brought.
fn back_into_itself(portfolio: &Portfolio, lang: Lang, separator: Separator) -> Joined {
    let brought = brought(&csv(portfolio, lang, separator), Some(portfolio));
    join(portfolio, &brought.portfolio, lang, &Progress::default()).unwrap()
}

/// The sums of a portfolio by the name of the theme, and in all.
fn by_theme(portfolio: &Portfolio, lang: Lang) -> Vec<(String, Option<i128>, usize)> {
    let (index, words) = (Index::of(portfolio), Words::new(lang));
    let rows: Vec<usize> = (0..portfolio.projects.len()).collect();
    let names = Names::new(portfolio, &words);
    let groups = groups(&rows, By::Theme, Spread::Award, &index);
    let name = |key: Option<&str>| key.map(|key| names.theme(key)).unwrap_or_default();
    let mut all: Vec<_> =
        groups.iter().map(|group| (name(group.key.as_deref()), group.amount, group.projects)).collect();
    all.sort();
    all
}

fn total(portfolio: &Portfolio) -> i128 {
    Answer::to(&Filter::default(), portfolio, &Index::of(portfolio)).totals.sum
}

const WAYS: [(Lang, Separator); 3] =
    [(Lang::Es, Separator::Comma), (Lang::Es, Separator::Semicolon), (Lang::En, Separator::Comma)];

#[test]
fn the_table_that_the_program_writes_comes_back_with_the_same_sums() {
    let whole = whole();
    for (lang, separator) in WAYS {
        let bytes = csv(&whole, lang, separator);
        for base in [Some(&whole), None] {
            let read = brought(&bytes, base);
            let unread: Vec<_> = read.lost.iter().filter(|lost| lost.why == Loss::NotReadable).collect();
            assert!(read.failed.is_empty() && unread.is_empty(), "{unread:#?}");
            assert_eq!(read.portfolio.projects.len(), whole.projects.len());
            assert_eq!(total(&read.portfolio), total(&whole), "{lang:?}");
            assert_eq!(by_theme(&read.portfolio, lang), by_theme(&whole, lang), "{lang:?} {separator:?}");
        }
    }
}

#[test]
fn one_s_own_table_contradicts_nothing_and_adds_nothing() {
    let whole = whole();
    for (lang, separator) in WAYS {
        let joined = back_into_itself(&whole, lang, separator);
        assert_eq!(joined.conflicts, [], "{lang:?} {separator:?}");
        let changed: Vec<_> = joined.merge.records.iter().map(|(_, entry)| entry.id()).collect();
        assert_eq!(changed, Vec::<&str>::new(), "{lang:?} {separator:?}");
        assert_eq!((joined.new, joined.same.len()), (0, whole.projects.len()));
    }
}

#[test]
fn themes_and_organisations_may_be_called_like_amounts() {
    let mut portfolio = whole();
    let theme = |(n, name): (usize, &str)| Theme {
        id: format!("t{n}"),
        name: Bilingual::of(Lang::Es, name),
        named_by_report: false,
    };
    portfolio.themes = Table::new(["b 2", "b 3"].into_iter().enumerate().map(theme).collect());
    portfolio.topics = Table::default();
    let mut organizations = portfolio.organizations.to_vec();
    organizations.iter_mut().enumerate().for_each(|(n, of)| of.name = Bilingual::of(Lang::Es, &format!("b {n}")));
    portfolio.organizations = Table::new(organizations);
    let shares = vec![ThemeShare { theme: "t1".to_owned(), share: None }];
    let project = Project { themes: shares, topics: Vec::new(), ..whole().projects.listed().unwrap()[0].clone() };
    portfolio.projects = Projects::new(vec![project.clone()]);
    let back = brought(&csv(&portfolio, Lang::Es, Separator::Comma), Some(&portfolio)).portfolio;
    let read = &back.projects.listed().unwrap()[0];
    assert_eq!(read.themes, project.themes);
    let implementers =
        |project: &Project| project.organizations_as(Role::Implementing).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(implementers(read), implementers(&project));
}

#[test]
fn what_differs_in_a_table_of_one_s_own_is_still_said() {
    let whole = whole();
    let text = String::from_utf8(csv(&whole, Lang::Es, Separator::Comma)).unwrap();
    let edited = text.replacen("2019-12-04", "2018-01-01", 1);
    assert_ne!(edited, text);
    let brought = brought(edited.as_bytes(), Some(&whole));
    let joined = join(&whole, &brought.portfolio, Lang::Es, &Progress::default()).unwrap();
    let fields: Vec<&str> = joined.conflicts.iter().flat_map(|of| &of.fields).map(|of| of.field.as_str()).collect();
    assert_eq!(fields, ["start"]);
}

/// Names as people give them to themes and organisations, with all that could part them.
fn awkward() -> impl Strategy<Value = String> {
    let parts = ["Salud", "trabajo", "A", "b", "S.A.", "Ñandú", "60%", "(40 %)", "\"uno\"", "=1+1", "Trabajo"];
    let marks = [", ", "; ", " y ", " and ", "/", " | ", " ", " – ", "\n"];
    let more = (prop::sample::select(marks.to_vec()), prop::sample::select(parts.to_vec()));
    (prop::sample::select(parts.to_vec()), prop::collection::vec(more, 0..4))
        .prop_map(|(first, more)| more.into_iter().fold(first.to_owned(), |text, (mark, part)| text + mark + part))
}

fn amount() -> impl Strategy<Value = Amount> {
    let kinds = prop::sample::select(AmountKind::ALL.to_vec());
    let foreign = prop::option::weighted(0.2, Just("MXN".parse().unwrap()));
    let source = prop::option::of(prop::sample::select(
        whole().sources.iter().take(5).map(|source| source.id.clone()).collect::<Vec<_>>(),
    ));
    let date = prop::option::of(Just("2024-05".parse::<PartialDate>().unwrap()));
    (kinds, -500_i64..900_000_000_000, foreign, any::<bool>(), source, date).prop_map(
        |(kind, value, currency, several, source, as_of)| Amount {
            kind,
            value: Minor(value),
            currency,
            scope: if several { Scope::MultiCountry } else { Scope::Country },
            fiscal_year: None,
            as_of,
            source,
            attribution: Attribution::Named,
        },
    )
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    let texts = ["2025", "2025-03", "2025-03-20", "1900-01-01", "2024-02-29~", "2019?", "2031-12"];
    prop::option::of(prop::sample::select(texts.map(|text| text.parse().unwrap()).to_vec()))
}

/// Shares that a record may state: of all themes the whole, of some less, of none.
fn themes() -> impl Strategy<Value = Vec<ThemeShare>> {
    (prop::sample::subsequence(vec![0_usize, 1, 2, 3], 0..4), 0_u32..10_001, 0_u8..3).prop_map(|(themes, at, sort)| {
        let count = themes.len();
        let share = |place: usize| match (sort, count) {
            (0, _) | (_, 0) => None,
            (_, 1) => Some(if sort == 1 { 10_000 } else { at }),
            (1, _) => Some(match place {
                0 => at,
                1 => 10_000 - at,
                _ => 0,
            }),
            _ => (place == 0).then_some(at),
        };
        let one = |(place, n): (usize, usize)| ThemeShare { theme: format!("t{n}"), share: share(place).map(Share) };
        themes.into_iter().enumerate().map(one).collect()
    })
}

fn project() -> impl Strategy<Value = Project> {
    let texts = (awkward(), awkward(), prop::option::of("[A-Z]{2,6}"), 0_u8..3);
    let ending = prop::sample::select(EndingKind::ALL.to_vec());
    let rest = (prop::collection::vec(amount(), 0..4), themes(), ending, 0_usize..23);
    (texts, date(), date(), date(), rest).prop_map(
        |((es, en, acronym, langs), start, planned_end, actual_end, (amounts, themes, kind, like))| {
            let model = whole().projects.listed().unwrap()[like].clone();
            let name = Bilingual { es: (langs != 1).then_some(es), en: (langs != 0).then_some(en) };
            let ending = atalaya::model::Ending { kind, ..model.ending };
            Project { name, acronym, start, planned_end, actual_end, amounts, themes, ending, ..model }
        },
    )
}

/// The portfolio that the program carries with other projects, and themes and organisations with awkward names.
fn portfolio() -> impl Strategy<Value = Made> {
    let names = prop::collection::hash_set(awkward(), 4);
    (prop::collection::vec(project(), 1..6), names).prop_map(|(projects, names)| {
        let mut portfolio = whole();
        let names: Vec<String> = names.into_iter().collect();
        let theme = |n: usize| Theme {
            id: format!("t{n}"),
            name: Bilingual::of(Lang::Es, &format!("{} {n}", names[n])),
            named_by_report: false,
        };
        portfolio.themes = Table::new((0..4).map(theme).collect());
        portfolio.topics = Table::default();
        let organizations = portfolio.organizations.iter().enumerate().map(|(n, organization)| Organization {
            name: Bilingual::of(Lang::Es, &format!("{} {n}", names[n % 4])),
            ..organization.clone()
        });
        portfolio.organizations = Table::new(organizations.collect());
        let numbered = projects.into_iter().enumerate().map(|(n, project)| Project {
            id: format!("p{n}"),
            name: Bilingual {
                es: project.name.es.map(|name| format!("{name} proyecto {n}")),
                en: project.name.en.map(|name| format!("{name} project {n}")),
            },
            agreement_number: None,
            topics: Vec::new(),
            ..project
        });
        portfolio.projects = Projects::new(numbered.collect());
        Made(portfolio)
    })
}

/// A portfolio of which a failure shows what was made of chance, and not the rest.
struct Made(Portfolio);

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let themes = self.0.themes.iter().map(|theme| (&theme.id, &theme.name.es));
        f.debug_list().entries(themes).finish()?;
        let projects = self.0.projects.listed().unwrap().iter();
        f.debug_list().entries(projects.map(|of| (&of.name, &of.themes, &of.amounts, &of.ending))).finish()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever the records say, the table of them brought into the same portfolio contradicts it in nothing.
    #[test]
    fn no_table_of_one_s_own_contradicts(Made(portfolio) in portfolio(), way in 0_usize..3) {
        let (lang, separator) = WAYS[way];
        let joined = back_into_itself(&portfolio, lang, separator);
        prop_assert!(joined.conflicts.is_empty(), "{:#?}", joined.conflicts);
        prop_assert_eq!(joined.new, 0);
        let changed: Vec<_> = joined.merge.records.iter().map(|(_, entry)| format!("{entry:?}")).collect();
        prop_assert_eq!(changed, Vec::<String>::new());
    }

    /// And brought in by itself it has the same total, and the same sums by theme.
    #[test]
    fn no_figure_by_theme_changes_on_the_way_through_a_table(Made(portfolio) in portfolio(), way in 0_usize..3) {
        let (lang, separator) = WAYS[way];
        let bytes = csv(&portfolio, lang, separator);
        for base in [Some(&portfolio), None] {
            let mut back = brought(&bytes, base).portfolio;
            // A new one is in the currency that most amounts name.
            back.header.currency = Some(portfolio.currency());
            prop_assert_eq!(total(&back), total(&portfolio));
            if base.is_some() {
                prop_assert_eq!(by_theme(&back, lang), by_theme(&portfolio, lang));
            } else {
                let sums = |portfolio| by_theme(portfolio, lang).into_iter().map(|(_, sum, n)| (sum, n)).collect::<Vec<_>>();
                let (mut was, mut is) = (sums(&portfolio), sums(&back));
                was.sort();
                is.sort();
                prop_assert_eq!(is, was);
            }
        }
    }
}
