//! Countries by their codes and by the names that tables of assistance give them.

/// The code of two letters (ISO 3166-1) of a country by its code of two or three letters, or by its folded name.
pub(super) fn code(name: &str) -> Option<&'static str> {
    let pair = PAIRS.split(' ').find(|pair| match name.len() {
        2 => pair.get(3..) == Some(name),
        3 => pair.get(..3) == Some(name),
        _ => false,
    });
    let short = pair.and_then(|pair| pair.get(3..));
    let known = NAMES.iter().find(|(_, names)| names.split(", ").any(|known| known == name)).map(|(code, _)| *code);
    known.or_else(|| short.and_then(upper))
}

/// The same code in capitals, which stands nowhere in the table.
fn upper(short: &str) -> Option<&'static str> {
    static CODES: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    let codes =
        CODES.get_or_init(|| PAIRS.split(' ').filter_map(|pair| pair.get(3..)).map(str::to_uppercase).collect());
    codes.iter().find(|code| code.eq_ignore_ascii_case(short)).map(String::as_str)
}

/// Codes of three letters, each with the one of two behind it.
const PAIRS: &str = "\
    abwaw afgaf agoao aiaai alaax albal andad areae argar armam asmas ataaq atftf atgag ausau autat azeaz bdibi \
    belbe benbj besbq bfabf bgdbd bgrbg bhrbh bhsbs bihba blmbl blrby blzbz bmubm bolbo brabr brbbb brnbn btnbt \
    bvtbv bwabw cafcf canca cckcc chech chlcl chncn civci cmrcm codcd cogcg cokck colco comkm cpvcv cricr cubcu \
    cuwcw cxrcx cymky cypcy czecz deude djidj dmadm dnkdk domdo dzadz ecuec egyeg erier esheh espes estee ethet \
    finfi fjifj flkfk frafr frofo fsmfm gabga gbrgb geoge ggygg ghagh gibgi gingn glpgp gmbgm gnbgw gnqgq grcgr \
    grdgd grlgl gtmgt gufgf gumgu guygy hkghk hmdhm hndhn hrvhr htiht hunhu idnid imnim indin iotio irlie irnir \
    irqiq islis isril itait jamjm jeyje jorjo jpnjp kazkz kenke kgzkg khmkh kirki knakn korkr kwtkw laola lbnlb \
    lbrlr lbyly lcalc lieli lkalk lsols ltult luxlu lvalv macmo mafmf marma mcomc mdamd mdgmg mdvmv mexmx mhlmh \
    mkdmk mliml mltmt mmrmm mneme mngmn mnpmp mozmz mrtmr msrms mtqmq musmu mwimw mysmy mytyt namna nclnc nerne \
    nfknf ngang nicni niunu nldnl norno nplnp nrunr nzlnz omnom pakpk panpa pcnpn perpe phlph plwpw pngpg polpl \
    pripr prkkp prtpt prypy pseps pyfpf qatqa reure rouro rusru rwarw sausa sdnsd sensn sgpsg sgsgs shnsh sjmsj \
    slbsb slesl slvsv smrsm somso spmpm srbrs ssdss stpst sursr svksk svnsi swese swzsz sxmsx sycsc syrsy tcatc \
    tcdtd tgotg thath tjktj tkltk tkmtm tlstl tonto ttott tuntn turtr tuvtv twntw tzatz ugaug ukrua umium uryuy \
    usaus uzbuz vatva vctvc venve vgbvg virvi vnmvn vutvu wlfwf wsmws yemye zafza zmbzm zwezw";

/// Names in Spanish and English, folded.
const NAMES: &[(&str, &str)] = &[
    ("MX", "mexico, estados unidos mexicanos"),
    ("US", "estados unidos, united states, united states of america, eua, ee uu, eeuu, estados unidos de america, usa"),
    ("CA", "canada"),
    ("GT", "guatemala"),
    ("HN", "honduras"),
    ("SV", "el salvador"),
    ("NI", "nicaragua"),
    ("CR", "costa rica"),
    ("PA", "panama"),
    ("BZ", "belice, belize"),
    ("CO", "colombia"),
    ("VE", "venezuela"),
    ("EC", "ecuador"),
    ("PE", "peru"),
    ("BO", "bolivia"),
    ("CL", "chile"),
    ("AR", "argentina"),
    ("UY", "uruguay"),
    ("PY", "paraguay"),
    ("BR", "brasil, brazil"),
    ("GY", "guyana"),
    ("SR", "surinam, suriname"),
    ("CU", "cuba"),
    ("DO", "republica dominicana, dominican republic"),
    ("HT", "haiti"),
    ("JM", "jamaica"),
    ("TT", "trinidad y tobago, trinidad and tobago"),
    ("BB", "barbados"),
    ("GE", "georgia"),
    ("UA", "ucrania, ukraine"),
    ("ES", "espana, spain"),
    ("DE", "alemania, germany"),
    ("FR", "francia, france"),
    ("IT", "italia, italy"),
    ("GB", "reino unido, united kingdom"),
    ("CH", "suiza, switzerland"),
    ("SE", "suecia, sweden"),
    ("NO", "noruega, norway"),
    ("NL", "paises bajos, netherlands"),
    ("BE", "belgica, belgium"),
    ("PT", "portugal"),
    ("TR", "turquia, turkey, turkiye"),
    ("IN", "india"),
    ("BD", "bangladesh"),
    ("PK", "pakistan"),
    ("NP", "nepal"),
    ("LK", "sri lanka"),
    ("ID", "indonesia"),
    ("PH", "filipinas, philippines"),
    ("VN", "vietnam, viet nam"),
    ("TH", "tailandia, thailand"),
    ("KH", "camboya, cambodia"),
    ("MM", "birmania, burma, myanmar"),
    ("MY", "malasia, malaysia"),
    ("CN", "china"),
    ("JP", "japon, japan"),
    ("KR", "corea del sur, south korea, republic of korea"),
    ("UZ", "uzbekistan"),
    ("KZ", "kazajistan, kazakhstan"),
    ("JO", "jordania, jordan"),
    ("LB", "libano, lebanon"),
    ("IQ", "irak, iraq"),
    ("AF", "afganistan, afghanistan"),
    ("EG", "egipto, egypt"),
    ("MA", "marruecos, morocco"),
    ("TN", "tunez, tunisia"),
    ("GH", "ghana"),
    ("CI", "costa de marfil, cote d ivoire, ivory coast"),
    ("KE", "kenia, kenya"),
    ("UG", "uganda"),
    ("TZ", "tanzania"),
    ("ET", "etiopia, ethiopia"),
    ("NG", "nigeria"),
    ("ZA", "sudafrica, south africa"),
    ("MG", "madagascar"),
    ("MW", "malaui, malawi"),
    ("ZM", "zambia"),
    ("CD", "republica democratica del congo, democratic republic of the congo, congo kinshasa"),
    ("LR", "liberia"),
    ("SN", "senegal"),
    ("RW", "ruanda, rwanda"),
    ("LS", "lesoto, lesotho"),
    ("MZ", "mozambique"),
    ("BF", "burkina faso"),
    ("ML", "mali"),
    ("NE", "niger"),
    ("CM", "camerun, cameroon"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_name() {
        for (name, wanted) in
            [("mex", "MX"), ("hn", "HN"), ("brasil", "BR"), ("united states", "US"), ("burma", "MM"), ("zmb", "ZM")]
        {
            assert_eq!(code(name), Some(wanted), "{name}");
        }
        assert_eq!(code("atlantida"), None);
    }
}
