package dev.parley.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Outgoing.Click;
import dev.parley.protocol.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes along with an own message: a card's own metadata, and our id (PROTOCOL.md 8.5, 10.4). Pure. */
final class CardMetadata {
    private CardMetadata() {}

    /** The card's, verbatim; null where there is none. */
    static @Nullable JsonNode of(Click click) {
        try {
            return click.metadataJson().isEmpty() ? null : Codec.mapper().readTree(click.metadataJson());
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    /** A card's own first, then our id, by which we know the message again. */
    static ArrayNode naming(String cid, @Nullable Click click) {
        ArrayNode metadata = JsonNodeFactory.instance.arrayNode();
        JsonNode copied = click == null ? null : of(click);
        if (copied != null) {
            List<JsonNode> entries = new ArrayList<>();
            copied.forEach(entries::add);
            metadata.addAll(copied.isArray() ? entries : List.of(copied));
        }
        metadata.addObject().put("type", "ExternalId").put("id", cid);
        return metadata;
    }
}
