//! IATI files: what real ones become, what broken ones say, and that a portfolio comes back from one with the same
//! figures. The published schema is no part of this project: where `ATALAYA_IATI_SCHEMA` names its file and `xmllint` is
//! there, what is written is held against it.

use std::path::{Path, PathBuf};

use crate::dice;
use atalaya::export::iati::{Beyond, iati_xml};
use atalaya::format::iati::{ThemeMap, is_iati, read_iati, read_iati_file};
use atalaya::format::{Brought, Loss, Progress, Unreadable, embedded, read_ron};
use atalaya::i18n::Words;
use atalaya::model::{
    Amount, AmountKind, Attribution, Bilingual, Currency, Ending, EndingKind, Header, Headline, Lang, Minor,
    Organization, OrganizationKind, Participation, Portfolio, Project, Projects, PublisherKind, Role, Scope, Share,
    Source, Status, Table, Theme, ThemeShare, check,
};
use atalaya::query::{Answer, By, Filter, Group, Index, Spread, groups};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

/// A fixture, where the fixtures are.
fn fixture(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/iati").join(name);
    if !path.exists() {
        eprintln!("left out: {name}, because {} is not here", path.display());
        return None;
    }
    Some(path)
}

fn read_fixture(name: &str) -> Option<Brought> {
    Some(read_iati_file(&fixture(name)?, &ThemeMap::default(), &Progress::default()).unwrap())
}

fn read(xml: &str) -> Brought {
    read_iati(xml.as_bytes(), &ThemeMap::default(), &Progress::default()).unwrap()
}

/// A file of one activity with these elements behind its identifier and title.
fn activity(elements: &str) -> String {
    format!(
        r#"<iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="USD">
        <iati-identifier>XX-1</iati-identifier>
        <reporting-org ref="XX" type="10"><narrative>Funder</narrative></reporting-org>
        <title><narrative>One</narrative></title>{elements}</iati-activity></iati-activities>"#
    )
}

fn one(elements: &str) -> (Project, Brought) {
    let brought = read(&activity(elements));
    assert_eq!(check(&brought.portfolio), [], "the records hold together");
    let project = Project::clone(&brought.portfolio.projects.get(0).unwrap());
    (project, brought)
}

/// How often something was lost for this reason.
fn lost(brought: &Brought, what: &str, why: Loss) -> usize {
    brought.lost.iter().filter(|lost| lost.what == what && lost.why == why).map(|lost| lost.count).sum()
}

fn transaction(code: &str, value: &str, date: &str) -> String {
    format!(
        r#"<transaction><transaction-type code="{code}"/><transaction-date iso-date="{date}"/>
        <value value-date="{date}">{value}</value></transaction>"#
    )
}

fn told(amounts: &[Amount]) -> Vec<(AmountKind, i64, String)> {
    let day = |amount: &Amount| amount.as_of.map(|date| date.to_string()).unwrap_or_default();
    amounts.iter().map(|amount| (amount.kind, amount.value.0, day(amount))).collect()
}

#[test]
fn the_standard_s_own_example_is_read_as_it_says() {
    let Some(brought) = read_fixture("annotated-example-2.03.xml") else { return };
    assert_eq!((brought.entries, brought.failed.len()), (1, 0));
    let portfolio = &brought.portfolio;
    let project = portfolio.projects.get(0).unwrap();
    assert_eq!(project.id, "AA-AAA-123456789-ABC123");
    assert_eq!(project.agreement_number.as_deref(), Some("ABC123-XYZ"), "the reporter's own number");
    assert_eq!(project.name.es.as_deref(), Some("Título de la actividad"));
    assert_eq!(project.name.en.as_deref(), Some("Activity title"));
    let summary = project.summary.en.as_deref().unwrap();
    assert!(summary.starts_with("General activity") && summary.contains("\n\nObjectives for the activity"));
    let roles: Vec<_> = project.organizations.iter().map(|part| (part.role, part.organization.as_str())).collect();
    let expected = [
        (Role::Funding, "BB-BBB-123456789"),
        (Role::Accountable, "CC-CCC-123456789"),
        (Role::Extending, "AA-AAA-123456789"),
    ];
    assert_eq!(roles, expected);
    let agency = portfolio.organizations.find("BB-BBB-123456789").unwrap();
    assert_eq!((agency.name.show(Lang::En), agency.kind), ("Name of Agency B", OrganizationKind::Multilateral));
    assert_eq!(project.start.unwrap().to_string(), "2012-04-28", "the actual start");
    assert_eq!(project.planned_end.unwrap().to_string(), "2015-12-31");
    assert_eq!(
        (project.status, project.status_as_of.unwrap().to_string()),
        (Some(Status::Active), "2014-09-10".into())
    );
    assert_eq!((project.countries.clone(), project.scope), (vec!["AF".into(), "AG".into()], Scope::MultiCountry));
    assert_eq!(portfolio.places.find("AF").unwrap().name.show(Lang::Es), "Afganistán");
    let half = Some(Share(5000));
    let themes: Vec<_> = project.themes.iter().map(|theme| (theme.theme.as_str(), theme.share)).collect();
    assert_eq!(themes, [("dac-111", half), ("dac-112", half)]);
    assert_eq!(told(&project.amounts), [(AmountKind::Budget, 300_000, "2014-01-01".to_owned())]);
    assert_eq!((project.amounts[0].fiscal_year, project.amounts[0].scope), (Some(2014), Scope::MultiCountry));
    for what in ["result", "conditions", "contact-info", "related-activity", "crs-add", "transaction/provider-org"] {
        assert_eq!(lost(&brought, what, Loss::NoPlace), 1, "{what}");
    }
    assert_eq!(lost(&brought, "planned-disbursement", Loss::NoPlace), 2);
    assert_eq!(lost(&brought, "transaction", Loss::CameIn), 1, "incoming funds");
    assert_eq!(lost(&brought, "title", Loss::Language), 1, "the French title");
    assert_eq!(lost(&brought, "document-link@url", Loss::NotReadable), 1, "http:www…");
    let french = brought.lost.iter().find(|lost| lost.what == "title").unwrap();
    assert_eq!((french.line, french.example.as_str()), (22, "Titre de l'activité"));
    assert_eq!(portfolio.header.currency, "EUR".parse().ok());
    assert_eq!(portfolio.header.updated.unwrap().to_string(), "2014-09-10");
    assert_eq!(check(portfolio), []);
}

