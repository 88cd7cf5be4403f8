package org.evenhand.foundation;

import java.time.Instant;
import java.util.Set;

/**
 * What a module does when one of its duties falls due: a term that ends lapses, a review that was
 * not held is escalated. Called once for each duty, in a transaction of its own; if it throws,
 * nothing of it stays and the sweep tries again. It never decides about a person.
 */
public interface DutyHandler {
  Set<String> kinds();

  void fellDue(DutyView duty, Instant now);
}
