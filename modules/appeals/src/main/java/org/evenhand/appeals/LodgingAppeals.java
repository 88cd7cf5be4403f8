package org.evenhand.appeals;

import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/** Taking appeals in (P10.1 to P10.3, T6 to T8). Call within an act. */
public interface LodgingAppeals {

  /**
   * Puts an appeal on record. In time if it was sent or received by the last day, and always before
   * the notice is served; a late one waits for a person's decision and is never turned away here.
   * Opens the duty to present findings, counted from the day of receipt, and where no grounds are
   * given the duty to ask for them. Publishes {@link AppealLodged}.
   *
   * <p>Refused: {@code NOT_FOUND}, {@code NOTICE_NOT_APPEALABLE}, {@code APPEAL_ALREADY_LODGED}
   * (one for each notice), {@code APPEAL_NOT_IN_WRITING}, {@code APPEAL_ADJUSTMENT_MISSING}, {@code
   * REPRESENTATIVE_MISSING}, {@code REPRESENTATIVE_WITHOUT_AUTHORITY} (T16), {@code
   * APPEAL_CODES_WITHOUT_WORDS}, {@code DATE_IN_FUTURE}, {@code APPEAL_SENT_AFTER_RECEIVED}, {@code
   * APPEAL_BEFORE_NOTICE}, {@code TEXT_TOO_LONG}.
   */
  Outcome<AppealView> lodge(AppealToLodge appeal);

  /**
   * Takes a late appeal in, or leaves it out of time, with the reason (T8). Publishes {@link
   * LateAppealDecided}.
   *
   * <p>Refused: {@code APPEAL_NOT_LATE}, {@code MAY_NOT_DECIDE_LATENESS} (F15), {@code
   * APPEAL_DECIDER_INVOLVED} for somebody with a part in the decision appealed against (T6), {@code
   * TEXT_MISSING}, {@code NO_POLICY_IN_FORCE}.
   */
  Outcome<AppealView> acceptLate(
      AppealId id, @Nullable Integer expectedVersion, boolean accept, String reason);

  /**
   * Adds the grounds of an appeal that came without (T7). Publishes {@link AppealGroundsReceived}.
   * Refused: {@code APPEAL_HAS_GROUNDS}, {@code APPEAL_WRONG_STATUS}, {@code DATE_IN_FUTURE},
   * {@code APPEAL_GROUNDS_BEFORE_APPEAL}, {@code TEXT_MISSING}.
   */
  Outcome<AppealView> recordGrounds(
      AppealId id,
      @Nullable Integer expectedVersion,
      String grounds,
      Set<GroundCode> groundCodes,
      LocalDate receivedOn);
}