#[test]
fn commitments_in_two_currencies_are_two_parts_and_the_activity_s_own_speaks() {
    let yen = transaction("2", "300", "2022-05-05").replace("<value ", r#"<value currency="JPY" "#);
    let (project, brought) = one(&format!("{}{yen}", transaction("2", "2000000", "2021-05-05")));
    assert_eq!(project.amounts.len(), 2, "each currency's commitments are one award");
    assert_eq!(brought.portfolio.header.currency, Some(Currency::USD), "a stray transaction is not the portfolio's");
    let headline = Headline::of(&project, &brought.portfolio).unwrap();
    assert_eq!((headline.figure.value, headline.figure.currency), (200_000_000, Currency::USD));
    assert_eq!((headline.rivals.len(), headline.rivals[0].value), (1, 30_000), "the yen stay beside it");
    assert_eq!(lost(&brought, "JPY", Loss::OtherCurrency), 1, "and it is said that they do not count");
    let euros = transaction("2", "5", "2021-05-05").replace("<value ", r#"<value currency="EUR" "#);
    let (_, brought) = one(&euros);
    assert_eq!(brought.portfolio.header.currency, "EUR".parse().ok(), "a default that no amount is in says nothing");
}

#[test]
fn a_file_of_version_1_0_is_read_as_far_as_it_goes() {
    let Some(brought) = read_fixture("worldbank-1.0.xml") else { return };
    assert_eq!((brought.entries, brought.failed.len(), brought.portfolio.projects.len()), (16, 0, 16));
    assert_eq!(lost(&brought, "iati-activities@version", Loss::UnknownVersion), 0);
    assert_eq!(lost(&brought, "iati-identifier", Loss::Missing), 16, "they have none; their own numbers stand in");
    let project = brought.portfolio.projects.get(0).unwrap();
    assert_eq!((project.id.as_str(), project.agreement_number.as_deref()), ("P084404", Some("P084404")));
    assert!(project.name.en.as_deref().unwrap().starts_with("Southern African Power Market Program"));
    // Two commitments are parts of one award; the first disbursement is zero and the file says so.
    let amounts = [
        (AmountKind::Award, 9_300_000_000, "2007-07-17".to_owned()),
        (AmountKind::Disbursement, 194_208_750, "2013-06-30".to_owned()),
    ];
    assert_eq!(told(&project.amounts), amounts);
    assert_eq!(project.amounts[0].currency, Some(Currency::USD));
    assert_eq!(project.scope, Scope::MultiCountry, "«Africa» is no country");
    let second = brought.portfolio.projects.get(1).unwrap();
    assert_eq!((second.countries.clone(), second.scope), (vec!["MW".to_owned()], Scope::Country), "Malawi by its name");
    assert_eq!(second.amounts, [], "nothing published is no zero");
    let headline = Headline::of(&project, &brought.portfolio).unwrap().figure;
    assert_eq!((headline.value, headline.publisher), (9_300_000_000, Some(PublisherKind::Funder)));
    assert!(
        brought
            .portfolio
            .sources
            .iter()
            .any(|source| source.url.as_deref().is_some_and(|url| url.ends_with("P107545")))
    );
    assert_eq!(lost(&brought, "participating-org@role", Loss::UnknownCode), 14, "beneficiary is no role");
    assert_eq!(brought.portfolio.header.title.en.as_deref(), Some("World Bank"));
    assert_eq!(check(&brought.portfolio), []);
}

#[test]
fn files_full_of_unknown_codes_are_read_and_all_is_listed() {
    let names = [
        "should-pass-05-other-identifier.xml",
        "should-pass-16-types.xml",
        "should-pass-21-transaction.xml",
        "should-pass-24-results.xml",
    ];
    for name in names {
        let Some(brought) = read_fixture(name) else { return };
        assert_eq!((brought.entries, brought.failed.len()), (1, 0), "{name}");
        assert_eq!(lost(&brought, "iati-activities@version", Loss::UnknownVersion), 1, "{name}");
        assert_eq!(lost(&brought, "iati-identifier", Loss::Missing), 1, "{name}");
        assert!(lost(&brought, "activity-date@type", Loss::UnknownCode) > 0, "{name}");
        assert_eq!(lost(&brought, "activity-status@code", Loss::UnknownCode), 1, "{name}");
        let project = brought.portfolio.projects.get(0).unwrap();
        assert_eq!((project.id.as_str(), project.name.en.as_deref()), ("xxxxxxx", Some("Xxxxxxx")), "{name}");
        assert_eq!((project.start, project.status), (None, None), "{name}: nothing is made up");
        assert_eq!(check(&brought.portfolio), [], "{name}");
    }
    let brought = read_fixture("should-pass-24-results.xml").unwrap();
    assert_eq!(lost(&brought, "result", Loss::NoPlace), 13);
    let brought = read_fixture("should-pass-21-transaction.xml").unwrap();
    assert_eq!(lost(&brought, "transaction-type", Loss::UnknownCode), 6, "money of unknown kind counts nowhere");
    let brought = read_fixture("should-pass-16-types.xml").unwrap();
    let project = brought.portfolio.projects.get(0).unwrap();
    assert_eq!(told(&project.amounts), [(AmountKind::Budget, 100_000_000, "2011-01-01".to_owned())]);
}

#[test]
fn an_iati_file_is_told_by_its_first_bytes() {
    assert!(is_iati(b"<?xml version='1.0'?>\n<!-- x -->\n<iati-activities version='2.03'>"));
    let wide: Vec<u8> = "\u{feff}<iati-activities/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(is_iati(&wide));
    assert!(!is_iati(b"<iati-organisations/>") && !is_iati(b"(schema: 1)") && !is_iati(b""));
    let refused = |bytes: &[u8]| read_iati(bytes, &ThemeMap::default(), &Progress::default()).unwrap_err();
    assert_eq!(refused(b""), Unreadable::Empty);
    assert_eq!(refused(b"\n<html><p>x</p></html>"), Unreadable::NotAPortfolio { line: 2 });
    assert_eq!(refused(b"\xff\x00\x01\x80\x81"), Unreadable::NotText);
    let none = read("<iati-activities version='2.03'/>");
    assert_eq!((none.entries, none.portfolio.projects.len(), none.lost.len()), (0, 0, 0));
}

#[test]
fn transactions_of_one_activity_are_one_flow() {
    let flow = [
        transaction("2", "100000.00", "2020-01-31"),
        transaction("2", "-25000", "2021-06-30"),
        transaction("3", "10.005", "2020-02-01"),
        transaction("3", "5", "2020-03-01"),
        transaction("4", "7", "2020-03-01"),
        transaction("1", "75000", "2020-01-31"),
        transaction("11", "75000", "2020-01-31"),
        transaction("6", "1", "2020-01-31"),
        transaction("3", "1,234.56", "2020-04-01"),
        transaction("3", "", "2020-04-01"),
    ];
    let (project, brought) = one(&flow.concat());
    let expected = [
        (AmountKind::Award, 7_500_000, "2021-06-30".to_owned()),
        (AmountKind::Disbursement, 1_501, "2020-03-01".to_owned()),
        (AmountKind::Expenditure, 700, "2020-03-01".to_owned()),
    ];
    assert_eq!(told(&project.amounts), expected, "what was taken back is taken off");
    assert_eq!(lost(&brought, "transaction", Loss::CountedElsewhere), 1);
    assert_eq!(lost(&brought, "transaction", Loss::CameIn), 1, "counted nowhere else");
    assert_eq!(lost(&brought, "transaction", Loss::NoPlace), 1, "a loan's repayment");
    assert_eq!(lost(&brought, "transaction/value", Loss::NotReadable), 1);
    assert_eq!(lost(&brought, "transaction/value", Loss::Missing), 1);
    // Who implements reports only what comes in.
    let (project, _) = one(&transaction("11", "75000", "2020-01-31"));
    assert_eq!(told(&project.amounts), [(AmountKind::Award, 7_500_000, "2020-01-31".to_owned())]);
    let (project, brought) = one(r#"<transaction><transaction-type code="2"/><transaction-date iso-date="2020-01-31"/>
        <value currency="MXN" value-date="2020-01-31">5</value></transaction>
        <transaction><transaction-type code="2"/><transaction-date iso-date="2020-01-31"/>
        <value currency="pesos" value-date="2020-01-31">5</value></transaction>"#);
    assert_eq!(project.amounts.len(), 2, "currencies are never added up");
    assert_eq!(lost(&brought, "currency", Loss::UnknownCode), 1);
}

#[test]
fn a_revised_budget_replaces_the_first() {
    let budget = |kind: &str, value: &str| {
        format!(
            r#"<budget type="{kind}"><period-start iso-date="2024-10-01"/><period-end iso-date="2025-09-30"/>
            <value value-date="2024-10-01">{value}</value></budget>"#
        )
    };
    let (project, brought) = one(&(budget("1", "10") + &budget("2", "4")));
    assert_eq!(told(&project.amounts), [(AmountKind::Budget, 400, "2024-10-01".to_owned())]);
    assert_eq!(project.amounts[0].fiscal_year, Some(2025), "a fiscal year goes by its end");
    assert_eq!(lost(&brought, "budget", Loss::CountedElsewhere), 1);
}

#[test]
fn percentages_are_taken_where_they_make_a_whole() {
    let sectors = |first: &str, second: &str| {
        one(&format!(
            r#"<sector code="16070" vocabulary="1" {first}/><sector code="31120" {second}/>
            <sector vocabulary="2" code="160" percentage="100"/>"#
        ))
    };
    let shares = |project: &Project| project.themes.iter().map(|theme| theme.share).collect::<Vec<_>>();
    let (project, brought) = sectors("percentage='33.335'", "percentage='66.665'");
    assert_eq!(shares(&project), [Some(Share(3334)), Some(Share(6666))]);
    assert_eq!(project.themes[0].theme, "labour-rights");
    assert_eq!(brought.portfolio.themes.find("dac-311").unwrap().name.show(Lang::Es), "Agricultura");
    assert_eq!(project.topics, ["dac-16070", "dac-31120", "dac-160"], "the codes stay");
    assert_eq!(brought.portfolio.topics.find("dac-16070").unwrap().theme.as_deref(), Some("labour-rights"));
    for (first, second, sum) in [("49", "50", "Σ 99.00 %"), ("100", "100", "Σ 200.00 %")] {
        let (project, brought) = sectors(&format!("percentage='{first}'"), &format!("percentage='{second}'"));
        assert_eq!(shares(&project), [None, None], "{sum}");
        let noted = brought.lost.iter().find(|lost| lost.what == "sector@percentage" && lost.why == Loss::NotReadable);
        assert_eq!(noted.unwrap().example, sum);
    }
    let (project, brought) = sectors("percentage='half'", "");
    assert_eq!((shares(&project), lost(&brought, "sector@percentage", Loss::NotReadable)), (vec![None, None], 1));
    let (project, brought) = one(r#"<sector code="16070"/><sector code="77777"/>"#);
    let themes: Vec<_> = project.themes.iter().map(|theme| theme.theme.as_str()).collect();
    assert_eq!(themes, ["labour-rights", "other-sectors"], "what is unknown takes its part, too");
    assert_eq!(lost(&brought, "sector", Loss::UnknownCode), 1);
}

#[test]
fn a_table_of_one_s_own_decides_the_themes() {
    let map = r#"(themes: [(theme: "osh", name: (es: "SST"), vocabularies: ["99"], prefixes: ["S"])],
        others: (theme: "rest", name: ()))"#;
    let map = ThemeMap::read(map).unwrap();
    let xml = activity(r#"<sector code="16070"/><sector vocabulary="99" code="S1"/>"#);
    let brought = read_iati(xml.as_bytes(), &map, &Progress::default()).unwrap();
    assert_eq!(
        brought.portfolio.projects.get(0).unwrap().themes,
        [ThemeShare { theme: "osh".to_owned(), share: None }]
    );
}

#[test]
fn places_are_told_by_code_and_by_name() {
    let (project, brought) = one(r#"<recipient-country code="mx" percentage="100"/>
        <location ref="MX-OAX"/><location><name><narrative>Yucatan</narrative></name></location>
        <location><administrative vocabulary="G1" level="1" code="MX-CHP"/></location>
        <location><name><narrative>Mexico City</narrative></name></location>
        <location><name><narrative>Lima</narrative></name></location>"#);
    assert_eq!((project.countries.as_slice(), project.scope), (&["MX".to_owned()][..], Scope::Country));
    assert_eq!(project.states, ["MX-OAX", "MX-YUC", "MX-CHP", "MX-CMX"]);
    assert_eq!(lost(&brought, "location", Loss::NoPlace), 1, "Lima");
    assert_eq!(lost(&brought, "recipient-country@percentage", Loss::NoPlace), 0, "all of it is all of it");
    let (project, brought) = one(r#"<recipient-country code="MX"/><recipient-region code="998" percentage="40"/>"#);
    assert_eq!((project.scope, lost(&brought, "recipient-region", Loss::NoPlace)), (Scope::MultiCountry, 1));
}

#[test]
fn what_cannot_be_is_listed_and_the_rest_stays() {
    let (project, brought) =
        one(r#"<activity-date type="1" iso-date="2025-02-31"/><activity-date type="3" iso-date="2025-12-31Z"/>
        <activity-date type="4" iso-date="31/12/2025"/><activity-status code="3"/>
        <participating-org role="4" type="77"><narrative>Ñandú &amp; Co</narrative></participating-org>"#);
    assert_eq!((project.start, project.actual_end), (None, None), "no day is made up");
    assert_eq!(project.planned_end.unwrap().to_string(), "2025-12-31");
    assert_eq!(lost(&brought, "activity-date", Loss::NotReadable), 2);
    assert_eq!((project.status, lost(&brought, "activity-status@code", Loss::NoPlace)), (Some(Status::Closed), 1));
    assert_eq!(project.organizations[0].organization, "nandu-co");
    assert_eq!(lost(&brought, "participating-org@type", Loss::UnknownCode), 1);
}

#[test]
fn cdata_entities_and_other_namespaces_are_read_as_xml_says() {
    let xml = r#"<?xml version="1.0"?><!DOCTYPE iati-activities [<!ENTITY name "x">]>
        <iati-activities version="2.01" xmlns:x="urn:x"><iati-activity x:note="n"><iati-identifier><![CDATA[A<B]]>&#45;1</iati-identifier>
        <title><narrative xml:lang="es">Trabajo &amp; salud &name; & más<!-- no --></narrative></title>
        <x:extra><x:deep>deep</x:deep></x:extra><unheard-of code="7"/></iati-activity></iati-activities>"#;
    let brought = read(xml);
    let project = brought.portfolio.projects.get(0).unwrap();
    assert_eq!(project.id, "A<B-1");
    assert_eq!(project.name.es.as_deref(), Some("Trabajo & salud &name; & más"), "what is not known stays as it is");
    assert_eq!(lost(&brought, "&name;", Loss::NotReadable), 1);
    assert_eq!(lost(&brought, "x:extra", Loss::NoPlace), 1);
    assert_eq!(lost(&brought, "unheard-of", Loss::NoPlace), 1);
    assert_eq!(lost(&brought, "iati-activity@x:note", Loss::NoPlace), 1);
}

#[test]
fn an_entity_bomb_does_not_grow() {
    let mut entities = "<!ENTITY a0 \"ha\">".to_owned();
    for n in 1..64 {
        entities += &format!("<!ENTITY a{n} \"&a{};&a{};\">", n - 1, n - 1);
    }
    let xml =
        format!("<!DOCTYPE x [{entities}]>{}", activity("<description><narrative>&a63;</narrative></description>"));
    let brought = read(&xml);
    assert_eq!(brought.portfolio.projects.get(0).unwrap().summary.en.as_deref(), Some("&a63;"));
    assert_eq!(lost(&brought, "&a63;", Loss::NotReadable), 1);
}

#[test]
fn the_same_identifier_twice_gets_another_and_an_empty_one_a_stand_in() {
    let one = "<iati-activity><iati-identifier>A</iati-identifier></iati-activity>";
    let empty = "<iati-activity><iati-identifier> </iati-identifier><title><narrative>Título</narrative></title></iati-activity>";
    let brought = read(&format!("<iati-activities version='2.02'>{one}{one}{empty}<iati-activity/></iati-activities>"));
    let ids: Vec<String> = brought.portfolio.projects.iter().map(|project| project.id.clone()).collect();
    assert_eq!(ids, ["A", "A-2", "titulo", "activity-4"]);
    assert_eq!(lost(&brought, "iati-identifier", Loss::SameId), 1);
    assert_eq!(lost(&brought, "iati-identifier", Loss::Missing), 2);
    assert_eq!(check(&brought.portfolio), []);
}

#[test]
fn a_cut_file_keeps_what_stood_before_the_cut() {
    let whole =
        "<iati-activities version='2.03'>\n<iati-activity><iati-identifier>A</iati-identifier></iati-activity>\n";
    for (tail, failed) in
        [("<iati-activity><iati-identifier>B</iati-id", 1), ("<iati-activity><title>x", 1), ("<iati-act", 0), ("", 0)]
    {
        let brought = read(&format!("{whole}{tail}"));
        assert_eq!(brought.portfolio.projects.len(), 1, "{tail}");
        assert_eq!(
            brought.lost.iter().filter(|lost| lost.why == Loss::BrokenOff && lost.line == 3).count(),
            1,
            "{tail}"
        );
        assert_eq!(brought.failed.len(), failed, "{tail}");
        assert!(
            brought
                .failed
                .iter()
                .all(|entry| entry.why == Loss::BrokenOff && entry.line == 3 && entry.cells[0] == tail)
        );
    }
}

#[test]
fn an_activity_that_is_no_xml_costs_itself_alone() {
    let good = |id: &str| format!("<iati-activity ><iati-identifier>{id}</iati-identifier></iati-activity>\n");
    let xml = format!(
        "<iati-activities version='2.03'>\n{}<iati-activity><title></tit></iati-activity>\n{}</iati-activities>",
        good("A"),
        good("B")
    );
    let brought = read(&xml);
    let ids: Vec<String> = brought.portfolio.projects.iter().map(|project| project.id.clone()).collect();
    assert_eq!((ids, brought.entries), (vec!["A".to_owned(), "B".to_owned()], 3));
    let failed = &brought.failed[0];
    assert_eq!((failed.line, failed.why), (3, Loss::NotReadable));
    assert!(failed.cells[0].contains("<title></tit>") && failed.what == "iati-activity/title:3", "{failed:?}");
    assert_eq!(brought.lost.iter().filter(|lost| lost.why == Loss::BrokenOff).count(), 0);
}

#[test]
fn version_1_says_each_thing_once_for_each_language() {
    let brought = read(
        r#"<iati-activities version="1.05"><iati-activity xml:lang="en"><iati-identifier>A</iati-identifier>
        <reporting-org ref="R" type="15" xml:lang="en">Agency</reporting-org>
        <title>Work</title><title xml:lang="es">Trabajo</title><title xml:lang="fr">Travail</title>
        <description type="1" xml:lang="fr">Texte</description><description type="1">Text</description>
        <description type="2">More</description>
        <participating-org role="Implementing" ref="I" xml:lang="en">Maker</participating-org>
        <participating-org role="Implementing" ref="I" xml:lang="fr">Faiseur</participating-org>
        <activity-date type="start-planned" iso-date="2012-01-01">2012</activity-date>
        <activity-date type="end-actual">2013-05-01</activity-date>
        <sector vocabulary="DAC" code="16020" percentage="100" xml:lang="en">Employment</sector>
        <sector vocabulary="DAC" code="16020" percentage="100" xml:lang="fr">Emploi</sector>
        <transaction><transaction-type code="C">Commitment</transaction-type><transaction-date>2012-02-03</transaction-date>
        <value currency="EUR" value-date="2012-02-03">7</value></transaction></iati-activity></iati-activities>"#,
    );
    let project = brought.portfolio.projects.get(0).unwrap();
    assert_eq!((project.name.es.as_deref(), project.name.en.as_deref()), (Some("Trabajo"), Some("Work")));
    assert_eq!(project.summary, Bilingual { es: None, en: Some("Text\n\nMore".to_owned()) }, "no French in between");
    assert_eq!(project.organizations.len(), 1);
    assert_eq!(
        (project.start.unwrap().to_string(), project.actual_end.unwrap().to_string()),
        ("2012-01-01".into(), "2013-05-01".into())
    );
    assert_eq!(project.themes, [ThemeShare { theme: "employment".to_owned(), share: Some(Share::WHOLE) }]);
    assert_eq!(told(&project.amounts), [(AmountKind::Award, 700, "2012-02-03".to_owned())]);
    assert_eq!(brought.portfolio.sources.find("iati-R").unwrap().kind, PublisherKind::Government);
    assert_eq!(lost(&brought, "title", Loss::Language) + lost(&brought, "description", Loss::Language), 2);
}

#[test]
fn a_record_of_ours_that_was_damaged_leaves_what_iati_says() {
    let portfolio = read_ron(embedded()).unwrap().portfolio;
    let (_, xml) = there_and_back(&portfolio);
    let damaged =
        String::from_utf8(xml).unwrap().replace("<atalaya:kind>award</atalaya:kind>", "<atalaya:kind>?</atalaya:kind>");
    let back = read(&damaged);
    assert_eq!((back.portfolio.projects.len(), back.failed.len()), (portfolio.projects.len(), 0));
    assert!(lost(&back, "atalaya:record", Loss::NotReadable) > 0);
    let first = back.portfolio.projects.get(0).unwrap();
    assert_eq!(told(&first.amounts), [(AmountKind::Award, 500_000_000, "2020-12-18".to_owned())]);
    assert_eq!(first.organizations.len(), 4);
}

#[test]
fn names_without_end_are_counted_together() {
    let names = (0..11_000).fold(String::new(), |names, n| names + &format!("<x{n}>1</x{n}>"));
    let brought = read(&activity(&names));
    assert!(brought.lost.len() <= 10_001 && lost(&brought, "…", Loss::NoPlace) > 900);
}

#[test]
fn a_file_of_ours_that_was_cut_keeps_its_projects() {
    let portfolio = read_ron(embedded()).unwrap().portfolio;
    let (_, xml) = there_and_back(&portfolio);
    let text = String::from_utf8(xml).unwrap();
    let cut = &text[..text.rfind("<atalaya:title>").unwrap() + 20];
    let back = read(cut);
    assert_eq!((back.portfolio.projects.len(), back.failed.len()), (portfolio.projects.len(), 0));
    assert_eq!(lost(&back, "iati-activities", Loss::BrokenOff), 1);
    assert_eq!(figures(&back.portfolio).1, figures(&portfolio).1);
}

#[test]
fn an_activity_beyond_all_bounds_is_passed_over() {
    let huge = "x".repeat(17 << 20);
    let deep = "<a>".repeat(100_000);
    let many = "<a/>".repeat(600_000);
    for inside in [huge, deep, many] {
        let xml = format!(
            "<iati-activities version='2.03'><iati-activity><title>{inside}</title></iati-activity>\
            <iati-activity><iati-identifier>B</iati-identifier></iati-activity></iati-activities>"
        );
        let brought = read(&xml);
        assert_eq!((brought.portfolio.projects.len(), brought.failed.len()), (1, 1));
        assert_eq!(brought.portfolio.projects.get(0).unwrap().id, "B");
        assert!(brought.failed[0].cells[0].len() <= 64 << 10, "{}", brought.failed[0].what);
    }
}

#[test]
fn other_encodings_are_read_and_reading_can_be_stopped() {
    let mut latin = b"<?xml version='1.0' encoding='windows-1252'?>".to_vec();
    latin.extend(b"<iati-activities version='2.03'><iati-activity><title><narrative>M\xe9xico \x96</narrative></title></iati-activity></iati-activities>");
    let brought = read_iati(&latin[..], &ThemeMap::default(), &Progress::default()).unwrap();
    assert_eq!(brought.portfolio.projects.get(0).unwrap().name.en.as_deref(), Some("México –"));
    let progress = Progress::default();
    read_iati(activity("").as_bytes(), &ThemeMap::default(), &progress).unwrap();
    assert_eq!((progress.seen().1, progress.seen().2), (activity("").len() as u64, 1));
    progress.cancel();
    let stopped = read_iati(activity("").as_bytes(), &ThemeMap::default(), &progress);
    assert_eq!(stopped.unwrap_err(), Unreadable::Cancelled);
}

#[test]
fn documents_are_sources_each_once() {
    let link = |url: &str| {
        format!(
            r#"<document-link url="{url}" format="text/html"><title><narrative xml:lang="es">Informe</narrative></title>
            <category code="A01"/><language code="es"/><document-date iso-date="2014-02-05"/></document-link>"#
        )
    };
    let (project, brought) =
        one(&[link("https://a.example/1"), link("https://a.example/1"), link("javascript:x()")].concat());
    assert_eq!(project.sources, ["iati-XX", "doc-a-example-1"]);
    let source = brought.portfolio.sources.find("doc-a-example-1").unwrap();
    assert_eq!(
        (source.title.as_str(), source.language, source.publisher.as_str()),
        ("Informe", Some(Lang::Es), "Funder")
    );
    assert_eq!(source.published.unwrap().to_string(), "2014-02-05");
    assert_eq!(lost(&brought, "document-link@url", Loss::NotReadable), 1, "no address of the web");
}

/// The sums by theme and the total of a portfolio.
fn figures(portfolio: &Portfolio) -> (Vec<Group>, i128) {
    let index = Index::of(portfolio);
    let answer = Answer::to(&Filter::default(), portfolio, &index);
    (groups(&answer.rows, By::Theme, Spread::Award, &index), answer.totals.sum)
}

fn there_and_back(portfolio: &Portfolio) -> (Brought, Vec<u8>) {
    let rows: Vec<usize> = (0..portfolio.projects.len()).collect();
    let mut xml = Vec::new();
    iati_xml(portfolio, &rows, None, &mut xml).unwrap();
    let back = read_iati(&xml[..], &ThemeMap::default(), &Progress::default());
    (back.unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&xml))), xml)
}

/// Whether the published schema takes this; says where that cannot be asked.
fn validates(xml: &[u8]) {
    let Some(schema) = std::env::var_os("ATALAYA_IATI_SCHEMA") else {
        eprintln!("left out: the published schema, because ATALAYA_IATI_SCHEMA does not name its file");
        return;
    };
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), xml).unwrap();
    let lint =
        std::process::Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).arg(file.path()).output();
    match lint {
        Ok(said) => assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr)),
        Err(error) => eprintln!("left out: the published schema, because xmllint does not start: {error}"),
    }
}

