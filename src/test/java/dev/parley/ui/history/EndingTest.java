package dev.parley.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {
    @ParameterizedTest
    @CsvSource({
        "CONSUMER, closed by you",
        "AGENT, closed by the agent",
        "TIMEOUT, closed after a long silence",
        "SYSTEM, closed by system",
        "BACK_OFFICE, closed by back office",
        ", closed"
    })
    void it_is_said_who_or_what_closed_it(String reason, String words) {
        ConversationFacts closed = new ConversationFacts(
                "a",
                false,
                List.of(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(reason),
                Optional.empty(),
                "NORMAL",
                List.of(),
                1,
                Optional.empty());

        assertThat(Ending.of(closed).words()).isEqualTo(words);
    }
}
