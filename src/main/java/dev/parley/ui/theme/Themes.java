package dev.parley.ui.theme;

import dev.parley.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where themes come from: folders, the first that has a name wins, then the jar. Reads files when asked; any thread. */
public final class Themes {
    /** The ones in the jar. */
    public static final List<String> BUILT_IN = List.of("default", "light", "high-contrast", "mono");

    private static final String SUFFIX = ".properties";
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_PARENTS = 8;

    private final List<Path> folders;

    /** A theme's text, the place it came from, and how many places had to be passed for it. */
    private record Source(String file, String content, int place) {}

    /** @param folders first come, first served; they need not exist */
    public Themes(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Every theme there is, by name. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(BUILT_IN);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(SUFFIX))
                        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                        .filter(Themes::isName)
                        .forEach(names::add);
            } catch (IOException unreadable) {
                // A folder that cannot be listed has no themes to offer; naming one of them says why.
                continue;
            }
        }
        return List.copyOf(names);
    }

    /**
     * @throws BadTheme where there is none of that name, it cannot be read, or it or one it extends is wrong
     */
    public Theme load(String name) throws BadTheme {
        return new Theme(name, looks(find(name, 0), name, 0));
    }

    /** What a theme gives on top of the one it extends. A theme that extends its own name means the next place's. */
    private Map<Slot, Look> looks(Source source, String name, int depth) throws BadTheme {
        if (depth > MAX_PARENTS) {
            throw new BadTheme(source.file() + ": themes extend each other in a circle.");
        }
        ThemeFile file = ThemeFile.parse(source.file(), source.content());
        Map<Slot, Look> looks = new EnumMap<>(Slot.class);
        if (file.parent().isPresent()) {
            String parent = file.parent().get();
            Source next = find(parent, parent.equals(name) ? source.place() + 1 : 0);
            looks.putAll(looks(next, parent, depth + 1));
        }
        looks.putAll(file.looks());
        return looks;
    }

    private Source find(String name, int place) throws BadTheme {
        if (isName(name)) {
            for (int i = place; i < folders.size(); i++) {
                Path file = folders.get(i).resolve(name + SUFFIX);
                if (Files.isRegularFile(file)) {
                    return new Source(file.toString(), read(file), i);
                }
            }
            if (place <= folders.size() && BUILT_IN.contains(name)) {
                return new Source("themes/" + name + SUFFIX, builtIn(name), folders.size());
            }
        }
        String meant = Nearest.of(name, names())
                .filter(near -> !near.equals(name))
                .map(near -> ", did you mean " + near + "?")
                .orElse(", there are " + String.join(", ", names()) + ".");
        throw new BadTheme("There is no theme " + name + meant);
    }

    private static String read(Path file) throws BadTheme {
        try (InputStream in = Files.newInputStream(file)) {
            return text(file.toString(), in);
        } catch (IOException unreadable) {
            throw new BadTheme(file + " cannot be read.");
        }
    }

    private static String builtIn(String name) throws BadTheme {
        try (InputStream in = Themes.class.getResourceAsStream("/themes/" + name + SUFFIX)) {
            if (in == null) {
                throw new BadTheme("The program's own theme " + name + " is missing.");
            }
            return text(name + SUFFIX, in);
        } catch (IOException unreadable) {
            throw new BadTheme("The program's own theme " + name + " cannot be read.");
        }
    }

    private static String text(String file, InputStream in) throws IOException, BadTheme {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BadTheme(file + " is too long for a theme.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Keeps names from reaching other folders. */
    private static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    }
}
