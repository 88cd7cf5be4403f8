package org.evenhand.reporting.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults by which decisions of councils were undone, F1 to F20, and the kinds of duty that show
 * one when they are not done in time. A fault without such a kind is refused when somebody is about
 * to commit it, so there is nothing to count.
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
  F8,
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

  /** The kinds of duty that show it when late; empty for one that is only prevented. */
  List<String> duties() {
    return duties;
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
