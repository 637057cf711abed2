package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Profile;
import dev.parley.conversation.Update;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.overlay.Reader;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Urgency, rating and profile. What the service makes of it comes as its updates. UI thread only. */
final class Changing {
    private static final String SOLVED = "solved";
    private static final String UNSOLVED = "unsolved";
    private static final Pattern RATING = Pattern.compile("([1-5])(?:\\s+(" + SOLVED + "|" + UNSOLVED + "))?");
    private static final long AWAITED_MILLIS = 60_000;

    private final Kit kit;
    private final UiState state;
    /** Whose profile was asked for, to be shown when it comes. */
    private @Nullable ConsumerKey awaited;

    Changing(Kit kit) {
        this.kit = kit;
        this.state = kit.state();
    }

    void urgent(boolean urgent) {
        state.conversation()
                .ifPresent(here -> kit.send(new Command.SetUrgency(here.place().consumer(), here.id(), urgent)));
    }

    Optional<String> whyNotUrgent(boolean urgent) {
        Optional<Conversation> open = state.conversation().filter(Conversation::isOpen);
        if (open.isEmpty()) {
            return Optional.of("no conversation is open here");
        }
        String type = open.get().facts().map(ConversationFacts::ttrType).orElse("");
        if (type.equals(urgent ? "URGENT" : "NORMAL")) {
            return Optional.of(urgent ? "this conversation is urgent already" : "this conversation is not urgent");
        }
        return Optional.empty();
    }

    static List<String> ratings() {
        List<String> ratings = new ArrayList<>();
        for (int stars = 5; stars > 0; stars--) {
            ratings.add(stars + " " + SOLVED);
            ratings.add(stars + " " + UNSOLVED);
        }
        return ratings;
    }

    Optional<String> whyNotRate() {
        Optional<Conversation> here = state.conversation();
        if (here.isEmpty()) {
            return Optional.of("there is no conversation here");
        }
        boolean ended = !here.get().isOpen()
                || here.get().facts().filter(ConversationFacts::inSurvey).isPresent();
        return ended ? Optional.empty() : Optional.of("a conversation can be rated when it has ended");
    }

    /** {@code 5 solved}; without the second word it asks, since the service wants to know. */
    void rate(String words) {
        Matcher rating = RATING.matcher(words);
        Optional<Conversation> here = state.conversation();
        if (!rating.matches() || here.isEmpty()) {
            kit.error("/rate takes a number from 1 to 5, and " + SOLVED + " or " + UNSOLVED + " if you like.");
            return;
        }
        int stars = Integer.parseInt(rating.group(1));
        ConsumerKey consumer = here.get().place().consumer();
        String id = here.get().id();
        if (rating.group(2) != null) {
            kit.send(new Command.Rate(consumer, id, stars, rating.group(2).equals(SOLVED)));
            return;
        }
        state.overlays()
                .open(new Choice(
                        "Rate with " + stars + " of 5",
                        "Was the matter solved?",
                        List.of(
                                new Choice.Option(
                                        "y",
                                        "yes, it was solved",
                                        () -> kit.send(new Command.Rate(consumer, id, stars, true))),
                                new Choice.Option(
                                        "n",
                                        "no, it was not",
                                        () -> kit.send(new Command.Rate(consumer, id, stars, false))))));
    }

    void profile(String words) {
        ConsumerKey consumer = state.selected().consumer();
        if (words.isEmpty()) {
            awaited = consumer;
            kit.after(AWAITED_MILLIS, () -> awaited = consumer.equals(awaited) ? null : awaited);
            kit.send(new Command.AskProfile(consumer));
            return;
        }
        ProfileOptions.parse(words)
                .ifPresentOrElse(
                        options -> kit.send(new Command.SetProfile(
                                consumer, options.firstName(), options.lastName(), options.nickName())),
                        () -> kit.error("/profile takes --first, --last and --nick, each with a name behind it."));
    }

    void profileKnown(Update.ProfileKnown told) {
        if (!told.consumer().equals(awaited)) {
            return;
        }
        awaited = null;
        Profile profile = told.profile();
        state.overlays()
                .open(new Reader(
                        "Profile",
                        List.of(
                                Reader.Entry.of("first name", shown(profile.firstName())),
                                Reader.Entry.of("last name", shown(profile.lastName())),
                                Reader.Entry.of("nickname", shown(profile.nickName())),
                                Reader.Entry.of("to change it", "/profile --first NAME --last NAME --nick NAME"))));
    }

    private static String shown(String name) {
        return name.isBlank() ? "none" : name;
    }
}
