package org.evenhand.reporting.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The faults by which decisions of councils were undone, F1 to F20. Each is seen in three ways: by
 * duties that were late, by restrictions that stand with it, and by acts that were refused because
 * they would have committed it. Where the product refuses every act that could, the third way is
 * all there is to count.
 */
enum Fault {
  F1("CONFIRM_EMERGENCY_MEASURE"),
  F2(
      "REVIEW_RESTRICTION",
      "REVIEW_RESTRICTION_AFTER_BREACH",
      "RESTRICTION_REVIEW_ESCALATED",
      "ANSWER_REVIEW_REQUEST",
      "REVIEW_MARKER",
      "MARKER_REVIEW_OVERDUE"),
  F3("ADJUSTMENT_DECISION", "ADJUSTMENT_OFFER"),
  F4("APPEAL_ACKNOWLEDGE", "APPEAL_PRESENT", "APPEAL_DETERMINE", "APPEAL_TELL"),
  F5("HEAR_AFTERWARDS", "DECIDE_WARNING_CHALLENGE", "ACCURACY_DECISION"),
  F6("SERVICE_RETURN"),
  F7("RECORD_ON_CRM", "CRM_RECORDING_REFUSED"),
  F8("OPEN_A_ROUTE_AFTER_MERGE", "OPEN_A_ROUTE_AFTER_ADJUSTMENT", "OPEN_A_ROUTE_AFTER_IMPORT"),
  F9(
      "ISSUE_RESTRICTION_NOTICE",
      "NOTICE_SERVE_ANOTHER_WAY",
      "CHECK_NOTICE_RECEIVED",
      "TELL_CUSTOMER",
      "TELL_OF_MARKER",
      "EXTERNAL_BLOCK_ORPHAN"),
  F10("POLICY_REVIEW"),
  F11(
      "TELL_END_OF_RESTRICTION",
      "ACKNOWLEDGE_END_OF_RESTRICTION",
      "END_OF_RESTRICTION_NOT_ACKNOWLEDGED",
      "TELL_END_OF_MARKER"),
  F12,
  F13(
      "RESTRICTION_GROUND_GONE",
      "RESTRICTION_GROUND_CORRECTED",
      "MARKER_GROUND_GONE",
      "MARKER_GROUND_CORRECTED",
      "DETERMINATION_RECHECK"),
  F14,
  F15,
  F16,
  F17,
  F18,
  F19("CONTACT_DISPOSITION", "CONTACT_ANSWER", "ANSWER_AS_CONTACT_OFFICER"),
  F20;

  private final List<String> duties;

  Fault(String... duties) {
    this.duties = List.copyOf(Arrays.asList(duties));
  }

  /** The kinds of duty that show it when late; empty for one that no duty shows. */
  List<String> duties() {
    return duties;
  }

  private static final Map<String, Fault> OF_STEP =
      Map.ofEntries(
          Map.entry("ADJUSTMENTS_DECIDED", F3),
          Map.entry("CIRCUMSTANCES", F3),
          Map.entry("NOTICE_ADJUSTMENTS", F3),
          Map.entry("NOTICE_APPEAL", F4),
          Map.entry("NOTICE_APPEAL_TO_WHOM", F4),
          Map.entry("NOTICE_APPEAL_HOW", F4),
          Map.entry("NOTICE_WHY_NO_APPEAL", F4),
          Map.entry("NOTICE_OMBUDSMAN", F4),
          Map.entry("REPRESENTATIONS", F5),
          Map.entry("HEARD_AFTERWARDS", F5),
          Map.entry("NOTICE_ACTION", F12),
          Map.entry("NOTICE_DURATION", F12),
          Map.entry("NOTICE_REVIEW_DATE", F12),
          Map.entry("NOTICE_HOW_TO_END_SOONER", F12),
          Map.entry("NOTICE_HOW_TO_REACH_US", F12),
          Map.entry("OTHERS_AFFECTED", F14),
          Map.entry("MATTERS_FINISHED", F16),
          Map.entry("NOTICE_WHY", F17),
          Map.entry("WARNING", F20));

