package dev.parley.store;

import dev.parley.conversation.Content;
import dev.parley.conversation.Content.Card;
import dev.parley.conversation.Content.File;
import dev.parley.conversation.Content.FormSubmission;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.Content.SecureForm;
import dev.parley.conversation.Content.Text;
import dev.parley.conversation.Content.Unsupported;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a turn says, as bytes. A new kind of content is one more line in {@link #KINDS}, under a code never used before; one
 * that changes its form gets a new code, and the old line stays for reading.
 */
final class ContentCodec {
    private record Kind<C extends Content>(int code, Class<C> type, BiConsumer<Writer, C> write, Parser.One<C> read) {
        void write(Writer to, Content content) {
            write.accept(to.code(code), type.cast(content));
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(
                    1,
                    Text.class,
                    (to, said) -> to.text(said.text()).all(said.quickReplies(), ContentCodec::write),
                    from -> new Text(from.text(), from.all(ContentCodec::quickReply))),
            new Kind<>(
                    2, Unsupported.class, (to, other) -> to.text(other.what()), from -> new Unsupported(from.text())),
            new Kind<>(
                    3,
                    Card.class,
                    (to, card) -> {
                        ElementCodec.write(to, card.root());
                        to.all(card.quickReplies(), ContentCodec::write);
                    },
                    from -> new Card(ElementCodec.read(from), from.all(ContentCodec::quickReply))),
            new Kind<>(
                    4,
                    File.class,
                    (to, file) -> to.text(file.caption())
                            .text(file.relativePath())
                            .text(file.fileType())
                            .whole(file.previewSize()),
                    from -> new File(from.text(), from.text(), from.text(), (int) from.whole())),
            new Kind<>(
                    5,
                    SecureForm.class,
                    (to, form) ->
                            to.text(form.formId()).text(form.invitationId()).text(form.title()),
                    from -> new SecureForm(from.text(), from.text(), from.text())),
            new Kind<>(
                    6,
                    FormSubmission.class,
                    (to, sent) -> to.text(sent.submissionId()).text(sent.invitationId()),
                    from -> new FormSubmission(from.text(), from.text())));

    private ContentCodec() {}

    static void write(Writer to, Content content) {
        KINDS.stream()
                .filter(kind -> kind.type().isInstance(content))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code for " + content.getClass()))
                .write(to, content);
    }

    static Content read(Parser from) throws Damaged {
        int code = from.code();
        for (Kind<?> kind : KINDS) {
            if (kind.code() == code) {
                return kind.read().read(from);
            }
        }
        throw new Damaged("content " + code);
    }

    private static void write(Writer to, QuickReply reply) {
        to.text(reply.title()).text(reply.text()).text(reply.metadataJson());
    }

    private static QuickReply quickReply(Parser from) throws Damaged {
        return new QuickReply(from.text(), from.text(), from.text());
    }
}
