//! The headers under which people write the fields of a project, in Spanish and English.

use super::fold::{has_words, plain};
use super::target::Target;
use crate::model::Lang;

/// What a header says, and in which language; the more exactly it says it, the higher the last number.
pub(super) fn told(header: &str) -> Option<(Target, Lang, usize)> {
    let header = plain(header);
    if header.is_empty() || header.len() > 80 {
        return None;
    }
    let mut best: Option<(Target, Lang, usize)> = None;
    for (target, lang, words) in NAMES {
        for name in words.split(", ") {
            // The type or the code of something is not the thing.
            if OF_SOMETHING.iter().any(|word| has_words(&header, word) && !has_words(name, word)) {
                continue;
            }
            let score = match () {
                () if header == name => 1_000 + name.len(),
                () if name.len() > 2 && has_words(&header, name) => name.len(),
                () => continue,
            };
            if best.is_none_or(|(.., known)| score > known) {
                best = Some((*target, *lang, score));
            }
        }
    }
    best
}

/// Words that make a header say something about what the others name.
const OF_SOMETHING: [&str; 12] = [
    "type",
    "tipo",
    "code",
    "codigo",
    "email",
    "correo",
    "phone",
    "telefono",
    "category",
    "categoria",
    "count",
    "numero de beneficiarios",
];

