package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Profile;
import dev.parley.conversation.Update;
import dev.parley.protocol.PublishedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a consumer may change: urgency, rating, closing, and the own profile (PROTOCOL.md sections 9 and 14). */
class ChangesTest {
    private static final String UPDATE = "cm.UpdateConversationField";
    private static final String GET = "userprofile.GetUserProfile";
    private static final String SET = "userprofile.SetUserProfile";

    private final World world = new World();
    private final FakeService service = world.service;

    private static List<Command> changes() {
        return List.of(
                new Command.SetUrgency(World.ME, "a", true),
                new Command.SetUrgency(World.ME, "a", false),
                new Command.Rate(World.ME, "a", 4, false),
                new Command.Close(World.ME, "a"),
                new Command.CloseAll(World.ME, "a"));
    }

    private List<String> fields() {
        return service.requests(UPDATE).stream()
                .map(each -> each.at("/body/conversationField/0").toString())
                .toList();
    }

    private ConversationFacts facts() {
        return world.conversation("a").facts().orElseThrow();
    }

    @Test
    void urgency_goes_up_and_down_and_the_upsert_shows_it() {
        service.has("a");
        world.settled();

        world.command(new Command.SetUrgency(World.ME, "a", true));
        assertThat(facts().urgent()).isTrue();
        world.command(new Command.SetUrgency(World.ME, "a", false));

        assertThat(facts().ttrType()).isEqualTo("NORMAL");
        assertThat(fields())
                .containsExactly(
                        "{\"field\":\"TTRField\",\"ttrType\":\"URGENT\",\"value\":300}",
                        "{\"field\":\"TTRField\",\"ttrType\":\"NORMAL\",\"value\":600}");
        assertThat(world.notices()).containsExactly("Marked urgent.", "Back to the normal urgency.");
    }

    @Test
    void a_rating_says_whether_it_was_solved_and_comes_back_with_the_upsert() {
        service.has("a").open = false;
        world.settled();

        world.command(new Command.Rate(World.ME, "a", 4, false));

        assertThat(fields())
                .containsExactly(
                        "{\"field\":\"CSATRate\",\"csatRate\":4,\"csatResolutionConfirmation\":false,\"status\":\"FILLED\"}");
        assertThat(facts().rating()).contains(4);
        assertThat(facts().particulars().resolved()).contains(false);
    }

