package dev.parley.ui.app;

import dev.parley.conversation.Place;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.CommandLine;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.state.UiState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enter and Tab: tells commands from text. UI thread only. */
final class Entering {
    private final Kit kit;
    private final UiState state;
    private final Actions<Desk> actions;
    private final Desk desk;
    /** What looked like a command and was none: the same again goes as text. */
    private @Nullable String refused;

    Entering(Kit kit, Actions<Desk> actions, Desk desk) {
        this.kit = kit;
        this.state = kit.state();
        this.actions = actions;
        this.desk = desk;
    }

    void enter() {
        Editor editor = state.here().editor();
        String input = editor.text();
        if (input.isBlank()) {
            state.switches().listOver(false);
            return;
        }
        state.notices().clearHint();
        CommandLine.Parsed<Desk> parsed = CommandLine.parse(actions, input, editor.startsPasted());
        if (parsed instanceof CommandLine.Parsed.Run<Desk> run) {
            refused = null;
            command(run, input);
        } else if (parsed instanceof CommandLine.Parsed.Unknown<Desk> unknown) {
            unknown(unknown);
        } else {
            refused = null;
            desk.sending().send(((CommandLine.Parsed.Text<Desk>) parsed).text());
        }
    }

    private void command(CommandLine.Parsed.Run<Desk> run, String input) {
        Optional<String> off = run.action().whyOff().apply(desk);
        if (off.isPresent()) {
            kit.error(Kit.sentence(off.get()));
            return;
        }
        Place place = state.selected();
        Optional<Overlay> before = state.overlays().top();
        desk.editing().edit(Editor::clear);
        kit.remember(input);
        run.action().run().accept(desk, run.arguments());
        // A question that is answered with no leaves things as they were, the command in the input too.
        state.overlays()
                .top()
                .filter(now -> before.filter(now::equals).isEmpty())
                .ifPresent(opened -> {
                    if (opened instanceof Choice choice) {
                        desk.drafting().ask(place, input);
                        choice.otherwise(() -> desk.drafting().unasked(place));
                        choice.afterwards(() -> desk.drafting().answered(place));
                    }
                });
    }

    private void unknown(CommandLine.Parsed.Unknown<Desk> unknown) {
        if (unknown.text().equals(refused)) {
            refused = null;
            desk.sending().send(unknown.text());
            return;
        }
        refused = unknown.text();
        String meant =
                unknown.nearest().map(name -> " (did you mean " + name + "?)").orElse("");
        kit.hint("not a command, Enter again sends it as text" + meant);
    }

    /** Completes a command; else goes to the newest quick replies. */
    void tab() {
        Editor editor = state.here().editor();
        if (editor.text().startsWith("/") && !editor.startsPasted()) {
            desk.completions().tab();
        } else {
            desk.picking().pick("");
        }
    }
}
