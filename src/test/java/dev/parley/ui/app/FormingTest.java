package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.OneTimeAddress;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.Update;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secure form is opened elsewhere; what holds once in its address is never seen. */
class FormingTest {
    private static final String PAGE = "https://forms.example/secure-form";
    private static final String SECRET = "?readOtk=canary1&writeOtk=canary2";

    private final Story ada = Story.ada();

    private AppDriver app(int columns, int rows) {
        AppDriver app = new AppDriver(columns, rows)
                .tell(
                        ada.name("Ada"),
                        ada.open(),
                        ada.shows("12:01", new Content.SecureForm("contact", "i1", "Your address")));
        app.around().browser = true;
        return app;
    }

    private AppDriver ready(AppDriver app) {
        return app.tell(new Update.FormReady(ada.consumer, ada.id, ada.id, 0, new OneTimeAddress(PAGE, SECRET)));
    }

    private Update told(ReceiptStatus status) {
        long sequence = ada.skip(1) - 1;
        return ada.events(new Receipt(sequence, ada.self, status, List.of(0L)));
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24", "60, 20"})
    void it_is_opened_by_keys_and_its_tokens_are_not_shown(int columns, int rows) {
        AppDriver app =
                app(columns, rows).shows("[1] [secure form: Your address]").press("Tab", "Enter");
        assertThat(app.last(Command.OpenForm.class).sequence()).isZero();

        ready(app).shows("Open this form?", PAGE).hides("canary");
        app.press("y").hides("canary");

        assertThat(app.around().opened).containsExactly(PAGE + SECRET);
        assertThat(app.last(Command.TellForm.class).status()).isEqualTo(ReceiptStatus.VIEWED);
    }

    @Test
    void a_copy_is_whole_and_tells_that_it_was_viewed() {
        AppDriver app = ready(app(80, 24).press("Tab", "Enter"));

        app.press("c").hides("canary");

        assertThat(app.tty().emulator().clipboard()).isEqualTo(PAGE + SECRET);
        assertThat(app.last(Command.TellForm.class).status()).isEqualTo(ReceiptStatus.VIEWED);
    }

    @Test
    void going_back_tells_nothing_and_forgets_the_address() {
        AppDriver app = ready(app(80, 24).press("Tab", "Enter"));

        app.press("Esc");

        assertThat(app.sent(Command.TellForm.class)).isEmpty();
        assertThat(app.around().opened).isEmpty();
        assertThat(app.sent().toString()).doesNotContain("canary");
    }

    @Test
    void that_it_will_not_be_filled_in_can_be_told() {
        AppDriver app = ready(app(80, 24).press("Tab", "Enter")).press("x");

        assertThat(app.last(Command.TellForm.class).status()).isEqualTo(ReceiptStatus.ABORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWED, 'opened, not sent yet'",
        "SUBMITTED, ✓ [secure form: Your address]",
        "ABORTED, will not be filled in",
        "ERROR, something went wrong with it"
    })
    void how_it_stands_shows_on_it(ReceiptStatus status, String words) {
        app(80, 24).tell(told(status)).shows(words);
    }

    @Test
    void what_was_sent_is_not_opened_again() {
        AppDriver app = app(80, 24).tell(told(ReceiptStatus.SUBMITTED)).press("Tab", "Enter");

        app.shows("This form was sent already.");
        assertThat(app.sent(Command.OpenForm.class)).isEmpty();
    }

    @Test
    void its_page_gives_a_number_that_is_told_to_the_agent() {
        AppDriver app = app(80, 24).type("/submitted s-17").press("Enter");

        assertThat(app.last(Command.SubmitForm.class).submissionId()).isEqualTo("s-17");
    }

    /** The letters of a sentence would answer the question: x tells for good that it will not be filled in. */
    @Test
    void a_question_that_comes_while_one_writes_does_not_take_what_is_written() {
        AppDriver app = app(80, 24).press("Tab", "Enter").type("ne");

        ready(app).shows("can be opened").hides("Open this form?").type("xt");

        assertThat(app.input()).isEqualTo("next");
        assertThat(app.sent(Command.TellForm.class)).isEmpty();
    }

    @Test
    void an_address_that_no_browser_should_get_is_not_opened() {
        AppDriver app = app(80, 24)
                .press("Tab", "Enter")
                .tell(new Update.FormReady(
                        ada.consumer, ada.id, ada.id, 0, new OneTimeAddress("javascript:alert(1)//", SECRET)));

        app.shows("not one that could be opened").hides("canary");
        assertThat(app.around().opened).isEmpty();
    }
}
