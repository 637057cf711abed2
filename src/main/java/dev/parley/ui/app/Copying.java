package dev.parley.ui.app;

import dev.parley.conversation.TimelineItem;
import dev.parley.terminal.Tty;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.Outside;
import dev.parley.ui.overlay.Facts;
import dev.parley.ui.overlay.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Copies words out of the screen: through tmux, else by the terminal. Made safe, never raw (RELIABILITY.md 3.1): what is
 * copied here is pasted into a shell or an editor next, where an escape, or the end of a bracketed paste, would act as keys.
 * Every visible character and line break stays. UI thread only.
 */
final class Copying {
    private final Kit kit;
    private final Desk.Screen screen;
    private final Outside outside;

    Copying(Kit kit, Desk.Screen screen, Outside outside) {
        this.kit = kit;
        this.screen = screen;
        this.outside = outside;
    }

    /** What somebody said, whole, however much of it is folded away. */
    void message(TimelineItem item) {
        String words = Finding.said(item);
        if (words.isBlank()) {
            kit.hint("There are no words in it to copy.");
        } else {
            text(words);
        }
    }

    /** {@code name} as Info has it: {@code consumer}, {@code conversation} … */
    void fact(String name) {
        List<Reader.Entry> facts = Facts.entries(kit.state());
        facts.stream()
                .filter(fact -> name(fact).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresentOrElse(
                        fact -> text(fact.right()),
                        () -> kit.error("There is no fact " + name + " to copy; there are: "
                                + String.join(", ", facts()) + "."));
    }

    /** The names of what {@link #fact} copies. */
    List<String> facts() {
        return Facts.entries(kit.state()).stream().map(Copying::name).toList();
    }

    private static String name(Reader.Entry fact) {
        return fact.left().replace(' ', '-');
    }

    void allFacts() {
        text(Facts.entries(kit.state()).stream()
                .map(fact -> fact.left() + ": " + fact.right())
                .collect(Collectors.joining("\n")));
    }

    /** @param raw made safe here */
    void text(String raw) {
        Sanitizer sanitizer = kit.state().look().sanitizer();
        List<SafeText> lines = new ArrayList<>(sanitizer.block(raw));
        while (lines.size() > 1 && lines.get(lines.size() - 1).isBlank()) {
            // The break that ends a last line would run what is pasted into a shell.
            lines.remove(lines.size() - 1);
        }
        int hidden = sanitizer.hidden(raw);
        outside.keep(List.copyOf(lines))
                .thenAccept(kept -> screen.later(() -> {
                    if (kept) {
                        say(lines, hidden, " through tmux");
                    } else {
                        toTerminal(lines, hidden);
                    }
                }));
    }

    private void toTerminal(List<SafeText> lines, int hidden) {
        Tty.Copy copy = screen.copy(lines);
        switch (copy) {
            case SENT -> say(lines, hidden, "");
            case TOO_LONG -> kit.error("That is more than terminals take as one copy (8 KB). Nothing was sent.");
            case NO_CLIPBOARD -> kit.error("This terminal has no clipboard that a program could fill.");
        }
    }

    /** Sent, not copied: no terminal says what it has done with it. */
    private void say(List<SafeText> lines, int hidden, String how) {
        int characters = lines.stream().mapToInt(line -> line.clusters().size()).sum();
        String many = lines.size() > 1
                ? lines.size() + " lines"
                : characters == 1 ? "1 character" : characters + " characters";
        String without = hidden == 0 ? "" : ", without " + hidden + " that cannot be seen";
        kit.hint("Sent to the terminal" + how + ": " + many + without + ".");
    }
}
