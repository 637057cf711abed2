package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000, PNG",
        "ffd8ffe000104a464946, JPG",
        "474946383961, GIF",
        "474946383761, GIF",
        "255044462d312e37, PDF",
        "504b0304, ZIP",
        "7f454c46, ELF",
        "4d5a9000, EXE",
        "89504e47, ''",
        "48656c6c6f, ''",
        "'', ''"
    })
    void the_first_bytes_tell_it(String hex, String type) {
        assertThat(FileKind.of(HexFormat.of().parseHex(hex)).orElse("")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, 89504e470d0a1a0a, ''",
        "JPEG, ffd8ff, ''",
        "jpg, ffd8ff, ''",
        "DOCX, 504b0304, ''",
        "TXT, 48656c6c6f, ''",
        "PNG, 7f454c46, a ELF",
        "TXT, 4d5a9000, a EXE",
        "PNG, 48656c6c6f, no PNG",
        "'', 48656c6c6f, ''"
    })
    void what_is_something_else_than_was_said_is_told(String said, String hex, String told) {
        assertThat(FileKind.otherThan(said, HexFormat.of().parseHex(hex)).orElse(""))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 KB",
        "52344, 52 KB",
        "999499, 999 KB",
        "999500, 1.0 MB",
        "3145728, 3.1 MB"
    })
    void sizes_are_for_the_eye(long bytes, String words) {
        assertThat(FileKind.size(bytes)).isEqualTo(words);
    }

    @Test
    void consumers_send_pictures_only() {
        assertThat(FileKind.isSendable("PNG")).isTrue();
        assertThat(FileKind.isSendable("PDF")).isFalse();
        assertThat(FileKind.of("#!/bin/sh".getBytes(StandardCharsets.US_ASCII))).contains("SCRIPT");
    }
}
