package dev.parley.conversation;

import java.util.List;

/** What a turn says. All strings are raw: whoever shows them makes them safe. */
public sealed interface Content {
    /** Plain text, with the quick replies offered under it (often none). */
    record Text(String text, List<QuickReply> quickReplies) implements Content {
        public Text {
            quickReplies = List.copyOf(quickReplies);
        }

        public static Text of(String text) {
            return new Text(text, List.of());
        }
    }

    /** Something this version cannot show; {@code what} names it, e.g. {@code RichContentEvent} or {@code hosted/file}. */
    record Unsupported(String what) implements Content {}

    /**
     * One quick reply.
     *
     * @param title the label
     * @param text what is published when it is chosen
     * @param metadataJson the element's click metadata as JSON text, to be copied verbatim; empty when it has none
     */
    record QuickReply(String title, String text, String metadataJson) {}
}
