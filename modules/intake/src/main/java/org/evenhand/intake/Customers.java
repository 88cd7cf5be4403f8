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

  /** By what they are recognised; empty for somebody who was erased (T26). */
  Optional<CustomerIdentity> identity(CustomerId id);

  /**
   * All identities in the order of their ids, a part at a time: to build a projection anew. Who was
   * erased has none.
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

  /**
   * All records known to be about the same person, the kept one first: the asked one alone unless
   * it was merged. Whoever weighs, counts or shows a person's history asks for all of them.
   */
  List<CustomerId> recordsOf(CustomerId id);

  /** For each of these records, itself and those merged into it: what the kept one shows. */
  Map<CustomerId, List<CustomerId>> recordsUnder(Collection<CustomerId> ids);

  /** For those of these records that were merged, the record under which the person is kept. */
  Map<CustomerId, CustomerId> keptRecords(Collection<CustomerId> ids);
}
