package org.evenhand.restrictions;

import java.util.List;
import org.evenhand.correspondence.LetterPreview;
import org.evenhand.correspondence.NoticeDraftView;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

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

  /**
   * The letter in each form exactly as {@link #issue} would write it now; writes nothing. Refused
   * as that is.
   */
  Outcome<LetterPreview> preview(NoticeToWrite notice);

  /**
   * Saves the notice as a draft with every mandatory part that the case gives (P9.2). What a later
   * draft, preview or notice of this case leaves out is taken from it; issuing discards it. What
   * would still stop the notice is told by {@link #problems}, and does not stop a draft.
   *
   * <p>Refused where there is nothing to tell, where the caller is not the one who writes, and for
   * another version than the present one (STALE).
   *
   * @param expectedVersion of the draft that was read; null for a new one
   */
  Outcome<NoticeDraftView> draft(NoticeToWrite notice, @Nullable Integer expectedVersion);

  /** Every reason why the notice could not be issued as it stands; empty when it could. */
  List<Refusal> problems(NoticeToWrite notice);
}