#[test]
fn the_portfolio_that_the_program_carries_comes_back_whole() {
    let portfolio = read_ron(embedded()).unwrap().portfolio;
    let (back, xml) = there_and_back(&portfolio);
    validates(&xml);
    assert_eq!((back.lost.len(), back.failed.len()), (0, 0), "{:?}", back.lost);
    let (before, after) = (figures(&portfolio), figures(&back.portfolio));
    assert!(before.1 > 0);
    assert_eq!(after, before, "to the cent");
    for (row, project) in portfolio.projects.iter().enumerate() {
        assert_eq!(*back.portfolio.projects.get(row).unwrap(), *project, "{}", project.id);
    }
    let header = Header { cutoff: None, synonyms: Vec::new(), ..portfolio.header.clone() };
    assert_eq!(back.portfolio.header, header);
    for source in &back.portfolio.sources {
        assert_eq!(portfolio.sources.find(&source.id), Some(source));
    }
    let no_more = check(&back.portfolio);
    assert_eq!(no_more, [], "whatever a project refers to is there");
}

#[test]
fn a_program_that_knows_only_iati_reads_the_same_money() {
    let portfolio = read_ron(embedded()).unwrap().portfolio;
    let (_, xml) = there_and_back(&portfolio);
    // Another program passes over the namespace that it does not know.
    let plain = String::from_utf8(xml).unwrap().replace("urn:atalaya:1\"", "urn:other\"");
    let back = read(&plain);
    assert_eq!(back.failed, []);
    for (row, project) in portfolio.projects.iter().enumerate() {
        let told = back.portfolio.projects.get(row).unwrap();
        assert_eq!((&told.id, &told.name, &told.countries), (&project.id, &project.name, &project.countries));
        let headline = Headline::of(&project, &portfolio).filter(|headline| headline.figure.date.is_some());
        let awards = told.amounts.iter().filter(|amount| amount.kind == AmountKind::Award);
        let awards: Vec<_> = awards.map(|amount| (amount.value.0, amount.currency)).collect();
        let expected: Vec<_> =
            headline.iter().map(|headline| (headline.figure.value, Some(headline.figure.currency))).collect();
        assert_eq!(awards, expected, "{}: one commitment, the headline", project.id);
    }
}

