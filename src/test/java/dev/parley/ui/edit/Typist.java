package dev.parley.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.Chord;
import dev.parley.ui.keys.KeySequence;
import dev.parley.ui.keys.Mode;
import java.util.Optional;

/** Presses keys by name, through the table of actions; a bar in a shown text is the cursor. */
final class Typist {
    private final Actions<Editor> actions = Actions.of(EditActions.of(Mode.CONVERSATION, Optional::of));
    private final Chord<Editor> chord = new Chord<>();
    private final Editor editor;

    private Typist(Editor editor) {
        this.editor = editor;
    }

    static Typist at(Editor editor) {
        return new Typist(editor);
    }

    static Typist types(String text) {
        return at(new Editor()).type(text);
    }

    Typist type(String text) {
        text.codePoints().forEach(typed -> editor.insert(Character.toString(typed)));
        return this;
    }

    Typist paste(String text) {
        editor.paste(text);
        return this;
    }

    Typist press(String... names) {
        for (String name : names) {
            KeySequence.parse(name).orElseThrow().keys().forEach(key -> {
                if (chord.press(actions, Mode.CONVERSATION, key) instanceof Chord.Outcome.Run<Editor> run) {
                    actions.run(run.action(), editor, "");
                }
            });
        }
        return this;
    }

    Editor editor() {
        return editor;
    }

    void sees(String expected) {
        String shown = editor.text().substring(0, editor.cursor()) + "|"
                + editor.text().substring(editor.cursor());
        assertThat(shown).isEqualTo(expected);
    }
}
