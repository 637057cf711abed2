package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.Delay;
import dev.parley.conversation.Role;
import dev.parley.conversation.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the notifications about conversations tell: order, several subscriptions, DELETE, and all the metadata. */
class ListedTest {
    private final World world = new World();
    private final FakeService service = world.service;

    private static ObjectNode details(ObjectNode frame) {
        return (ObjectNode) frame.at("/body/changes/0/result/conversationDetails");
    }

    private ObjectNode upsert() {
        return FakeFrames.list(List.of(service.talks.get("a")));
    }

    private ConversationFacts facts() {
        return world.conversation("a").facts().orElseThrow();
    }

    private boolean isListed() {
        return world.screen.consumer(World.ME).orElseThrow().conversation("a").isPresent();
    }

    @Test
    void a_stale_upsert_changes_nothing_of_conversation_and_dialogs() {
        service.has("a").open = false;
        service.talks.get("a").updated = 2_000;
        ObjectNode stale = upsert();
        details(stale).put("state", "OPEN").put("stage", "OPEN").put("metaDataLastUpdateTs", 1_999);
        ((ObjectNode) details(stale).at("/dialogs/0")).put("state", "OPEN").put("metaDataLastUpdateTs", 1_999);
        world.settled();

        service.raw(stale.toString());

        assertThat(world.conversation("a").isOpen()).isFalse();
        assertThat(facts().main().orElseThrow().open()).isFalse();
    }

    @Test
    void a_dialog_goes_by_its_own_time_though_the_conversation_is_newer() {
        service.has("a").surveys = true;
        service.talks.get("a").close("a");
        world.settled();
        ObjectNode mixed = upsert();
        details(mixed).put("metaDataLastUpdateTs", 9_000);
        ((ObjectNode) details(mixed).at("/dialogs/0")).put("state", "OPEN").put("metaDataLastUpdateTs", 500);

        service.raw(mixed.toString());

        assertThat(facts().updatedMillis()).isEqualTo(9_000);
        assertThat(facts().main().orElseThrow().open()).isFalse();
    }

    @Test
    void all_the_metadata_arrives() {
        service.has("a");
        world.settled();
        service.talks.get("a").updated++;
        ObjectNode frame = upsert();
        ObjectNode details = details(frame);
        details.put("state", "CLOSE").put("skillId", "7").put("closeReason", "AGENT");
        details.putObject("ttr").put("ttrType", "URGENT").put("value", 300);
        details.putObject("delay").put("type", "HOLIDAY").put("tillWhen", 5_000);
        details.putObject("csat").put("csatRate", 2).put("csatResolutionConfirmation", true);
        details.putObject("campaignInfo").put("campaignId", 111);
        details.putObject("context").put("type", "SharkContext");
        ((ObjectNode) details.at("/dialogs/0"))
                .put("state", "CLOSE")
                .put("closedBy", "AGENT")
                .put("closedCause", "Done")
                .put("endTs", 4_000);
        ArrayNode participants = (ArrayNode) details.path("participants");
        participants.addObject().put("id", "m").put("role", "MANAGER");
        participants.addObject().put("id", "s").put("role", "ASSIGNED_AGENT").put("state", "SUGGESTED");

        service.raw(frame.toString());

        assertThat(facts().skillId()).contains("7");
        assertThat(facts().urgent()).isTrue();
        assertThat(facts().rating()).contains(2);
        assertThat(facts().inSurvey()).isTrue();
        assertThat(facts().participants())
                .containsExactly(new Who(FakeService.CONSUMER, Role.CONSUMER, true), new Who("m", Role.MANAGER, false));
        assertThat(facts().particulars())
                .isEqualTo(new ConversationFacts.Particulars(
                        "CLOSE",
                        "OPEN",
                        Optional.of(300L),
                        Optional.of(new Delay("HOLIDAY", Optional.of(Instant.ofEpochMilli(5_000)))),
                        Optional.of(true),
                        "{\"campaignId\":111}",
                        "{\"type\":\"SharkContext\"}"));
        assertThat(facts().main().orElseThrow())
                .isEqualTo(new ConversationFacts.DialogFacts(
                        "a",
                        "MAIN",
                        false,
                        true,
                        Optional.of("AGENT"),
                        1_001,
                        Optional.of("Done"),
                        Optional.of(Instant.ofEpochMilli(4_000))));
    }

