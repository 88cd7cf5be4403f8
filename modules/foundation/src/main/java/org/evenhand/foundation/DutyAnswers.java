package org.evenhand.foundation;

import java.util.Map;

/**
 * What a module says about its kinds of duty to whoever is told of them: what the notice wants of
 * them, and by which mutation they answer. Kinds that nobody mentions are plain duties.
 */
public interface DutyAnswers {

  /**
   * @param notice what the notice is for its reader
   * @param mutation by which the duty is done
   */
  record Answer(StaffNoticeKind notice, String mutation) {}

  /** By the kind of duty. */
  Map<String, Answer> byKind();
}
