package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY.md L6 and L7: a token that is no longer taken ends in a question and never in a loop. */
@Shows("R10")
class TokenEndsTest {
    private final Referee referee = Referee.start();
    private final MemoryPorts ports = new MemoryPorts();
    private Client client;

    @AfterEach
    void close() {
        client.close();
        referee.close();
    }

    private void start(String token) {
        client = new Client(referee.lookup(), Optional.of(token), OptionalInt.empty(), Credentials.forgetful(), ports);
    }

    @Test
    void a_token_that_the_service_refuses_is_shown_to_it_once_and_what_was_written_is_kept() {
        String token = referee.token("me");
        referee.revoke(token);
        start(token);
        client.command(new Command.SaveDraft(World.ME, new Place(World.ME, "elsewhere"), "not finis"));
        client.write(null, "hello");

        client.untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("token", "start with a new one");
        assertThat(referee.refusedUpgrades()).isLessThanOrEqualTo(2);
        client.until(
                "still written",
                each -> each.inbox.consumer(World.ME).orElseThrow().outgoing().stream()
                        .anyMatch(outgoing -> outgoing.text().equals("hello")));
        assertThat(Client.join(ports.of(World.ACCOUNT, "me").drafts().all().toCompletableFuture()))
                .containsValue("not finis");
        Figures.note(
                "R10",
                "TokenEndsTest",
                referee.refusedUpgrades() + " upgrade with a refused token, then a question; draft and message kept");
    }

    @ParameterizedTest
    @ValueSource(ints = {4401, 4407})
    void one_that_ends_while_the_link_is_up_leads_to_the_question_too(int code) {
        String token = referee.token("me");
        start(token);
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");
        referee.revoke(token);

        referee.closeSockets(code, "Identity token is invalid");

        client.untilLink(Link.State.OFFLINE);
        assertThat(client.linkNow().reason()).contains("token");
        assertThat(referee.refusedUpgrades()).isLessThanOrEqualTo(2);
        client.untilRows(id, "hello");
    }
}
