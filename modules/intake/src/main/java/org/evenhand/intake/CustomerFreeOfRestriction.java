package org.evenhand.intake;

import java.time.Instant;

/** Nothing restricts this customer's contact any more. */
public interface CustomerFreeOfRestriction {

  CustomerId customerId();

  Instant at();
}
