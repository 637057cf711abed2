package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.text.Pii.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiiTest {
    private static final List<String> POSITIVES = List.of(
            "my card is 4111 1111 1111 1111 ok",
            "4111\u200b1111\u200b1111\u200b1111",
            "4111-1111-1111-1111",
            "4111111111111111",
            "card:5500000000000004.",
            "378282246310005",
            "3782 822463 10005",
            "6011 1111 1111 1117",
            "3530111333300000",
            "30569309025904",
            "3056 930902 5904",
            "4222222222222 is an old one",
            "5105 1051 0510 5100 exp 12/27",
            "4012888888881881 123",
            "two: 4111 1111 1111 1111 5500 0000 0000 0004",
            "2221729999159653",
            "MIR 2201633694999088",
            "(6261883075886077)",
            "6242895161721502292",
            "6546 9880 1746 5570",
            "\uff14\uff11\uff11\uff11 \uff11\uff11\uff11\uff11 \uff11\uff11\uff11\uff11 \uff11\uff11\uff11\uff11",
            "\u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661",
            "4111\u00a01111\u00a01111\u00a01111",
            "4111.1111.1111.1111",
            "4111\u20131111\u20131111\u20131111",
            "41 11 11 11 11 11 11 11",
            "675928938229676886",
            "Karte=5018508801586281",
            "4111 1111 1111 1111\nexp 01/30",
            "DE89 3704 0044 0532 0130 00",
            "DE89370400440532013000",
            "iban gb29 nwbk 6016 1331 9268 19 please",
            "FR14 2004 1010 0505 0001 3M02 606",
            "NL91ABNA0417164300,",
            "CH93-0076-2011-6238-5295-7",
            "(ES91 2100 0418 4502 0005 1332)",
            "IT60X0542811101000000123456",
            "AT611904300234573201",
            "BE68539007547034",
            "NO93 8601 1117 947",
            "SE45 5000 0000 0583 9825 7466",
            "PL61 1090 1014 0000 0712 1981 2874",
            "DE89\u200b370400440532013000",
            "123-45-6789",
            "my ssn is 123456789",
            "SSN: 219 09 9999",
            "social security number 078 05 1120",
            "it is 457-55-5462.",
            "(219-09-9999)",
            "Social Security: 321-54-9876",
            "457\u201355\u20135462");

    private static final List<String> NEGATIVES = List.of(
            "+1 415 555 0132",
            "+49 151 12345678",
            "0049 30 901820",
            "(212) 555-0187",
            "555-0123",
            "+44 20 7946 0958",
            "+86 138 0013 8000",
            "1-800-555-0199",
            "call 030 901820 or 0171 5551234",
            "+4915112345678901",
            "order 4711 0000 1234 5678",
            "order 1234567890123456",
            "PO-2026-000123456",
            "invoice 20261122-0001",
            "ticket #123456789",
            "customer 123456789",
            "booking X4111111111111111Z",
            "tracking 1Z999AA10123456784",
            "RMA 00123-45-678",
            "serial SN4111111111111112",
            "4111 1111 1111 1112",
            "5500000000000005",
            "1111 1111 1111 1117",
            "0000 0000 0000 0000",
            "9999 9999 9999 9995",
            "550e8400-e29b-41d4-a716-446655440000",
            "1763845200123",
            "2026-11-22 21:41:16",
            "192.168.100.200:8080",
            "2001:db8:85a3::8a2e:370:7334",
            "978-3-16-148410-0",
            "4006381333931",
            "7622210449283",
            "490154203237518",
            "8949 0200 0010 1234 5678",
            "EUR 1.234.567,89",
            "3.14159265358979",
            "52.520008, 13.404954",
            "v4.2.20",
            "sha 4b825dc642cb6eb9a060e54bf8d69288fbee4904",
            "DE88 3704 0044 0532 0130 00",
            "DE89 3704 0044",
            "XX89370400440532013000",
            "DE 12345 Berlin",
            "GB29 is a form",
            "000-12-3456",
            "666-12-3456",
            "900-12-3456",
            "123-00-4567",
            "123-45-67890");

    @Shows("S13")
    @Test
    void fifty_of_fifty_are_masked_and_none_of_fifty_others_is() {
        List<String> missed = POSITIVES.stream()
                .filter(text -> !masked(text, Pii.USUAL).contains("["))
                .toList();
        List<String> wrong = NEGATIVES.stream()
                .filter(text -> masked(text, Pii.USUAL).contains("["))
                .toList();

        assertThat(missed).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(POSITIVES).hasSizeGreaterThanOrEqualTo(50);
        assertThat(NEGATIVES).hasSizeGreaterThanOrEqualTo(50);
        Figures.note(
                "S13",
                "PiiTest",
                POSITIVES.size() + " of " + POSITIVES.size()
                        + " card numbers, IBANs and social security numbers masked, 0 of " + NEGATIVES.size()
                        + " telephone, order and other numbers.");
    }

    @Test
    void what_stands_around_it_stays() {
        assertThat(masked("card 4111 1111 1111 1111, order 4711 0000 1234 5678", Pii.USUAL))
                .isEqualTo("card [card number], order 4711 0000 1234 5678");
        assertThat(masked("4111 1111 1111 1111 exp 12/27", Pii.USUAL)).isEqualTo("[card number] exp 12/27");
        assertThat(masked("4111 1111 1111 1111 5500 0000 0000 0004", Pii.USUAL))
                .isEqualTo("[card number] [card number]");
        assertThat(masked("DE89 3704 0044 0532 0130 00 is mine, 123-45-6789 too", Pii.USUAL))
                .isEqualTo("[IBAN] is mine, [social security number] too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jo@example.com", "to: jo.o'neil+x@mail.example.co.uk.", "<jo@ex.org>", "jo@b\u00fccher.example"
            })
    void mail_addresses_are_masked_when_asked_for(String text) {
        assertThat(masked(text, Set.of(Kind.EMAIL))).contains("[mail address]").doesNotContain("@");
        assertThat(masked(text, Pii.USUAL)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@jo", "jo@", "jo@host", "a @ b.example", "5@1.23", "at 5pm @ example.com"})
    void what_is_no_mail_address_stays(String text) {
        assertThat(masked(text, Pii.ALL)).isEqualTo(text);
    }

    @Test
    void what_is_about_to_be_sent_can_be_asked_about_as_it_was_typed() {
        assertThat(Pii.hasCard("here: 4111\u200b1111\u200b1111\u200b1111")).isTrue();
        assertThat(Pii.hasCard("line\n4111 1111 1111 1111\nline")).isTrue();
        assertThat(Pii.hasCard("order 4711 0000 1234 5678")).isFalse();
        assertThat(Pii.hasCard("")).isFalse();
    }

    @Test
    void a_long_run_of_digits_is_read_once() {
        String digits = "4 ".repeat(100_000) + "@".repeat(100_000) + "DE89 ".repeat(50_000);

        assertThat(Pii.mask(digits, Pii.ALL)).startsWith("4 4").hasSizeGreaterThan(300_000);
    }

    private static String masked(String raw, Set<Kind> kinds) {
        return Sanitizer.NARROW.block(raw).stream()
                .map(line -> Pii.mask(line, kinds))
                .collect(Collectors.joining("\n"));
    }
}
