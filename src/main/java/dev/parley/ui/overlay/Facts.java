package dev.parley.ui.overlay;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Link;
import dev.parley.conversation.Profile;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.ui.overlay.Reader.Entry;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ids and facts of what is shown, to copy: {@code /info} and {@code /whoami}. */
public final class Facts {
    private Facts() {}

    public static Reader of(UiState state) {
        return new Reader("Info", entries(state));
    }

    /** Each by its name. */
    public static List<Entry> entries(UiState state) {
        List<Entry> entries = new ArrayList<>();
        state.consumer().ifPresent(consumer -> consumer(consumer, entries));
        state.conversation().ifPresent(conversation -> conversation(state, conversation, entries));
        if (state.conversation().isEmpty()) {
            entries.add(Entry.of("conversation", "none is open yet: the first message opens it"));
        }
        return List.copyOf(entries);
    }

    private static void consumer(Consumer consumer, List<Entry> entries) {
        Link link = consumer.link();
        Optional<Update.ConsumerKnown> found = consumer.known();
        found.ifPresent(known -> {
            entries.add(Entry.of("account", known.account()));
            entries.add(Entry.of("consumer", known.consumerId()));
        });
        if (found.isEmpty()) {
            entries.add(Entry.of("consumer", "not signed in yet"));
        }
        consumer.profile()
                .map(Profile::name)
                .filter(name -> !name.isBlank())
                .ifPresent(name -> entries.add(Entry.of("called", name)));
        String state = link.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String trip = link.roundTripMillis() >= 0 ? ", round trip " + link.roundTripMillis() + " ms" : "";
        entries.add(Entry.of("link", state + trip + (link.reason().isEmpty() ? "" : ": " + link.reason())));
        entries.add(Entry.of("kept on disk", kept(consumer.storage())));
        found.ifPresent(known -> {
            entries.add(Entry.of("service", known.server() + (known.sandbox() ? " (sandbox)" : "")));
            known.tokenExpires().ifPresent(end -> entries.add(Entry.of("token until", end.toString())));
            entries.add(Entry.of("wscat", wscat(known)));
        });
    }

    private static String kept(Storage storage) {
        return switch (storage.state()) {
            case KEPT -> "yes";
            case READ_ONLY -> "read-only: " + storage.sentence();
            case FAILING, MEMORY -> "no: " + storage.sentence();
        };
    }

    private static String wscat(Update.ConsumerKnown known) {
        String scheme = known.sandbox() || isLoopback(known.server()) ? "ws" : "wss";
        return "wscat -H 'Authorization: jwt ****' -c '" + scheme + "://" + known.server() + "/ws_api/account/"
                + known.account() + "/messaging/consumer?v=3'";
    }

    private static boolean isLoopback(String server) {
        return server.startsWith("127.") || server.startsWith("localhost") || server.startsWith("[::1]");
    }

    private static void conversation(UiState state, Conversation conversation, List<Entry> entries) {
        entries.add(Entry.of("conversation", conversation.id()));
        entries.add(Entry.of("dialog", conversation.dialogId()));
        conversation
                .facts()
                .ifPresentOrElse(
                        facts -> ConversationEntries.add(state, facts, entries),
                        () -> entries.add(Entry.of("state", conversation.isOpen() ? "open" : "closed")));
        conversation
                .timeline(conversation.dialogId())
                .ifPresent(timeline -> entries.add(Entry.of("last sequence", String.valueOf(timeline.highest()))));
    }
}
