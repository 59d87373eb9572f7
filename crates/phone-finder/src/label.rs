//! What the words directly before a number say it is.

use crate::words::Word;

/// What a number is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A phone number.
    Phone,
    /// The number of something else: an order, a person, a product.
    Id,
    /// An amount of money.
    Money,
    /// `#` and nothing that says more.
    Hash,
    Nothing,
}

/// How many words that say nothing themselves may stand between the telling word and the number.
const MOST_FILLERS: usize = 3;
/// How many blanks and marks may stand between two words.
const MOST_MARKS: usize = 6;

/// The label at the end of the text before a number.
pub(crate) fn before(text: &str) -> Label {
    let (mut rest, mut numbered) = (text, false);
    for fillers in 0..=MOST_FILLERS {
        let (marks, sign) = marks_before(rest);
        match sign {
            Some(c) if is_phone(c) => return Label::Phone,
            Some(c) if is_currency(c) => return Label::Money,
            Some('#') if fillers > 0 => return Label::Nothing,
            _ => {}
        }
        let (word, before) = Word::last_of(marks);
        let marker = is_marker(&word, &rest[marks.len()..]);
        if sign == Some('#') && word.is_empty() {
            return Label::Hash;
        }
        if !marker && !word.is_in(&FILLERS) {
            return of(&word, before, numbered || sign == Some('#'));
        }
        numbered |= marker;
        rest = before;
    }
    Label::Nothing
}

/// What the word says; `numbered` tells that the word for "number" stands behind it.
fn of(word: &Word, before: &str, numbered: bool) -> Label {
    let is = |ends: &[&str]| ends.iter().any(|end| word.as_str().ends_with(end));
    match () {
        () if word.is_in(&PHONE) || is(&PHONE_ENDS) => Label::Phone,
        () if word.is_in(&IDS) || is(&ID_ENDS) => Label::Id,
        () if word.is_in(&MONEY) || is_currency_word(word) => Label::Money,
        () if numbered && !word.is_empty() && !word.is_in(&OWNERS) => Label::Id,
        () if !word.is_empty() && is_numbered(word, before) => Label::Id,
        () => Label::Nothing,
    }
}

/// Whether what stands before a word makes it the name of an id: `N.º utente`, `código de cliente`, `O/C`.
fn is_numbered(word: &Word, text: &str) -> bool {
    let (marks, _) = marks_before(text);
    let (of, rest) = Word::last_of(marks);
    let short = |word: &Word, marks: &str| word.as_str().len() <= 3 && is_marker(word, marks);
    if text.ends_with('/') && word.as_str().len() == 1 {
        return of.as_str().len() == 1;
    }
    if !of.is_in(&OF) {
        return !word.capital && short(&of, &text[marks.len()..]);
    }
    let (marks, _) = marks_before(rest);
    let (thing, _) = Word::last_of(marks);
    let owned =
        is_marker(&thing, &rest[marks.len()..]) && (word.is_in(&OWNED) || short(&thing, ""));
    thing.is_in(&IDS) || owned
}

/// Whether the word means "number"; some that do mean something else where no mark follows.
fn is_marker(word: &Word, marks: &str) -> bool {
    let short = marks.starts_with(['.', '°', 'º', 'ª', ':']) || word.capital;
    word.is_in(&MARKERS) || short && matches!(word.as_str(), "n" | "no")
}

/// The text without the blanks and marks at its end, and the sign among them that tells something.
fn marks_before(text: &str) -> (&str, Option<char>) {
    let (mut end, mut sign, mut blank) = (text.len(), None, true);
    for c in text.chars().rev().take(MOST_MARKS) {
        let tells = c == '#' || is_currency(c) || is_phone(c);
        let passes = tells
            || c == '\u{FE0F}'
            || matches!(
                c,
                ' ' | '\u{A0}'
                    | '\t'
                    | ':'
                    | '：'
                    | '.'
                    | '='
                    | '°'
                    | 'º'
                    | 'ª'
                    | '*'
                    | '"'
                    | '\''
                    | '-'
                    | '–'
                    | '_'
                    | '('
                    | '>'
                    | '/'
                    | ')'
            );
        if !passes {
            break;
        }
        end -= c.len_utf8();
        sign = sign.or(tells.then_some(c).filter(|&c| blank || !is_currency(c)));
        blank &= c.is_whitespace();
    }
    (&text[..end], sign)
}

