package dev.parley.cli;

import java.util.Locale;
import java.util.Map;

/** What the person's locale says about the terminal's charset. run.sh hands it on, because it runs the JVM in UTF-8. */
final class Charset {
    private Charset() {}

    /**
     * Only a locale that names another charset is one without UTF-8, as the C locale does (POSIX calls it the portable
     * one); nothing set means UTF-8.
     */
    static boolean isUtf8(Map<String, String> environment) {
        String locale = environment.getOrDefault("PARLEY_LOCALE", own(environment));
        if (locale.equals("C") || locale.equals("POSIX")) {
            return false;
        }
        int dot = locale.indexOf('.');
        if (dot < 0) {
            return true;
        }
        String charset = locale.substring(dot + 1)
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replaceAll("@.*", "");
        return charset.equals("utf8");
    }

    private static String own(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
