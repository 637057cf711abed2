package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgPictureTest {
    @Test
    void the_text_of_the_cells_is_in_the_picture() throws Exception {
        CellGrid grid = new CellGrid(20, 2);
        CellGraphics graphics = new CellGraphics(grid);
        graphics.put(1, 0, SafeTexts.byHand("a <b> & \"c\""), Style.PLAIN);
        graphics.put(
                0,
                1,
                SafeTexts.byHand("漢x"),
                new Style(new TextColor.RGB(1, 2, 255), TextColor.ANSI.DEFAULT, Set.of(SGR.BOLD)));

        Document picture = parsed(SvgPicture.of(grid, "Parley & co"));

        var texts = picture.getElementsByTagName("text");
        assertThat(texts.getLength()).isEqualTo(3);
        assertThat(texts.item(0).getTextContent()).contains("a <b> & \"c\"");
        assertThat(texts.item(1).getTextContent()).isEqualTo("漢");
        Element last = (Element) texts.item(2);
        assertThat(last.getTextContent()).isEqualTo("x");
        assertThat(last.getAttribute("fill")).isEqualTo("#0102ff");
        assertThat(last.getAttribute("font-weight")).isEqualTo("bold");
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Parley & co");
    }

    @Test
    void a_reversed_row_is_a_bar_in_the_colour_of_text() throws Exception {
        CellGrid grid = new CellGrid(10, 1);
        grid.blank(0, 0, 10, new Style(TextColor.ANSI.RED, TextColor.ANSI.DEFAULT, Set.of(SGR.REVERSE)));

        Document picture = parsed(SvgPicture.of(grid, "bar"));

        Element bar = (Element) picture.getElementsByTagName("rect").item(1);
        assertThat(bar.getAttribute("fill")).isEqualTo("#d0626d");
        assertThat(bar.getAttribute("width")).isEqualTo("84.0");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
