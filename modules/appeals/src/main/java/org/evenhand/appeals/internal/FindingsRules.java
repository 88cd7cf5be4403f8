package org.evenhand.appeals.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.DecisionOption;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.GroundFinding;
import org.evenhand.appeals.InvestigatingAppeals.Present;
import org.evenhand.appeals.InvestigatingAppeals.Step;
import org.evenhand.appeals.InvestigationKind;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** What steps and findings must hold, apart from who records them. */
final class FindingsRules {

  static final int LONGEST_TEXT = 10_000;
  static final int LONGEST_LINE = 500;
  private static final int MOST_OPTIONS = 20;

  private FindingsRules() {}

  static List<Refusal> step(Step step, LocalDate receivedOn, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(step.words(), LONGEST_TEXT, "words"));
    boolean aboutSomething =
        step.kind() == InvestigationKind.INTERVIEW || step.kind() == InvestigationKind.EVIDENCE;
    expected(refusals, aboutSomething, step.about(), "about");
    expected(refusals, step.kind() == InvestigationKind.INTERVIEW, step.heldOn(), "heldOn");
    expected(
        refusals,
        step.kind() == InvestigationKind.NEW_INFORMATION,
        step.newInformation(),
        "newInformation");
    if (aboutSomething && step.about() != null) {
      add(refusals, Acts.text(step.about(), LONGEST_LINE, "about"));
    }
    if (step.heldOn() != null && step.heldOn().isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "heldOn"));
    } else if (step.heldOn() != null && step.heldOn().isBefore(receivedOn)) {
      refusals.add(Refusal.at("APPEAL_STEP_BEFORE_APPEAL", "heldOn"));
    }
    return refusals;
  }

  private static void expected(
      List<Refusal> refusals, boolean expected, @Nullable Object given, String path) {
    if (expected && given == null) {
      refusals.add(Refusal.at("APPEAL_STEP_INCOMPLETE", path));
    } else if (!expected && given != null) {
      refusals.add(Refusal.at("APPEAL_STEP_NOT_EXPECTED", path));
    }
  }

  /**
   * T3, T7, T27: grounds on record, new information asked for, and again after something was put
   * right; one finding for each ground.
   */
  static List<Refusal> findings(Present findings, AppealView appeal) {
    var refusals = new ArrayList<Refusal>();
    var missing = new ArrayList<String>();
    if (appeal.grounds() == null) {
      missing.add("APPEAL_GROUNDS");
    }
    if (appeal.course().investigation().stream()
        .noneMatch(e -> e.kind() == InvestigationKind.NEW_INFORMATION)) {
      missing.add("APPEAL_NEW_INFORMATION");
    } else if (appeal.course().correctionToWeigh()) {
      missing.add("APPEAL_CORRECTION_WEIGHED");
    }
    if (!missing.isEmpty()) {
      refusals.add(new MissingStepsRefusal("APPEAL_STEPS_MISSING", missing));
    }
    add(refusals, Acts.text(findings.customersCase(), LONGEST_TEXT, "customersCase"));
    add(refusals, Acts.text(findings.summary(), LONGEST_TEXT, "summary"));
    grounds(
        refusals,
        appeal.groundCodes(),
        findings.grounds().stream().map(GroundFinding::ground).toList());
    for (int i = 0; i < findings.grounds().size(); i++) {
      add(
          refusals,
          Acts.text(
              findings.grounds().get(i).words(),
              LONGEST_TEXT,
              "grounds",
              Integer.toString(i),
              "words"));
    }
    if (findings.options().isEmpty()) {
      refusals.add(Refusal.at("APPEAL_OPTIONS_MISSING", "options"));
    } else if (findings.options().size() > MOST_OPTIONS) {
      refusals.add(
          Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_OPTIONS)), "options"));
    } else {
      for (int i = 0; i < findings.options().size(); i++) {
        DecisionOption option = findings.options().get(i);
        String at = Integer.toString(i);
        add(refusals, Acts.text(option.what(), LONGEST_TEXT, "options", at, "what"));
        add(refusals, Acts.text(option.effect(), LONGEST_TEXT, "options", at, "effect"));
      }
    }
    return refusals;
  }

  /** Each ground of the appeal is answered, once, and nothing else is. */
  static void grounds(List<Refusal> refusals, Set<GroundCode> grounds, List<GroundCode> answered) {
    var open = EnumSet.noneOf(GroundCode.class);
    open.addAll(grounds);
    boolean odd = false;
    for (GroundCode ground : answered) {
      odd |= !open.remove(ground);
    }
    if (!open.isEmpty()) {
      refusals.add(
          Refusal.at(
              "APPEAL_GROUND_WITHOUT_ANSWER",
              Map.of("grounds", open.stream().map(Enum::name).collect(Collectors.joining(", "))),
              "grounds"));
    }
    if (odd) {
      refusals.add(Refusal.at("APPEAL_ANSWER_WITHOUT_GROUND", "grounds"));
    }
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
