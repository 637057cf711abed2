package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers that have been here before, over real sockets or none at all. */
class KeptConsumersTest {
    private final Referee referee = Referee.start();
    private final MemoryPorts ports = new MemoryPorts();
    private Client client;

    @AfterEach
    void close() {
        client.close();
        referee.close();
    }

    private Client start(String token, Optional<String> readOnly) {
        return start(referee.lookup(), token, readOnly);
    }

    private Client start(URI server, String token, Optional<String> readOnly) {
        client = new Client(
                server,
                Optional.of(token),
                OptionalInt.empty(),
                Credentials.forgetful(),
                ports,
                Guards.all(),
                QuickTime::new,
                readOnly);
        return client;
    }

    /** The conversation's id. */
    private String talkOnce(String token) {
        start(token, Optional.empty());
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");
        client.close();
        return id;
    }

    @Test
    void one_that_was_here_before_reads_what_was_said_though_nobody_answers() {
        String token = referee.token();
        String id = talkOnce(token);
        referee.goDown();

        start(token, Optional.empty());

        client.untilRows(id, "hello");
        assertThat(client.linkNow().state()).isEqualTo(Link.State.CONNECTING);
    }

    @Test
    void one_whose_token_has_expired_can_still_read() {
        String old = World.jwt("{\"sub\":\"c0a51e77\",\"aud\":\"acc:" + World.ACCOUNT + "\",\"exp\":1}", "sig");
        start(old, Optional.empty());

        assertThat(client.consumerId()).isEqualTo("c0a51e77");
    }

    @Test
    @Shows("R23")
    void one_that_only_looks_opens_no_socket_and_signs_nobody_up() throws IOException {
        String token = referee.token();
        String id = talkOnce(token);
        ServerSocket anybody = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        URI there = URI.create("http://127.0.0.1:" + anybody.getLocalPort());

        start(there, token, Optional.of("Parley runs already"));

        client.untilRows(id, "hello");
        client.command(new Command.AddConsumer(new ConsumerKey(2)));
        client.until(
                "a sentence",
                each -> each.told.stream()
                        .anyMatch(update -> update instanceof Update.Notice notice
                                && notice.sentence().equals("No consumer can be added: Parley runs already")));
        assertThat(client.linkNow()).isEqualTo(new Link(Link.State.OFFLINE, -1, "Parley runs already"));
        List<ConsumerKey> shown = client.see(
                each -> each.inbox.consumers().stream().map(Consumer::key).toList());
        assertThat(shown).containsExactly(World.ME);
        anybody.setSoTimeout(1);
        assertThatThrownBy(anybody::accept).isInstanceOf(SocketTimeoutException.class);
        anybody.close();
    }

    @Test
    void only_looking_with_nobody_kept_says_why() {
        client = new Client(
                referee.lookup(),
                Optional.empty(),
                OptionalInt.of(3),
                Credentials.forgetful(),
                ports,
                Guards.all(),
                QuickTime::new,
                Optional.of("Parley runs already"));

        client.until("why", each -> each.link().orElse(Link.CLOSED).reason().equals("Parley runs already"));
        assertThat(referee.conversations()).isEmpty();
    }
}
