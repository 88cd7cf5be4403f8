package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MissedSlots extends ListCrudRepository<MissedSlot, UUID> {

  @Query(
      "select * from restrictions.missed_slot where restriction_id in (:restrictions) order by missed_from")
  List<MissedSlot> of(Collection<UUID> restrictions);

  /** Other times that were offered and are not over. */
  @Query(
      """
      select * from restrictions.missed_slot
       where restriction_id = :restriction and replacement_to > :now order by replacement_from
      """)
  List<MissedSlot> toCome(UUID restriction, Instant now);
}
