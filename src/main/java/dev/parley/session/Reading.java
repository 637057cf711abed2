package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Content;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Who;
import dev.parley.protocol.ConversationResult;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The protocol's words in the conversation's. Pure; {@code self} is the consumer id, {@code now} stands in for a missing time. */
record Reading(String self, Instant now) {
    private static final String EVERYBODY = "ALL";
    private static final int MOST_JSON = 2_000;
    /** LOCKED is closed for good: not even a rating changes it any more. */
    private static final Set<String> ENDED = Set.of("CLOSE", "LOCKED");

    ConversationFacts facts(ConversationResult result) {
        String stage = result.stage().isEmpty() ? result.state() : result.stage();
        // Without dialogs there is none to go on in once MAIN has ended, whatever the stage says.
        boolean over = result.dialogs().isEmpty() && ENDED.contains(result.state());
        boolean open = !over && !ENDED.contains(stage);
        List<Who> participants = new ArrayList<>();
        result.participants().stream()
                .filter(each -> !each.state().equals("SUGGESTED"))
                .forEach(each -> participants.add(who(each.id(), each.role())));
        List<ConversationFacts.DialogFacts> dialogs = new ArrayList<>();
        result.dialogs()
                .forEach(each -> dialogs.add(new ConversationFacts.DialogFacts(
                        each.dialogId(),
                        each.dialogType(),
                        !ENDED.contains(each.state()),
                        each.channelType().isEmpty() || each.channelType().equals("MESSAGING"),
                        each.closedBy(),
                        each.metaDataLastUpdateTs().orElse(0),
                        each.closedCause(),
                        instant(each.endTs()))));
        long updated = result.metaDataLastUpdateTs().orElse(0);
        return new ConversationFacts(
                result.convId(),
                open,
                participants,
                result.skillId().filter(skill -> !skill.equals("-1") && !skill.isEmpty()),
                Instant.ofEpochMilli(result.startTs().orElse(updated)),
                instant(result.endTs()),
                open ? instant(result.effectiveTtr()) : Optional.empty(),
                result.closeReason(),
                result.csatRate().filter(rate -> rate >= 1 && rate <= 5),
                result.ttr().map(ConversationResult.Ttr::ttrType).orElse(""),
                dialogs,
                updated,
                result.lastContentEvent().flatMap(this::event).flatMap(Reading::turn),
                particulars(result));
    }

    private static ConversationFacts.Particulars particulars(ConversationResult result) {
        OptionalLong seconds = result.ttr().map(ConversationResult.Ttr::value).orElse(OptionalLong.empty());
        return new ConversationFacts.Particulars(
                result.state(),
                result.stage(),
                seconds.isPresent() ? Optional.of(seconds.getAsLong()) : Optional.empty(),
                result.particulars()
                        .delay()
                        .map(delay -> new ConversationFacts.Delay(delay.type(), instant(delay.tillWhen()))),
                result.particulars().csatResolved(),
                json(result.campaignInfo()),
                json(result.context()));
    }

    /** For the eye: whoever gave it knows it in full. */
    private static String json(@Nullable JsonNode given) {
        String text = given == null ? "" : given.toString();
        return text.length() > MOST_JSON ? text.substring(0, MOST_JSON) : text;
    }

    /** Empty when it takes no sequence: somebody's typing, or nothing that can be placed. */
    Optional<TimelineEvent> event(MessageChange change) {
        OptionalLong sequence = change.sequence();
        if (sequence.isEmpty() || sequence.getAsLong() < 0 || change.event() instanceof Event.ChatStateEvent) {
            return Optional.empty();
        }
        return Optional.of(stored(change, sequence.getAsLong()));
    }

    /** An entry of the wire that could not be read still takes its place, where it says which. */
    static Optional<TimelineEvent> silent(JsonNode unreadable) {
        JsonNode sequence = unreadable.path("sequence");
        return sequence.canConvertToLong() && sequence.isIntegralNumber() && sequence.asLong() >= 0
                ? Optional.of(new TimelineEvent.Silent(sequence.asLong()))
                : Optional.empty();
    }

