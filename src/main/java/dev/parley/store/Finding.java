package dev.parley.store;

import dev.parley.conversation.History.Hit;
import dev.parley.conversation.TimelineEvent.Turn;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in what was said: the index, or with words too short for it every turn, gives where to look, newest
 * first; each is read and compared until there are enough. Worker thread only.
 */
final class Finding {
    private final Sql sql;
    private final List<@Nullable Object> which;
    private final String dialogs;

    Finding(Sql sql, Owner owner, Optional<String> conversationId) {
        this.sql = sql;
        which = new ArrayList<>(Arrays.asList(owner.account(), owner.consumerId()));
        conversationId.ifPresent(which::add);
        dialogs = "(SELECT id FROM dialogs WHERE account = ? AND consumer = ?"
                + (conversationId.isPresent() ? " AND conversation = ?)" : ")");
    }

    List<Hit> find(Words words, int most) throws SQLException, IOException {
        if (words.all().isEmpty() || most <= 0) {
            return List.of();
        }
        String query = Search.query(words.all());
        List<@Nullable Object> values = new ArrayList<>(which);
        String among = "SELECT said.dialog, said.sequence FROM said WHERE dialog IN " + dialogs;
        if (!query.isEmpty()) {
            among += " AND id IN (SELECT rowid FROM words WHERE words MATCH ?)";
            values.add(query);
        }
        List<Hit> hits = new ArrayList<>();
        for (List<@Nullable Object> place : sql.rows(among + " ORDER BY at DESC, dialog, sequence", values.toArray())) {
            turn(place).filter(hit -> words.areAllIn(hit.turn().content())).ifPresent(hits::add);
            if (hits.size() >= most) {
                break;
            }
        }
        return List.copyOf(hits);
    }

    private Optional<Hit> turn(List<@Nullable Object> place) throws SQLException, IOException {
        for (List<@Nullable Object> row : sql.rows(
                "SELECT conversation, dialogs.dialog, body FROM events JOIN dialogs ON id = events.dialog"
                        + " WHERE events.dialog = ? AND sequence = ?",
                place.toArray())) {
            try {
                if (Parser.parse(row.get(2), EventCodec::read) instanceof Turn turn) {
                    return Optional.of(new Hit(Row.text(row.get(0)), Row.text(row.get(1)), turn));
                }
            } catch (Damaged leftOut) {
                continue;
            }
        }
        return Optional.empty();
    }
}
