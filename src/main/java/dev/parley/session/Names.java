package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Agents' public names, from the account's public configuration ({@code acCdnDomain}, PROTOCOL.md section 1); asked for
 * once each by all consumers together. A name that is not to be had is done without. Event loop.
 */
final class Names {
    /** Ids come from the network: without a limit each would be a request. */
    private static final int MOST_NAMES = 1_000;

    private final Web web;
    private final String account;
    private final Map<String, Future<Optional<String>>> names = new HashMap<>();

    Names(Web web, String account) {
        this.web = web;
        this.account = account;
    }

    void want(Desk desk, Optional<Endpoint> profiles, Who who) {
        if (who.self() || who.id().isEmpty() || profiles.isEmpty()) {
            return;
        }
        boolean told = desk.consumer().flatMap(consumer -> consumer.nameOf(who)).isPresent();
        if (!told && (names.size() < MOST_NAMES || names.containsKey(who.id()))) {
            names.computeIfAbsent(who.id(), id -> ask(profiles.get(), id))
                    .onSuccess(name ->
                            name.ifPresent(known -> desk.tell(new Update.NameKnown(desk.key(), who.id(), known))));
        }
    }

    private Future<Optional<String>> ask(Endpoint profiles, String id) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return web.get(profiles, "/api/account/" + account + "/configuration/le-users/users/" + segment)
                .map(answer -> answer.body().filter(body -> answer.isOk()).flatMap(Names::name))
                .otherwise(Optional.empty());
    }

    private static Optional<String> name(JsonNode user) {
        String nickname = user.path("nickname").asText("").strip();
        String name = nickname.isEmpty() ? user.path("fullName").asText("").strip() : nickname;
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
