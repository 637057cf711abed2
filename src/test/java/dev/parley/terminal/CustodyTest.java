package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Custody.Holder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CustodyTest {
    private final Custody custody = new Custody();

    @Test
    void who_wants_it_given_back_while_it_is_taken_leaves_that_to_the_taker() {
        custody.pass(Holder.NOBODY_YET, Holder.TAKING);

        Holder before = custody.giveBack();

        assertThat(before).isEqualTo(Holder.TAKING);
        assertThat(custody.pass(Holder.TAKING, Holder.OURS)).isFalse();
    }

    @Test
    void what_is_given_back_is_never_taken_again() {
        take();
        custody.giveBack();

        assertThat(custody.pass(Holder.LENT, Holder.TAKING)).isFalse();
        assertThat(custody.pass(Holder.NOBODY_YET, Holder.TAKING)).isFalse();
        assertThat(custody.isLeaving()).isTrue();
    }

    @Test
    void a_read_that_fails_while_it_is_ours_is_the_end() {
        take();

        assertThat(custody.readsOn()).isFalse();
    }

    @Test
    void a_read_that_failed_while_it_was_lent_is_tried_again_once_it_is_ours() throws Exception {
        take();
        custody.pass(Holder.OURS, Holder.LENT);

        CompletableFuture<Boolean> again = CompletableFuture.supplyAsync(custody::readsOn);
        takeBack();

        assertThat(again.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_failure_that_is_only_found_after_the_return_is_excused_once() {
        take();
        custody.pass(Holder.OURS, Holder.LENT);
        takeBack();

        assertThat(custody.readsOn()).isTrue();
        assertThat(custody.readsOn()).isFalse();
    }

    @Test
    void a_read_that_waits_for_a_return_ends_when_there_will_be_none() throws Exception {
        take();
        custody.pass(Holder.OURS, Holder.LENT);

        CompletableFuture<Boolean> again = CompletableFuture.supplyAsync(custody::readsOn);
        custody.giveBack();
        custody.givenBack();

        assertThat(again.get(20, TimeUnit.SECONDS)).isFalse();
    }

    private void take() {
        custody.pass(Holder.NOBODY_YET, Holder.TAKING);
        custody.pass(Holder.TAKING, Holder.OURS);
    }

    private void takeBack() {
        custody.pass(Holder.LENT, Holder.TAKING);
        custody.pass(Holder.TAKING, Holder.OURS);
    }
}
