//! What libphonenumber's own matcher finds with leniency "valid", and what it doesn't, in words of our own;
//! and what it is bettered in.
#![allow(clippy::unwrap_used, reason = "this is a test")]

use phone_finder::{Confidence, Kind, Leniency, Region, find, find_with};

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

fn numbers(text: &str, code: &str) -> Vec<String> {
    find(text, region(code))
        .into_iter()
        .map(|m| {
            let e164 = m.number.e164();
            m.ext()
                .map_or(e164.to_string(), |ext| format!("{e164};{ext}"))
        })
        .collect()
}

#[test]
fn groups_may_be_odd() {
    for (text, code, e164) in [
        ("41 56 66 12 34", "US", "+14156661234"),
        ("4156 661234", "US", "+14156661234"),
        ("415//666-1234", "US", "+14156661234"),
        ("415/666/1234", "US", "+14156661234"),
        ("800 244 1 222x3333", "US", "+18002441222;3333"),
        ("2012-0103 09", "US", "+12012010309"),
        ("030-3-2 24 13 35", "DE", "+493032241335"),
        ("(0)3 0 -3 2 24 13 35", "DE", "+493032241335"),
        ("+33 3 34 24 13 22", "FR", "+33334241322"),
        ("1 415 666 1234 x 12", "US", "+14156661234;12"),
        ("+1 (415) 666-1234", "FR", "+14156661234"),
        ("+44 (0)20 7946 0018", "US", "+442079460018"),
        ("011 44 20 7946 0018", "US", "+442079460018"),
        ("00 44 20 7946 0018", "DE", "+442079460018"),
        ("0 20 7946 0018", "GB", "+442079460018"),
        ("8 800 555 35 35", "RU", "+78005553535"),
        ("800 555 35 35", "RU", "+78005553535"),
        ("359 00800 684 6132", "BG", "+359008006846132"),
        ("0xx11 91234-5678", "BR", "+5511912345678"),
        ("0**15 11 91234-5678", "BR", "+5511912345678"),
        ("(0**11) 91234-5678", "BR", "+5511912345678"),
        ("011 52 664 684 9931", "MX", "+526646849931"),
        ("+55 41 3014-8823 r. 12", "BR", "+554130148823;12"),
        ("0 21 11 91234-5678", "BR", "+5511912345678"),
        ("0343 15 555 1212", "AR", "+5493435551212"),
        ("+54 343 15 555 1212", "US", "+5493435551212"),
        ("310-1577", "CA", "+13101577"),
        ("310-1577", "US", "+13101577"),
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("1 (800) GO-FEDEX now", "US", "+18004633339"),
    ] {
        assert_eq!(numbers(text, code), [e164], "{text} in {code}");
    }
}

#[test]
fn what_is_no_number_in_strict_eyes() {
    for (text, code) in [
        ("54321", "US"),
        ("98765432", "US"),
        ("345678901223", "US"),
        ("415+666+1234", "US"),
        ("4/11/1985", "CA"),
        ("04/28/2012", "US"),
        ("30/9/2012", "US"),
        ("11/11/83", "DE"),
        ("415x6661234", "US"),
        ("2013-02-03 09:00", "US"),
        ("2013/02/03 09:00", "US"),
        ("20130203 09:00", "US"),
        ("2015-05-13 05:05 PM", "US"),
        ("(20) 7946 0018", "GB"),
        ("4156661x234", "US"),
        ("abc4156661234def", "US"),
        ("É4156661234", "US"),
        ("e\u{301}4156661234", "US"),
        ("$4156661234", "US"),
        ("4156661234€", "US"),
        ("4156661234%", "US"),
        ("dial4156661234", "US"),
    ] {
        assert_eq!(numbers(text, code), [""; 0], "{text} in {code}");
    }
}

#[test]
fn words_around_do_no_harm() {
    for (before, after) in [
        ("", ""),
        ("  ", "\t"),
        ("Hi ", " it's me!"),
        ("Ring ", ", please"),
        ("Ring ", " before 7:15"),
        ("Ring ", " or +1 800 244 1222!"),
        ("On 04/11/2012, call ", ""),
        ("It's $20 ", " only"),
        ("Only 8.88! Call ", " today"),
        ("On 22.7.1985 at ", ""),
        ("", ", 30 days a year"),
        ("", ";y 12"),
        ("Ring ", "/x12 now"),
        ("我的电话", "是"),
        ("Num-", ".Bye."),
        ("(", ")"),
        ("\"", "\""),
        ("<b>", "</b>"),
        ("T:", "|"),
    ] {
        let text = format!("{before}415-666-1234{after}");
        assert_eq!(numbers(&text, "US")[0], "+14156661234", "{text}");
    }
}

