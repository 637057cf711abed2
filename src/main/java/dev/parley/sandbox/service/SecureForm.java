package dev.parley.sandbox.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form that a brand has made. What one looks like is not public; ours are plain texts under names. Immutable.
 *
 * @param title as the invitation has it
 */
public record SecureForm(String formId, String title, List<Field> fields) {
    private static final int MAX_VALUE = 1_000;

    /** {@code hidden}: what is typed is not to be seen. */
    public record Field(String name, String label, boolean hidden) {}

    public SecureForm {
        fields = List.copyOf(fields);
    }

    static SecureForm of(String formId, String title) {
        return new SecureForm(
                formId,
                title,
                switch (formId) {
                    case "payment" ->
                        List.of(
                                new Field("name", "Name on the card", false),
                                new Field("number", "Card number", true),
                                new Field("expires", "Expires (MM/YY)", false));
                    case "contact" ->
                        List.of(new Field("name", "Name", false), new Field("mail", "Mail address", false));
                    default -> List.of(new Field("text", "Your answer", false));
                });
    }

    /** What is wrong with these values, as a sentence without any of them; empty when nothing is. */
    Optional<String> wrong(Map<String, String> values) {
        Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
        if (!known.containsAll(values.keySet())) {
            return Optional.of("The form has no such field");
        }
        for (Field field : fields) {
            String value = values.getOrDefault(field.name(), "");
            if (value.isBlank()) {
                return Optional.of(field.label() + " is missing");
            }
            if (value.length() > MAX_VALUE) {
                return Optional.of(field.label() + " is too long");
            }
        }
        return Optional.empty();
    }
}
