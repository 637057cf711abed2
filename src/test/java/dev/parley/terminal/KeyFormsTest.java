package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Key.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every form in which terminals send keys, and what is no key. */
class KeyFormsTest {
    private static final String ESC = "\033";

    private record Form(String bytes, Input... inputs) {}

    private static Key key(Code code) {
        return Key.of(code);
    }

    private static final List<Form> FORMS = List.of(
            new Form("a", Key.text("a")),
            new Form("é", Key.text("é")),
            new Form("å", Key.text("å")),
            new Form("∑", Key.text("∑")),
            new Form("漢", Key.text("漢")),
            new Form("😀", Key.text("😀")),
            new Form("\r", key(Code.ENTER)),
            new Form("\n", Key.ctrl('j')),
            new Form("\t", key(Code.TAB)),
            new Form("\177", key(Code.BACKSPACE)),
            new Form("\b", key(Code.BACKSPACE)),
            new Form("\0", Key.ctrl(' ')),
            new Form("\001", Key.ctrl('a')),
            new Form("\003", Key.ctrl('c')),
            new Form("\021", Key.ctrl('q')),
            new Form("\023", Key.ctrl('s')),
            new Form("\032", Key.ctrl('z')),
            new Form("\034", Key.ctrl('\\')),
            new Form("\035", Key.ctrl(']')),
            new Form("\036", Key.ctrl('^')),
            new Form("\037", Key.ctrl('_')),
            new Form(ESC + "x", Key.alt("x")),
            new Form(ESC + "A", Key.alt("A")),
            new Form(ESC + "/", Key.alt("/")),
            new Form(ESC + "é", Key.alt("é")),
            new Form(ESC + "1", Key.alt("1")),
            new Form(ESC + "\r", key(Code.ENTER).withAlt()),
            new Form(ESC + "\177", key(Code.BACKSPACE).withAlt()),
            new Form(ESC + "\b", key(Code.BACKSPACE).withAlt()),
            new Form(ESC + "\t", key(Code.TAB).withAlt()),
            new Form(ESC + "\003", Key.ctrl('c').withAlt()),
            new Form(ESC + "[A", key(Code.UP)),
            new Form(ESC + "[B", key(Code.DOWN)),
            new Form(ESC + "[C", key(Code.RIGHT)),
            new Form(ESC + "[D", key(Code.LEFT)),
            new Form(ESC + "OA", key(Code.UP)),
            new Form(ESC + "OB", key(Code.DOWN)),
            new Form(ESC + "OC", key(Code.RIGHT)),
            new Form(ESC + "OD", key(Code.LEFT)),
            new Form(ESC + "[1;5C", key(Code.RIGHT).withCtrl()),
            new Form(ESC + "[1;3A", key(Code.UP).withAlt()),
            new Form(ESC + "[1;2D", key(Code.LEFT).withShift()),
            new Form(ESC + "[1;6B", key(Code.DOWN).withCtrl().withShift()),
            new Form(ESC + "[5C", key(Code.RIGHT).withCtrl()),
            new Form(ESC + "O5C", key(Code.RIGHT).withCtrl()),
            new Form(ESC + "Oc", key(Code.RIGHT).withCtrl()),
            new Form(ESC + "Oa", key(Code.UP).withCtrl()),
            new Form(ESC + "[a", key(Code.UP).withShift()),
            new Form(ESC + "[d", key(Code.LEFT).withShift()),
            new Form(ESC + ESC + "[A", key(Code.UP).withAlt()),
            new Form(ESC + ESC + "OB", key(Code.DOWN).withAlt()),
            new Form(ESC + ESC + "[5~", key(Code.PAGE_UP).withAlt()),
            new Form(ESC + "[H", key(Code.HOME)),
            new Form(ESC + "[F", key(Code.END)),
            new Form(ESC + "OH", key(Code.HOME)),
            new Form(ESC + "OF", key(Code.END)),
            new Form(ESC + "[1~", key(Code.HOME)),
            new Form(ESC + "[4~", key(Code.END)),
            new Form(ESC + "[7~", key(Code.HOME)),
            new Form(ESC + "[8~", key(Code.END)),
            new Form(ESC + "[2~", key(Code.INSERT)),
            new Form(ESC + "[3~", key(Code.DELETE)),
            new Form(ESC + "[5~", key(Code.PAGE_UP)),
            new Form(ESC + "[6~", key(Code.PAGE_DOWN)),
            new Form(ESC + "[1;3H", key(Code.HOME).withAlt()),
            new Form(ESC + "[6;3~", key(Code.PAGE_DOWN).withAlt()),
            new Form(ESC + "[3;5~", key(Code.DELETE).withCtrl()),
            new Form(ESC + "[3^", key(Code.DELETE).withCtrl()),
            new Form(ESC + "[7$", key(Code.HOME).withShift()),
            new Form(ESC + "[8@", key(Code.END).withCtrl().withShift()),
            new Form(ESC + "OP", Key.function(1)),
            new Form(ESC + "OS", Key.function(4)),
            new Form(ESC + "[P", Key.function(1)),
            new Form(ESC + "[11~", Key.function(1)),
            new Form(ESC + "[14~", Key.function(4)),
            new Form(ESC + "[15~", Key.function(5)),
            new Form(ESC + "[17~", Key.function(6)),
            new Form(ESC + "[18~", Key.function(7)),
            new Form(ESC + "[19~", Key.function(8)),
            new Form(ESC + "[20~", Key.function(9)),
            new Form(ESC + "[21~", Key.function(10)),
            new Form(ESC + "[23~", Key.function(11)),
            new Form(ESC + "[24~", Key.function(12)),
            new Form(ESC + "[25~", Key.function(1).withShift()),
            new Form(ESC + "[34~", Key.function(8).withShift()),
            new Form(ESC + "[[A", Key.function(1)),
            new Form(ESC + "[[E", Key.function(5)),
            new Form(ESC + "[1;2P", Key.function(1).withShift()),
            new Form(ESC + "[1;2R", Key.function(3).withShift()),
            new Form(ESC + "[R", Key.function(3)),
            new Form(ESC + "[15;5~", Key.function(5).withCtrl()),
            new Form(ESC + "[Z", key(Code.TAB).withShift()),
            new Form(ESC + "OM", key(Code.ENTER)),
            new Form(ESC + "Oq", Key.text("1")),
            new Form(ESC + "Ok", Key.text("+")),
            new Form(ESC + "[27;2;13~", key(Code.ENTER).withShift()),
            new Form(ESC + "[13;2u", key(Code.ENTER).withShift()),
            new Form(ESC + "[13;3u", key(Code.ENTER).withAlt()),
            new Form(ESC + "[13u", key(Code.ENTER)),
            new Form(ESC + "[27u", key(Code.ESCAPE)),
            new Form(ESC + "[9;5u", key(Code.TAB).withCtrl()),
            new Form(ESC + "[127;5u", key(Code.BACKSPACE).withCtrl()),
            new Form(ESC + "[106;5u", Key.ctrl('j')),
            new Form(ESC + "[104;5u", Key.ctrl('h')),
            new Form(ESC + "[97;3u", Key.alt("a")),
            new Form(ESC + "[97;2u", Key.text("A")),
            new Form(ESC + "[97:65;1:1u", Key.text("a")),
            new Form(ESC + "[27;5;46~", Key.ctrl('.')),
            new Form(ESC + "[97;1:3u"),
            new Form(ESC + "[57399u"),
            new Form(ESC + "[156u"),
            new Form(ESC + "[27;5;156~"),
            new Form(ESC + "[I", new Input.Focus(true)),
            new Form(ESC + "[O", new Input.Focus(false)),
            new Form(ESC + "[<64;10;20M", new Input.Burst(-3)),
            new Form(ESC + "[<0;10;20m"),
            new Form(ESC + "[M !!"),
            new Form(ESC + "[12;40R"),
            new Form(ESC + "[?62;22c"),
            new Form(ESC + "[>41;354;0c"),
            new Form(ESC + "[?2026;0$y"),
            new Form(ESC + "[201~"),
            new Form(ESC + "[99~"),
            new Form(ESC + "]11;rgb:0000/0000/0000" + ESC + "\\"),
            new Form(ESC + "]11;rgb:0000/0000/0000\007"),
            new Form(ESC + "P1$r0m" + ESC + "\\"),
            new Form(ESC + "_Gi=1;OK" + ESC + "\\"),
            new Form(ESC + "^hidden" + ESC + "\\"),
            new Form(ESC + "[200~" + ESC + "[201~", new Input.Paste("")),
            new Form(ESC + "[200~a\rb\r\nc\nd" + ESC + "[201~", new Input.Paste("a\nb\nc\nd")),
            new Form(
                    ESC + "[200~😀 é " + ESC + "[A" + ESC + "[20" + ESC + "[201~",
                    new Input.Paste("😀 é " + ESC + "[A" + ESC + "[20")));

