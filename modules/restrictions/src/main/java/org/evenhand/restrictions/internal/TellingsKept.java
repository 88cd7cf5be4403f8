package org.evenhand.restrictions.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Where it is kept who was told. */
interface TellingsKept extends ListCrudRepository<RestrictionTelling, UUID> {

  @Query("select * from restrictions.telling where restriction_id = :restriction order by id")
  List<RestrictionTelling> ofRestriction(UUID restriction);

  @Query(
      "select * from restrictions.telling where restriction_id in (:restrictions) order by told,"
          + " told_key, id")
  List<RestrictionTelling> ofRestrictions(Collection<UUID> restrictions);

  /** Those that wait for an acknowledgement, of an end first, the longest waiting before others. */
  @Query(
      """
      select * from restrictions.telling
       where case when end_told_at is null then acknowledged_at else end_acknowledged_at end is null
       order by end_told_at nulls last, told_at, id
       limit 1000
      """)
  List<RestrictionTelling> open();
}
