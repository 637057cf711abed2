package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a dialog's files and secure forms: by receipts (PROTOCOL.md 8.3), by the turn that says that a form was
 * sent, and by what is being saved. The same in whatever order it comes.
 */
final class Attachments {
    private static final Set<ReceiptStatus> OF_FORMS =
            EnumSet.of(ReceiptStatus.VIEWED, ReceiptStatus.SUBMITTED, ReceiptStatus.ABORTED, ReceiptStatus.ERROR);

    /** A status and the sequence of the receipt that told it. */
    private record Told(ReceiptStatus status, long at) {
        /** What was sent stays sent; else the later word counts. */
        Told and(Told other) {
            boolean sent = status == ReceiptStatus.SUBMITTED;
            boolean otherSent = other.status() == ReceiptStatus.SUBMITTED;
            return sent != otherSent ? sent ? this : other : at >= other.at() ? this : other;
        }
    }

    private final Set<Long> accessed = new HashSet<>();
    private final Map<Long, Told> forms = new HashMap<>();
    private final Map<String, Long> invitations = new HashMap<>();
    /** Invitations whose form was sent. */
    private final Set<String> sent = new HashSet<>();

    private final Map<Long, Attached.Saving> savings = new HashMap<>();

    Attached of(Turn turn) {
        long sequence = turn.sequence();
        if (turn.content() instanceof Content.File) {
            ReceiptStatus told = accessed.contains(sequence) ? ReceiptStatus.ACCESS : ReceiptStatus.OTHER;
            return new Attached(told, Optional.ofNullable(savings.get(sequence)));
        }
        if (turn.content() instanceof Content.SecureForm form) {
            if (sent.contains(form.invitationId())) {
                return new Attached(ReceiptStatus.SUBMITTED, Optional.empty());
            }
            return Optional.ofNullable(forms.get(sequence))
                    .map(known -> new Attached(known.status(), Optional.empty()))
                    .orElse(Attached.NOTHING);
        }
        return Attached.NOTHING;
    }

    /** An event has come: the sequences of the turns of which more may be known now. */
    List<Long> take(TimelineEvent event) {
        if (event instanceof Receipt receipt) {
            return take(receipt);
        }
        if (event instanceof Turn turn && turn.content() instanceof Content.SecureForm form) {
            invitations.put(form.invitationId(), turn.sequence());
        } else if (event instanceof Turn turn
                && turn.content() instanceof Content.FormSubmission submission
                && sent.add(submission.invitationId())) {
            return Optional.ofNullable(invitations.get(submission.invitationId())).stream()
                    .toList();
        }
        return List.of();
    }

    private List<Long> take(Receipt receipt) {
        if (receipt.status() == ReceiptStatus.ACCESS && receipt.who().self()) {
            accessed.addAll(receipt.sequences());
            return receipt.sequences();
        }
        if (!OF_FORMS.contains(receipt.status())) {
            return List.of();
        }
        Told now = new Told(receipt.status(), receipt.sequence());
        receipt.sequences().forEach(sequence -> forms.merge(sequence, now, Told::and));
        return receipt.sequences();
    }

    /** True when that was not known. */
    boolean saving(long sequence, Attached.Saving now) {
        return !now.equals(savings.put(sequence, now));
    }
}
