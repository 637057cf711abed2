package dev.parley.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reading members of JSON objects that a stranger wrote: what is not as expected is absent, never an exception. */
final class Json {
    static final int MAX_DOCUMENT = 4 << 20;
    static final int MAX_STRING = 2 << 20;
    static final int MAX_DEPTH = 64;
    static final int MAX_NUMBER = 64;
    static final int MAX_NAME = 1 << 10;

    /** A legal frame has some 40 bytes a token; this stops the ones made of brackets and commas. */
    private static final int MAX_TOKENS = 1 << 20;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    static final ObjectMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .nodeFactory(new FiniteNumbers())
            .build();

    /** JSON cannot write what is beyond a double: such a number becomes the largest there is, so that it stays one. */
    private static final class FiniteNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1;

        @Override
        public NumericNode numberNode(double value) {
            return super.numberNode(Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value);
        }
    }

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                // Names come from the network: interning would keep them for ever.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_DOCUMENT)
                        .maxTokenCount(MAX_TOKENS)
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .build())
                .build();
    }

    static ObjectNode parse(String text) throws MalformedFrame {
        // The parser counts the document only while it refills its buffer, which a string never needs.
        if (text.length() > MAX_DOCUMENT) {
            throw new MalformedFrame("longer than " + MAX_DOCUMENT + " characters");
        }
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new MalformedFrame("beyond the limits of depth, string, number, name or count");
        } catch (JsonProcessingException e) {
            throw new MalformedFrame("not JSON");
        }
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedFrame("not a JSON object");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An absent object counts as an empty one; anything that is no object is nothing. */
    static Optional<ObjectNode> objectOrEmpty(JsonNode value) {
        if (present(value) == null) {
            return Optional.of(object());
        }
        return object(value);
    }

    static Optional<ObjectNode> object(JsonNode value) {
        return value instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    static @Nullable JsonNode present(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    static boolean has(JsonNode parent, String name) {
        return present(parent.path(name)) != null;
    }

    /** A string, or the digits of a whole number: ids come as either. */
    static Optional<String> text(JsonNode value) {
        return value.isTextual() || value.isIntegralNumber() ? Optional.of(value.asText()) : Optional.empty();
    }

    static Optional<String> text(JsonNode parent, String name) {
        return text(parent.path(name));
    }

    static Optional<String> id(JsonNode parent, String name) {
        return text(parent, name).filter(id -> !id.isEmpty());
    }

    /** A whole number, or a string of its digits. */
    static OptionalLong number(JsonNode value) {
        if (value.canConvertToExactIntegral() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        if (value.isTextual() && WHOLE.matcher(value.textValue()).matches()) {
            try {
                return OptionalLong.of(Long.parseLong(value.textValue()));
            } catch (NumberFormatException beyondLong) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    static OptionalLong number(JsonNode parent, String name) {
        return number(parent.path(name));
    }

    /** Times, sequences, durations: what is below zero is absent. */
    static OptionalLong natural(JsonNode parent, String name) {
        OptionalLong number = number(parent, name);
        return number.isPresent() && number.getAsLong() >= 0 ? number : OptionalLong.empty();
    }

    static Optional<Integer> integer(JsonNode parent, String name) {
        OptionalLong number = number(parent, name);
        return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
                ? Optional.of((int) number.getAsLong())
                : Optional.empty();
    }

    /** The elements; of a bare element itself alone; of nothing none (PROTOCOL.md 4.3). */
    static List<JsonNode> list(JsonNode value) {
        if (present(value) == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> elements = new ArrayList<>(value.size());
        value.forEach(elements::add);
        return elements;
    }

    static void put(ObjectNode object, String name, Optional<String> value) {
        value.ifPresent(text -> object.put(name, text));
    }

    static void put(ObjectNode object, String name, OptionalLong value) {
        value.ifPresent(number -> object.put(name, number));
    }

    static void set(ObjectNode object, String name, @Nullable JsonNode value) {
        if (value != null) {
            object.set(name, value);
        }
    }

    private Json() {}
}