    Who who(String id, String role) {
        // A consumer sees its own conversations only: another consumer in one is itself, as it was before a step-up.
        boolean mine = id.equals(self) || role.equals("CONSUMER");
        return new Who(id, role.isEmpty() && mine ? Role.CONSUMER : role(role), mine);
    }

    private TimelineEvent stored(MessageChange change, long sequence) {
        if (!change.audience().equals(EVERYBODY)) {
            return new TimelineEvent.Silent(sequence);
        }
        Who who = who(change.originatorId(), change.role());
        Event event = change.event();
        if (event instanceof Event.AcceptStatusEvent receipt) {
            return new TimelineEvent.Receipt(sequence, who, status(receipt.status()), receipt.sequenceList());
        }
        if (event instanceof Event.Unknown unknown && unknown.type().equals("AcceptStatusEvent")) {
            return new TimelineEvent.Silent(sequence);
        }
        Instant at = instant(change.serverTimestamp()).orElse(now);
        Content content = Contents.of(event);
        // What one has written oneself stays as it was written.
        return new TimelineEvent.Turn(
                sequence, who, at, who.self() ? content : Hyperlinks.plain(content), externalId(change), told(change));
    }

    /** What goes along with it, for whoever asks; an id alone stands by itself. */
    private static String told(MessageChange change) {
        JsonNode metadata = change.metadata();
        if (metadata == null || metadata.isEmpty()) {
            return "";
        }
        JsonNode only = metadata.isArray() && metadata.size() == 1 ? metadata.get(0) : metadata;
        boolean id = only.isObject()
                && only.size() == 2
                && only.has("id")
                && only.path("type").asText().equals("ExternalId");
        return id ? "" : json(metadata);
    }

    /** The last ExternalId: what is copied from a quick reply's own metadata stands before ours. */
    private static Optional<String> externalId(MessageChange change) {
        Optional<String> last = Optional.empty();
        JsonNode metadata = change.metadata();
        if (metadata != null && metadata.isArray()) {
            for (JsonNode entry : metadata) {
                if (entry.path("type").asText().equals("ExternalId")
                        && entry.path("id").isValueNode()) {
                    last = Optional.of(entry.path("id").asText());
                }
            }
        }
        return last;
    }

    private static Optional<TimelineEvent.Turn> turn(TimelineEvent event) {
        return event instanceof TimelineEvent.Turn turn ? Optional.of(turn) : Optional.empty();
    }

    private static Optional<Instant> instant(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }

    private static TimelineEvent.ReceiptStatus status(String raw) {
        return switch (raw) {
            case "ACCEPT" -> TimelineEvent.ReceiptStatus.ACCEPT;
            case "READ" -> TimelineEvent.ReceiptStatus.READ;
            case "ACTION" -> TimelineEvent.ReceiptStatus.ACTION;
            case "NACK" -> TimelineEvent.ReceiptStatus.NACK;
            case "ACCESS" -> TimelineEvent.ReceiptStatus.ACCESS;
            case "VIEWED" -> TimelineEvent.ReceiptStatus.VIEWED;
            case "SUBMITTED" -> TimelineEvent.ReceiptStatus.SUBMITTED;
            case "ABORTED" -> TimelineEvent.ReceiptStatus.ABORTED;
            case "ERROR" -> TimelineEvent.ReceiptStatus.ERROR;
            default -> TimelineEvent.ReceiptStatus.OTHER;
        };
    }

    private static Role role(String raw) {
        return switch (raw) {
            case "CONSUMER" -> Role.CONSUMER;
            case "ASSIGNED_AGENT" -> Role.ASSIGNED_AGENT;
            case "AGENT", "BRAND_BOT" -> Role.BOT;
            case "MANAGER" -> Role.MANAGER;
            case "READER" -> Role.READER;
            case "CONTROLLER" -> Role.CONTROLLER;
            default -> Role.UNKNOWN;
        };
    }
}
