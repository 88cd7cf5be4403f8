package org.evenhand.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.correspondence.internal.Samples.action;
import static org.evenhand.correspondence.internal.Samples.notice;
import static org.evenhand.correspondence.internal.Samples.parts;
import static org.evenhand.correspondence.internal.Samples.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsCheckTests {

  private final PartsCheck check = new PartsCheck(CorrespondenceConfiguration.unsuitableWords());

  @Test
  @DisplayName("P9.2: a notice with all its parts is not refused")
  void wholeNoticePasses() {
    assertThat(check.refusals(Samples.restrictions())).isEmpty();
  }

  static Stream<Arguments> oneMissing() {
    NoticeParts p = parts();
    ActionPart a = action();
    return Stream.of(
        Arguments.of("NOTICE_WHY", wording(" ", p.howToReachUs(), p.dataRights(), p.adjustments())),
        Arguments.of(
            "NOTICE_HOW_TO_REACH_US", wording(p.why(), "", p.dataRights(), p.adjustments())),
        Arguments.of("NOTICE_DATA_RIGHTS", wording(p.why(), p.howToReachUs(), "", p.adjustments())),
        Arguments.of(
            "NOTICE_ADJUSTMENTS", wording(p.why(), p.howToReachUs(), p.dataRights(), "\n")),
        Arguments.of("NOTICE_ACTION", with(List.of(), p.appeal(), null)),
        Arguments.of(
            "NOTICE_ACTION",
            with(
                List.of(
                    new ActionPart(
                        a.restrictionId(), " ", a.until(), a.reviewOn(), a.howToEndSooner())),
                p.appeal(),
                null)),
        Arguments.of(
            "NOTICE_DURATION",
            with(
                List.of(
                    new ActionPart(
                        a.restrictionId(), a.what(), null, a.reviewOn(), a.howToEndSooner())),
                p.appeal(),
                null)),
        Arguments.of(
            "NOTICE_REVIEW_DATE",
            with(
                List.of(
                    new ActionPart(
                        a.restrictionId(), a.what(), a.until(), null, a.howToEndSooner())),
                p.appeal(),
                null)),
        Arguments.of(
            "NOTICE_HOW_TO_END_SOONER",
            with(
                List.of(new ActionPart(a.restrictionId(), a.what(), a.until(), a.reviewOn(), null)),
                p.appeal(),
                null)),
        Arguments.of("NOTICE_APPEAL", with(p.actions(), null, "We would rather not.")),
        Arguments.of(
            "NOTICE_APPEAL_TO_WHOM", with(p.actions(), new AppealPart("", "By letter."), null)),
        Arguments.of(
            "NOTICE_APPEAL_HOW",
            with(p.actions(), new AppealPart("the Head of Customer Services", " "), null)),
        Arguments.of(
            "NOTICE_OMBUDSMAN",
            new NoticeParts(
                p.why(),
                p.actions(),
                p.howToReachUs(),
                p.appeal(),
                null,
                Set.of(),
                p.dataRights(),
                p.adjustments())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneMissing")
  @DisplayName("P9.2, F4, F12: refused while a part is missing, and told which")
  void refusesWhileAPartIsMissing(String step, NoticeParts parts) {
    List<Refusal> refusals = check.refusals(notice(NoticeKind.RESTRICTIONS, true, true, parts));
    assertThat(refusals)
        .singleElement()
        .isInstanceOfSatisfying(
            MissingStepsRefusal.class,
            r -> {
              assertThat(r.code()).isEqualTo("NOTICE_PARTS_MISSING");
              assertThat(r.steps()).containsExactly(step);
            });
  }

  @Test
  @DisplayName("P9.2: every missing part is named at once")
  void namesAllMissingParts() {
    var nothing = new NoticeParts("", List.of(), "", null, null, Set.of(), "", "");
    assertThat(check.refusals(notice(NoticeKind.RESTRICTIONS, true, true, nothing)))
        .singleElement()
        .extracting(r -> ((MissingStepsRefusal) r).steps())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .containsExactly(
            "NOTICE_WHY",
            "NOTICE_ACTION",
            "NOTICE_HOW_TO_REACH_US",
            "NOTICE_APPEAL",
            "NOTICE_OMBUDSMAN",
            "NOTICE_DATA_RIGHTS",
            "NOTICE_ADJUSTMENTS");
  }

  @ParameterizedTest
  @EnumSource(
      value = NoticeKind.class,
      names = {"RESTRICTIONS", "VARIED", "EXTENDED", "REFUSAL_TO_LIFT"})
  @DisplayName(
      "F4: what imposes, varies, extends or refuses to lift carries the appeal, whatever it says")
  void theAppealCannotBeArguedAway(NoticeKind kind) {
    NoticeToIssue notice =
        notice(kind, false, false, with(parts().actions(), null, "It is not needed."));
    assertThat(steps(notice)).containsExactly("NOTICE_APPEAL");
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  @DisplayName("P9.2, F4: what designates is appealable, whichever kind")
  void designationIsAlwaysAppealable(NoticeKind kind) {
    NoticeToIssue notice = notice(kind, true, false, with(parts().actions(), null, "No."));
    assertThat(steps(notice)).containsExactly("NOTICE_APPEAL");
  }

  @Test
  @DisplayName("P4.2, T4: findings without action need no action, but say why there is no appeal")
  void noActionIsANoticeToo() {
    assertThat(
            check.refusals(
                notice(
                    NoticeKind.DETERMINATION,
                    false,
                    false,
                    with(List.of(), null, "It makes no finding against you."))))
        .isEmpty();
    assertThat(steps(notice(NoticeKind.DETERMINATION, false, false, with(List.of(), null, null))))
        .containsExactly("NOTICE_WHY_NO_APPEAL");
  }

  @Test
  @DisplayName("P9.2: a warning may be appealable on its facts")
  void aWarningMayCarryAnAppeal() {
    NoticeToIssue warning =
        notice(
            NoticeKind.WARNING,
            false,
            false,
            with(
                List.of(new ActionPart(null, "We may limit your calls.", null, null, null)),
                parts().appeal(),
                null));
    assertThat(check.refusals(warning)).isEmpty();
    assertThat(warning.appealable()).isTrue();
  }

  @Test
  @DisplayName("P8.3.13: no end only with its reason")
  void noEndNeedsAReason() {
    ActionPart forGood =
        new ActionPart(
            Samples.RESTRICTION,
            "You may not come into the depot.",
            null,
            LocalDate.of(2027, 5, 1),
            "Ask us to look at it again.",
            "Somebody was hurt there.");
    assertThat(
            check.refusals(
                notice(
                    NoticeKind.RESTRICTIONS,
                    true,
                    true,
                    with(List.of(forGood), parts().appeal(), null))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You are BANNED from ringing.",
        "Your calls are vexatious.",
        "We see you as a time-waster",
        "an abusive customer, we think"
      })
  @DisplayName("T28: refuses words about the person")
  void refusesWordsThatAreNotNeutral(String why) {
    NoticeParts p = parts();
    assertThat(
            check.refusals(
                notice(
                    NoticeKind.RESTRICTIONS,
                    true,
                    true,
                    wording(why, p.howToReachUs(), p.dataRights(), p.adjustments()))))
        .singleElement()
        .extracting(Refusal::code)
        .isEqualTo("NOTICE_WORDS_NOT_NEUTRAL");
  }

  @Test
  @DisplayName("T28: a word inside another is none")
  void doesNotFindWordsInsideOthers() {
    NoticeParts p = parts();
    assertThat(
            check.refusals(
                notice(
                    NoticeKind.RESTRICTIONS,
                    true,
                    true,
                    wording(
                        "About the urban plan and the disbanded club on Bannister Road.",
                        p.howToReachUs(),
                        p.dataRights(),
                        p.adjustments()))))
        .isEmpty();
  }

  @Test
  void refusesTextThatIsTooLongWithItsPlace() {
    NoticeParts p = parts();
    assertThat(
            check.refusals(
                notice(
                    NoticeKind.RESTRICTIONS,
                    true,
                    true,
                    wording(
                        "x".repeat(10_001), p.howToReachUs(), p.dataRights(), p.adjustments()))))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("TEXT_TOO_LONG");
              assertThat(r.path()).containsExactly("parts", "why");
            });
  }

  private List<String> steps(NoticeToIssue notice) {
    return check.refusals(notice).stream()
        .filter(MissingStepsRefusal.class::isInstance)
        .flatMap(r -> ((MissingStepsRefusal) r).steps().stream())
        .toList();
  }

  private static NoticeParts wording(
      String why, String howToReachUs, String dataRights, String adjustments) {
    NoticeParts p = Samples.parts();
    return new NoticeParts(
        why,
        p.actions(),
        howToReachUs,
        p.appeal(),
        p.whyNoAppeal(),
        p.ombudsman(),
        dataRights,
        adjustments);
  }
}
