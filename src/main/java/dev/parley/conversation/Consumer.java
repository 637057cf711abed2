package dev.parley.conversation;

import dev.parley.conversation.TimelineItem.HistoryNote;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One consumer: its link, its conversations, and what was written where none is open yet. Belongs to the thread of its
 * {@link Inbox}.
 */
public final class Consumer {
    private static final Comparator<Conversation> OPEN_THEN_NEWEST = Comparator.comparing(Conversation::isOpen)
            .thenComparing(Consumer::lastHeard)
            .reversed()
            .thenComparing(Conversation::id);

    private final ConsumerKey key;
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Outgoings outgoings = new Outgoings();
    private final Map<String, Update.NameKnown> profiles = new HashMap<>();
    private Link link = Link.CLOSED;
    private Update.@Nullable ConsumerKnown known;
    private @Nullable Profile profile;
    private Storage storage = Storage.KEPT;

    /** Null when something changed since it was made. */
    private @Nullable List<Conversation> sorted;

    Consumer(ConsumerKey key) {
        this.key = key;
    }

    public ConsumerKey key() {
        return key;
    }

    public Link link() {
        return link;
    }

    /** Who it is; empty before the sign-in has answered. */
    public Optional<Update.ConsumerKnown> known() {
        return Optional.ofNullable(known);
    }

    /** What agents see it called; empty before the service was asked. */
    public Optional<Profile> profile() {
        return Optional.ofNullable(profile);
    }

    /** Whether its words are kept on disk. */
    public Storage storage() {
        return storage;
    }

    /** Open before closed; newest first, see {@link Conversation#lastHeard}. */
    public List<Conversation> conversations() {
        if (sorted == null) {
            sorted = conversations.values().stream()
                    .filter(Conversation::isListed)
                    .sorted(OPEN_THEN_NEWEST)
                    .toList();
        }
        return sorted;
    }

    /** One that was opened just now has neither a turn nor facts, and is the newest of all. */
    private static Instant lastHeard(Conversation conversation) {
        return conversation.lastHeard().orElse(Instant.MAX);
    }

    public Optional<Conversation> conversation(String id) {
        return Optional.ofNullable(conversations.get(id)).filter(Conversation::isListed);
    }

    /** The one that is open; the newest, where the service allowed several. */
    public Optional<Conversation> openConversation() {
        return conversations().stream().filter(Conversation::isOpen).findFirst();
    }

    /** Own messages in the unopened place, in order of Enter. */
    public List<Outgoing> unopened() {
        return outgoings.in(Place.unopened(key));
    }

    /** Own messages on their way, and failed ones, in every place; in order of Enter. */
    public List<Outgoing> outgoing() {
        return outgoings.all();
    }

    /** What to call a participant, raw; empty when no name is known (show the role then). */
    public Optional<String> nameOf(Who who) {
        return Optional.ofNullable(profiles.get(who.id()))
                .map(Update.NameKnown::name)
                .filter(name -> !name.isEmpty());
    }

    /** Whether nobody of flesh and blood is behind it: by its role, or by its public profile. */
    public boolean isBot(Who who) {
        return who.role() == Role.BOT
                || Optional.ofNullable(profiles.get(who.id()))
                        .filter(Update.NameKnown::bot)
                        .isPresent();
    }

    /** See {@link Inbox#apply}. */
    boolean apply(Update update) {
        int conversationsBefore = conversations.size();
        boolean changed = fold(update) || conversations.size() != conversationsBefore;
        if (changed) {
            sorted = null;
        }
        return changed;
    }

    private boolean fold(Update update) {
        if (update instanceof Update.Events events) {
            return ensure(events.conversationId()).events(events.dialogId(), events.events());
        }
        if (update instanceof Update.ConversationChanged changed) {
            return ensure(changed.facts().id()).facts(changed.facts());
        }
        if (update instanceof Update.ConversationGone gone) {
            return Optional.ofNullable(conversations.get(gone.conversationId()))
                    .filter(Conversation::gone)
                    .isPresent();
        }
        if (update instanceof Update.HistoryChanged changed) {
            return ensure(changed.conversationId())
                    .history(new HistoryNote(changed.dialogId(), changed.state(), changed.words()));
        }
        if (update instanceof Update.HoleKnown hole) {
            return ensure(hole.conversationId()).holeKnown(hole.dialogId(), hole.from(), hole.to());
        }
        if (update instanceof Update.CopyKnown copy) {
            return ensure(copy.conversationId()).copyKnown(copy.dialogId(), copy.sequence());
        }
        if (update instanceof Update.SavingChanged saving) {
            return Optional.ofNullable(conversations.get(saving.conversationId()))
                    .filter(known -> known.saving(saving.dialogId(), saving.sequence(), saving.saving()))
                    .isPresent();
        }
        if (update instanceof Update.ReadMarked marked) {
            return ensure(marked.conversationId()).markRead(marked.dialogId(), marked.upToSequence());
        }
        if (update instanceof Update.TypingChanged typing) {
            return Optional.ofNullable(conversations.get(typing.conversationId()))
                    .filter(conversation -> conversation.typing(typing.who(), typing.typing()))
                    .isPresent();
        }
        return foldOwnMessage(update) || foldSelf(update);
    }

    private boolean foldOwnMessage(Update update) {
        long before = outgoings.revision();
        if (update instanceof Update.OutgoingChanged changed) {
            Optional.ofNullable(changed.outgoing().place().conversationId()).ifPresent(this::ensure);
            outgoings.put(changed.outgoing(), this::holds);
        } else if (update instanceof Update.OutgoingRemoved removed) {
            outgoings.settle(removed.cid());
        } else if (update instanceof Update.TextReturned returned) {
            outgoings.settle(returned.cid());
        } else if (update instanceof Update.PlaceOpened opened) {
            outgoings.move(Place.unopened(key), ensure(opened.conversationId()).place());
        }
        return outgoings.revision() != before;
    }

    /** What is not about one conversation. Drafts and notices are the screen's own affair. */
    private boolean foldSelf(Update update) {
        if (update instanceof Update.ConsumerKnown now) {
            boolean changed = !now.equals(known);
            known = now;
            return changed;
        }
        if (update instanceof Update.LinkChanged changed) {
            return link(changed.link());
        }
        if (update instanceof Update.StorageChanged changed) {
            boolean news = !changed.storage().equals(storage);
            storage = changed.storage();
            return news;
        }
        if (update instanceof Update.ProfileKnown told) {
            boolean news = !told.profile().equals(profile);
            profile = told.profile();
            return news;
        }
        if (update instanceof Update.NameKnown named) {
            return !named.equals(profiles.put(named.participantId(), named));
        }
        return false;
    }

    private boolean link(Link now) {
        boolean changed = !now.equals(link);
        link = now;
        if (now.state() == Link.State.OFFLINE || now.state() == Link.State.CONNECTING) {
            for (Conversation conversation : conversations.values()) {
                changed |= conversation.linkLost();
            }
        }
        return changed;
    }

    private boolean holds(Outgoing outgoing) {
        return Optional.ofNullable(outgoing.place().conversationId())
                .map(conversations::get)
                .filter(conversation -> conversation.holds(outgoing))
                .isPresent();
    }

    private Conversation ensure(String id) {
        return conversations.computeIfAbsent(id, name -> new Conversation(key, name, outgoings));
    }
}