    @TestFactory
    Stream<DynamicTest> every_form_is_decoded_in_one_read_or_split_anywhere() {
        return FORMS.stream()
                .map(form -> DynamicTest.dynamicTest(visible(form.bytes()), () -> {
                    byte[] bytes = (form.bytes() + ".").getBytes(StandardCharsets.UTF_8);
                    List<Input> expected = new ArrayList<>(Arrays.asList(form.inputs()));
                    expected.add(Key.text("."));
                    // The sign behind it shows that nothing was left over, but is typed, so it comes in a read of its
                    // own.
                    for (int split = 0; split < bytes.length - 1; split++) {
                        List<Input> seen = new ArrayList<>();
                        KeyDecoder fresh = new KeyDecoder(seen::add, () -> {});
                        fresh.read(bytes, 0, split);
                        fresh.read(bytes, split, bytes.length - 1);
                        fresh.timeout();
                        fresh.read(bytes, bytes.length - 1, bytes.length);
                        assertThat(seen).as("split at " + split).isEqualTo(expected);
                    }
                }));
    }

    private static String visible(String bytes) {
        StringBuilder visible = new StringBuilder();
        bytes.chars().forEach(c -> visible.append(c < 0x20 ? "^" + (char) (c + 0x40) : String.valueOf((char) c)));
        return visible.toString();
    }
}
