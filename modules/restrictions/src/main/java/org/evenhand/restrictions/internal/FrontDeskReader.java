package org.evenhand.restrictions.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.rules.CountedContact;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads all that a contact check needs in one statement on the projection. What it found is parsed
 * once for each revision of a customer's row; the directory comes along only when it is newer than
 * the one that this node remembers.
 */
@Component
class FrontDeskReader {

  /** Beyond so many possible people nobody can be told apart anyway. */
  private static final int MOST_CANDIDATES = 4;

  /** No limit looks back further than a year and a little. */
  private static final Duration COUNTED = Duration.ofDays(400);

  private static final String FIND =
      """
      with given as (
        select g.kind, g.value from unnest(?::text[], ?::text[]) as g(kind, value)
      ), hit as (
        select i.customer_id, i.kind,
               i.doubtful or count(*) over (partition by i.kind, i.value) > 1 as shared
          from given g
          join restrictions.front_desk_identifier i on i.kind = g.kind and i.value = g.value
      ), candidate as (
        select customer_id, array_agg(kind) as matched,
               coalesce(array_agg(kind) filter (where shared), '{}') as shared
          from hit
         group by customer_id
         order by count(*) filter (where not shared) desc, count(*) desc, customer_id
         limit %d
      )
      select e.revision as edition,
             case when e.revision <> ? then
               (select coalesce(json_agg(json_build_array(d.kind, d.id, d.content)), '[]')::text
                  from restrictions.front_desk_directory d) end as directory,
             p.customer_id, p.revision, p.name_key, p.date_of_birth, p.content,
             c.matched, c.shared,
             case when p.counts_contacts then
               (select coalesce(string_agg(
                         (extract(epoch from n.at) * 1000)::bigint || ':' || n.channel, ','), '')
                  from restrictions.front_desk_contact n
                 where n.customer_id = any(p.records)
                   and n.at > ?) end as counted
        from restrictions.front_desk_edition e
        left join (candidate c
                   join restrictions.front_desk_person p on p.customer_id = c.customer_id) on true
       where e.name = 'directory'
      """
          .formatted(MOST_CANDIDATES);

  private final JdbcTemplate jdbc;
  private final WorkingDays workingDays;
  private final JsonMapper json = JsonMapper.builder().build();
  private final AtomicReference<DeskDirectory> directory;
  private final Cache<Parsed, DeskPerson> people =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(Duration.ofMinutes(30)).build();

  FrontDeskReader(JdbcTemplate jdbc, WorkingDays workingDays) {
    this.jdbc = jdbc;
    this.workingDays = workingDays;
    this.directory = new AtomicReference<>(new DeskDirectory(-1, List.of(), workingDays));
  }

  private record Parsed(UUID customer, long revision) {}

  /**
   * Somebody whom what was given may fit.
   *
   * @param matched kinds of identifier that fit
   * @param shared of these, what fits others too, or is doubtful
   * @param counted contacts that count towards a limit; null where no rule counts any
   */
  record Candidate(
      DeskPerson person,
      Set<String> matched,
      Set<String> shared,
      @Nullable List<CountedContact> counted) {}

  /** What there is: the directory, and those whom it may be, likeliest first. */
  record Found(DeskDirectory directory, List<Candidate> candidates) {}

  Found find(List<String> kinds, List<String> values, Instant now) {
    DeskDirectory known = Objects.requireNonNull(directory.get());
    var candidates = new ArrayList<Candidate>(1);
    DeskDirectory current =
        jdbc.query(
            connection -> {
              PreparedStatement statement = connection.prepareStatement(FIND);
              statement.setArray(1, connection.createArrayOf("text", kinds.toArray()));
              statement.setArray(2, connection.createArrayOf("text", values.toArray()));
              statement.setLong(3, known.revision());
              statement.setTimestamp(4, Timestamp.from(now.minus(COUNTED)));
              return statement;
            },
            rows -> {
              DeskDirectory read = known;
              while (rows.next()) {
                String content = rows.getString("directory");
                if (content != null && read == known) {
                  read = parse(rows.getLong("edition"), content);
                }
                UUID customer = rows.getObject("customer_id", UUID.class);
                if (customer != null) {
                  candidates.add(candidate(customer, rows));
                }
              }
              return read;
            });
    if (current == null) {
      throw new IllegalStateException("the projection has no edition");
    }
    if (current != known) {
      directory.accumulateAndGet(current, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
    return new Found(current, candidates);
  }

  private Candidate candidate(UUID customer, ResultSet row) throws SQLException {
    String content = row.getString("content");
    DeskPerson person =
        people.get(
            new Parsed(customer, row.getLong("revision")),
            key -> StoredForm.read(content, DeskPerson.class));
    return new Candidate(
        person, strings(row, "matched"), strings(row, "shared"), counted(row.getString("counted")));
  }

  private static Set<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Set.of(
        java.util.Arrays.stream((String[]) array.getArray()).distinct().toArray(String[]::new));
  }

  private static @Nullable List<CountedContact> counted(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var counted = new ArrayList<CountedContact>();
    for (String one : text.split(",")) {
      int colon = one.indexOf(':');
      if (colon > 0) {
        counted.add(
            new CountedContact(
                Instant.ofEpochMilli(Long.parseLong(one, 0, colon, 10)),
                Channel.valueOf(one.substring(colon + 1))));
      }
    }
    return counted;
  }

  private DeskDirectory parse(long edition, String content) {
    var rows = new ArrayList<DeskDirectory.Row>();
    for (JsonNode row : json.readTree(content)) {
      rows.add(
          new DeskDirectory.Row(
              row.get(0).asString(), row.get(1).asString(), row.get(2).asString()));
    }
    return new DeskDirectory(edition, rows, workingDays);
  }
}
