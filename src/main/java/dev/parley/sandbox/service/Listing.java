package dev.parley.sandbox.service;

import dev.parley.protocol.RequestBody;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A filter over conversations (PROTOCOL.md 6.1), and which of them matched so far. An empty list matches everything. */
final class Listing {
    private final RequestBody.SubscribeExConversations filter;
    final Set<String> matched = new HashSet<>();

    /** A change that goes out behind a newer one; only {@link Switchboard} touches it. */
    Optional<String> held = Optional.empty();

    Listing(RequestBody.SubscribeExConversations filter) {
        this.filter = filter;
    }

    boolean matches(Conversation conversation) {
        long updated = conversation.updated();
        List<String> types = conversation.dialogs().stream().map(Dialog::type).toList();
        return admits(filter.stage(), List.of(conversation.stage()))
                && admits(filter.convState(), List.of(conversation.state()))
                && admits(filter.dialogTypes(), types)
                && updated >= filter.minLastUpdatedTime().orElse(0)
                && updated <= filter.maxLastUpdatedTime().orElse(Long.MAX_VALUE);
    }

    private static boolean admits(List<String> asked, List<String> there) {
        return asked.isEmpty() || there.stream().anyMatch(asked::contains);
    }
}
