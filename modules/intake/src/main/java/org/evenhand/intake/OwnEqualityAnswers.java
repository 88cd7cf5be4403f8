package org.evenhand.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody said of themselves for equality reports, for themselves: a person who asks what is
 * kept about them gets it (question 21). Whoever puts such an answer together asks here and nobody
 * else does (T20).
 */
public interface OwnEqualityAnswers {

  /** One answer, by the codes that were offered. */
  record Said(EqualityCharacteristic characteristic, String answer, LocalDate saidOn) {}

  /** On all records of that person; empty where nothing was said. */
  List<Said> saidBy(CustomerId customer);
}
