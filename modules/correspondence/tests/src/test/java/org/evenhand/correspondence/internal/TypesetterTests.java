package org.evenhand.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The letter on paper and for assistive technology (P9.2, F3). */
class TypesetterTests {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 29);

  private final LetterRenderer letters = new LetterRenderer(Samples.LETTERHEAD);
  private static final Typesetter TYPESETTER = new Typesetter();

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  @DisplayName("F3: every kind of letter passes the PDF/UA-1 checker")
  void everyKindIsAccessible(NoticeKind kind) {
    assertThat(PdfUa.faults(pdf(kind, LetterVariant.STANDARD))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(LetterVariant.class)
  @DisplayName("F3: every version of a letter passes the PDF/UA-1 checker")
  void everyVersionIsAccessible(LetterVariant variant) {
    assertThat(PdfUa.faults(pdf(NoticeKind.RESTRICTIONS, variant))).isEmpty();
  }

  @Test
  @DisplayName("F3: the document says its language, title and subject, and numbers its pages")
  void saysWhatItIs() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(pdf(NoticeKind.RESTRICTIONS, LetterVariant.LARGE_PRINT))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("How you can contact us from now on · N-2026-000001");
      assertThat(document.getDocumentInformation().getSubject())
          .isEqualTo("Letter N-2026-000001 of Tuesday 24 November 2026");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("Page 1 of " + document.getNumberOfPages())
          .contains("by Tuesday 29 December 2026, or within one month");
    }
  }

  @Test
  @DisplayName("Names in other scripts are printed; what cannot be printed is known before")
  void knowsWhatItCannotPrint() {
    assertThat(TYPESETTER.missing(Stream.of("Siân Ŵyn, Łukasz Żółć, Ελένη, Олена — “£5”")))
        .isEmpty();
    assertThat(TYPESETTER.missing(Stream.of("You sent \uD83D\uDE21 and 李")))
        .containsExactlyInAnyOrder("\uD83D\uDE21", "李");
  }

  private byte[] pdf(NoticeKind kind, LetterVariant variant) {
    return TYPESETTER.pdf(
        letters
            .render(
                Samples.notice(kind, true, true, Samples.parts()),
                variant,
                "N-2026-000001",
                "Hari Head, Head of Housing",
                LAST_DAY,
                12)
            .html());
  }
}
