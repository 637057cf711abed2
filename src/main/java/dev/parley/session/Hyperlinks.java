package dev.parley.session;

import dev.parley.conversation.Content;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LivePerson's hyperlinks in text (MARKDOWN_HYPERLINKS): {@code #md#[title](address)#/md#}, in older notes the other way
 * round. A terminal shows both, so that nobody has to trust a title. Pure.
 */
final class Hyperlinks {
    private static final String BEGIN = "#md#";
    private static final String END = "#/md#";
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\n]{0,2000}+)]\\(([^()\\s][^()\n]{0,2000}+)\\)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|mailto:|tel:)\\S+");

    private Hyperlinks() {}

    /** Text without the marks; any other content as it is. */
    static Content plain(Content content) {
        return content instanceof Content.Text text && text.text().contains(BEGIN)
                ? new Content.Text(plain(text.text()), text.quickReplies())
                : content;
    }

    /** What stands outside the marks, or has no end, stays as it came. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        int done = 0;
        while (true) {
            int begin = text.indexOf(BEGIN, done);
            int end = begin < 0 ? -1 : text.indexOf(END, begin);
            if (end < 0) {
                return plain.append(text, done, text.length()).toString();
            }
            Matcher link = LINK.matcher(text.substring(begin + BEGIN.length(), end));
            plain.append(text, done, begin)
                    .append(link.replaceAll(each -> Matcher.quoteReplacement(
                            both(each.group(1).strip(), each.group(2).strip()))));
            done = end + END.length();
        }
    }

    /** Which of the two is the address is seen by its looks. */
    static String both(String title, String address) {
        if (ADDRESS.matcher(title).matches() && !ADDRESS.matcher(address).matches()) {
            return both(address, title);
        }
        return title.isEmpty() || title.equals(address) ? address : title + " <" + address + ">";
    }
}
