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
    let (mut rest, mut hash) = (text, false);
    for _ in 0..=MOST_FILLERS {
        let (marks, sign) = marks_before(rest);
        hash |= sign == Some('#');
        match sign {
            Some('☎' | '☏' | '📞' | '📱' | '📲' | '📟' | '✆' | '🕻') => {
                return Label::Phone;
            }
            Some(c) if is_currency(c) => return Label::Money,
            _ => {}
        }
        let (word, before) = Word::last_of(marks);
        if !word.is_in(&FILLERS) {
            return of(&word, hash);
        }
        rest = before;
    }
    Label::Nothing
}

fn of(word: &Word, hash: bool) -> Label {
    match () {
        () if word.is_in(&PHONE)
            || is_compound(word, &["telefonnummer", "rufnummer", "handynummer"]) =>
        {
            Label::Phone
        }
        () if word.is_in(&IDS) || is_compound(word, &["nummer"]) => Label::Id,
        () if word.is_in(&MONEY) => Label::Money,
        () if hash => Label::Hash,
        () => Label::Nothing,
    }
}

fn is_compound(word: &Word, ends: &[&str]) -> bool {
    ends.iter().any(|end| word.as_str().ends_with(end))
}

/// The text without the blanks and marks at its end, and the sign among them that tells something.
fn marks_before(text: &str) -> (&str, Option<char>) {
    let (mut end, mut sign) = (text.len(), None);
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
        sign = sign.or(tells.then_some(c));
    }
    (&text[..end], sign)
}

fn is_phone(c: char) -> bool {
    matches!(c, '☎' | '☏' | '📞' | '📱' | '📲' | '📟' | '✆' | '🕻')
}

/// The signs of currencies (Unicode `Sc`, those in use).
pub(crate) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{58F}' | '\u{60B}' | '\u{9F2}' | '\u{9F3}' | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}' | '\u{20A0}'..='\u{20C0}' | '\u{FDFC}' | '\u{FE69}' | '＄' | '￠' | '￡' | '￥' | '￦')
}

/// Whether a word is a currency's code or name.
pub(crate) fn is_currency_word(word: &Word) -> bool {
    word.is_in(&CURRENCIES)
}

/// Words that say nothing about the number behind them.
const FILLERS: [&str; 37] = [
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
    "is",
    "la",
    "me",
    "mi",
    "my",
    "n",
    "no",
    "nr",
    "nro",
    "nuevo",
    "num",
    "number",
    "numbers",
    "numero",
    "numeros",
    "of",
    "oficina",
    "on",
    "s",
    "su",
    "the",
    "to",
];

/// Words that say that a phone number follows.
const PHONE: [&str; 91] = [
    "anrufen",
    "appel",
    "appeler",
    "call",
    "calling",
    "cel",
    "cell",
    "cellphone",
    "cellulare",
    "cels",
    "celu",
    "celular",
    "celulares",
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
    "landline",
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
    "telefono",
    "telefonos",
    "telefoon",
    "telephone",
    "telf",
    "tels",
    "text",
    "tf",
    "tfno",
    "tfono",
    "tlf",
    "tlfno",
    "wa",
    "whats",
    "whatsapp",
    "wpp",
    "wsp",
    "zap",
    "zapzap",
];

/// Words that say that the number of something else follows.
const IDS: [&str; 158] = [
    "aadhaar",
    "account",
    "acct",
    "acta",
    "afm",
    "arn",
    "articulo",
    "asset",
    "auftrag",
    "auth",
    "autorizacao",
    "autorizacion",
    "awb",
    "batch",
    "bestellung",
    "bic",
    "boleta",
    "boleto",
    "booking",
    "bug",
    "build",
    "card",
    "cartao",
    "case",
    "caso",
    "cc",
    "cedula",
    "cep",
    "chamado",
    "chassis",
    "ci",
    "cif",
    "clabe",
    "clave",
    "cnpj",
    "cod",
    "code",
    "codice",
    "codigo",
    "commande",
    "comprobante",
    "conta",
    "contract",
    "contrat",
    "contrato",
    "cp",
    "cpf",
    "cuenta",
    "cuil",
    "cuit",
    "cups",
    "curp",
    "customerid",
    "dni",
    "doc",
    "documento",
    "dossier",
    "dui",
    "ean",
    "ein",
    "envio",
    "etiqueta",
    "exp",
    "expediente",
    "factura",
    "facture",
    "fattura",
    "fatura",
    "fiscal",
    "folio",
    "gstin",
    "gtin",
    "guia",
    "hash",
    "iban",
    "id",
    "identificacion",
    "imei",
    "imss",
    "inv",
    "invoice",
    "isbn",
    "issn",
    "item",
    "iva",
    "konto",
    "kto",
    "kundennr",
    "lead",
    "legajo",
    "lot",
    "lote",
    "mac",
    "matricula",
    "medidor",
    "model",
    "modelo",
    "msku",
    "nf",
    "nfe",
    "nie",
    "nif",
    "nip",
    "nit",
    "nota",
    "nss",
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
    "pasaporte",
    "passport",
    "patente",
    "pedido",
    "pin",
    "pis",
    "plz",
    "po",
    "policy",
    "poliza",
    "processo",
    "protocolo",
    "radicado",
    "rechnung",
    "recibo",
    "ref",
    "reference",
    "referencia",
    "reg",
    "remision",
    "reserva",
    "rfc",
    "rg",
    "rma",
    "ruc",
    "rut",
    "serial",
    "serie",
    "siren",
    "siret",
    "sku",
    "sn",
    "ssn",
    "ticket",
    "tid",
    "tracking",
    "ustid",
    "vat",
    "version",
    "vin",
];

/// Words that say that an amount of money follows.
const MONEY: [&str; 24] = [
    "amount", "ars", "brl", "clp", "cop", "eur", "gbp", "importe", "inr", "monto", "mxn", "pen",
    "precio", "price", "r", "rs", "saldo", "subtotal", "sueldo", "total", "us", "usd", "uyu",
    "valor",
];

const CURRENCIES: [&str; 28] = [
    "ars", "aud", "brl", "cad", "chf", "clp", "cop", "dolares", "eur", "euro", "euros", "gbp",
    "inr", "jpy", "mn", "mxn", "pen", "peso", "pesos", "reais", "rupees", "sek", "soles", "us",
    "usd", "uyu", "yen", "zloty",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for list in [&FILLERS[..], &PHONE, &IDS, &MONEY, &CURRENCIES] {
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
        ] {
            assert_eq!(before(text), label, "{text:?}");
        }
    }
}
