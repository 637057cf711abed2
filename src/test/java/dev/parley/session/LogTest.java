package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Logged;
import dev.parley.conversation.Command;
import org.junit.jupiter.api.Test;

/** What the log tells of the link, and what it never tells. */
class LogTest {
    private final World world = new World();
    private final FakeService service = world.service;

    @Test
    void what_happens_to_the_link_is_logged() {
        try (Logged log = new Logged(Connection.class)) {
            world.settled();
            service.down = new Trouble(Trouble.Hope.SOON, "nothing answers");
            service.close(1011, "oops");
            world.advance(1_100);
            service.down = new Trouble(Trouble.Hope.NONE, "refused");
            world.command(new Command.Reconnect(World.ME));
            service.down = null;
            world.command(new Command.Reconnect(World.ME));

            assertThat(log.lines())
                    .containsExactly(
                            "INFO consumer 1: connected",
                            "INFO consumer 1: lost after 2 s (1011) oops",
                            "INFO consumer 1: the service closed the connection (1011): oops; next attempt in 1 s",
                            "INFO consumer 1: nothing answers; next attempt in 2 s",
                            "INFO consumer 1: refused; no further attempt before the person asks for one",
                            "INFO consumer 1: connected");
        }
    }

    @Test
    void nothing_that_was_said_is_logged() {
        service.has("a");
        try (Logged log = new Logged(Connection.class)) {
            world.settled();
            world.write("a", "between us");
            service.agentSays("a", "between us too");
            service.close(1006, "");
            world.advance(2_000);

            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("between us"));
        }
    }
}