fn is_phone(c: char) -> bool {
    matches!(c, '☎' | '☏' | '📞' | '📱' | '📲' | '📟' | '✆' | '🕻')
}

/// Ends of longer words that mean a phone's number, and of those that mean another number.
const PHONE_ENDS: [&str; 14] = [
    "telefonnummer",
    "rufnummer",
    "handynummer",
    "mobilnummer",
    "faxnummer",
    "telefoonnummer",
    "telefonnr",
    "handynr",
    "mobilnr",
    "rufnr",
    "telnr",
    "電話番号",
    "携帯番号",
    "電話",
];
const ID_ENDS: [&str; 5] = ["nummer", "nr", "番号", "numer", "nummern"];

/// The signs of currencies (Unicode `Sc`, those in use).
pub(crate) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{58F}' | '\u{60B}' | '\u{9F2}' | '\u{9F3}' | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}' | '\u{20A0}'..='\u{20C0}' | '\u{FDFC}' | '\u{FE69}' | '＄' | '￠' | '￡' | '￥' | '￦')
}

/// Whether a word is a currency's code or name.
pub(crate) fn is_currency_word(word: &Word) -> bool {
    word.is_in(&CURRENCIES)
}

/// Words that say nothing about the number behind them.
const FILLERS: [&str; 33] = [
    "a",
    "al",
    "alternativo",
    "ao",
    "at",
    "casa",
    "da",
    "de",
    "del",
    "directo",
    "do",
    "e",
    "el",
    "en",
    "es",
    "est",
    "esta",
    "este",
    "is",
    "ist",
    "la",
    "me",
    "mi",
    "my",
    "nuevo",
    "of",
    "oficina",
    "on",
    "s",
    "su",
    "the",
    "this",
    "to",
];

/// Words that say that a phone number follows.
const PHONE: [&str; 110] = [
    "anrufen",
    "appel",
    "appeler",
    "bellen",
    "call",
    "callback",
    "calling",
    "cel",
    "cell",
    "cellphone",
    "cellulare",
    "cels",
    "celu",
    "celular",
    "celulares",
    "chiamare",
    "conmutador",
    "contacto",
    "contato",
    "dial",
    "direct",
    "discar",
    "fax",
    "faxe",
    "fijo",
    "fon",
    "fone",
    "fones",
    "fono",
    "fonos",
    "gsm",
    "handy",
    "kom",
    "komorka",
    "komorkowy",
    "landline",
    "ligacao",
    "ligar",
    "ligue",
    "linea",
    "linha",
    "llama",
    "llamada",
    "llamame",
    "llamar",
    "llamarla",
    "llamarle",
    "llamarlo",
    "llame",
    "llamenos",
    "m",
    "marca",
    "marcando",
    "marcar",
    "marcarle",
    "marque",
    "mob",
    "mobil",
    "mobile",
    "mobiltelefon",
    "mov",
    "movil",
    "moviles",
    "natel",
    "pbx",
    "ph",
    "phone",
    "phones",
    "portable",
    "reached",
    "recados",
    "ring",
    "ruf",
    "sms",
    "t",
    "tel",
    "telef",
    "telefon",
    "telefone",
    "telefones",
    "telefonisch",
    "telefono",
    "telefonos",
    "telefonu",
    "telefoon",
    "telem",
    "telemovel",
    "telephone",
    "telf",
    "tels",
    "text",
    "tf",
    "tfn",
    "tfno",
    "tfono",
    "tlf",
    "tlfno",
    "tlm",
    "tlmv",
    "tmn",
    "wa",
    "whats",
    "whatsapp",
    "wpp",
    "wsp",
    "zadzwon",
    "zap",
    "zapzap",
    "携帯",
    "電話",
];

