package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    private final World world = new World();
    private final FakeService service = world.service;

    private Link link() {
        return world.screen.consumer(World.ME).orElseThrow().link();
    }

    @Test
    void it_is_online_when_the_service_has_answered() {
        service.deaf = true;
        world.start();
        assertThat(link().state()).isEqualTo(Link.State.CONNECTING);

        World heard = new World().start();

        assertThat(heard.link()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void a_closed_socket_is_no_longer_online_at_once_and_comes_back() {
        world.settled();

        service.close(1006, "");

        assertThat(link()).isEqualTo(new Link(Link.State.CONNECTING, -1, "the connection was lost"));
        world.advance(1_100);
        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void an_idle_link_tells_the_screen_nothing() {
        service.has("a");
        world.settled();
        int before = world.told.size();

        world.advance(10 * 60_000);

        assertThat(world.told).hasSize(before);
        assertThat(service.requests("GetClock").size()).isBetween(60, 64);
    }

    @Test
    void silence_shows_after_12_seconds_and_ends_the_link_after_25() {
        world.settled();
        long start = world.time.millis();
        service.deaf = true;
        while (link().state() == Link.State.ONLINE) {
            world.advance(100);
        }
        assertThat(link().state()).isEqualTo(Link.State.NOT_HEARD);
        assertThat(world.time.millis() - start).isBetween(10_000L, 12_600L);

        while (link().state() == Link.State.NOT_HEARD) {
            world.advance(100);
        }

        assertThat(world.time.millis() - start).isBetween(23_000L, 25_600L);
        service.deaf = false;
        world.advance(2_000);
        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void whoever_waits_to_send_does_not_wait_25_seconds() {
        service.has("a");
        world.settled();
        service.deaf = true;
        world.write("a", "hello");
        long start = world.time.millis();

        while (link().state() != Link.State.CONNECTING) {
            world.advance(100);
        }

        assertThat(world.time.millis() - start).isBetween(10_000L, 12_600L);
        service.deaf = false;
        world.advance(5_000);
        assertThat(service.said("a")).containsExactly("hello");
    }

    @Test
    void a_send_after_silence_gives_the_service_its_time_to_answer() {
        service.has("a");
        world.settled();
        service.deaf = true;
        world.advance(11_000);
        world.write("a", "hello");
        long start = world.time.millis();

        world.advance(11_000);

        assertThat(link().state()).isEqualTo(Link.State.NOT_HEARD);
        while (link().state() == Link.State.NOT_HEARD) {
            world.advance(100);
        }
        assertThat(world.time.millis() - start).isBetween(11_900L, 12_700L);
    }

    @Test
    void a_word_after_silence_is_online_again() {
        world.settled();
        service.deaf = true;
        world.advance(13_000);

        service.raw("{\"kind\":\"notification\",\"type\":\"x\"}");

        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void a_jump_of_the_wall_clock_ends_the_link() {
        world.settled();

        world.time.jumpWall(60_000);
        world.advance(600);

        assertThat(link().state()).isEqualTo(Link.State.CONNECTING);
        world.advance(2_000);
        assertThat(service.dials).isEqualTo(2);
    }

    @Test
    void what_another_try_would_not_change_is_tried_once_and_then_waits_for_the_person() {
        service.down = new Trouble(Trouble.Hope.NONE, "refused");
        world.start();

        world.advance(3_600_000);

        assertThat(service.dials).isEqualTo(1);
        assertThat(link().state()).isEqualTo(Link.State.OFFLINE);
        assertThat(link().reason()).isEqualTo("refused");
        service.down = null;
        world.command(new Command.Reconnect(World.ME));
        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1004, 1005, 1006, 1009, 1011, 1012, 1014, 3000})
    void usual_closes_are_followed_by_a_connection_within_seconds(int code) {
        world.settled();

        service.close(code, "");
        world.advance(6_000);

        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void without_a_secure_connection_a_minute_passes_each_time() {
        world.settled();
        service.close(1015, "");

        world.advance(59_000);

        assertThat(service.dials).isEqualTo(1);
        assertThat(link().reason()).contains("no secure connection");
        world.advance(2_000);
        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1008, 4000, 4403, 4999})
    void unwanted_waits_a_minute_and_the_second_time_for_the_person(int code) {
        world.settled();
        service.close(code, "no \u001b[2J thanks");
        world.advance(59_000);
        assertThat(service.dials).isEqualTo(1);
        world.advance(2_000);
        assertThat(link().state()).isEqualTo(Link.State.ONLINE);

        service.close(code, "");
        world.advance(3_600_000);

        assertThat(service.dials).isEqualTo(2);
        assertThat(link().state()).isEqualTo(Link.State.OFFLINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {4401, 4407})
    void a_token_called_for_is_shown_once_more_and_then_the_person_is_asked(int code) {
        world.settled();

        service.close(code, "");
        world.advance(6_000);
        assertThat(service.dials).isEqualTo(2);
        service.close(code, "");
        world.advance(3_600_000);

        assertThat(service.dials).isEqualTo(2);
        assertThat(link().reason()).contains("sign in");
    }

    @ParameterizedTest
    @ValueSource(ints = {1002, 1003, 1007, 1010})
    void a_broken_protocol_is_worth_three_tries(int code) {
        world.settled();

        for (int each = 0; each < 4; each++) {
            service.close(code, "");
            world.advance(20_000);
        }

        assertThat(service.dials).isEqualTo(4);
        assertThat(link().state()).isEqualTo(Link.State.OFFLINE);
    }

    @Test
    void an_hour_of_flapping_is_at_most_150_connects() {
        world.settled();

        long end = world.time.millis() + 3_600_000;
        while (world.time.millis() < end) {
            if (link().state() == Link.State.ONLINE) {
                service.close(1006, "");
            }
            world.advance(100);
        }

        assertThat(service.dials).isBetween(80, 150);
    }

    @Test
    void a_service_that_is_gone_for_a_minute_is_found_within_ten_seconds_of_its_return() {
        world.settled();
        service.down = new Trouble(Trouble.Hope.SOON, "nothing answers at h");
        service.close(1006, "");
        world.advance(60_000);
        assertThat(link()).isEqualTo(new Link(Link.State.CONNECTING, -1, "nothing answers at h"));

        service.down = null;
        world.advance(10_100);

        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void reconnect_means_now() {
        world.settled();
        service.down = new Trouble(Trouble.Hope.LATER, "later");
        service.close(1006, "");
        world.advance(2_000);
        service.down = null;

        world.command(new Command.Reconnect(World.ME));

        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void while_it_tries_once_more_it_says_why_it_was_not_online() {
        world.settled();
        service.down = new Trouble(Trouble.Hope.NONE, "the token is over");
        service.close(1006, "");
        world.advance(2_000);

        world.session.handle(new Command.Reconnect(World.ME));

        assertThat(link()).isEqualTo(new Link(Link.State.CONNECTING, -1, "the token is over"));
    }

    @Test
    @Shows({"R25", "R15"})
    void while_the_screen_is_behind_the_link_is_kept_and_not_called_online() {
        service.has("a");
        world.settled();
        world.session.pause();
        for (int turn = 0; turn < 5_000; turn++) {
            service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", service.content("turn " + turn), true);
        }
        int told = world.told.size();

        world.advance(3_600_000);

        assertThat(link().state()).isEqualTo(Link.State.NOT_HEARD);
        assertThat(link().reason()).isEqualTo("the screen is behind with what came");
        assertThat(world.told).hasSize(told + 1);
        world.session.resume();
        service.run();
        world.advance(1_000);
        assertThat(link().state()).isEqualTo(Link.State.ONLINE);
        assertThat(service.dials).isEqualTo(1);
        assertThat(world.rows("a")).hasSize(5_000).startsWith("turn 0").endsWith("turn 4999");
        Figures.note(
                "R25",
                "LinkTest",
                "an hour of a screen that takes nothing: online shown " + world.status.longest()
                        + " ms after the last byte at most; 5 000 turns there afterwards, on the same link");
    }

    @Test
    void a_list_that_is_refused_as_unauthorised_waits_for_the_person_other_failures_do_not() {
        service.next("cqm.SubscribeExConversations", Fault.refuse(503, "ill"));
        service.next("cqm.SubscribeExConversations", Fault.refuse(401, "who are you"));
        world.start();
        world.advance(60_000);

        assertThat(service.dials).isEqualTo(2);
        assertThat(link().reason()).contains("who are you");
    }

    @Test
    void a_service_that_never_sends_its_first_list_does_not_hold_back_a_message_for_ever() {
        service.said.listEndsThere = false;
        world.start();
        world.write(null, "hello");

        world.advance(11_000);

        assertThat(service.said("conv-1")).containsExactly("hello");
    }

    @Test
    void who_it_is_is_told_once() {
        world.settled();
        service.close(1006, "");
        world.advance(3_000);

        assertThat(world.told(Update.ConsumerKnown.class)).singleElement().satisfies(known -> {
            assertThat(known.consumerId()).isEqualTo(FakeService.CONSUMER);
            assertThat(known.sandbox()).isFalse();
        });
    }
}
