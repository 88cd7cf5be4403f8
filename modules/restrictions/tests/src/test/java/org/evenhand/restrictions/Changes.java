package org.evenhand.restrictions;

import java.time.LocalDate;
import org.evenhand.spi.Settings;
import org.jspecify.annotations.Nullable;

/** Changes to a restriction as tests draft them. */
final class Changes {

  static final Reasons REASONS =
      new Reasons(
          "Remarks again at the desk",
          "The desk was closed again",
          "Other hours keep contact calm",
          "Fewer hours were tried");

  private Changes() {}

  static RestrictionToVary settings(RestrictionView of, Settings settings) {
    return new RestrictionToVary(
        of.id(), of.version(), settings, 1, null, REASONS, null, null, null, null);
  }

  static RestrictionToVary endsOn(RestrictionView of, LocalDate day) {
    return new RestrictionToVary(
        of.id(), of.version(), null, null, null, REASONS, null, null, day, null);
  }

  static RestrictionToVary scope(RestrictionView of, ActionScope scope) {
    return new RestrictionToVary(
        of.id(), of.version(), null, null, scope, REASONS, null, null, null, null);
  }

  static RestrictionToVary nothing(RestrictionView of) {
    return new RestrictionToVary(
        of.id(), of.version(), null, null, null, REASONS, null, null, null, null);
  }

  static RestrictionToExtend until(RestrictionView of, LocalDate day, NewEvidence evidence) {
    return until(of, day, null, evidence);
  }

  static RestrictionToExtend until(
      RestrictionView of, LocalDate day, @Nullable String longer, NewEvidence evidence) {
    return new RestrictionToExtend(
        of.id(), of.version(), day, false, null, longer, REASONS, null, null, evidence);
  }

  static NewEvidence police(LocalDate on) {
    return new NewEvidence(EvidenceKind.POLICE, null, "22/1234", on, null);
  }
}
