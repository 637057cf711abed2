package dev.parley.terminal;

import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/** Safe text, and text that is not, for tests. */
public final class SafeTexts {
    private SafeTexts() {}

    static SafeText of(String text) {
        return Sanitizer.NARROW.line(text);
    }

    /** What the sanitiser would never let through, to try the second wall. */
    public static SafeText byHand(String text) {
        List<Cluster> clusters = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = TestWidths.endOfCluster(text, at);
            String cluster = text.substring(at, end);
            clusters.add(new Cluster(cluster, Math.max(1, TestWidths.ofCluster(cluster)), false, cluster.length() > 1));
            at = end;
        }
        return ofClusters(clusters);
    }

    static SafeText ofClusters(List<Cluster> clusters) {
        try {
            Constructor<SafeText> constructor = SafeText.class.getDeclaredConstructor(List.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clusters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
