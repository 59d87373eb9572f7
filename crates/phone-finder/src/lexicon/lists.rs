//! The words that tell what a number is: in lower case, without accents, in order.

/// Words that say nothing about the number behind them.
pub(super) const FILLERS: &str = "\
     a al alternativo ao at casa da de del directo do e el en es est esta este is ist la lautet le me mi my nuevo of \
     oficina on s su the this to";

/// Words that mean "number".
pub(super) const MARKERS: &str = "\
     nr nro num number numbers numer numero numeros nummer nummern";

/// Words that stand between "number" and what it is of.
pub(super) const OF: &str = "\
     da de del der do of";

/// Words before "number" that don't say of what.
pub(super) const OWNERS: &str = "\
     al alt alternate alternative ambos aqui azul best both ce correcto dein deine dela dele deux directo dois dos \
     duas el este fijo free good gratis her hier his home ihre la las local los main meine meu mi mio mismo mon my \
     na neue new nieuw nouveau nouvelle nova novo nueva nuevo nytt o old op other otro our right same second \
     secondary segundo su ta the this three toll ton tres tu two uma un una unser verde vert viejo votre work wrong \
     your zwei";

/// Things that have numbers which are no phone's.
pub(super) const OWNED: &str = "\
     afiliado asociado caja client cliente clientes compra contribuinte contribuyente control despacho empleado \
     envio inventario lote orden paciente parte pedido proveedor referencia seguimiento serie socio trabajo \
     utente";

/// Words that say that a phone number follows.
pub(super) const PHONE: &str = "\
     alternativo anrufen appel appeler bellen call callback calling cel cell cellphone cellulare cels celu \
     celular celulares chiamare conmutador contact contacto contacts contato dial direct discar fax faxe fijo fon \
     fone fones fono fonos gsm handy kom komorka komorkowy landline ligacao ligar ligue linea linha llama llamada \
     llamame llamar llamarla llamarle llamarlo llame llamenos m marca marcando marcar marcarle marque mob mobil \
     mobile mobiltelefon mov movil moviles natel pbx ph phone phones portable reached recados ring ruf sms t tel \
     telef telefon telefone telefones telefonisch telefono telefonos telefonu telefoon telem telemovel telephone \
     telf tels text tf tfn tfno tfono tlf tlfno tlm tlmv tmn wa whats whatsapp wpp wsp zadzwon zap zapzap 携帯 電話";

/// Ends of words that mean a phone's number.
pub(super) const PHONE_ENDS: [&str; 15] = [
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
    "gratisnummer",
    "電話番号",
    "携帯番号",
    "電話",
];

/// Words that say that the number of something else follows.
pub(super) const IDS: &str = "\
     aadhaar abn account acct acn acta afm aktenzeichen albaran apolice application arende arn articulo artikel \
     asset auftrag auftragsnr auth autorizacao autorizacion awb batch bestellnr bestellung bic bl bokning boleta \
     boleto booking bordereau bsb buchung bug build card cartao case caso cc cedula cep certificado certificate \
     chamado charge chassi chassis ci cif clabe claim clave cnh cnpj cod code codice codigo commande commessa \
     complaint comprobante confirmacao confirmacion confirmation consignment conta container contract contrat \
     contrato contribuinte cp cpf crn cuenta cuil cuit cups curp customerid ddt dl dni documento dossier dui ean ein \
     empenho encomenda encomienda envio envoi epic etiqueta exp expediente expedition factura facture faktura \
     fattura fatura fiscal flight folio fv gst gstin gtin guia gutschrift habitacion hash hrb hsn iban id \
     identificacion ifsc imei imss incidencia incident incidente inscricao inv invoice isbn issn item iva job konto \
     krs kto kundennr legajo licence licencia license lieferschein lot lote lotto mac mandatsref material matr \
     matricula medidor membership model modelo mrn msku nf nfe nie nif nino nip nis nit nota nss numeroid obligacion \
     oc operacion ord ordem orden order ordine os ot pan part partia partida pasaporte passport pasta patente pedido \
     permiso pesel pieza pin pis placa pnr po police policy polis polisa poliza polizza pratica prenotazione \
     preventivo processo prontuario protocolo protokol radicado rechnung recibo reclamo ref refaccion reference \
     referencia reg registo regon reklamacja remesa remision renavam repuesto requisicion reserva reservation \
     reservering rezerwacja rfc rg rif rma rrn ruc rut sendung serial serie seriennr shipment siniestro sinistre \
     sinistro siren siret sku sn solicitud sprawa ssn swift tan ticket tid tracking tramite transacao transaccion \
     transaction transaktion transazione uan uen umowa upi ustid utente utr vat version vertrag vin voter vuelo \
     zamowienie zgloszenie zlecenie 番号";

/// Short for the name of an id in capitals or with a dot, and otherwise words that mean something else.
pub(super) const SHORT_IDS: &str = "\
     op pf plz";

/// Those who carry parcels, each of which has a number.
pub(super) const CARRIERS: &str = "\
     chilexpress deprisa dhl dpd estafeta fedex gls jadlog loggi mrw paquetexpress redpack sedex servientrega \
     seur starken tnt ups usps";

/// Ends of longer words that mean another number.
pub(super) const ID_ENDS: [&str; 5] = ["nummer", "nr", "番号", "numer", "nummern"];

/// Words that say that an amount of money follows.
pub(super) const MONEY: &str = "\
     ars brl clp cop eur gbp importe inr monto mxn pen precio rs saldo subtotal sueldo usd uyu valor";

/// Codes and names of currencies.
pub(super) const CURRENCIES: &str = "\
     ars aud brl bs cad chf clp cny cop crc czk dkk dolares dop eur euro euros gbp gtq hkd huf inr jpy kr mn mxn \
     nok pen peso pesos pln reais rupees sek sgd soles us usd uyu ves yen zl zloty";

/// Words that say that an extension follows.
pub(super) const EXTENSION: &str = "\
     anex anexo ankn anknytning anx app apparat durchwahl dw ex ext exten extencion extensao extension extn in \
     int inter intern interne interno nst poste ram ramal rml toestel tst wew wewn доб 内線";

/// What may follow a count of minutes, an hour or a number of people.
pub(super) const TIMES: &str = "\
     am dias h horas hours hrs hs min mins minutes minutos pm";

/// Units of what is counted or measured.
pub(super) const UNITS: &str = "\
     bytes centimos cm dias dollars euros ft gb grs hours hrs kb kg kgs km kms kw kwh lbs liters litres litros \
     mb mg ml mm ms mts pax pcs pieces piezas points pts puntos px records rows stk stuck stuks szt uhr \
     unidades units";
