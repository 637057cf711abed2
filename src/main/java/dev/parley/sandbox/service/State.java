package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything the service knows, as the fold of the ledger. Owned by the sandbox's event loop once it runs. */
public final class State {
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, List<Conversation>> byConsumer = new HashMap<>();
    private final Map<String, ObjectNode> profiles = new HashMap<>();
    private final Map<String, String> nicknames = new HashMap<>();
    private final Map<Long, LedgerEntry.Planned> plans = new TreeMap<>();
    private final TreeSet<LedgerEntry.Planned> agenda = new TreeSet<>(
            Comparator.comparingLong(LedgerEntry.Planned::dueAt).thenComparingLong(LedgerEntry.Planned::id));

    /** Which conversation a dialog belongs to, where its id is not the conversation's. */
    private final Map<String, String> sideDialogs = new HashMap<>();

    private final FileRecords files = new FileRecords();
    private final FormRecords forms = new FormRecords();
    private long nextPlan = 1;

    public void apply(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Opened opened) {
            List<Conversation> theirs = byConsumer.computeIfAbsent(opened.consumerId(), id -> new ArrayList<>());
            Conversation conversation = new Conversation(opened, theirs.isEmpty());
            conversations.put(opened.conversationId(), conversation);
            theirs.add(conversation);
        } else if (entry instanceof LedgerEntry.Published published) {
            of(published.conversationId()).published(published);
            files.apply(published);
            forms.apply(published);
        } else if (entry instanceof LedgerEntry.Joined joined) {
            nicknames.put(joined.agentId(), joined.nickname());
            of(joined.conversationId()).joined(joined);
        } else if (entry instanceof LedgerEntry.Left left) {
            of(left.conversationId()).left(left);
        } else if (entry instanceof LedgerEntry.Closed closed) {
            of(closed.conversationId()).closed(closed);
            forgetPlans(closed.conversationId());
        } else if (entry instanceof LedgerEntry.DialogOpened dialog) {
            nicknames.put(dialog.agentId(), dialog.nickname());
            sideDialogs.put(dialog.dialogId(), dialog.conversationId());
            of(dialog.conversationId()).dialogOpened(dialog);
        } else if (entry instanceof LedgerEntry.DialogClosed closed) {
            of(closed.conversationId()).dialogClosed(closed);
            if (!of(closed.conversationId()).isOpen()) {
                forgetPlans(closed.conversationId());
            }
        } else if (entry instanceof LedgerEntry.Urgency urgency) {
            of(urgency.conversationId()).urgency(urgency);
        } else if (entry instanceof LedgerEntry.Rated rated) {
            of(rated.conversationId()).rated(rated);
        } else if (entry instanceof LedgerEntry.ProfileSet set) {
            profiles.put(set.consumerId(), set.profile());
        } else if (entry instanceof LedgerEntry.Planned planned) {
            plans.put(planned.id(), planned);
            agenda.add(planned);
            nextPlan = Math.max(nextPlan, planned.id() + 1);
        } else if (entry instanceof LedgerEntry.Done done) {
            forget(done.planId());
        } else if (entry instanceof LedgerEntry.Moved moved) {
            Conversation conversation = of(moved.conversationId());
            byConsumer
                    .getOrDefault(conversation.consumerId(), new ArrayList<>())
                    .remove(conversation);
            conversation.moved(moved);
            byConsumer
                    .computeIfAbsent(moved.consumerId(), id -> new ArrayList<>())
                    .add(conversation);
        } else if (entry instanceof LedgerEntry.Noted noted) {
            of(noted.conversationId()).noted(noted.note());
        } else {
            applyRarer(entry);
        }
    }

    private void applyRarer(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Locked locked) {
            of(locked.conversationId()).locked(locked);
        } else if (entry instanceof LedgerEntry.SkillSet skill) {
            of(skill.conversationId()).skill(skill);
        } else if (entry instanceof LedgerEntry.Delayed delayed) {
            of(delayed.conversationId()).delayed(delayed);
        } else {
            files.apply(entry);
            forms.apply(entry);
        }
    }

    private Conversation of(String conversationId) {
        return conversation(conversationId)
                .orElseThrow(() -> new IllegalStateException("an entry about a conversation that was never opened"));
    }

    private void forgetPlans(String conversationId) {
        plans.values().stream()
                .filter(plan -> plan.conversationId().equals(conversationId))
                .map(LedgerEntry.Planned::id)
                .toList()
                .forEach(this::forget);
    }

    private void forget(long planId) {
        LedgerEntry.Planned plan = plans.remove(planId);
        if (plan != null) {
            agenda.remove(plan);
        }
    }

    public Optional<Conversation> conversation(String conversationId) {
        return Optional.ofNullable(conversations.get(conversationId));
    }

    /** The conversation that has a dialog of this id. */
    Optional<Conversation> conversationWith(String dialogId) {
        return conversation(sideDialogs.getOrDefault(dialogId, dialogId));
    }

    /** Of every file there is. */
    public Set<String> filePaths() {
        return Set.copyOf(files.paths());
    }

    FileRecords files() {
        return files;
    }

    FormRecords forms() {
        return forms;
    }

    public Collection<Conversation> conversations() {
        return Collections.unmodifiableCollection(conversations.values());
    }

    /** Oldest first. */
    List<Conversation> conversationsOf(String consumerId) {
        return byConsumer.getOrDefault(consumerId, List.of());
    }

    Optional<ObjectNode> profile(String consumerId) {
        return Optional.ofNullable(profiles.get(consumerId));
    }

    /** The nickname an agent last joined under. */
    Optional<String> nickname(String agentId) {
        return Optional.ofNullable(nicknames.get(agentId));
    }

    /** What falls due first; of two at the same time, what was planned first. */
    public Optional<LedgerEntry.Planned> nextPlan() {
        return agenda.isEmpty() ? Optional.empty() : Optional.of(agenda.first());
    }

    long nextPlanId() {
        return nextPlan;
    }

    boolean hasPlans(String conversationId) {
        return plans.values().stream().anyMatch(plan -> plan.conversationId().equals(conversationId));
    }
}