#[test]
fn what_is_left_is_said_in_both_languages() {
    let portfolio = read_ron(embedded()).unwrap().portfolio;
    let left = iati_xml(&portfolio, &[0, 1, 999], None, &mut Vec::new()).unwrap();
    let count = |what: Beyond| left.iter().find(|left| left.what == what).map(|left| left.count);
    assert_eq!(count(Beyond::Events), Some(portfolio.events.len()));
    assert_eq!(count(Beyond::Cutoff), Some(1));
    assert!(count(Beyond::Amounts) > Some(0) && Beyond::Amounts.is_kept() && !Beyond::Events.is_kept());
    for lang in Lang::ALL {
        let words = Words::new(lang);
        assert!(left.iter().all(|left| !left.text(&words).contains("iati-left")), "{left:?}");
    }
}

fn id(kind: &str, number: usize) -> String {
    format!("{kind}-{number}")
}

/// Text of any sort, also such that XML has to write otherwise.
fn text() -> impl Strategy<Value = String> {
    "[a-zñ<>&\"' ;\\[\\]\r\n\t😀]{0,24}"
}

fn both() -> impl Strategy<Value = Bilingual> {
    (prop::option::of(text()), prop::option::of(text())).prop_map(|(es, en)| Bilingual { es, en })
}

