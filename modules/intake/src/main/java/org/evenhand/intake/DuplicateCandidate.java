package org.evenhand.intake;

import java.util.Set;

/**
 * Somebody on record who may be the same person.
 *
 * @param likeness of the names, from 0 to 1
 * @param agreeing kinds of identifier that both have; a vehicle never counts
 * @param sameDateOfBirth whether both dates of birth are known and the same
 */
public record DuplicateCandidate(
    CustomerView customer, double likeness, Set<IdentifierKind> agreeing, boolean sameDateOfBirth) {
  public DuplicateCandidate {
    agreeing = Set.copyOf(agreeing);
  }
}
