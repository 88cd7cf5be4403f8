package org.evenhand.intake;

import java.time.LocalDate;

/**
 * What lies between a person and the council, counted for whoever weighs a pattern (question 5).
 * Reading here is not logged: who shows it to somebody logs it (T20).
 */
public interface Histories {

  /**
   * The history of a person, all records of theirs together, in one statement however long it is.
   *
   * @param from the first day of contacts and incidents; days are London's
   * @param until the last day
   */
  History of(CustomerId customer, LocalDate from, LocalDate until);
}