fn amount() -> impl Strategy<Value = Amount> {
    let date = prop::sample::select(vec![None, Some("2020"), Some("2021-03~"), Some("2022-02-28"), Some("2019-12%")]);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (prop::sample::select(AmountKind::ALL.to_vec()), 0_i64..9_000_000_000, date, 0_usize..5, flags).prop_map(
        |(kind, value, as_of, source, (foreign, regional, matched))| Amount {
            kind,
            value: Minor(value),
            currency: foreign.then(|| "MXN".parse().unwrap()),
            scope: if regional { Scope::MultiCountry } else { Scope::Country },
            fiscal_year: matched.then_some(2023),
            as_of: as_of.map(|date| date.parse().unwrap()),
            source: (source < 4).then(|| id("source", source)),
            attribution: if matched { Attribution::Matched } else { Attribution::Named },
        },
    )
}

prop_compose! {
    fn project()(
        (name, summary, notes) in (both(), both(), both()),
        (number, acronym) in (prop::option::of("[A-Z0-9-]{1,8}"), prop::option::of(text())),
        amounts in prop::collection::vec(amount(), 0..5),
        themes in prop::collection::btree_map(0_usize..4, prop::option::of(0_u32..7000), 0..4),
        roles in prop::collection::vec((0_usize..3, prop::sample::select(vec![Role::Funding, Role::Implementing, Role::Partner])), 0..3),
        dates in prop::collection::vec(prop::sample::select(vec![None, Some("2020"), Some("2021-03~"), Some("2022-02-28")]), 3),
        (status, ending, regional) in (prop::option::of(prop::sample::select(Status::ALL.to_vec())), prop::sample::select(EndingKind::ALL.to_vec()), any::<bool>()),
    ) -> Project {
        let date = |place: usize| dates[place].map(|date| date.parse().unwrap());
        Project {
            name, summary, notes, acronym, amounts, status,
            agreement_number: number,
            scope: if regional { Scope::MultiCountry } else { Scope::Country },
            start: date(0), planned_end: date(1), actual_end: date(2),
            ending: Ending { kind: ending, sources: Vec::new() },
            themes: themes.into_iter().map(|(n, share)| ThemeShare { theme: id("theme", n), share: share.map(Share) }).collect(),
            organizations: roles.into_iter().map(|(n, role)| Participation { role, organization: id("org", n), as_named: None }).collect(),
            ..Project::default()
        }
    }
}

