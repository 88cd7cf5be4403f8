package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What courts said about a person, for the desk and for whoever imposes something beside it. */
public interface CourtTermsAtDesk {

  /** By record, those that are in force or will be; a record without any is not in it. */
  Map<UUID, List<CourtTermsInForce>> byRecord(Collection<UUID> records);

  /** On these records, those that are in force or will be. */
  default List<CourtTermsInForce> on(Collection<UUID> records) {
    return byRecord(records).values().stream().flatMap(List::stream).toList();
  }

  /** The records of everybody to whom a court's terms apply on that day. */
  Set<UUID> boundOn(LocalDate day);
}
