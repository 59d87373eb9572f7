//! The words that tell what a number is: in lower case, without accents, in order.

/// Words that say nothing about the number behind them.
pub(super) const FILLERS: [&str; count(FILLERS_TEXT)] = split(FILLERS_TEXT);
const FILLERS_TEXT: &str = "\
     a al alternativo ao at casa da de del directo do e el en es est esta este is ist la me mi my nuevo of \
     oficina on s su the this to";

/// Words that mean "number".
pub(super) const MARKERS: [&str; count(MARKERS_TEXT)] = split(MARKERS_TEXT);
const MARKERS_TEXT: &str = "\
     nr nro num number numbers numero numeros nummer";

/// Words that stand between "number" and what it is of.
pub(super) const OF: [&str; count(OF_TEXT)] = split(OF_TEXT);
const OF_TEXT: &str = "\
     da de del der do of";

/// Words before "number" that don't say of what.
pub(super) const OWNERS: [&str; count(OWNERS_TEXT)] = split(OWNERS_TEXT);
const OWNERS_TEXT: &str = "\
     al alt alternate alternative ambos aqui azul best both ce correcto dein deine deux directo dois dos duas el \
     este fijo free good gratis her hier his home ihre la las local los main meine meu mi mio mismo mon my na \
     neue new nieuw nova novo nueva nuevo nytt o old op other otro our right same second secondary segundo su ta \
     the this three toll ton tres tu two uma un una unser verde viejo votre work wrong your zwei";

/// Things that have numbers which are no phone's.
pub(super) const OWNED: [&str; count(OWNED_TEXT)] = split(OWNED_TEXT);
const OWNED_TEXT: &str = "\
     afiliado asociado caja client cliente clientes compra contribuinte contribuyente control despacho empleado \
     envio inventario lote orden paciente parte pedido proveedor referencia seguimiento serie socio trabajo \
     utente";

/// Words that say that a phone number follows.
pub(super) const PHONE: [&str; count(PHONE_TEXT)] = split(PHONE_TEXT);
const PHONE_TEXT: &str = "\
     alternativo anrufen appel appeler bellen call callback calling cel cell cellphone cellulare cels celu \
     celular celulares chiamare conmutador contact contacto contacts contato dial direct discar fax faxe fijo fon \
     fone fones fono fonos gsm handy kom komorka komorkowy landline ligacao ligar ligue linea linha llama llamada \
     llamame llamar llamarla llamarle llamarlo llame llamenos m marca marcando marcar marcarle marque mob mobil \
     mobile mobiltelefon mov movil moviles natel pbx ph phone phones portable reached recados ring ruf sms t tel \
     telef telefon telefone telefones telefonisch telefono telefonos telefonu telefoon telem telemovel telephone \
     telf tels text tf tfn tfno tfono tlf tlfno tlm tlmv tmn wa whats whatsapp wpp wsp zadzwon zap zapzap 携帯 電話";

/// Ends of words that mean a phone's number.
pub(super) const PHONE_ENDS: [&str; count(PHONE_ENDS_TEXT)] = split(PHONE_ENDS_TEXT);
const PHONE_ENDS_TEXT: &str = "\
     telefonnummer rufnummer handynummer mobilnummer faxnummer telefoonnummer telefonnr handynr mobilnr rufnr \
     telnr gratisnummer 電話番号 携帯番号 電話";

/// Words that say that the number of something else follows.
pub(super) const IDS: [&str; count(IDS_TEXT)] = split(IDS_TEXT);
const IDS_TEXT: &str = "\
     aadhaar abn account acct acn acta afm aktenzeichen apolice application arn articulo artikel asset auftrag \
     auth autorizacao autorizacion awb batch bestellnr bestellung bic bl boleta boleto booking bordereau bsb bug \
     build card cartao case caso cc cedula cep certificado certificate chamado charge chassi chassis ci cif clabe \
     claim clave cnh cnpj cod code codice codigo commande commessa complaint comprobante confirmation consignment \
     conta container contract contrat contrato contribuinte cp cpf crn cuenta cuil cuit cups curp customerid ddt \
     dl dni documento dossier dui ean ein empenho encomenda envio epic etiqueta exp expediente factura facture \
     faktura fattura fatura fiscal flight folio fv gst gstin gtin guia habitacion hash hrb hsn iban id \
     identificacion ifsc imei imss inscricao inv invoice isbn issn item iva job konto krs kto kundennr legajo \
     licence licencia license lieferschein lot lote lotto mac mandatsref matr matricula medidor membership model \
     modelo mrn msku nf nfe nie nif nino nip nis nit nota nss numeroid oc op operacion ord ordem orden order \
     ordine os ot pan part partia pasaporte passport pasta patente pedido permiso pesel pf pin pis placa plz pnr \
     po policy polisa poliza polizza pratica preventivo processo prontuario protocolo protokol radicado rechnung \
     recibo ref reference referencia reg registo regon reklamacja remision renavam requisicion reserva rfc rg rif \
     rma rrn ruc rut serial serie seriennr siniestro siren siret sku sn solicitud sprawa ssn swift tan ticket tid \
     tracking uan uen umowa upi ustid utente utr vat version vertrag vin voter vuelo zamowienie zlecenie";

/// Ends of longer words that mean another number.
pub(super) const ID_ENDS: [&str; count(ID_ENDS_TEXT)] = split(ID_ENDS_TEXT);
const ID_ENDS_TEXT: &str = "\
     nummer nr 番号 numer nummern";

/// Words that say that an amount of money follows.
pub(super) const MONEY: [&str; count(MONEY_TEXT)] = split(MONEY_TEXT);
const MONEY_TEXT: &str = "\
     ars brl clp cop eur gbp importe inr monto mxn pen precio rs saldo subtotal sueldo usd uyu valor";

/// Codes and names of currencies.
pub(super) const CURRENCIES: [&str; count(CURRENCIES_TEXT)] = split(CURRENCIES_TEXT);
const CURRENCIES_TEXT: &str = "\
     ars aud brl bs cad chf clp cny cop crc czk dkk dolares dop eur euro euros gbp gtq hkd huf inr jpy kr mn mxn \
     nok pen peso pesos pln reais rupees sek sgd soles us usd uyu ves yen zl zloty";

/// How many words the text has.
const fn count(text: &str) -> usize {
    let (mut words, mut at) = (1, 0);
    while at < text.len() {
        words += (text.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    words
}

/// The words of the text, parted by single blanks.
const fn split<const N: usize>(text: &'static str) -> [&'static str; N] {
    let (mut words, mut rest, mut place) = ([""; N], text, 0);
    while place < N {
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b' ' {
            end += 1;
        }
        let (word, behind) = rest.split_at(end);
        words[place] = word;
        rest = if behind.is_empty() {
            behind
        } else {
            behind.split_at(1).1
        };
        place += 1;
    }
    words
}
