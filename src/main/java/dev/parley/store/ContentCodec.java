package dev.parley.store;

import dev.parley.conversation.Content;
import dev.parley.conversation.Content.Card;
import dev.parley.conversation.Content.File;
import dev.parley.conversation.Content.FormSubmission;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.Content.SecureForm;
import dev.parley.conversation.Content.Text;
import dev.parley.conversation.Content.Unsupported;
import dev.parley.conversation.Element.Click;
import java.util.ArrayList;
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

    /** Stands before a content with quick replies that lead somewhere; where they lead follows it. */
    private static final int LEADING = 7;

    private ContentCodec() {}

    static void write(Writer to, Content content) {
        if (content.quickReplies().stream().allMatch(reply -> reply.leads().isEmpty())) {
            plain(to, content);
            return;
        }
        plain(to.code(LEADING), content);
        to.all(content.quickReplies(), (w, reply) -> ElementCodec.click(w, new Click(reply.leads(), "")));
    }

    private static void plain(Writer to, Content content) {
        KINDS.stream()
                .filter(kind -> kind.type().isInstance(content))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code for " + content.getClass()))
                .write(to, content);
    }

    static Content read(Parser from) throws Damaged {
        int code = from.code();
        return code == LEADING ? leading(plain(from, from.code()), from.all(ElementCodec::click)) : plain(from, code);
    }

    private static Content leading(Content content, List<Click> leads) throws Damaged {
        List<QuickReply> replies = new ArrayList<>();
        for (QuickReply reply : content.quickReplies()) {
            if (replies.size() == leads.size()) {
                throw new Damaged("quick replies without an end");
            }
            replies.add(new QuickReply(
                    reply.title(),
                    reply.text(),
                    reply.metadataJson(),
                    leads.get(replies.size()).actions()));
        }
        if (content instanceof Text text) {
            return new Text(text.text(), replies);
        }
        if (content instanceof Card card) {
            return new Card(card.root(), replies);
        }
        throw new Damaged("quick replies under what has none");
    }

    private static Content plain(Parser from, int code) throws Damaged {
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
