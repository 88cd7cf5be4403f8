package org.evenhand.restrictions.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.rules.PersonPrecaution;

/** How staff stay safe, as the front-desk projection keeps it (T17): no rule, only precautions. */
public interface SafetyAtDesk {

  /** With the person on these records. */
  List<PersonPrecaution> withPerson(Collection<UUID> records);

  /** At a place, whoever is there (T21). */
  List<PersonPrecaution> atPlace(String place);

  /** Every place that any precaution goes with. */
  Set<String> places();

  /** A place by its number in the gazetteer. */
  static String byUprn(String uprn) {
    return "UPRN:" + uprn;
  }

  /** A place by its address, in intake's one form. */
  static String byAddress(String addressKey) {
    return "ADDRESS:" + addressKey;
  }
}
