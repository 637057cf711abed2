package dev.parley.ui.keys;

import java.util.List;
import java.util.stream.Collectors;

/** The README's table of keys, in Markdown. */
public final class KeyTable {
    private KeyTable() {}

    /** A heading and a table for each group, LF at each line's end. */
    public static String markdown(Actions<?> actions) {
        return HelpGroup.of(actions).stream().map(KeyTable::group).collect(Collectors.joining("\n"));
    }

    private static String group(HelpGroup group) {
        StringBuilder table = new StringBuilder();
        table.append("### ").append(group.heading()).append("\n\n");
        table.append("| Action | Keys | Command | Id |\n|---|---|---|---|\n");
        for (HelpGroup.Row row : group.rows()) {
            table.append("| ")
                    .append(cell(row.description()))
                    .append(" | ")
                    .append(code(row.keys()))
                    .append(" | ")
                    .append(code(row.commands()))
                    .append(" | `")
                    .append(row.id())
                    .append("` |\n");
        }
        return table.toString();
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + cell(word) + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
