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

    /** What several elements have, as one list; empty where there is nothing. */
    static String together(List<String> json) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        json.forEach(one -> entries(of(new Click(0, one))).forEach(all::add));
        return all.isEmpty() ? "" : all.toString();
    }

    /** A card's own first, then our id, by which we know the message again. */
    static ArrayNode naming(String cid, @Nullable Click click) {
        ArrayNode metadata = JsonNodeFactory.instance.arrayNode();
        entries(click == null ? null : of(click)).forEach(metadata::add);
        metadata.addObject().put("type", "ExternalId").put("id", cid);
        return metadata;
    }

    private static List<JsonNode> entries(@Nullable JsonNode metadata) {
        if (metadata == null || !metadata.isArray()) {
            return metadata == null ? List.of() : List.of(metadata);
        }
        List<JsonNode> entries = new ArrayList<>();
        metadata.forEach(entries::add);
        return entries;
    }
}
