package org.evenhand.intake.internal;

import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.jspecify.annotations.Nullable;

/**
 * The policy's seventeen examples in its own order, and OTHER (P7.1). What concerns complaints and
 * repetition can be found only as a pattern (F18).
 */
enum Behaviour {
  CONTACT_WITHOUT_NEED(ConductFamily.PERSISTENCE, true),
  GROUNDS_NOT_STATED(ConductFamily.COOPERATION, false),
  COOPERATION_WITHHELD(ConductFamily.COOPERATION, false),
  SCOPE_NOT_ACCEPTED(ConductFamily.ARGUMENT, false),
  PROCESS_TO_BE_CHANGED(ConductFamily.DEMANDS, false),
  COMPLAINTS_ABOUT_STAFF(ConductFamily.DEMANDS, true),
  BASIS_CHANGED(ConductFamily.COOPERATION, true),
  STATEMENTS_CHANGED(ConductFamily.ARGUMENT, true),
  MINOR_INFORMATION_ADDED(ConductFamily.ARGUMENT, true),
  MANY_QUESTIONS(ConductFamily.DEMANDS, false),
  COVERT_RECORDING(ConductFamily.MANNER, false),
  FALSIFIED_DOCUMENTS(ConductFamily.COOPERATION, false),
  PARALLEL_APPROACHES(ConductFamily.PERSISTENCE, true),
  DEMANDS_ON_TIME(ConductFamily.DEMANDS, true),
  REPEATED_WITH_VARIATIONS(ConductFamily.PERSISTENCE, true),
  DECISION_NOT_ACCEPTED(ConductFamily.PERSISTENCE, true),
  OFFENSIVE_REMARKS(ConductFamily.MANNER, false),
  OTHER(null, false);

  final @Nullable ConductFamily family;
  final boolean patternOnly;

  Behaviour(@Nullable ConductFamily family, boolean patternOnly) {
    this.family = family;
    this.patternOnly = patternOnly;
  }

  BehaviourView view() {
    return BehaviourView.ofPolicy(name(), family, patternOnly, this == OTHER);
  }
}
