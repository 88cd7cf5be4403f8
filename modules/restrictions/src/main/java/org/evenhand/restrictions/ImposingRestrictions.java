package org.evenhand.restrictions;

import org.evenhand.foundation.Outcome;

/** Deciding on an action. Call within an act, but for the preview, which writes nothing. */
public interface ImposingRestrictions {

  /**
   * What {@link #impose} would do: the rules, the letter's wording, what the customer could still
   * do with everything together, and every refusal. Empty where there is no such consideration.
   */
  Outcome<RestrictionPreviewView> preview(RestrictionToImpose proposed);

  /**
   * Decides on an action (P8.3). It has no effect before the customer is told, unless it helps or
   * is an emergency safety measure (F9, F1). Publishes {@link RestrictionImposed}.
   *
   * <p>Refuses what has no determination behind it, or one that does not allow it (P6.3b); what the
   * caller has no power to decide (F15, T5); restrictive action while an adjustment waits for a
   * decision (F3); what would leave no open route (P9.3); what contradicts something in force
   * (T12); settings that do not fit, or that were filled in on an older form; a term or a review
   * out of bounds (F2); what would keep somebody from a home (F8).
   */
  Outcome<RestrictionView> impose(RestrictionToImpose proposed);

  /**
   * Confirms an emergency measure by the full way, so that it does not lapse (F1): a determination
   * has to stand by then.
   */
  Outcome<RestrictionView> confirm(
      RestrictionId id, @org.jspecify.annotations.Nullable Integer expectedVersion, String reasons);
}
