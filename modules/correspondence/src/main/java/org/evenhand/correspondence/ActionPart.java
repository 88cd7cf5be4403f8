package org.evenhand.correspondence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action that a notice tells of: what, how long, when it is looked at again, and what would end
 * it sooner (P9.2, F2, F12).
 *
 * @param restrictionId the restriction; null where the action limits nobody, as a meeting does
 * @param what in words the customer can act on
 * @param until the last day, or null where there is none: then {@code noEndBecause} says why
 * @param reviewOn the day by which it is reviewed; needed for a restriction
 * @param howToEndSooner what the customer can do for it to end earlier; needed for a restriction
 * @param noEndBecause the reason for an action without an end (P8.3.13), else null
 */
public record ActionPart(
    @Nullable UUID restrictionId,
    String what,
    @Nullable LocalDate until,
    @Nullable LocalDate reviewOn,
    @Nullable String howToEndSooner,
    @Nullable String noEndBecause) {

  public ActionPart(
      @Nullable UUID restrictionId,
      String what,
      @Nullable LocalDate until,
      @Nullable LocalDate reviewOn,
      @Nullable String howToEndSooner) {
    this(restrictionId, what, until, reviewOn, howToEndSooner, null);
  }
}