    @Test
    void a_locked_one_has_ended_and_what_is_written_opens_another() {
        service.has("a").open = false;
        service.talks.get("a").details.put("state", "LOCKED").put("stage", "LOCKED");
        world.settled();

        world.write(null, "hello");

        assertThat(world.conversation("a").isOpen()).isFalse();
        assertThat(world.rows("conv-1")).containsExactly("hello");
    }

    @Test
    void locked_ones_are_asked_for_too() {
        world.settled();

        assertThat(service.requests("cqm.SubscribeExConversations").get(0).at("/body/stage"))
                .hasToString("[\"OPEN\",\"CLOSE\",\"LOCKED\"]");
    }

    @Test
    void one_without_dialogs_has_ended_with_its_state() {
        service.has("a");
        world.settled();
        service.talks.get("a").updated++;
        ObjectNode frame = upsert();
        details(frame).put("state", "CLOSE").put("stage", "OPEN").remove("dialogs");

        service.raw(frame.toString());

        assertThat(facts().open()).isFalse();
    }

    @Test
    void a_huge_context_is_cut() {
        service.has("a").details.putObject("context").put("name", "x".repeat(5_000));

        world.settled();

        assertThat(facts().particulars().context()).hasSize(2_000);
    }

    @Test
    void a_deleted_one_shows_its_last_state_and_goes_after_five_seconds() {
        service.has("a");
        world.settled();
        service.talks.get("a").open = false;
        service.delete("a");
        assertThat(world.conversation("a").isOpen()).isFalse();

        world.advance(4_900);
        assertThat(isListed()).isTrue();
        world.advance(200);

        assertThat(isListed()).isFalse();
    }

    @Test
    void one_that_comes_back_at_once_was_never_gone() {
        service.has("a");
        service.agentSays("a", "still here");
        world.settled();
        FakeTalks.Talk talk = service.talks.get("a");
        service.delete("a");
        service.talks.put("a", talk);

        service.changed("a");
        world.advance(10_000);

        assertThat(isListed()).isTrue();
        assertThat(world.rows("a")).containsExactly("still here");
    }

    @Test
    void a_delete_that_is_older_than_what_is_known_counts_for_nothing_nor_does_an_older_upsert_rescue() {
        service.has("a");
        world.settled();
        ObjectNode old = FakeFrames.delete(service.talks.get("a"));
        details(old).put("metaDataLastUpdateTs", 10);
        service.raw(old.toString());
        world.advance(6_000);
        assertThat(isListed()).isTrue();
        ObjectNode late = upsert();
        details(late).put("metaDataLastUpdateTs", 20);

        service.delete("a");
        service.raw(late.toString());
        world.advance(6_000);

        assertThat(isListed()).isFalse();
    }

    @Test
    void what_another_subscription_begins_with_or_loses_says_nothing_of_the_list() {
        service.has("a");
        service.has("b");
        world.settled();
        ObjectNode foreign = FakeFrames.delete(service.talks.get("a"));
        ((ObjectNode) foreign.path("body")).put("subscriptionId", "another");

        service.raw(foreign.toString());
        world.advance(6_000);

        assertThat(isListed()).isTrue();
        assertThat(world.conversation("a").isOpen()).isTrue();
    }

    @Test
    void a_list_that_is_not_ours_ends_nothing_while_ours_is_awaited() {
        service.has("a");
        service.agentSays("a", "one");
        world.settled();
        service.said.listEndsThere = false;
        service.close(1006, "");
        world.advance(3_000);
        ObjectNode foreign = FakeFrames.list(List.of());
        ((ObjectNode) foreign.path("body")).put("subscriptionId", "another");

        service.raw(foreign.toString());

        assertThat(world.conversation("a").isOpen()).isTrue();
    }

    @Test
    void its_changes_count_all_the_same() {
        service.has("a");
        world.settled();
        service.talks.get("a").open = false;
        service.talks.get("a").updated++;
        ObjectNode foreign = upsert();
        ((ObjectNode) foreign.path("body")).put("subscriptionId", "another");

        service.raw(foreign.toString());

        assertThat(world.conversation("a").isOpen()).isFalse();
    }
}
