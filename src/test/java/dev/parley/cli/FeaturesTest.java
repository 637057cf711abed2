package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table of features in the README: no part of the protocol is missing, and each line has a test that is there. */
class FeaturesTest {
    private static final Pattern SHOWN_BY = Pattern.compile("`([a-z.]+[A-Z]\\w+)#(\\w+)`");
    private static final Pattern PART = Pattern.compile("^\\| ([0-9]+) ");

    private static List<String> rows() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("<!-- features:"), readme.indexOf("<!-- /features -->"));
        return table.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| Part"))
                .toList();
    }

    @Test
    void each_line_names_a_test_that_is_there() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String row : rows()) {
            Matcher named = SHOWN_BY.matcher(row);
            if (!named.find() || !isTest(named.group(1), named.group(2))) {
                wrong.add(row);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void no_part_of_the_protocol_is_missing() throws IOException {
        List<Integer> parts = rows().stream()
                .map(PART::matcher)
                .filter(Matcher::find)
                .map(part -> Integer.parseInt(part.group(1)))
                .toList();

        assertThat(parts).containsAll(IntStream.rangeClosed(2, 13).boxed().toList());
    }

    private static boolean isTest(String name, String method) {
        try {
            return Arrays.stream(Class.forName("dev.parley." + name).getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .anyMatch(FeaturesTest::isTest);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }
}