/// The headers of each field, folded. Where a header holds several, the longest speaks.
const NAMES: &[(Target, Lang, &str)] = &[
    (Target::Id, Lang::Es, "id, identificador, clave, clave del proyecto, folio, id del proyecto"),
    (Target::Id, Lang::En, "identifier, project id, iati identifier, activity id, record id"),
    (
        Target::NameEs,
        Lang::Es,
        "nombre, proyecto, titulo, nombre del proyecto, titulo del proyecto, nombre en espanol, programa, asistencia, \
         actividad, denominacion, iniciativa, nombre de la iniciativa",
    ),
    (
        Target::NameEn,
        Lang::En,
        "name, project, title, project name, project title, activity title, activity name, name in english, \
         nombre en ingles, programme, program, activity, titulo en ingles, name english",
    ),
    (Target::NameEs, Lang::En, "name in spanish, title in spanish, name spanish, spanish name"),
    (Target::Acronym, Lang::Es, "siglas, acronimo, sigla, nombre corto"),
    (Target::Acronym, Lang::En, "acronym, short name, abbreviation"),
    (
        Target::SummaryEs,
        Lang::Es,
        "resumen, descripcion, objetivo, objeto, proposito, resumen en espanol, descripcion del proyecto, objetivo general",
    ),
    (
        Target::SummaryEn,
        Lang::En,
        "summary, description, objective, purpose, summary in english, resumen en ingles, abstract, goal, aim, \
         project description",
    ),
    (Target::SummaryEs, Lang::En, "summary in spanish, description in spanish"),
    (
        Target::AgreementNumber,
        Lang::Es,
        "numero de acuerdo, no de acuerdo, numero de convenio, convenio, numero de contrato, contrato, acuerdo, \
         numero de subvencion, no convenio, num convenio, numero de donativo",
    ),
    (
        Target::AgreementNumber,
        Lang::En,
        "agreement number, agreement no, award number, grant number, contract number, award id, cooperative agreement, \
         award no, grant no, fain, grant id",
    ),
    (
        Target::Implementer,
        Lang::Es,
        "a cargo de, implementador, implementadora, ejecutor, ejecutora, organizacion implementadora, \
         organizacion ejecutora, organismo ejecutor, entidad ejecutora, socio implementador, beneficiario de la subvencion, \
         organizacion, receptor, donatario, organizacion responsable de ejecutar",
    ),
    (
        Target::Implementer,
        Lang::En,
        "implementer, implementing organization, implementing organisation, implementing partner, grantee, recipient, \
         recipient name, awardee, executing agency, organization, organisation, implementing agency, contractor",
    ),
    (
        Target::Funder,
        Lang::Es,
        "financiador, financiadora, quien financia, donante, agencia financiadora, organismo financiador, financia, \
         fuente de financiamiento, cooperante, agencia",
    ),
    (
        Target::Funder,
        Lang::En,
        "funder, funding agency, donor, funding organization, funding organisation, funding source, funded by, awarding agency, \
         agency",
    ),
    (
        Target::Partner,
        Lang::Es,
        "socio, socios, aliados, subreceptor, subreceptores, organizaciones socias, socio local",
    ),
    (
        Target::Partner,
        Lang::En,
        "partner, partners, subgrantee, subgrantees, subawardee, local partner, partner organizations",
    ),
    (Target::Accountable, Lang::Es, "responsable, organizacion responsable, responde por el proyecto"),
    (Target::Accountable, Lang::En, "accountable, accountable organization, accountable organisation"),
    (
        Target::Start,
        Lang::Es,
        "inicio, fecha de inicio, inicia, comienzo, fecha inicio, fecha de arranque, arranque, desde",
    ),
    (
        Target::Start,
        Lang::En,
        "start, start date, begin date, project start, begins, actual start, planned start, from",
    ),
    (
        Target::PlannedEnd,
        Lang::Es,
        "fin previsto, fin, termino, fecha de termino, fecha de fin, fecha fin, fecha final, fin planeado, vencimiento, \
         fecha de conclusion, termino previsto, conclusion, hasta, vigencia",
    ),
    (
        Target::PlannedEnd,
        Lang::En,
        "planned end, end, end date, planned end date, expected end, project end, completion date, until, expiration date, to",
    ),
    (
        Target::ActualEnd,
        Lang::Es,
        "fin real, termino real, fecha de cancelacion, fecha real de termino, fecha de terminacion, fecha de cierre, \
         fecha real de fin, cancelado el",
    ),
    (
        Target::ActualEnd,
        Lang::En,
        "actual end, actual end date, termination date, cancellation date, date terminated, closing date, date cancelled",
    ),
    (
        Target::Status,
        Lang::Es,
        "estatus, estatus publicado, situacion, estado del proyecto, estatus del proyecto, estado actual",
    ),
    (Target::Status, Lang::En, "status, published status, project status, activity status"),
    (Target::StatusAsOf, Lang::Es, "fecha del estatus, estatus al, estatus a la fecha"),
    (Target::StatusAsOf, Lang::En, "status as of, status date"),
    (Target::Ending, Lang::Es, "como termino, terminacion, como se sabe que termino"),
    (Target::Ending, Lang::En, "how it ended, ending, termination"),
    (
        Target::Award,
        Lang::Es,
        "monto, monto otorgado, importe, importe otorgado, valor, cantidad, recursos, financiamiento, monto del proyecto, \
         monto de la subvencion, inversion, aportacion, compromiso, monto comprometido",
    ),
    (
        Target::Award,
        Lang::En,
        "amount, amount awarded, award amount, award, grant amount, value, funding, funding amount, obligated amount, \
         obligations, commitment, commitments, awarded, total obligated amount",
    ),
    (Target::FundingLine, Lang::Es, "renglon, renglon de financiamiento, monto anual, monto del ano"),
    (Target::FundingLine, Lang::En, "funding line, annual amount, amount for the year"),
    (Target::Total, Lang::Es, "total, monto total, total del proyecto, importe total, total a la fecha, valor total"),
    (Target::Total, Lang::En, "total amount, total funding, total to date, total value, project total"),
    (Target::Reported, Lang::Es, "monto reportado, reportado por otros, segun prensa"),
    (Target::Reported, Lang::En, "reported, reported amount, reported by others"),
    (Target::Announced, Lang::Es, "anunciado, monto anunciado"),
    (Target::Announced, Lang::En, "announced, announced amount"),
    (Target::Ceiling, Lang::Es, "tope, techo, monto maximo, tope de la convocatoria"),
    (Target::Ceiling, Lang::En, "ceiling, maximum amount, award ceiling, maximum award"),
    (Target::Disbursement, Lang::Es, "desembolsado, desembolso, desembolsos, monto desembolsado, pagado, monto pagado"),
    (
        Target::Disbursement,
        Lang::En,
        "disbursed, disbursement, disbursements, amount disbursed, outlayed, outlays, paid",
    ),
    (Target::Expenditure, Lang::Es, "gastado, ejercido, monto ejercido, gasto, monto gastado, erogado"),
    (Target::Expenditure, Lang::En, "spent, expenditure, expenditures, amount spent, expended"),
    (Target::Budget, Lang::Es, "presupuesto, presupuestado, monto presupuestado, presupuesto total"),
    (Target::Budget, Lang::En, "budget, budgeted, planned budget, total budget"),
    (Target::Currency, Lang::Es, "moneda, divisa"),
    (Target::Currency, Lang::En, "currency, currency code"),
    (Target::FiscalYear, Lang::Es, "ano fiscal, ejercicio fiscal, ejercicio"),
    (Target::FiscalYear, Lang::En, "fiscal year, fy"),
    (Target::AmountAsOf, Lang::Es, "fecha del monto, monto al, monto a la fecha"),
    (Target::AmountAsOf, Lang::En, "amount as of, amount date, date of amount"),
    (Target::AmountKind, Lang::Es, "que monto es"),
    (Target::AmountKind, Lang::En, "which amount it is"),
    (Target::NotCounted, Lang::Es, "por que no esta en el total"),
    (Target::NotCounted, Lang::En, "why it is not in the total"),
    (Target::Theme, Lang::Es, "area tematica, tema, temas, areas tematicas, tematica, eje, eje tematico"),
    (Target::Theme, Lang::En, "thematic area, theme, themes, thematic areas, topic, topics, focus area"),
    (Target::ThemeShare, Lang::Es, "porcentaje, porcentaje del area, porcentaje del tema, parte del area"),
    (Target::ThemeShare, Lang::En, "percentage, share, theme share, percent, share of the area"),
    (
        Target::State,
        Lang::Es,
        "entidades, entidad, entidad federativa, entidades federativas, estado, estados, cobertura, ubicacion, lugar, \
         estados de la republica, cobertura geografica",
    ),
    (
        Target::State,
        Lang::En,
        "state, states, location, locations, place, mexican state, geographic coverage, state or province",
    ),
    (Target::Sector, Lang::Es, "sector, sectores, sector economico, rama, industria"),
    (Target::Sector, Lang::En, "sectors, economic sector, industry, economic sectors"),
    (
        Target::Supports,
        Lang::Es,
        "a quien apoyo, poblacion, poblacion objetivo, beneficiarios, poblacion beneficiaria, grupo apoyado, grupos apoyados, \
         poblacion atendida",
    ),
    (
        Target::Supports,
        Lang::En,
        "whom it supported, beneficiaries, target group, target population, supported, target groups",
    ),
    (
        Target::CounterpartEs,
        Lang::Es,
        "contraparte, contraparte de gobierno, contraparte gubernamental, contraparte en espanol",
    ),
    (
        Target::CounterpartEn,
        Lang::En,
        "counterpart, government counterpart, contraparte en ingles, counterpart in english",
    ),
    (Target::CounterpartEs, Lang::En, "counterpart in spanish"),
    (Target::Country, Lang::Es, "pais, paises, codigo de pais, codigo del pais, pais receptor, paises beneficiarios"),
    (Target::Country, Lang::En, "country, countries, country code, recipient country, country name"),
    (Target::Scope, Lang::Es, "alcance"),
    (Target::Scope, Lang::En, "scope"),
    (
        Target::Source,
        Lang::Es,
        "fuente, claves de las fuentes, fuentes, enlace, liga, direccion web, url, referencia, pagina web, vinculo",
    ),
    (
        Target::Source,
        Lang::En,
        "source, ids of the sources, sources, link, web page, website, reference, references, source url",
    ),
    (Target::AmountSource, Lang::Es, "fuente del monto"),
    (Target::AmountSource, Lang::En, "source of the amount, amount source"),
    (Target::NotesEs, Lang::Es, "notas, nota, observaciones, comentarios, notas en espanol, observacion"),
    (Target::NotesEn, Lang::En, "notes, note, comments, remarks, notas en ingles, notes in english"),
    (Target::NotesEs, Lang::En, "notes in spanish"),
    (Target::Transaction, Lang::Es, "monto de la transaccion, monto del movimiento"),
    (Target::Transaction, Lang::En, "transaction amount, transaction value, transaction value amount"),
    (Target::TransactionType, Lang::Es, "tipo de transaccion, tipo de movimiento"),
    (Target::TransactionType, Lang::En, "transaction type, transaction type name"),
    (Target::TransactionKey, Lang::Es, "clave de la transaccion"),
    (Target::TransactionKey, Lang::En, "transaction key, transaction id, transaction reference"),
    (
        Target::Ignore,
        Lang::Es,
        "no, num, numero, ignorar, no se toma, telefono, correo, contacto, \
        monto en el total, parte de las areas elegidas, aclaraciones",
    ),
    (
        Target::Ignore,
        Lang::En,
        "number, ignore, not taken, phone, email, contact, amount in the total, \
        part of the chosen areas, remarks on the row",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;

    #[test]
    fn headers_are_known_in_both_languages() {
        for (header, target) in [
            ("Nombre del Proyecto", Target::NameEs),
            ("PROJECT TITLE", Target::NameEn),
            ("Monto otorgado (USD)", Target::Award),
            ("Fecha de término", Target::PlannedEnd),
            ("Fecha de cancelación", Target::ActualEnd),
            ("Entidad federativa", Target::State),
            ("Grant number", Target::AgreementNumber),
            ("Organización implementadora", Target::Implementer),
            ("Estado del proyecto", Target::Status),
            ("Estado", Target::State),
            ("Área temática", Target::Theme),
            ("Año fiscal", Target::FiscalYear),
        ] {
            assert_eq!(told(header).map(|(target, ..)| target), Some(target), "{header}");
        }
        assert_eq!(told("Carretera"), None);
    }

    /// What the template writes is what the reader knows.
    #[test]
    fn every_field_is_known_by_its_own_name() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for target in Target::ALL {
                let name = words.t(target.message());
                assert_eq!(told(&name).map(|(target, ..)| target), Some(target), "{name}");
            }
        }
    }

    /// What the program itself shows as a table is known when it comes back.
    #[test]
    fn the_columns_of_the_program_are_known() {
        let columns = [
            ("column-acronym", Target::Acronym),
            ("column-theme", Target::Theme),
            ("column-implementer", Target::Implementer),
            ("column-start", Target::Start),
            ("column-planned-end", Target::PlannedEnd),
            ("column-actual-end", Target::ActualEnd),
            ("column-amount", Target::Award),
            ("column-ending", Target::Ending),
            ("column-status", Target::Status),
            ("column-states", Target::State),
            ("column-sectors", Target::Sector),
            ("column-supports", Target::Supports),
            ("column-agreement", Target::AgreementNumber),
            ("column-sources", Target::Source),
        ];
        for words in Lang::ALL.map(Words::new) {
            for (key, target) in columns {
                assert_eq!(told(&words.t(key)).map(|(target, ..)| target), Some(target), "{key}");
            }
        }
        assert_eq!(told("Organization type"), None);
        assert_eq!(told("Country code").map(|(target, ..)| target), Some(Target::Country));
    }

    #[test]
    fn no_header_stands_under_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for (target, _, words) in NAMES {
            for name in words.split(", ") {
                assert_eq!(name, plain(name), "{name}");
                if let Some(other) = seen.insert(name, target) {
                    assert_eq!(other, target, "{name}");
                }
            }
        }
    }
}
