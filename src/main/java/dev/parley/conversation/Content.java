package dev.parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a turn says. All strings are raw: whoever shows them makes them safe. */
public sealed interface Content {
    /** All of it that can be read, for lists, searching and transcripts; empty where there is nothing. */
    String words();

    /** Offered under it (often none). */
    List<QuickReply> quickReplies();

    /** Plain text, with the quick replies offered under it. */
    record Text(String text, List<QuickReply> quickReplies) implements Content {
        public Text {
            quickReplies = List.copyOf(quickReplies);
        }

        public static Text of(String text) {
            return new Text(text, List.of());
        }

        @Override
        public String words() {
            return text;
        }
    }

    /** Structured content, PROTOCOL.md section 10. */
    record Card(Element root, List<QuickReply> quickReplies) implements Content {
        public Card {
            quickReplies = List.copyOf(quickReplies);
        }

        @Override
        public String words() {
            List<String> words = new ArrayList<>();
            gather(root, words);
            return words.stream().filter(word -> !word.isBlank()).collect(Collectors.joining("\n"));
        }

        private static void gather(Element element, List<String> words) {
            if (element instanceof Element.Words said) {
                words.add(said.text());
            } else if (element instanceof Element.Button button) {
                words.addAll(List.of(button.title(), button.subtitle()));
            } else if (element instanceof Element.Picture picture) {
                words.add(Stream.of(picture.caption(), picture.look().alt())
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(""));
            } else if (element instanceof Element.LinkPreview preview) {
                words.addAll(List.of(preview.title(), preview.description()));
            } else if (element instanceof Element.Checkbox box) {
                words.add(box.text());
            } else if (element instanceof Element.Group group) {
                group.titles().forEach(title -> words.addAll(List.of(title.name(), title.additional())));
                group.elements().forEach(each -> gather(each, words));
            } else if (element instanceof Element.Unknown unknown) {
                words.add(unknown.words());
                unknown.elements().forEach(each -> gather(each, words));
            }
        }
    }

    /**
     * A file that stands in the store, PROTOCOL.md section 13. Its preview is not kept: nothing here draws one.
     *
     * @param relativePath names it in the store
     * @param fileType as the sender says, e.g. PNG
     * @param previewSize characters of the preview that came along; 0 for none
     */
    record File(String caption, String relativePath, String fileType, int previewSize) implements Content {
        /** What it is called: the caption, else the last part of its path. */
        public String title() {
            return caption.isBlank() ? relativePath.substring(relativePath.lastIndexOf('/') + 1) : caption;
        }

        @Override
        public String words() {
            return bracketed("file: " + title(), fileType);
        }

        @Override
        public List<QuickReply> quickReplies() {
            return List.of();
        }
    }

    /** A form that is filled in elsewhere, past the conversation (PROTOCOL.md section 13). */
    record SecureForm(String formId, String invitationId, String title) implements Content {
        @Override
        public String words() {
            return bracketed("secure form: " + title, "");
        }

        @Override
        public List<QuickReply> quickReplies() {
            return List.of();
        }
    }

    /** A secure form has been filled in. */
    record FormSubmission(String submissionId, String invitationId) implements Content {
        @Override
        public String words() {
            return "[secure form sent]";
        }

        @Override
        public List<QuickReply> quickReplies() {
            return List.of();
        }
    }

    private static String bracketed(String what, String kind) {
        return "[" + what + (kind.isBlank() ? "" : ", " + kind) + "]";
    }

    /** Something this version cannot show; {@code what} names it, e.g. {@code hosted/file}. */
    record Unsupported(String what) implements Content {
        @Override
        public String words() {
            return "";
        }

        @Override
        public List<QuickReply> quickReplies() {
            return List.of();
        }
    }

    /**
     * One quick reply.
     *
     * @param title the label
     * @param text what is published when it is chosen; empty where it only leads somewhere
     * @param metadataJson the element's click metadata as JSON text, to be copied verbatim; empty when it has none
     * @param leads links and places that it opens
     */
    record QuickReply(String title, String text, String metadataJson, List<Action> leads) {
        public QuickReply {
            leads = List.copyOf(leads);
        }

        public QuickReply(String title, String text, String metadataJson) {
            this(title, text, metadataJson, List.of());
        }
    }
}
