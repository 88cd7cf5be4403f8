package org.evenhand.restrictions;

import java.util.UUID;

/**
 * Whether an appeal of this customer waits for a decision. Whoever keeps appeals publishes a record
 * that implements this, within the act; the front line sees it with the next check.
 */
public interface AppealPendingChanged {

  UUID customerId();

  boolean pending();
}