prop_compose! {
    fn portfolio()(projects in prop::collection::vec(project(), 1..8), names in prop::collection::vec(both(), 4)) -> Portfolio {
        let header = Header {
            schema: 1, title: names[0].clone(), about: names[1].clone(), country: None, currency: Some(Currency::USD),
            language: None, updated: None, cutoff: None, synonyms: Vec::new(),
        };
        let mut portfolio = Portfolio::empty(header);
        let theme = |n: usize| Theme { id: id("theme", n), name: names[n].clone(), named_by_report: n == 0 };
        portfolio.themes = Table::new((0..4).map(theme).collect());
        let organization = |n: usize| Organization {
            id: id("org", n), name: names[n].clone(), acronym: None, kind: OrganizationKind::Union, country: None,
        };
        portfolio.organizations = Table::new((0..3).map(organization).collect());
        let source = |n: usize| Source {
            id: id("source", n), title: String::new(), publisher: "p".to_owned(), kind: PublisherKind::ALL[n],
            url: (n > 1).then(|| "https://a.example/ñ b#c#[d]".to_owned()), published: None, consulted: None,
            language: None, excerpt: None, archived_url: None,
        };
        portfolio.sources = Table::new((0..4).map(source).collect());
        let numbered = projects.into_iter().enumerate().map(|(n, project)| Project { id: id("project", n), ..project });
        portfolio.projects = Projects::new(numbered.collect());
        portfolio
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_portfolio_comes_back_from_iati(portfolio in portfolio()) {
        let (back, _) = there_and_back(&portfolio);
        prop_assert!(back.failed.is_empty());
        for (row, project) in portfolio.projects.iter().enumerate() {
            prop_assert_eq!(&*back.portfolio.projects.get(row).unwrap(), &*project);
        }
        let (before, after) = (figures(&portfolio), figures(&back.portfolio));
        let sums = |groups: &[Group]| groups.iter().filter(|group| group.projects > 0).cloned().collect::<Vec<_>>();
        prop_assert_eq!(sums(&before.0), sums(&after.0));
        prop_assert_eq!(before.1, after.1);
        prop_assert_eq!(&back.portfolio.header, &portfolio.header);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(<iati-activit(y|ies)[ />]|</iati-activity>|<!\\[CDATA\\[|<sector code='1'/>|&x;|\\PC){0,24}") {
        let _ = read_iati(text.as_bytes(), &ThemeMap::default(), &Progress::default());
    }
}

/// Bytes changed, cut and doubled anywhere: whatever is read holds together.
#[test]
fn damage_is_listed_and_never_breaks_anything() {
    let portfolio = read_ron(embedded()).unwrap().portfolio;
    let mut ours = Vec::new();
    iati_xml(&portfolio, &[0, 1, 2], None, &mut ours).unwrap();
    let money = transaction("2", "5", "2020-01-31") + "<sector code='16070' percentage='100'/><location ref='MX-OAX'/>";
    let (theirs, mut dice) = (activity(&money).into_bytes(), dice::Dice(2025));
    for (whole, is_ours) in [(ours, true), (theirs, false)] {
        for _ in 0..400 {
            let mut bytes = whole.clone();
            for _ in 0..=dice.below(5) {
                let at = dice.below(bytes.len());
                match dice.below(3) {
                    0 => bytes[at] = b"<>&\"'/=! ]\0\xff9"[dice.below(13)],
                    1 => bytes.truncate(at.max(1)),
                    _ => {
                        let piece = bytes[at..(at + dice.below(300)).min(bytes.len())].to_vec();
                        bytes.splice(at..at, piece);
                    }
                }
            }
            if let Ok(brought) = read_iati(&bytes[..], &ThemeMap::default(), &Progress::default()) {
                let ids: Vec<_> = brought.portfolio.projects.ids().iter().map(str::to_owned).collect();
                let unique: std::collections::HashSet<_> = ids.iter().collect();
                assert_eq!(unique.len(), ids.len());
                // A cut file of ours lacks the lists that stand at its end.
                assert!(is_ours || check(&brought.portfolio).is_empty());
            }
        }
    }
}

/// Each takes a process: a few will do.
#[test]
fn what_is_written_of_random_portfolios_validates() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..8 {
        let portfolio = portfolio().new_tree(&mut runner).unwrap().current();
        validates(&there_and_back(&portfolio).1);
    }
}
