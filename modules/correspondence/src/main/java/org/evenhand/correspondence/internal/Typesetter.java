package org.evenhand.correspondence.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.evenhand.correspondence.Paper;
import org.springframework.stereotype.Component;

/** What the fonts cannot draw is known beforehand, so that no letter has a name half printed. */
@Component
class Typesetter implements Paper {

  private static final String FAMILY = "Letter";
  private static final String OTHER_SCRIPTS = "LetterOtherScripts";

  private final byte[] regular = read("/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
  private final byte[] bold = read("/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
  // Greek, Cyrillic and more Latin letters; it comes with PDFBox.
  private final byte[] otherScripts =
      read("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
  private final List<CmapLookup> drawable =
      Stream.of(regular, otherScripts).map(Typesetter::characters).toList();

  Typesetter() {
    // It quotes the text that it cannot lay out, and letters are nobody's business but the
    // reader's.
    XRLog.setLoggingEnabled(false);
  }

  @Override
  public byte[] pdf(String page) {
    var builder =
        new PdfRendererBuilder()
            .useFastMode()
            .usePdfUaAccessibility(true)
            .useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true)
            .useFont(() -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true)
            .useFont(
                () -> new ByteArrayInputStream(otherScripts),
                OTHER_SCRIPTS,
                400,
                FontStyle.NORMAL,
                true)
            .useUriResolver((base, uri) -> null)
            .withProducer("Evenhand")
            .withHtmlContent(page, null);
    try (var out = new ByteArrayOutputStream()) {
      builder.toStream(out).run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> missing(Stream<String> texts) {
    var missing = new TreeSet<String>();
    texts
        .flatMapToInt(String::codePoints)
        .distinct()
        .filter(c -> !Character.isWhitespace(c))
        .filter(c -> drawable.stream().noneMatch(font -> font.getGlyphId(c) > 0))
        .forEach(c -> missing.add(Character.toString(c)));
    return missing;
  }

  private static CmapLookup characters(byte[] font) {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      return parsed.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Typesetter.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
