package org.evenhand.intake;

import java.time.Instant;

/**
 * From now on something restricts this customer's contact, so each of their contacts needs an
 * answer (F19). Whoever restricts publishes a record that implements this.
 */
public interface CustomerCameUnderRestriction {

  CustomerId customerId();

  Instant at();
}
