package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.VersionInfo;
import org.junit.jupiter.api.Test;

class NfcTest {
    private final Normalizer2 icu = Normalizer2.getNFCInstance();

    @Test
    void text_of_unicode_13_composes_as_every_later_version_composes_it() {
        UnicodeSet old = new UnicodeSet("[[:Age=13.0:]-[:Cs:]]").freeze();
        RandomText.forMany(5_000, random -> {
            String text = random.text(20)
                    .codePoints()
                    .filter(old::contains)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(Nfc.of(text)).isEqualTo(icu.normalize(text));
        });
    }

    @Test
    void newer_characters_stay_as_they_came_on_every_jdk() {
        String kiratRai = "\ud81b\udd67\ud81b\udd67";

        assertThat(UCharacter.getAge(kiratRai.codePointAt(0))).isEqualTo(VersionInfo.getInstance(16));
        assertThat(icu.normalize(kiratRai)).isNotEqualTo(kiratRai);
        assertThat(Nfc.of("e\u0301" + kiratRai + "e\u0301")).isEqualTo("\u00e9" + kiratRai + "\u00e9");
    }

    @Test
    void text_without_a_character_that_composes_is_composed_already() {
        RandomText.forMany(5_000, random -> {
            String inert = random.text(20)
                    .codePoints()
                    .filter(c -> (UnicodeTable.of(c) & (UnicodeTable.COMPOSES | UnicodeTable.RECENT)) == 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(icu.isNormalized(inert)).isTrue();
        });
    }
}
