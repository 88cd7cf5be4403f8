package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a case now, from the same table of allowed acts that guards the act.
 *
 * @param action stable code
 * @param refusals why not; empty when allowed
 * @param due by when, where there is a clock
 * @param mutation the mutation that does it
 */
public record AvailableAction(
    String action,
    boolean allowed,
    List<Refusal> refusals,
    @Nullable LocalDate due,
    String mutation) {
  public AvailableAction {
    refusals = List.copyOf(refusals);
  }

  public static AvailableAction of(
      String action, String mutation, List<? extends Refusal> refusals, @Nullable LocalDate due) {
    return new AvailableAction(action, refusals.isEmpty(), List.copyOf(refusals), due, mutation);
  }
}
