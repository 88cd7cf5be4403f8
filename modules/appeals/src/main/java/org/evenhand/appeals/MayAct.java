package org.evenhand.appeals;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is independent enough to act on an appeal (T6, question 12). It says nothing
 * about their post.
 *
 * @param name null where nobody by that id is recorded as an officer
 * @param bars why not; empty where nothing stands in the way
 * @param declaredFree whether they declared that they had no part
 */
public record MayAct(ActorId person, @Nullable String name, Set<Bar> bars, boolean declaredFree) {
  public MayAct {
    bars = bars.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(bars));
  }

  /** Whether they may investigate, or decide on lateness or suspension. */
  public boolean mayInvestigate() {
    return bars.isEmpty() || bars.equals(Set.of(Bar.INVESTIGATED));
  }

  /** Whether they may determine: whoever investigated may not. */
  public boolean mayDetermine() {
    return bars.isEmpty();
  }
}