/// Words that say that the number of something else follows.
const IDS: [&str; 244] = [
    "aadhaar",
    "abn",
    "account",
    "acct",
    "acn",
    "acta",
    "afm",
    "aktenzeichen",
    "apolice",
    "application",
    "arn",
    "articulo",
    "artikel",
    "asset",
    "auftrag",
    "auth",
    "autorizacao",
    "autorizacion",
    "awb",
    "batch",
    "bestellnr",
    "bestellung",
    "bic",
    "bl",
    "boleta",
    "boleto",
    "booking",
    "bordereau",
    "bsb",
    "bug",
    "build",
    "card",
    "cartao",
    "case",
    "caso",
    "cc",
    "cedula",
    "cep",
    "certificado",
    "certificate",
    "chamado",
    "charge",
    "chassi",
    "chassis",
    "ci",
    "cif",
    "clabe",
    "claim",
    "clave",
    "cnh",
    "cnpj",
    "cod",
    "code",
    "codice",
    "codigo",
    "commande",
    "commessa",
    "complaint",
    "comprobante",
    "confirmation",
    "consignment",
    "conta",
    "container",
    "contract",
    "contrat",
    "contrato",
    "contribuinte",
    "cp",
    "cpf",
    "crn",
    "cuenta",
    "cuil",
    "cuit",
    "cups",
    "curp",
    "customerid",
    "ddt",
    "dl",
    "dni",
    "documento",
    "dossier",
    "dui",
    "ean",
    "ein",
    "empenho",
    "encomenda",
    "envio",
    "epic",
    "etiqueta",
    "exp",
    "expediente",
    "factura",
    "facture",
    "faktura",
    "fattura",
    "fatura",
    "fiscal",
    "flight",
    "folio",
    "fv",
    "gst",
    "gstin",
    "gtin",
    "guia",
    "habitacion",
    "hash",
    "hrb",
    "hsn",
    "iban",
    "id",
    "identificacion",
    "ifsc",
    "imei",
    "imss",
    "inscricao",
    "inv",
    "invoice",
    "isbn",
    "issn",
    "item",
    "iva",
    "job",
    "konto",
    "krs",
    "kto",
    "kundennr",
    "legajo",
    "licence",
    "licencia",
    "license",
    "lieferschein",
    "lot",
    "lote",
    "lotto",
    "mac",
    "mandatsref",
    "matr",
    "matricula",
    "medidor",
    "membership",
    "model",
    "modelo",
    "mrn",
    "msku",
    "nf",
    "nfe",
    "nie",
    "nif",
    "nino",
    "nip",
    "nis",
    "nit",
    "nota",
    "nss",
    "numeroid",
    "oc",
    "op",
    "operacion",
    "ord",
    "ordem",
    "orden",
    "order",
    "ordine",
    "os",
    "ot",
    "pan",
    "part",
    "partia",
    "pasaporte",
    "passport",
    "pasta",
    "patente",
    "pedido",
    "permiso",
    "pesel",
    "pf",
    "pin",
    "pis",
    "placa",
    "plz",
    "pnr",
    "po",
    "policy",
    "polisa",
    "poliza",
    "polizza",
    "pratica",
    "preventivo",
    "processo",
    "prontuario",
    "protocolo",
    "protokol",
    "radicado",
    "rechnung",
    "recibo",
    "ref",
    "reference",
    "referencia",
    "reg",
    "registo",
    "regon",
    "reklamacja",
    "remision",
    "renavam",
    "requisicion",
    "reserva",
    "rfc",
    "rg",
    "rif",
    "rma",
    "rrn",
    "ruc",
    "rut",
    "serial",
    "serie",
    "seriennr",
    "siniestro",
    "siren",
    "siret",
    "sku",
    "sn",
    "solicitud",
    "sprawa",
    "ssn",
    "swift",
    "tan",
    "ticket",
    "tid",
    "tracking",
    "uan",
    "uen",
    "umowa",
    "upi",
    "ustid",
    "utente",
    "utr",
    "vat",
    "version",
    "vertrag",
    "vin",
    "voter",
    "vuelo",
    "zamowienie",
    "zlecenie",
];