    @Test
    void closing_for_good_closes_the_stage_and_no_survey_follows() {
        service.has("a").surveys = true;
        world.settled();

        world.command(new Command.CloseAll(World.ME, "a"));

        assertThat(fields()).containsExactly("{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}");
        assertThat(world.conversation("a").isOpen()).isFalse();
        assertThat(facts().dialogs()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_refusal_is_told_in_the_services_words_about_its_conversation_and_is_final(Command change) {
        service.has("a");
        world.settled();
        service.next(UPDATE, Fault.refuse(400, "not on Sundays"));

        world.command(change);
        world.advance(30_000);

        assertThat(service.requests(UPDATE)).hasSize(1);
        assertThat(world.told(Update.Notice.class)).singleElement().satisfies(notice -> {
            assertThat(notice.error()).isTrue();
            assertThat(notice.conversationId()).contains("a");
            assertThat(notice.sentence()).endsWith(": not on Sundays");
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void without_a_connection_nothing_is_asked_and_that_is_said(Command change) {
        service.has("a");
        world.settled();
        service.down = new Trouble(Trouble.Hope.SOON, "nothing answers");
        service.close(1006, "");

        world.command(change);

        assertThat(service.requests(UPDATE)).isEmpty();
        assertThat(world.notices()).singleElement().asString().endsWith(": the connection was lost");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_is_recorded_passes_the_published_schema(Command change) {
        service.has("a");
        world.settled();

        world.command(change);

        JsonNode frame = service.requests(UPDATE).get(0);
        // The published list of fields is older than Stage and DialogChange (the folder's README).
        boolean newer = change instanceof Command.Close || change instanceof Command.CloseAll;
        assertThat(problems(newer ? "infra/req.json" : "ws/consumerRequests.json", frame))
                .isEmpty();
    }

    private static List<String> problems(String schema, JsonNode frame) {
        String folder = System.getProperty("parley.schemas", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder, "ws")), "no folder of published schemas");
        return new PublishedSchema(Path.of(folder), schema).problems(frame);
    }

    @Test
    void a_busy_service_is_asked_again_after_a_second_and_an_ill_one_after_five() {
        service.has("a");
        world.settled();
        service.next(UPDATE, Fault.refuse(429, "slow down"));
        service.next(UPDATE, Fault.refuse(503, "ill"));

        world.command(new Command.SetUrgency(World.ME, "a", true));
        world.advance(900);
        assertThat(service.requests(UPDATE)).hasSize(1);
        world.advance(5_200);
        assertThat(service.requests(UPDATE)).hasSize(2);
        world.advance(10_000);

        assertThat(service.requests(UPDATE)).hasSize(3);
        assertThat(facts().urgent()).isTrue();
        assertThat(world.notices())
                .containsExactly(
                        "The service says \"slow down\"; it is asked again in 1 s.",
                        "The service says \"ill\"; it is asked again in 10 s.",
                        "Marked urgent.");
    }

    @Test
    void one_that_stays_ill_is_left_alone_after_four_times() {
        service.has("a");
        world.settled();
        for (int i = 0; i < 5; i++) {
            service.next(UPDATE, Fault.refuse(500, "ill"));
        }

        world.command(new Command.CloseAll(World.ME, "a"));
        world.advance(120_000);

        assertThat(service.requests(UPDATE)).hasSize(4);
        assertThat(world.notices()).last().isEqualTo("The conversation was not closed: ill");
    }

    @Test
    void a_connection_that_goes_while_it_waits_ends_it() {
        service.has("a");
        world.settled();
        service.next(UPDATE, Fault.refuse(503, "ill"));
        world.command(new Command.SetUrgency(World.ME, "a", true));
        service.down = new Trouble(Trouble.Hope.SOON, "nothing answers");
        service.close(1006, "");

        world.advance(6_000);

        assertThat(service.requests(UPDATE)).hasSize(1);
        assertThat(world.notices()).last().isEqualTo("The conversation was not marked urgent: the connection was lost");
    }

    @Test
    void the_own_profile_is_told_each_time_it_is_asked_for() {
        world.settled();
        service.said.profile.put("firstName", "Ann").put("nickName", "al").put("lastName", 7);

        world.command(new Command.AskProfile(World.ME));
        world.command(new Command.AskProfile(World.ME));

        assertThat(world.told(Update.ProfileKnown.class))
                .extracting(Update.ProfileKnown::profile)
                .containsExactly(new Profile("Ann", "", "al"), new Profile("Ann", "", "al"));
        assertThat(problems("infra/req.json", service.requests(GET).get(0))).isEmpty();
    }

    @Test
    void setting_a_part_of_it_keeps_the_rest_whatever_the_service_makes_of_what_is_missing() {
        world.settled();
        service.said.profile.put("firstName", "Ann").put("nickName", "al").put("userId", "c");
        service.said.profile.putObject("privateData").put("mail", "a@example.com");
        service.said.profile.putNull("role");

        world.command(
                new Command.SetProfile(World.ME, Optional.of("Anna"), Optional.of("van der Berg"), Optional.empty()));

        assertThat(service.requests(SET)).singleElement().satisfies(request -> {
            assertThat(request.path("body").toString())
                    .isEqualTo("{\"firstName\":\"Anna\",\"nickName\":\"al\","
                            + "\"privateData\":{\"mail\":\"a@example.com\"},\"lastName\":\"van der Berg\"}");
            assertThat(problems("infra/req.json", request)).isEmpty();
        });
        assertThat(world.screen.consumer(World.ME).orElseThrow().profile())
                .contains(new Profile("Anna", "van der Berg", "al"));
        assertThat(world.notices()).containsExactly("Your profile is changed.");
    }

    @Test
    void a_profile_that_is_refused_says_so_and_nothing_is_set_over_one_that_cannot_be_read() {
        world.settled();
        service.next(GET, Fault.refuse(403, "none of yours"));
        service.next(SET, Fault.refuse(400, "too long"));

        world.command(new Command.SetProfile(World.ME, Optional.of("A"), Optional.empty(), Optional.empty()));
        assertThat(service.requests(SET)).isEmpty();
        world.command(new Command.SetProfile(World.ME, Optional.of("A"), Optional.empty(), Optional.empty()));

        assertThat(world.told(Update.ProfileKnown.class)).isEmpty();
        assertThat(world.notices())
                .containsExactly(
                        "Your profile was not changed: none of yours", "Your profile was not changed: too long");
    }
}
