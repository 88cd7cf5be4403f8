package org.evenhand.restrictions;

import org.evenhand.correspondence.NoticeView;
import org.evenhand.foundation.Outcome;

/** Telling the customer what was decided (P9.2, F9). Call within an act. */
public interface IssuingNotices {

  /**
   * Writes the notice of a consideration: its findings with reasons, also where the outcome is no
   * action (P4.2, T4), and every action that was decided and not yet told; where none of these is
   * left, the end of those that the customer was told of (F11). Refuses where there is nothing to
   * tell, where the caller is not the one who writes (P9.2, T5), and while a mandatory part is
   * missing (F4).
   */
  Outcome<NoticeView> issue(NoticeToWrite notice);
}
