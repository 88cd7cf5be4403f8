package org.evenhand.restrictions.internal;

import java.util.List;
import org.evenhand.rules.PersonPrecaution;

/** How to stay safe at a place, whoever is there (T21); never who lives there. */
record DeskPlace(List<PersonPrecaution> precautions) {
  DeskPlace {
    precautions = List.copyOf(precautions);
  }
}