#[test]
fn several_numbers_are_parted() {
    for text in [
        "55 1234 5678 / 81 1234 5678",
        "55 1234 5678/81 1234 5678",
        "5512345678|8112345678",
        "5512345678; 8112345678",
        "5512345678,8112345678",
        "55 1234 5678 o 81 1234 5678",
        "55-1234-5678 or 81-1234-5678",
        "5512345678 e 8112345678",
        "55 1234 5678 81 1234 5678",
        "(55)1234-5678(81)1234-5678",
    ] {
        assert_eq!(
            numbers(text, "MX"),
            ["+525512345678", "+528112345678"],
            "{text}"
        );
    }
}

#[test]
fn noise_of_a_crm() {
    for text in [
        "2026-11-21",
        "21/11/2026 10:30",
        "05.10.1986",
        "20261121",
        "2019-2024",
        "$ 5512345678",
        "5512345678 USD",
        "R$ 5512345678",
        "Total: € 5512345678",
        "5512345678 %",
        "5512345678 km",
        "Order #5512345678",
        "Ticket 5512345678",
        "INV-55-12345678",
        "Folio: 5512345678",
        "Pedido nº 5512345678",
        "Factura 5512345678",
        "RFC 5512345678",
        "CUIT 20-12345678-9",
        "123.456.789-09",
        "12.345.678/0001-95",
        "12.345.678-5",
        "ES91 2100 0418 4502 0005 1332",
        "4111 1111 1111 1111",
        "192.168.100.200",
        "a3f1-5512345678-b2",
        "550e8400-e29b-41d4-a716-446655440000",
        "19.432608, -99.133209",
        "v2.5512345678",
        "https://crm.example/5512345678",
        "https://x.example/?id=5512345678",
        "ana.5512345678@x.example",
        "978-3-16-148410-0",
        "ISBN 9783161484100",
    ] {
        assert_eq!(numbers(text, "MX"), [""; 0], "{text}");
    }
}

#[test]
fn a_phone_word_outweighs_the_looks() {
    for text in [
        "Tel 20261121",
        "☎ 20261121",
        "Cel: 2026-11-21",
        "Móvil 20261121",
        "Fone: 20261121",
        "WhatsApp 20261121",
    ] {
        assert_eq!(numbers(text, "UY"), ["+59820261121"], "{text}");
    }
    assert_eq!(numbers("20261121", "UY"), [""; 0]);
    assert_eq!(
        numbers("Order #4155550123, phone #4155550124", "US"),
        ["+14155550124"]
    );
}

#[test]
fn tells_why_and_what() {
    let confidence = |text| find(text, region("MX"))[0].confidence;
    assert_eq!(confidence("+525512345678"), Confidence::International);
    assert_eq!(confidence("00 52 55 1234 5678"), Confidence::International);
    assert_eq!(confidence("55 1234 5678"), Confidence::National);
    assert_eq!(confidence("015512345678"), Confidence::National);
    assert_eq!(confidence("5512345678"), Confidence::Bare);
    let found = find("01 800 712 2828, +54 9 11 2345 6789", region("MX"));
    assert_eq!(
        (found[0].number.kind(), found[1].number.kind()),
        (Kind::TollFree, Kind::Mobile)
    );
    assert_eq!(&found[1].number.national(), "011 15-2345-6789");
    assert_eq!(&found[1].number.international(), "+54 9 11 2345-6789");
}

#[test]
fn lenient_takes_what_is_valid() {
    for (text, code) in [
        ("(20) 7946 0018", "GB"),
        ("Order #4155550123", "US"),
        ("2024-08-06", "UY"),
    ] {
        assert_eq!(find(text, region(code)), [], "{text}");
        assert_eq!(
            find_with(text, region(code), Leniency::Lenient).len(),
            1,
            "{text}"
        );
    }
}

