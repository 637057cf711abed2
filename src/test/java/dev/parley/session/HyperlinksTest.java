package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Links;
import dev.parley.text.Sanitizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LivePerson's hyperlinks in text, of which a terminal shows title and address. */
class HyperlinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See #md#[our shop](https://h.example/a?b=1)#/md#!    | See our shop <https://h.example/a?b=1>!",
                "#md#[https://h.example](our shop)#/md#               | our shop <https://h.example>",
                "#md#[https://h.example](https://h.example)#/md#      | https://h.example",
                "#md#[](https://h.example)#/md#                       | https://h.example",
                "#md#[A](https://a.example)#/md##md#[B](tel:1)#/md#   | A <https://a.example>B <tel:1>",
                "#md#[A](https://a.example) or [B](tel:1)#/md#        | A <https://a.example> or B <tel:1>",
                "#md#[$1](https://a.example)#/md#                     | $1 <https://a.example>",
                "#md#not a link#/md#                                  | not a link",
                "#md#[no end](https://h.example)                      | #md#[no end](https://h.example)",
                "[no mark](https://h.example)                         | [no mark](https://h.example)",
            })
    void title_and_address_are_shown(String text, String shown) {
        assertThat(Hyperlinks.plain(text)).isEqualTo(shown);
    }

    @Test
    void the_address_can_be_opened() {
        String shown = Hyperlinks.plain("#md#[our shop](https://h.example/a)#/md#");

        assertThat(Links.in(Sanitizer.NARROW.line(shown)))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.link().orElseThrow().toString()).contains("h.example/a"));
    }

    @Test
    void without_end_it_takes_no_longer() {
        String text = "#md#" + "[x](".repeat(100_000) + "#/md#";

        assertThat(Hyperlinks.plain(text)).hasSize(400_000);
    }

    @Test
    void what_others_say_is_read_so_and_what_one_writes_oneself_is_not() {
        World world = new World();
        world.service.has("a");
        world.settled();

        world.service.agentSays("a", "#md#[Shop](https://h.example)#/md#");
        world.write("a", "#md#[mine](https://h.example)#/md#");
        world.advance(500);

        assertThat(world.rows("a")).containsExactly("Shop <https://h.example>", "#md#[mine](https://h.example)#/md#");
    }
}
