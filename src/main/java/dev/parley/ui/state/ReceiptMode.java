package dev.parley.ui.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When READ goes out for what others said. */
public enum ReceiptMode {
    /** When the person typed, scrolled or stayed a second in the conversation. */
    VISIBLE,
    /** When the person answers. */
    ON_REPLY,
    /** Only when told to. */
    MANUAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Stream.of(values()).map(ReceiptMode::word).toList();
    }

    public static Optional<ReceiptMode> of(String word) {
        for (ReceiptMode mode : values()) {
            if (mode.word().equals(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
