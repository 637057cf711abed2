package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Agents' public profiles, from the account's public configuration ({@code acCdnDomain}, PROTOCOL.md section 1); asked
 * for once each by all consumers together. What is not to be had is done without. Event loop.
 */
final class Names {
    /** Ids come from the network: without a limit each would be a request. */
    private static final int MOST_NAMES = 1_000;

    /** {@code userTypeId} of a bot; 1 is a person. */
    private static final int BOT = 2;

    private record Profile(String name, boolean bot) {}

    private final Web web;
    private final String account;

    private record Told(ConsumerKey consumer, String participantId) {}

    private final Map<String, Future<Optional<Profile>>> profiles = new HashMap<>();
    /** In this run: a name kept from an earlier one may be out of date. */
    private final Set<Told> told = new HashSet<>();

    Names(Web web, String account) {
        this.web = web;
        this.account = account;
    }

    void want(Desk desk, Optional<Endpoint> at, Who who) {
        if (who.self() || who.id().isEmpty() || at.isEmpty()) {
            return;
        }
        boolean known = profiles.containsKey(who.id());
        if ((known || profiles.size() < MOST_NAMES) && told.add(new Told(desk.key(), who.id()))) {
            profiles.computeIfAbsent(who.id(), id -> ask(at.get(), id))
                    .onSuccess(profile -> profile.ifPresent(
                            found -> desk.tell(new Update.NameKnown(desk.key(), who.id(), found.name(), found.bot()))));
        }
    }

    private Future<Optional<Profile>> ask(Endpoint at, String id) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return web.get(at, "/api/account/" + account + "/configuration/le-users/users/" + segment)
                .map(answer -> answer.body().filter(body -> answer.isOk()).flatMap(Names::profile))
                .otherwise(Optional.empty());
    }

    private static Optional<Profile> profile(JsonNode user) {
        String nickname = user.path("nickname").asText("").strip();
        String name = nickname.isEmpty() ? user.path("fullName").asText("").strip() : nickname;
        boolean bot = user.path("userTypeId").asInt() == BOT;
        return name.isEmpty() && !bot ? Optional.empty() : Optional.of(new Profile(name, bot));
    }
}
