package org.evenhand.sharing.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.RecordsErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Referrals with all that partners were told (T26). An evidence pack is a copy of a case: it goes
 * when the case goes, or its customer.
 */
@Component
class SharingRecords implements KeptRecords {

  private final JdbcClient jdbc;
  private final ErasingContent erasing;

  SharingRecords(JdbcClient jdbc, ErasingContent erasing) {
    this.jdbc = jdbc;
    this.erasing = erasing;
  }

  @Override
  public Set<String> types() {
    return Set.of("Referral");
  }

  /** What was shared is in use for as long as the partner may keep it. */
  @Override
  public Collection<Kept> of(Collection<UUID> persons) {
    return jdbc.sql(
            """
            select id, person_id,
                   case status when 'REFUSED' then (decided_at at time zone 'Europe/London')::date
                               when 'WITHDRAWN' then (withdrawn_at at time zone 'Europe/London')::date
                               when 'SHARED' then greatest(expires_on,
                                 (decided_at at time zone 'Europe/London')::date) end
              from sharing.referral where person_id = any(?) and erased_at is null
            """)
        .param(array(persons))
        .query(
            (row, n) ->
                Kept.of(
                    new GlobalId("Referral", row.getObject(1, UUID.class)),
                    row.getObject(2, UUID.class),
                    RecordClass.DECISION,
                    row.getObject(3, LocalDate.class),
                    Set.of()))
        .list();
  }

  @Override
  public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
    LocalDate decisions = endedBefore.getOrDefault(RecordClass.DECISION, LocalDate.of(1, 1, 1));
    return jdbc.sql(
            """
            select distinct person_id from sharing.referral
             where erased_at is null and person_id is not null and proposed_at < ?
            """)
        .param(Timestamp.from(decisions.atStartOfDay(WorkingDays.LONDON).toInstant()))
        .query(UUID.class)
        .list();
  }

  @Override
  public void erase(Collection<GlobalId> records, Instant now) {
    Set<UUID> referrals = of("Referral", records);
    erasing.erase("sharing.referral", "id", referrals);
    erasing.erase("sharing.referral_release", "referral", referrals);
    Set<UUID> releases =
        new HashSet<>(
            jdbc.sql("select id from sharing.referral_release where referral = any(?)")
                .param(array(referrals))
                .query(UUID.class)
                .list());
    for (String table : List.of("referral_document", "referral_change", "referral_delivery")) {
      erasing.erase("sharing." + table, "release", releases);
    }
    erasing.around(releases.stream().map(id -> new GlobalId("ReferralVersion", id)).toList());
  }

  @EventListener
  void on(RecordsErased erased) {
    Set<UUID> packs =
        new HashSet<>(
            jdbc.sql(
                    "select id from sharing.evidence_pack where case_id = any(?) or person_id = any(?)")
                .param(array(of("Consideration", erased.records())))
                .param(array(of("Customer", erased.records())))
                .query(UUID.class)
                .list());
    erasing.erase("sharing.evidence_pack", "id", packs);
    erasing.around(packs.stream().map(id -> new GlobalId("EvidencePack", id)).toList());
  }

  private static Set<UUID> of(String type, Collection<GlobalId> records) {
    var ids = new HashSet<UUID>();
    records.stream().filter(r -> r.type().equals(type)).forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
