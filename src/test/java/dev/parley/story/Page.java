package dev.parley.story;

import dev.parley.terminal.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands on the emulator's screen, in the words of EXPERIENCE.md section 1. Only within a flush: UI thread. */
final class Page {
    private final Emulator screen;

    Page(Emulator screen) {
        this.screen = screen;
    }

    /** All rows. */
    String text() {
        return screen.screen();
    }

    String title() {
        return screen.title();
    }

    String status() {
        return screen.line(0);
    }

    boolean isOnline() {
        return status().contains("online");
    }

    /** The line of hints and notices. */
    String hint() {
        return screen.line(screen.rows() - 1);
    }

    /** The head line of the history. */
    String head() {
        return part(1, divider().map(column -> column + 1).orElse(0), screen.columns());
    }

    /** Whether the words stand anywhere, a line break in between or not. */
    boolean shows(String words) {
        return flat(screen.lines()).contains(words) || text().contains(words);
    }

    /** The column between list and history; empty where there is no list. */
    Optional<Integer> divider() {
        for (int column = 0; column < screen.columns(); column++) {
            if (screen.text(column, 1).equals("│")) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The row between history and input. */
    int rule() {
        for (int row = screen.rows() - 1; row > 0; row--) {
            if (screen.text(0, row).equals("─")
                    && screen.text(screen.columns() - 1, row).equals("─")) {
                return row;
            }
        }
        return screen.rows();
    }

    /** The rows of the list, its heading not among them. */
    List<String> list() {
        List<String> rows = new ArrayList<>();
        for (int row = 2; row < rule(); row++) {
            rows.add(part(row, 0, divider().orElse(0)));
        }
        return rows;
    }

    /** The list's selected row, in cosy density with the line below it; empty where none is on the screen. */
    String selected() {
        List<String> rows = list();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).startsWith("▸")) {
                return rows.get(i);
            }
        }
        return "";
    }

    List<String> history() {
        List<String> rows = new ArrayList<>();
        int from = divider().map(column -> column + 1).orElse(0);
        for (int row = 2; row < rule(); row++) {
            rows.add(part(row, from, screen.columns()));
        }
        return rows;
    }

    /** The history as one line, so that wrapped sentences can be found. */
    String told() {
        return flat(history());
    }

    /** How often these words stand in the history. */
    int count(String words) {
        return told().split(Pattern.quote(words), -1).length - 1;
    }

    /** The history's row that holds these words; empty when none does. */
    String row(String words) {
        return history().stream().filter(row -> row.contains(words)).findFirst().orElse("");
    }

    /** Whether these stand in the history one after the other, whatever stands in between. */
    boolean inOrder(String... texts) {
        int at = 0;
        for (String text : texts) {
            int found = told().indexOf(text, at);
            if (found < 0) {
                return false;
            }
            at = found + text.length();
        }
        return true;
    }

    /** Whether each stands in the history exactly once, in this order. */
    boolean onceInOrder(String... texts) {
        return inOrder(texts) && Stream.of(texts).allMatch(text -> count(text) == 1);
    }

    /** What is typed, rows joined. */
    String input() {
        List<String> rows = new ArrayList<>();
        for (int row = rule() + 1; row < screen.rows() - 1; row++) {
            rows.add(screen.line(row));
        }
        return flat(rows).replaceFirst("^> ?", "");
    }

    /** How the first cell of these words looks in the history, as SGR parameters. */
    Set<String> styleOf(String words) {
        int from = divider().map(column -> column + 1).orElse(0);
        for (int row = 2; row < rule(); row++) {
            StringBuilder line = new StringBuilder();
            List<Integer> columns = new ArrayList<>();
            for (int column = from; column < screen.columns(); column++) {
                String cell = screen.text(column, row);
                for (int i = 0; i < cell.length(); i++) {
                    columns.add(column);
                }
                line.append(cell);
            }
            int at = line.indexOf(words);
            if (at >= 0) {
                return screen.style(columns.get(at), row);
            }
        }
        return Set.of("not there");
    }

    /** Whether every cell that is ours alone holds what we drew there: the divider, the rule with its tee. */
    boolean frameStands() {
        int rule = rule();
        int divider = divider().orElse(-1);
        if (rule >= screen.rows() || divider < 0) {
            return false;
        }
        for (int row = 1; row < rule; row++) {
            if (!screen.text(divider, row).equals("│")) {
                return false;
            }
        }
        for (int column = 0; column < screen.columns(); column++) {
            if (!screen.text(column, rule).equals(column == divider ? "┴" : "─")) {
                return false;
            }
        }
        return true;
    }

    private String part(int row, int from, int to) {
        StringBuilder part = new StringBuilder();
        for (int column = from; column < to; column++) {
            part.append(screen.text(column, row));
        }
        return part.toString().stripTrailing();
    }

    private static String flat(List<String> rows) {
        return String.join(" ", rows).replaceAll("\\s+", " ").strip();
    }
}
