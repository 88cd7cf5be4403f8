package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customers on record. Reading here is not logged: who shows a person's record to somebody logs
 * it (T20).
 */
public interface Customers {

  Optional<CustomerView> find(CustomerId id);

  /** Those that exist, in no order. */
  List<CustomerView> find(Collection<CustomerId> ids);

  Optional<CustomerView> byReference(String reference);

  Optional<CustomerIdentity> identity(CustomerId id);

  /**
   * All identities in the order of their ids, a part at a time: to build a projection anew.
   *
   * @param after the last one seen; null to begin
   */
  List<CustomerIdentity> identities(@Nullable CustomerId after, int atMost);

  /** The groups of which this customer is a member today (T15). */
  List<CustomerId> groupsOf(CustomerId member);

  /**
   * As {@link #groupsOf(CustomerId)} for many, with the groups whole; nothing for the groupless.
   */
  Map<CustomerId, List<CustomerView>> groupsOf(Collection<CustomerId> members);
}
