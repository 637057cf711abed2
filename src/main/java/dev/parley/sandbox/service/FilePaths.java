package dev.parley.sandbox.service;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of files as PROTOCOL.md section 13 shows them: {@code /v1/AUTH_async-images/ACCOUNT/ID.TYPE}. */
public final class FilePaths {
    private static final Pattern PATH =
            Pattern.compile("/v1/AUTH_async-images/[A-Za-z0-9]{1,32}/([A-Za-z0-9-]{1,64}\\.[A-Z0-9]{1,8})");

    static String make(String account, String id, String fileType) {
        return "/v1/AUTH_async-images/" + account + "/" + id + "." + fileType.toUpperCase(Locale.ROOT);
    }

    /** The last part, which is safe as the name of a file; empty for a path that is none of ours. */
    static Optional<String> name(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it is the name of a file that was put there under such a path. */
    static boolean isName(String name) {
        return name.matches("[A-Za-z0-9-]{1,64}\\.[A-Z0-9]{1,8}");
    }

    private FilePaths() {}
}
