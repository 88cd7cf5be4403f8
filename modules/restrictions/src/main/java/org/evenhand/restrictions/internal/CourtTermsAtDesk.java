package org.evenhand.restrictions.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What courts said about a person, for the desk and for whoever imposes something beside it. */
public interface CourtTermsAtDesk {

  /** On these records, those that are in force or will be. */
  List<CourtTermsInForce> on(Collection<UUID> records);
}
