package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Update;
import org.junit.jupiter.api.Test;

class BotTest {
    private final Story ada = Story.ada();

    @Test
    void a_bot_is_labelled_as_one_though_it_is_the_assigned_agent() {
        AppDriver app = new AppDriver(120, 24).tell(ada.open(), ada.says("12:02", "Hello!"), ada.name("Ada"));
        assertThat(app.screen()).contains("Ada · agent", "◂ Ada");

        app.tell(new Update.NameKnown(ada.consumer, ada.agent.id(), "Ada", true));

        assertThat(app.screen()).contains("Ada · bot", "◇ Ada").doesNotContain("◂");
    }

    @Test
    void a_bot_without_a_name_is_called_bot() {
        AppDriver app = new AppDriver(120, 24).tell(ada.open(), ada.says("12:02", "Hello!"));

        app.tell(new Update.NameKnown(ada.consumer, ada.agent.id(), "", true));

        assertThat(app.screen()).contains("◇ bot");
    }
}
