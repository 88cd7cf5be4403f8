package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.correspondence.Paper;
import org.evenhand.foundation.Messages;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.ReferralExport;
import org.springframework.stereotype.Component;

/**
 * Puts the page of a form on paper, with what the partner may do with it printed on it. What the
 * fonts cannot draw is said on the page; a referral does not wait for a character.
 */
@Component
class PrintedForms {

  private static final String PAGE = "application/xhtml+xml";

  private static final String STYLE =
      """
      <style>
      @page { size: A4; margin: 18mm 20mm 22mm 20mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-family: Letter; font-size: 9pt; } }
      body { font-family: Letter, LetterOtherScripts; font-size: 11pt; line-height: 1.4; margin: 0; }
      h1 { font-size: 16pt; }
      table { border-collapse: collapse; width: 100%; }
      th { text-align: left; vertical-align: top; width: 35%; padding: 1mm 4mm 1mm 0; border-top: 1px solid #999; }
      td { vertical-align: top; padding: 1mm 0; border-top: 1px solid #999; }
      td p { margin: 0 0 1mm 0; }
      tr { page-break-inside: avoid; }
      </style></head>\
      """;

  private final Paper paper;
  private final Messages messages;

  PrintedForms(Paper paper, Messages messages) {
    this.paper = paper;
    this.messages = messages;
  }

  /**
   * The same documents, pages as PDF.
   *
   * @throws PluginUnavailableException for a page that is none
   */
  List<Artefact> printed(ReferralExport form, List<Artefact> documents, String handling) {
    return documents.stream()
        .map(one -> one.mediaType().equals(PAGE) ? printed(form, one, handling) : one)
        .toList();
  }

  private Artefact printed(ReferralExport form, Artefact document, String handling) {
    String page = new String(document.content(), StandardCharsets.UTF_8);
    var missing = paper.missing(Stream.of(page));
    String notes =
        paragraph(handling)
            + (missing.isEmpty()
                ? ""
                : paragraph(messages.say("referral.notPrintable", Map.of(), Locale.UK)));
    try {
      byte[] pdf = paper.pdf(page.replace("</head>", STYLE).replace("</body>", notes + "</body>"));
      String name = document.name().replaceFirst("\\.x?html?$", "") + ".pdf";
      return new Artefact(name, "application/pdf", pdf);
    } catch (RuntimeException notOnPaper) {
      throw new PluginUnavailableException(form.id().namespace(), "PLUGIN_FAILED");
    }
  }

  private static String paragraph(String text) {
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
  }
}
