package org.evenhand.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.Ombudsman;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterRendererTests {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 29);

  private final LetterRenderer letters = new LetterRenderer(Samples.LETTERHEAD);

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  @DisplayName(
      "F4: the appeal paragraph and the Ombudsman stand in every letter, whatever the kind")
  void theAppealParagraphIsAlwaysThere(NoticeKind kind) {
    Letter letter = render(Samples.notice(kind, true, true, Samples.parts()));
    for (String version : List.of(letter.html(), letter.text())) {
      assertThat(version)
          .contains("Your appeal goes to the Head of Customer Services.")
          .contains("by Tuesday 29 December 2026, or within one month from the day you received")
          .contains("Local Government and Social Care Ombudsman")
          .contains("within 12 months of knowing");
    }
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  @DisplayName(
      "F4: where there is no appeal the letter says so and why, and still names the Ombudsman")
  void noAppealIsSaidToo(NoticeKind kind) {
    Letter letter =
        letters.render(
            Samples.notice(kind, false, false, Samples.with(List.of(), null, "It limits nothing.")),
            LetterVariant.STANDARD,
            "N-2026-000001",
            "Hari Head",
            null,
            12);
    for (String version : List.of(letter.html(), letter.text())) {
      assertThat(version)
          .contains("There is no appeal against this letter.")
          .contains("It limits nothing.")
          .contains("Ombudsman")
          .doesNotContain("Send your appeal by");
    }
  }

  @Test
  @DisplayName("P9.2, F12: what, until when, reviewed when, and what would end it sooner")
  void structuredTermsAreSaid() {
    Letter letter = render(Samples.restrictions());
    assertThat(letter.text())
        .contains("1. We take calls from you on Tuesdays from 10 to 11.")
        .contains("Until: Friday 21 May 2027")
        .contains("We will look at it again by: Friday 19 February 2027")
        .contains("What would end it sooner: Three months of calls without shouting.")
        .contains("On 3 and 9 November you shouted")
        .contains("You can ring on Tuesdays")
        .contains("You can ask for a copy of what we hold.")
        .contains("Tell us if you need another format.")
        .contains("Our reference: N-2026-000001");
  }

  @Test
  @DisplayName("F4: landlord matters name the Housing Ombudsman, mixed ones both")
  void bothOmbudsmenWhereMattersAreMixed() {
    NoticeParts p = Samples.parts();
    Letter mixed =
        render(
            Samples.notice(
                NoticeKind.RESTRICTIONS,
                true,
                true,
                new NoticeParts(
                    p.why(),
                    p.actions(),
                    p.howToReachUs(),
                    p.appeal(),
                    null,
                    Set.of(Ombudsman.HOUSING, Ombudsman.LOCAL_GOVERNMENT),
                    p.dataRights(),
                    p.adjustments())));
    assertThat(mixed.html()).contains("housing-ombudsman.org.uk").contains("www.lgo.org.uk");
    assertThat(render(Samples.restrictions()).html()).doesNotContain("housing-ombudsman");
  }

  @Test
  void whatPeopleWroteIsTextNotMarkup() {
    NoticeParts p = Samples.parts();
    Letter letter =
        render(
            Samples.notice(
                NoticeKind.RESTRICTIONS,
                true,
                true,
                new NoticeParts(
                    "You wrote <script>alert(1)</script> & more.\n\nSecond paragraph: ${1+1} #{x}",
                    p.actions(),
                    p.howToReachUs(),
                    p.appeal(),
                    null,
                    p.ombudsman(),
                    p.dataRights(),
                    p.adjustments())));
    assertThat(letter.html())
        .contains("<p>You wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp; more.</p>")
        .contains("<p>Second paragraph: ${1+1} #{x}</p>")
        .doesNotContain("<script");
    assertThat(letter.text()).contains("You wrote <script>alert(1)</script> & more.");
  }

  @Test
  void thePageSaysItsLanguageAndLoadsNothing() {
    Letter letter = render(Samples.restrictions());
    assertThat(letter.html())
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en-GB\"")
        .doesNotContain(" th:")
        .doesNotContain("xmlns")
        .doesNotContain("src=")
        .doesNotContain("href=");
    assertThat(letter.text()).doesNotContain("[(").doesNotContain("[#").doesNotContain("??");
  }

  @Test
  @DisplayName("F7: the digest is that of what was written")
  void theDigestCoversPageAndText() {
    Letter letter = render(Samples.restrictions());
    assertThat(letter.digest())
        .hasSize(64)
        .isEqualTo(LetterRenderer.digest(letter.html(), letter.text()))
        .isNotEqualTo(LetterRenderer.digest(letter.html(), letter.text() + " "));
    assertThat(render(Samples.restrictions()).digest()).isEqualTo(letter.digest());
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  @DisplayName("F3, F4: easy read says everything mandatory, one idea on a line")
  void easyReadLeavesNothingOut(NoticeKind kind) {
    NoticeParts p = Samples.parts();
    Letter letter =
        letters.render(
            Samples.notice(
                kind,
                true,
                true,
                new NoticeParts(
                    "You shouted at two officers. They were frightened.",
                    p.actions(),
                    p.howToReachUs(),
                    new StandardParagraphs(letters).appeal(Language.ENGLISH),
                    null,
                    p.ombudsman(),
                    new StandardParagraphs(letters).dataRights(Language.ENGLISH),
                    "Ask Wanda for another format.")),
            LetterVariant.EASY_READ,
            "N-2026-000001",
            "Hari Head, Head of Housing",
            LAST_DAY,
            12);
    assertThat(letter.text().lines())
        .contains("You shouted at two officers.", "They were frightened.")
        .contains("1. We take calls from you on Tuesdays from 10 to 11.")
        .contains("   Last day: Friday 21 May 2027")
        .contains("   We check it again by: Friday 19 February 2027")
        .contains("   How it can end sooner: Three months of calls without shouting.")
        .contains("Write to us at any time.", "You can ring on Tuesdays from 10 to 11.")
        .contains("Your appeal goes to the Head of Customer Services.")
        .contains("Say why you think the decision is wrong.")
        .contains("Send your appeal by Tuesday 29 December 2026.")
        .contains("Then you have one month from the day you received it, if that is later.")
        .contains(
            "For council services, this is the Local Government and Social Care Ombudsman.",
            "Normally you must do this within 12 months of knowing about the problem.")
        .contains("You can ask us to put right what is wrong.")
        .contains("Ask Wanda for another format.");
    assertThat(letter.html()).contains("<p>You shouted at two officers.</p>");
  }

  @Test
  @DisplayName("F3: easy read has wording of its own for every sentence of the letters")
  void easyReadHasItsOwnWording() {
    var bundle = java.util.ResourceBundle.getBundle("messages.correspondence-letters");
    assertThat(bundle.keySet().stream().filter(k -> k.startsWith("letter.")).map(k -> "easy." + k))
        .isSubsetOf(bundle.keySet());
    assertThat(
            bundle.keySet().stream()
                .filter(k -> k.startsWith("easy."))
                .flatMap(k -> bundle.getString(k).lines())
                .flatMap(l -> Sentences.of(l, java.util.Locale.UK).stream())
                .filter(s -> s.split(" ").length > 18))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "APPEAL_OUTCOME, You need not ask us again first.",
    "REFUSAL_TO_REGISTER, You need not ask us again first.",
    "APPEAL_ACKNOWLEDGEMENT, after our appeal",
    "WARNING, complain to us first"
  })
  @DisplayName("F4, T13: whose turn it is before the Ombudsman's, by kind of letter")
  void theOmbudsmansTurn(NoticeKind kind, String said) {
    assertThat(
            letters
                .render(
                    Samples.notice(kind, false, false, Samples.with(List.of(), null, "Not this.")),
                    LetterVariant.STANDARD,
                    "N-2026-000001",
                    "Hari Head",
                    null,
                    12)
                .text())
        .contains(said);
  }

  @Test
  @DisplayName("A language without wording is said, never replaced")
  void knowsWhichLanguagesItSpeaks() {
    assertThat(letters.speaks(Language.ENGLISH)).isTrue();
    assertThat(letters.speaks(Language.WELSH)).isFalse();
    assertThat(letters.speaks(new Language("fr"))).isFalse();
  }

  private Letter render(NoticeToIssue notice) {
    return letters.render(
        notice,
        LetterVariant.STANDARD,
        "N-2026-000001",
        "Hari Head, Head of Housing",
        LAST_DAY,
        12);
  }
}
