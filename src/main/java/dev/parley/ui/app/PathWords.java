package dev.parley.ui.app;

/**
 * A path as it is written behind a command, with words behind it: blanks in it stand behind a backslash, or all of it in
 * quotes. Pure.
 *
 * @param path as it was meant
 * @param rest what follows it, stripped
 * @param whole whether something follows, be it a blank: then the path is at its end
 */
record PathWords(String path, String rest, boolean whole) {
    static PathWords of(String words) {
        char first = words.isEmpty() ? ' ' : words.charAt(0);
        if (first == '"' || first == '\'') {
            int end = words.indexOf(first, 1);
            return end < 0
                    ? new PathWords(words.substring(1), "", false)
                    : new PathWords(
                            words.substring(1, end), words.substring(end + 1).strip(), true);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ') {
                return new PathWords(path.toString(), words.substring(i).strip(), true);
            }
            if (c == '\\' && i + 1 < words.length()) {
                i++;
            }
            path.append(words.charAt(i));
        }
        return new PathWords(path.toString(), "", false);
    }

    /** As it is to be written. */
    static String escaped(String path) {
        return path.replace("\\", "\\\\").replace(" ", "\\ ").replaceAll("^([\"'])", "\\\\$1");
    }
}
