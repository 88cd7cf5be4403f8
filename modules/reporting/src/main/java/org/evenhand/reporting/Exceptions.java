package org.evenhand.reporting;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What is overdue or wrong, as it stands now (questions 11, 15, 20, 24, 25, 28, 32). Who answers
 * for the whole sees all; a head of service the areas that they head; police liaison, hate-crime
 * lead and the manager of a contract the list of their work; nobody else anything. Reading here is
 * not logged: who shows it to somebody logs it (T20).
 */
public interface Exceptions {

  /**
   * @param area one service area only, or null
   */
  Page<ReportingException> list(
      ExceptionList list,
      @Nullable ServiceAreaCode area,
      Actor reader,
      Instant now,
      Page.Request request);

  /** How much waits, by kind and service area. */
  List<DutyDigestLine> digest(Actor reader, Instant now);
}
