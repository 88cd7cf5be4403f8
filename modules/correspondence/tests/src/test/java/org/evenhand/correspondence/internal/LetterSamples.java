package org.evenhand.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.StandardWording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes every kind of letter in every version that we set to {@code target/letters}, to be looked
 * at: a checker finds a missing tag, not a letter that nobody wants to read.
 */
class LetterSamples {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 29);

  private final LetterRenderer letters = new LetterRenderer(Samples.LETTERHEAD);
  private final StandardWording wording = new StandardParagraphs(letters);
  private final Typesetter typesetter = new Typesetter();

  @Test
  @Tag("soak")
  @DisplayName("A sample of every kind of letter in every version, to be looked at")
  void everyLetter() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/letters"));
    for (NoticeKind kind : NoticeKind.values()) {
      for (LetterVariant variant : LetterVariant.values()) {
        if (!variant.madeElsewhere()) {
          Letter letter = letter(kind, variant);
          String name = kind + "-" + variant;
          byte[] pdf = typesetter.pdf(letter.html());
          Files.write(folder.resolve(name + ".pdf"), pdf);
          Files.writeString(folder.resolve(name + ".html"), letter.html());
          Files.writeString(folder.resolve(name + ".txt"), letter.text());
          assertThat(PdfUa.faults(pdf)).as(name).isEmpty();
        }
      }
    }
  }

  private Letter letter(NoticeKind kind, LetterVariant variant) {
    NoticeToIssue notice = sample(kind);
    return letters.render(
        notice,
        variant,
        "N-2026-000123",
        "Hari Head, Head of Housing",
        notice.appealable() ? LAST_DAY : null,
        12);
  }

  private NoticeToIssue sample(NoticeKind kind) {
    boolean restricts = kind.alwaysAppealable();
    boolean designates = kind == NoticeKind.DETERMINATION || kind == NoticeKind.RESTRICTIONS;
    boolean appealable = restricts || designates;
    return Samples.notice(
        kind,
        designates,
        restricts,
        new NoticeParts(
            why(kind),
            actions(kind),
            "Write to us at any time, by letter or by email. We read everything you send and answer "
                + "within ten working days.\n\nFor repairs, payments and benefits nothing changes: use "
                + "the website or the usual telephone numbers.",
            appealable ? wording.appeal(Language.ENGLISH) : null,
            appealable ? null : whyNoAppeal(kind),
            kind == NoticeKind.RESTRICTIONS || kind == NoticeKind.REFUSAL_TO_REGISTER
                ? Set.of(Ombudsman.LOCAL_GOVERNMENT, Ombudsman.HOUSING)
                : Set.of(Ombudsman.LOCAL_GOVERNMENT),
            wording.dataRights(Language.ENGLISH),
            wording.adjustments(Language.ENGLISH)));
  }

  private @Nullable String whyNoAppeal(NoticeKind kind) {
    return wording.whyNoAppeal(
        Language.ENGLISH,
        kind == NoticeKind.DETERMINATION
            ? StandardWording.NoAppeal.NO_FINDING
            : StandardWording.NoAppeal.valueOf(kind.name()));
  }

  private static String why(NoticeKind kind) {
    return switch (kind) {
      case DETERMINATION, RESTRICTIONS, EXTENDED, VARIED, REFUSAL_TO_LIFT ->
          "On 3 and 9 November 2026 you shouted at two officers at the counter of the Town Hall and "
              + "told one of them that you would wait for her after work. Both officers were "
              + "frightened and one of them went home.\n\n"
              + "We know that you were waiting for an answer about your repair, and that we were "
              + "late with it. That does not make it acceptable to frighten people. We have thought "
              + "about a warning alone; after the first one, on 12 October, it happened again.";
      case WARNING, MONITORING ->
          "On 3 November 2026 you shouted at an officer at the counter of the Town Hall. The officer "
              + "was frightened. Please do not do this again.";
      case LIFTED -> "We looked at this again on 20 November. There were six calm months.";
      case APPEAL_ACKNOWLEDGEMENT ->
          "We have your appeal of 20 November 2026 against our letter N-2026-000099. You say that you "
              + "were not at the Town Hall on 9 November, and that the time is too long.";
      case APPEAL_OUTCOME ->
          "Your appeal was looked at by somebody who had no part in the decision. It is partly "
              + "upheld: what happened on 9 November was not shown, and the time is shortened.";
      case REFUSAL_TO_REGISTER ->
          "On 18 November 2026 you asked us to look at the parking fine of 2 March again. We decided "
              + "on that complaint on 30 June and wrote to you with our reasons. There is nothing new "
              + "in your letter.";
    };
  }

  private static List<ActionPart> actions(NoticeKind kind) {
    return switch (kind) {
      case DETERMINATION, APPEAL_OUTCOME, REFUSAL_TO_REGISTER -> List.of();
      case APPEAL_ACKNOWLEDGEMENT ->
          List.of(
              plain("A senior officer who had no part in the decision looks into your appeal."),
              plain("The findings are presented to a member of the management team by 1 January."));
      case WARNING -> List.of(plain("If it happens again, we may limit how you can contact us."));
      case MONITORING ->
          List.of(
              new ActionPart(
                  null,
                  "We look at your contact with us for three months.",
                  LocalDate.of(2027, 2, 23),
                  null,
                  null));
      case LIFTED ->
          List.of(
              new ActionPart(
                  Samples.RESTRICTION,
                  "This no longer applies:\nWe take calls from you on Tuesdays from 10 to 11.",
                  LocalDate.of(2026, 11, 20),
                  null,
                  null));
      case RESTRICTIONS, VARIED, EXTENDED, REFUSAL_TO_LIFT ->
          List.of(
              Samples.action(),
              new ActionPart(
                  Samples.RESTRICTION,
                  "You do not come into these buildings, except for a public meeting or to vote.\n"
                      + "Where: Town Hall, Market Street; Housing Office, Station Road",
                  LocalDate.of(2027, 5, 21),
                  LocalDate.of(2027, 2, 19),
                  "Three months without an incident at any of our buildings, or a meeting at which we "
                      + "agree how visits can work."),
              new ActionPart(
                  Samples.RESTRICTION,
                  "One officer answers you: Wanda Warden, telephone 01632 960001.",
                  null,
                  LocalDate.of(2027, 5, 21),
                  "Tell us if you no longer need it.",
                  "This is help and goes on for as long as it is of use."));
    };
  }

  private static ActionPart plain(String what) {
    return new ActionPart(null, what, null, null, null);
  }
}