/// Words that say that an amount of money follows.
const MONEY: [&str; 19] = [
    "ars", "brl", "clp", "cop", "eur", "gbp", "importe", "inr", "monto", "mxn", "pen", "precio",
    "rs", "saldo", "subtotal", "sueldo", "usd", "uyu", "valor",
];

/// Words that mean "number".
const MARKERS: [&str; 7] = ["nr", "nro", "num", "number", "numbers", "numero", "numeros"];

/// Words that stand between "number" and what it is of.
const OF: [&str; 6] = ["da", "de", "del", "der", "do", "of"];

/// Things that have numbers which are no phone's.
const OWNED: [&str; 26] = [
    "afiliado",
    "asociado",
    "caja",
    "client",
    "cliente",
    "clientes",
    "compra",
    "contribuinte",
    "contribuyente",
    "control",
    "despacho",
    "empleado",
    "envio",
    "inventario",
    "lote",
    "orden",
    "paciente",
    "parte",
    "pedido",
    "proveedor",
    "referencia",
    "seguimiento",
    "serie",
    "socio",
    "trabajo",
    "utente",
];

/// Words before "number" that don't say of what.
const OWNERS: [&str; 63] = [
    "al", "ambos", "aqui", "best", "both", "ce", "correcto", "dein", "deine", "deux", "dois",
    "dos", "duas", "el", "este", "good", "her", "hier", "his", "ihre", "la", "las", "los", "meine",
    "meu", "mi", "mio", "mismo", "mon", "my", "neue", "new", "nova", "novo", "nueva", "nuevo", "o",
    "old", "other", "otro", "our", "right", "same", "second", "segundo", "su", "ta", "the", "this",
    "three", "ton", "tres", "tu", "two", "uma", "un", "una", "unser", "viejo", "votre", "wrong",
    "your", "zwei",
];

const CURRENCIES: [&str; 43] = [
    "ars", "aud", "brl", "bs", "cad", "chf", "clp", "cny", "cop", "crc", "czk", "dkk", "dolares",
    "dop", "eur", "euro", "euros", "gbp", "gtq", "hkd", "huf", "inr", "jpy", "kr", "mn", "mxn",
    "nok", "pen", "peso", "pesos", "pln", "reais", "rupees", "sek", "sgd", "soles", "us", "usd",
    "uyu", "ves", "yen", "zl", "zloty",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for list in [
            &FILLERS[..],
            &PHONE,
            &IDS,
            &MONEY,
            &CURRENCIES,
            &MARKERS,
            &OF,
            &OWNERS,
            &OWNED,
        ] {
            let wrong = list.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None);
        }
    }

    #[test]
    fn reads_the_telling_word() {
        for (text, label) in [
            ("Tel. ", Label::Phone),
            ("Teléfono", Label::Phone),
            ("CEL: ", Label::Phone),
            ("Phone number is ", Label::Phone),
            ("📞 ", Label::Phone),
            ("☎️", Label::Phone),
            ("Order #", Label::Id),
            ("Pedido nº ", Label::Id),
            ("Número de factura: ", Label::Id),
            ("Kundennummer ", Label::Id),
            ("Telefonnummer: ", Label::Phone),
            ("Tel # ", Label::Phone),
            ("total: $ ", Label::Money),
            ("R$ ", Label::Money),
            ("MXN ", Label::Money),
            ("#", Label::Hash),
            ("Ana ", Label::Nothing),
            ("", Label::Nothing),
            ("número ", Label::Nothing),
            ("Job no. ", Label::Id),
            ("N.º utente ", Label::Id),
            ("My new number: ", Label::Nothing),
            ("Cod. cliente ", Label::Nothing),
            ("new # is ", Label::Nothing),
            ("#", Label::Hash),
            ("注文番号 ", Label::Id),
            ("電話番号:", Label::Phone),
        ] {
            assert_eq!(before(text), label, "{text:?}");
        }
    }
}
