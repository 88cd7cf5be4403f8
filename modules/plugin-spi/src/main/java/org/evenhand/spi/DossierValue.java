package org.evenhand.spi;

import java.util.List;

/** What a dossier says about one field. A form that refuses blanks is told why there is none. */
public sealed interface DossierValue {

  /** This is known: one entry, or several where a field has several. */
  record Known(List<String> entries) implements DossierValue {
    public Known {
      entries = Names.nonEmpty(entries, "Entries");
    }
  }

  /** Nobody knows. */
  record NotKnown() implements DossierValue {}

  /** The question does not arise. */
  record NotApplicable() implements DossierValue {}

  /** It is known and not shared. */
  record Withheld() implements DossierValue {}
}
