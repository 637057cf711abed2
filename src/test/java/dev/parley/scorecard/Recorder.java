package dev.parley.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** In a run of the profile: leaves out what shows none of the chosen lines, and writes down what the rest came to. */
public final class Recorder implements ExecutionCondition, TestWatcher {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Recorder.class);

    private final Optional<Chosen> chosen = Chosen.ofThisRun();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        outcomes(context);
        return chosen.isEmpty() || context.getTestClass().isEmpty() || shows(context, chosen.get())
                ? ConditionEvaluationResult.enabled("shows a line of this run")
                : ConditionEvaluationResult.disabled("shows no line of this run");
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        record(context, Outcomes.PASSED);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        record(context, Outcomes.FAILED);
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        record(context, Outcomes.NOT_RUN);
    }

    private static boolean shows(ExtensionContext context, Chosen chosen) {
        Class<?> type = context.getRequiredTestClass();
        return context.getTestMethod()
                .map(method -> Showing.of(type, method).stream())
                .orElseGet(() -> of(type).stream())
                .anyMatch(showing -> chosen.contains(showing.line()));
    }

    private static List<Showing> of(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(type.getDeclaredMethods()).flatMap(method -> Showing.of(type, method).stream()),
                        Arrays.stream(type.getDeclaredClasses()).flatMap(inner -> of(inner).stream()))
                .toList();
    }

    private void record(ExtensionContext context, String outcome) {
        context.getTestMethod()
                .ifPresent(method -> outcomes(context)
                        .ifPresent(outcomes ->
                                outcomes.add(Showing.name(context.getRequiredTestClass(), method), outcome)));
    }

    /** Of this run; begun before the first test, whose figures would else be those of the run before. */
    private Optional<Outcomes> outcomes(ExtensionContext context) {
        return chosen.filter(lines -> Dose.isFull())
                .map(lines -> context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(Outcomes.class, first -> Outcomes.begin(Outcomes.FOLDER), Outcomes.class));
    }
}