  /** By codes of refusals. */
  static final Map<String, Fault> OF_REFUSAL =
      Map.ofEntries(
          Map.entry("DETERMINATION_STEPS_MISSING", F1),
          Map.entry("STEPS_BEFORE_RESTRICTION_MISSING", F1),
          Map.entry("WARNING_STEPS_MISSING", F1),
          Map.entry("EMERGENCY_FOR_SAFETY_ONLY", F1),
          Map.entry("EMERGENCY_AGAIN", F1),
          Map.entry("END_MISSING", F2),
          Map.entry("TERM_TOO_LONG", F2),
          Map.entry("PERMANENT_FOR_EXCLUSIONS_ONLY", F2),
          Map.entry("REVIEW_TOO_LATE", F2),
          Map.entry("REVIEW_NOT_POSTPONED", F2),
          Map.entry("REVIEW_OVERDUE", F2),
          Map.entry("REVIEW_DUE_TODAY", F2),
          Map.entry("STARTS_TOO_FAR_AHEAD", F2),
          Map.entry("ADJUSTMENT_UNDECIDED", F3),
          Map.entry("NOTICE_CHANNEL_UNUSABLE", F3),
          Map.entry("NOTICE_NOT_IN_AGREED_VERSION", F3),
          Map.entry("NOTICE_PARTS_MISSING", F4),
          Map.entry("NOTICE_PLANNED_TOO_FAR_AHEAD", F4),
          Map.entry("REVIEW_TOO_LATE_FOR_UNTESTED", F5),
          Map.entry("NOT_INVITED", F5),
          Map.entry("REPLY_DAY_NOT_OVER", F5),
          Map.entry("BEFORE_THE_CONDUCT", F5),
          Map.entry("HEARING_TOO_LATE", F5),
          Map.entry("NO_OPEN_ROUTE", F8),
          Map.entry("COVERS_A_HOME", F8),
          Map.entry("CARVE_OUT_MISSING", F8),
          Map.entry("CARVE_OUT_WEAKENED", F8),
          Map.entry("BREACH_BEFORE_TOLD", F9),
          Map.entry("POLICY_FINDINGS_OPEN", F10),
          Map.entry("POLICY_APPROVALS_MISSING", F10),
          Map.entry("SCOPE_NOT_NAMED", F12),
          Map.entry("SCOPE_CONTRADICTS_ITSELF", F12),
          Map.entry("EVIDENCE_MISSING", F13),
          Map.entry("EVIDENCE_NOT_NAMED", F13),
          Map.entry("EVIDENCE_NOT_FIRST_HAND", F13),
          Map.entry("EVIDENCE_BEFORE_TERM", F13),
          Map.entry("NOBODY_HAS_AUTHORITY", F15),
          Map.entry("MATTER_NOT_CONCLUDED", F16),
          Map.entry("MATTER_IS_LINKED", F16),
          Map.entry("OUR_SHARE_NOT_WEIGHED", F16),
          Map.entry("USING_A_RIGHT_IS_NO_INCIDENT", F18),
          Map.entry("ASKED_OPENLY_TO_RECORD", F18),
          Map.entry("PATTERN_ON_FIRST_CONTACT", F18),
          Map.entry("PERSISTENCE_IS_A_PATTERN", F18),
          Map.entry("A_RIGHT_IS_NOT_REFUSED", F18),
          Map.entry("A_RIGHT_WAS_USED", F18),
          Map.entry("A_RIGHT_IS_NOT_FILED", F19),
          Map.entry("NOT_READ_THROUGH", F19),
          Map.entry("SOMETHING_NEW_IS_NOT_FILED", F19));

  /** Which fault a step of the policy keeps out; F1 for a step that is only that. */
  static Fault ofStep(String step) {
    return OF_STEP.getOrDefault(step, F1);
  }

  /** Which faults an act that was refused for this would have committed; most refusals, none. */
  static Set<Fault> keptOutBy(Refusal refusal) {
    Fault plainly = OF_REFUSAL.get(refusal.code());
    if (plainly != null && refusal instanceof MissingStepsRefusal missing) {
      return missing.steps().stream()
          .map(step -> OF_STEP.getOrDefault(step, plainly))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
    }
    if (plainly != null) {
      return EnumSet.of(plainly);
    }
    if (refusal instanceof AuthorityRefusal) {
      return EnumSet.of(F15);
    }
    if (refusal.code().equals("TEXT_MISSING") && refusal.path().contains("reasons")) {
      return EnumSet.of(F17);
    }
    return refusal.code().equals("TEXT_MISSING") && refusal.path().contains("endsSoonerWhen")
        ? EnumSet.of(F12)
        : Set.of();
  }

  /** The code of the fault that a duty of this kind shows when it is late; null for none. */
  static @Nullable String shownBy(String duty) {
    return Stream.of(values())
        .filter(fault -> fault.duties.contains(duty))
        .map(Fault::name)
        .findFirst()
        .orElse(null);
  }

  static Set<String> allDuties() {
    return new TreeSet<>(Stream.of(values()).flatMap(f -> f.duties.stream()).toList());
  }
}
