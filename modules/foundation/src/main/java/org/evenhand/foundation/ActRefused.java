package org.evenhand.foundation;

import java.time.Instant;
import java.util.List;

/**
 * Somebody tried an act, and it was refused; nothing of it was written. Heard within this node
 * only, after the act: for counting what the product stood in the way of (F1 to F20), never for
 * anything that must not be missed. It is no record of what somebody wrote.
 *
 * @param act the mutation's name
 * @param refusals at least one
 */
public record ActRefused(String act, List<Refusal> refusals, Actor actor, Instant at) {
  public ActRefused {
    refusals = List.copyOf(refusals);
  }
}
