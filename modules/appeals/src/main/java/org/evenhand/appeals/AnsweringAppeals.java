package org.evenhand.appeals;

import java.util.Set;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/** Writing to whoever appealed (P10.2, T7). Call within an act. */
public interface AnsweringAppeals {

  /**
   * A letter about an appeal.
   *
   * @param words what the writer adds in their own words; null for nothing
   * @param ombudsman whom to turn to afterwards besides those that the matters of the case ask for,
   *     or without a case those that the notice appealed against names (F4)
   */
  record LetterToWrite(
      AppealId id,
      @Nullable Integer expectedVersion,
      @Nullable String words,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang) {
    public LetterToWrite {
      ombudsman = Set.copyOf(ombudsman);
    }
  }

  /**
   * Writes that the appeal came in: who looks into it, by when the findings are presented, to whom,
   * and how to send grounds where there are none (T7). Refused: {@code
   * APPEAL_ALREADY_ACKNOWLEDGED}, while another investigator has to be named (T6), and whatever the
   * letter is refused for.
   */
  Outcome<AppealView> acknowledge(LetterToWrite letter);

  /**
   * Writes what became of an appeal, with the Ombudsman's route (P10.5, F4): the decision with its
   * reasons and what ends and stays, that it was not taken in and why (T8), or that it was taken
   * back. Publishes {@link AppealAnswered}. Refused: {@code APPEAL_ALREADY_ANSWERED}, to somebody
   * with a part in the decision appealed against, and whatever the letter is refused for.
   */
  Outcome<AppealView> issueOutcome(LetterToWrite letter);
}
