package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema draft-04 as LivePerson's published schemas use; files refer to each other by relative path. */
public final class PublishedSchema {
    private final Map<Path, JsonNode> files = new HashMap<>();
    private final Path start;

    public PublishedSchema(Path folder, String file) {
        start = folder.resolve(file).normalize();
    }

    /** What is wrong with it, each with its place; nothing when it passes. */
    public List<String> problems(JsonNode value) {
        return problems(start, file(start), value, "$");
    }

    private List<String> problems(Path file, JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            // In draft-04 nothing beside a $ref counts.
            Path target = file.resolveSibling(schema.path("$ref").textValue()).normalize();
            return problems(target, file(target), value, at);
        }
        List<String> problems = new ArrayList<>(own(schema, value, at));
        members(file, schema, value, at, problems);
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                problems.addAll(problems(file, schema.path("items"), value.get(i), at + "[" + i + "]"));
            }
        }
        schema.path("allOf").forEach(part -> problems.addAll(problems(file, part, value, at)));
        long any = passes(file, schema.path("anyOf"), value, at);
        if (schema.has("anyOf") && any == 0) {
            problems.add(at + " is none of anyOf");
        }
        long one = passes(file, schema.path("oneOf"), value, at);
        if (schema.has("oneOf") && one != 1) {
            problems.add(at + " is " + one + " of oneOf");
        }
        return problems;
    }

    private long passes(Path file, JsonNode alternatives, JsonNode value, String at) {
        long passes = 0;
        for (JsonNode alternative : alternatives) {
            passes += problems(file, alternative, value, at).isEmpty() ? 1 : 0;
        }
        return passes;
    }

    private void members(Path file, JsonNode schema, JsonNode value, String at, List<String> problems) {
        if (!value.isObject()) {
            return;
        }
        JsonNode properties = schema.path("properties");
        value.properties().forEach(member -> {
            String name = member.getKey();
            if (properties.has(name)) {
                problems.addAll(problems(file, properties.path(name), member.getValue(), at + "." + name));
            } else if (schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").booleanValue()) {
                problems.add(at + "." + name + " is not allowed");
            }
        });
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.textValue())) {
                problems.add(at + "." + name.textValue() + " is missing");
            }
        }
    }

    private static List<String> own(JsonNode schema, JsonNode value, String at) {
        List<String> problems = new ArrayList<>();
        if (schema.has("type") && !isOfType(schema.path("type").textValue(), value)) {
            problems.add(at + " is no " + schema.path("type").textValue());
        }
        if (schema.has("enum") && !isAmong(schema.path("enum"), value)) {
            problems.add(at + " is not in the enum");
        }
        if (value.isTextual()) {
            int length = value.textValue().codePointCount(0, value.textValue().length());
            if (length < schema.path("minLength").asInt(0)
                    || length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
                problems.add(at + " has a length of " + length);
            }
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if ((schema.has("minimum")
                            && number.compareTo(schema.path("minimum").decimalValue()) < 0)
                    || (schema.has("maximum")
                            && number.compareTo(schema.path("maximum").decimalValue()) > 0)) {
                problems.add(at + " is out of range");
            }
        }
        return problems;
    }

    private static boolean isAmong(JsonNode values, JsonNode value) {
        for (JsonNode candidate : values) {
            if (candidate.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            // "Long" is the published schemas' own word, and "any" too; neither is draft-04.
            case "integer", "Long" -> value.isIntegralNumber();
            case "any" -> true;
            default -> throw new IllegalStateException("no such type in draft-04: " + type);
        };
    }

    private JsonNode file(Path path) {
        return files.computeIfAbsent(path, any -> {
            try {
                return Examples.PLAIN.readTree(any.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