#[test]
fn ids_by_their_labels() {
    let labels = "Order #|Order no. |Ticket |Ticket #|INV-|Invoice |Folio |Folio: |Pedido |Pedido nº |Factura |Nota fiscal |NF-e |RFC |CURP \
        |CUIT |CNPJ |CPF |RUT |NIF |VAT |DNI |IMEI |Guía |Expediente |Contrato |Póliza |Tracking |Reservation |Shipment |Case ";
    for label in labels.split('|') {
        for number in ["5512345678", "55 1234 5678"] {
            let text = format!("{label}{number}");
            assert_eq!(numbers(&text, "MX"), [""; 0], "{text}");
        }
    }
}

#[test]
fn ids_some_words_away_from_their_labels() {
    for (text, code) in [
        ("Pedido del cliente número 5512345678", "MX"),
        ("El pedido del cliente con número 5512345678", "MX"),
        ("Número de confirmación: 5512345678", "MX"),
        ("N° de suministro 987654321", "PE"),
        ("No. de crédito 3015138807", "CO"),
        ("OP 5512345678", "MX"),
        ("op. 5512345678", "MX"),
    ] {
        assert_eq!(numbers(text, code), [""; 0], "{text} in {code}");
    }
}

#[test]
fn words_that_only_look_like_labels() {
    for (text, code, e164) in [
        ("Nro. del portero: 11 4567-8890", "AR", "+541145678890"),
        ("bel me terug op 0612345678", "NL", "+31612345678"),
        ("liga-me pf 912345678", "PT", "+351912345678"),
        ("Llamar por el pedido al 5512345678", "MX", "+525512345678"),
        ("Reclamos de su pedido al 5512345678", "MX", "+525512345678"),
    ] {
        assert_eq!(numbers(text, code), [e164], "{text} in {code}");
    }
}

#[test]
fn dates_prices_and_measures_in_every_order() {
    for text in [
        "21/11/2026",
        "11/21/2026",
        "2026/11/21",
        "21.11.2026",
        "2026.11.21",
        "21-11-2026",
        "2026-11-21",
        "21 11 2026",
        "21/11/26",
        "21/11",
        "2026-11-21 10:30:15",
        "2026-11-21T10:30:15",
        "20261121103015",
        "21/11/2026 - 24/11/2026",
        "2019-2026",
        "2019/2020",
        "€ 20261121",
        "£20261121",
        "20261121 €",
        "20261121 EUR",
        "UYU 20261121",
        "U$S 20261121",
        "¥20261121",
        "₹ 20261121",
        "20.261.121,00",
        "20,261,121.00",
        "20261121%",
        "20261121 kg",
        "20261121 bytes",
        "ISBN 978-3-16-148410-0",
        "EAN 4006381333931",
        "4006381333931",
        "sha 20261121deadbeef",
        "v20261121.1",
    ] {
        assert_eq!(numbers(text, "UY"), [""; 0], "{text}");
    }
}

#[test]
fn blanks_and_dashes_of_every_width() {
    for mark in [
        " ", "\u{a0}", "\u{202f}", "\u{2007}", "\u{2009}", "\u{3000}", "-", "\u{2010}", "\u{2011}",
        "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{ff0d}", ".", "\u{200b}",
    ] {
        let text = ["55", "1234", "5678"].join(mark);
        assert_eq!(numbers(&text, "MX"), ["+525512345678"], "{text} {mark:?}");
    }
}

#[test]
fn phone_words_take_bare_numbers() {
    for word in "Tel|Tel.|Teléfono|Cel|Celular|Móvil|WhatsApp|Phone|Mobile|Fone|Telefone|☎|📞|Call"
        .split('|')
    {
        for text in [format!("{word} 20261121"), format!("{word}: 20261121")] {
            assert_eq!(numbers(&text, "UY"), ["+59820261121"], "{text}");
        }
    }
}

#[test]
fn short_numbers_are_known_and_not_marked() {
    for text in ["911", "call 911", "112", "Tel. 911"] {
        assert_eq!(numbers(text, "MX"), [""; 0], "{text}");
    }
    assert_eq!(
        phone_finder::read_short("911", region("MX")),
        Some(Kind::Emergency)
    );
    assert_eq!(
        phone_finder::read_short("611", region("US")),
        Some(Kind::Service)
    );
    assert_eq!(phone_finder::read_short("9115551234", region("MX")), None);
}
