package org.evenhand.restrictions.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MissedSlots extends ListCrudRepository<MissedSlot, UUID> {

  @Query(
      "select * from restrictions.missed_slot where restriction_id in (:restrictions) order by missed_from")
  List<MissedSlot> of(Collection<UUID> restrictions);

  /**
   * Those for which another time was offered, past ones too: what the front desk reads must not
   * depend on when it was written.
   */
  @Query(
      """
      select * from restrictions.missed_slot
       where restriction_id = :restriction and replacement_to is not null order by replacement_from
      """)
  List<MissedSlot> replaced(UUID restriction);
}
