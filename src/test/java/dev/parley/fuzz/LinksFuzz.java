package dev.parley.fuzz;

import dev.parley.text.Link;
import dev.parley.text.Links;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What is offered to be opened is one of the schemes, goes where it says, and stands in the text. */
final class LinksFuzz {
    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

    private LinksFuzz() {}

    static void find(byte[] input) {
        String raw = Raw.text(input);
        SafeText text = Sanitizer.NARROW.line(raw);
        List<Links.Candidate> found = Links.in(text);
        for (Links.Candidate candidate : found) {
            Found.unless(text.toString().contains(candidate.written().toString()), "a link that is not in the text");
            fit(candidate);
            candidate.link().ifPresent(link -> Links.misleads(text, link));
        }
        fit(Links.judge(raw));
    }

    private static void fit(Links.Candidate candidate) {
        if (candidate.link().isEmpty()) {
            Found.unless(!candidate.refusal().isEmpty(), "refused without a reason");
            return;
        }
        Link link = candidate.link().get();
        String scheme = URI.create(link.target()).getScheme();
        Found.unless(SCHEMES.contains(scheme), "scheme " + scheme);
        Link.Shown shown = link.shown(40);
        Found.unless(link.target().startsWith(shown.before().toString() + shown.host()), "another host is shown");
        Found.unless(
                link.target().chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<'),
                "a target with more than plain characters: " + link.target());
    }
}
