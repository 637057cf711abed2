package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import dev.parley.host.Secret;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.time.HandTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY.md L13 and M16: sleep, and wall clocks that are wrong. */
@Shows("R24")
class ClockTest {
    private static final long DAY_AND_TWO = 26 * 3_600_000L;

    @ParameterizedTest
    @ValueSource(longs = {DAY_AND_TWO, -DAY_AND_TWO, 90_000, -11_000})
    void a_wall_clock_that_jumps_ends_the_link_and_all_is_there_in_order_within_ten_seconds(long jump) {
        World world = new World();
        world.service.has("a");
        world.settled();
        world.service.agentSays("a", "one");
        world.advance(3_000);

        world.time.jumpWall(jump);
        // Said while nobody listened: the socket from before the sleep brings nothing any more.
        world.service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", world.service.content("two"), false);
        world.write("a", "three");
        world.advance(10_000);

        assertThat(world.service.dials).isEqualTo(2);
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(world.rows("a")).containsExactly("one", "two", "three");
        Figures.note(
                "R24",
                "ClockTest",
                "wall clock by 26 h forth and back, and sleep of 90 s: order kept, synced again within 10 s");
    }

    @Test
    void a_program_that_was_stopped_for_90_seconds_begins_anew() {
        World world = new World();
        world.service.has("a");
        world.settled();
        world.time.jumpWall(90_000);

        world.advance(600);

        assertThat(world.link()).isEqualTo(Link.State.CONNECTING);
        world.advance(5_000);
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void the_services_clock_goes_on_whatever_the_wall_clock_does() {
        HandTime time = new HandTime();
        ServerClock clock = new ServerClock(time);
        assertThat(clock.now()).isEmpty();
        Instant there = Instant.parse("2030-01-01T00:00:00Z");

        clock.answered(JsonNodeFactory.instance.objectNode().put("currentTime", there.toEpochMilli()), 200);
        time.jumpWall(DAY_AND_TWO);
        time.advance(1_000);

        assertThat(clock.now()).contains(there.plusMillis(1_100));
    }

    @Test
    void the_screen_hears_by_how_much_the_services_clock_differs_and_when_it_no_longer_does() {
        World world = new World();
        world.service.said.clock = () -> world.time.now().plusSeconds(600).toEpochMilli();
        world.service.has("a");
        world.settled();
        world.advance(30_000);
        assertThat(world.told(Update.ServiceTime.class))
                .singleElement()
                .satisfies(told -> assertThat(told.ahead().toSeconds()).isBetween(599L, 601L));

        world.service.said.clock = () -> world.time.now().toEpochMilli();
        world.advance(30_000);

        assertThat(world.told(Update.ServiceTime.class))
                .last()
                .satisfies(told -> assertThat(told.ahead()).isZero());
    }

    @Test
    void what_is_no_time_is_passed_over() {
        ServerClock clock = new ServerClock(new HandTime());
        JsonNodeFactory json = JsonNodeFactory.instance;

        clock.answered(null, 1);
        clock.answered(json.objectNode(), 1);
        clock.answered(json.objectNode().put("currentTime", "soon"), 1);
        clock.answered(json.objectNode().put("currentTime", Long.MAX_VALUE), 1);

        assertThat(clock.now()
                        .map(now -> now.isAfter(Instant.parse("2100-01-01T00:00:00Z")))
                        .orElse(true))
                .isTrue();
    }

    @Test
    void a_token_is_announced_once_at_four_fifths_of_its_life_by_the_services_clock() {
        HandTime time = new HandTime(Instant.parse("2020-01-01T00:00:00Z"));
        ServerClock clock = new ServerClock(time);
        List<String> said = new ArrayList<>();
        TokenLife life = new TokenLife(clock, said::add);
        long issued = Instant.parse("2026-11-22T12:00:00Z").getEpochSecond();
        String claims = "{\"sub\":\"c\",\"iat\":" + issued + ",\"exp\":" + (issued + 3_600) + "}";
        life.watch((Token) Token.read(Secret.of(World.jwt(claims, "s")), World.ACCOUNT, time.now()), "that is that.");

        for (int minute : new int[] {0, 20, 47, 48, 49, 61}) {
            clock.answered(
                    JsonNodeFactory.instance.objectNode().put("currentTime", (issued + minute * 60L) * 1_000), 0);
            time.jumpWall(-DAY_AND_TWO);
        }

        assertThat(said).containsExactly("This consumer's token expires in 12 min: then that is that.");
    }
}
