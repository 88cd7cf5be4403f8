package org.evenhand.sharing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhand.spi.TypeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a plugin's leaving would cut off: agreements that pin its form, referrals that wait for a
 * decision or may have to be corrected, partners that it takes things to (P8.2, T22).
 */
@Component
class SharingOfPlugins implements OpenPluginWork {

  private final JdbcClient jdbc;
  private final Clock clock;

  SharingOfPlugins(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Item> of(Set<String> pluginIds) {
    String[] plugins = pluginIds.toArray(String[]::new);
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    var open = new ArrayList<Item>();
    open.addAll(
        items(
            "SHARING_AGREEMENT",
            "SharingAgreement",
            """
            select id, export from sharing.agreement,
                   unnest(string_to_array(exports, ',')) as export
             where split_part(export, '.', 1) = any(?) and valid_until >= ? order by id, export
            """,
            plugins,
            today));
    open.addAll(
        items(
            "REFERRAL",
            "Referral",
            """
            select id, export from sharing.referral
             where split_part(export, '.', 1) = any(?) and expires_on >= ?
               and status in ('PROPOSED', 'SHARED') and person_id is not null order by id
            """,
            plugins,
            today));
    open.addAll(
        items(
            "PARTNER_DELIVERY",
            "Partner",
            """
            select id, delivery from sharing.partner
             where split_part(delivery, '.', 1) = any(?) and (valid_until is null or valid_until >= ?)
             order by id
            """,
            plugins,
            today));
    return open;
  }

  private List<Item> items(
      String what, String type, String query, String[] plugins, LocalDate today) {
    return jdbc.sql(query)
        .params(plugins, today)
        .query(
            (row, n) ->
                new Item(
                    what,
                    new GlobalId(type, row.getObject(1, UUID.class)),
                    TypeId.of(row.getString(2))))
        .list();
  }
}
