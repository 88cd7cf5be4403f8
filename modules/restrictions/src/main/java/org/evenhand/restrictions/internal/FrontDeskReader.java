package org.evenhand.restrictions.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.rules.CountedContact;
import org.evenhand.rules.PersonPrecaution;
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

  /**
   * What fits so many people counts for none of them (T21), so no more of them are looked at;
   * whoever it is will be found by something of their own.
   */
  private static final int MOST_SHARING = 9;

  /**
   * As many places as there are kinds of identifier, the unused ones null: of arrays PostgreSQL
   * would not know the length in advance, and plan anew for each check.
   */
  private static final int MOST_GIVEN = 6;

  /** No limit looks back further than a year and a little. */
  private static final Duration COUNTED = Duration.ofDays(400);

  private static final String FIND =
      """
      select e.revision as edition,
             case when e.revision <> ? then
               (select coalesce(json_agg(json_build_array(d.kind, d.id, d.content)), '[]')::text
                  from restrictions.front_desk_directory d) end as directory,
             g.kind, i.doubtful,
             p.customer_id, p.revision, p.name_key, p.date_of_birth, p.content,
             case when p.counts_contacts then
               (select coalesce(string_agg(
                         (extract(epoch from n.at) * 1000)::bigint || ':' || n.channel, ','), '')
                  from restrictions.front_desk_contact n
                 where n.customer_id = any(p.records)
                   and n.at > ?) end as counted,
             (select json_agg(l.content)::text from restrictions.front_desk_place l
               where l.place in (?, ?)) as places
        from restrictions.front_desk_edition e
        left join ((values %s) as g(kind, value)
                   cross join lateral (select i.customer_id, i.doubtful
                                         from restrictions.front_desk_identifier i
                                        where i.kind = g.kind and i.value = g.value
                                        limit %d) i
                   join restrictions.front_desk_person p on p.customer_id = i.customer_id) on true
       where e.name = 'directory'
      """
          .formatted(
              String.join(", ", Collections.nCopies(MOST_GIVEN, "(?::text, ?::text)")),
              MOST_SHARING);

  private final JdbcTemplate jdbc;
  private final WorkingDays workingDays;
  private final JsonMapper json = JsonMapper.builder().build();
  private final AtomicReference<DeskDirectory> directory;
  private final Cache<Parsed, DeskPerson> people =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(30)).build();

  FrontDeskReader(JdbcTemplate jdbc, WorkingDays workingDays) {
    this.jdbc = jdbc;
    this.workingDays = workingDays;
    this.directory =
        new AtomicReference<>(new DeskDirectory(-1, List.of(), workingDays::isWorkingDay));
  }

  private record Parsed(UUID customer, long revision) {}

  /**
   * Somebody whom what was given may fit.
   *
   * @param matched kinds of identifier that fit
   * @param shared kinds that fit others too, or are doubtful here
   * @param revision of the person's row
   * @param counted contacts that count towards a limit, as {@link #counted(String)} reads them;
   *     null where no rule counts any
   */
  record Candidate(
      DeskPerson person,
      Set<String> matched,
      Set<String> shared,
      long revision,
      @Nullable String counted) {}

  /** What there is: the directory, those whom it may be, and what to know at the place given. */
  record Found(
      DeskDirectory directory, List<Candidate> candidates, List<PersonPrecaution> atPlace) {}

  /** One identifier that fits one person. */
  private record Hit(
      UUID customer,
      String kind,
      boolean doubtful,
      DeskPerson person,
      long revision,
      @Nullable String counted) {}

  Found find(List<String> kinds, List<String> values, Instant now) {
    var places = new AtomicReference<@Nullable String>();
    DeskDirectory known = Objects.requireNonNull(directory.get());
    var hits = new ArrayList<Hit>(2);
    DeskDirectory current =
        jdbc.query(
            connection -> {
              PreparedStatement statement = connection.prepareStatement(FIND);
              statement.setLong(1, known.revision());
              statement.setTimestamp(2, Timestamp.from(now.minus(COUNTED)));
              statement.setString(3, place(kinds, values, "UPRN", SafetyAtDesk::byUprn));
              statement.setString(4, place(kinds, values, "ADDRESS", SafetyAtDesk::byAddress));
              for (int i = 0; i < MOST_GIVEN; i++) {
                statement.setString(2 * i + 5, i < kinds.size() ? kinds.get(i) : null);
                statement.setString(2 * i + 6, i < values.size() ? values.get(i) : null);
              }
              return statement;
            },
            rows -> {
              DeskDirectory read = known;
              while (rows.next()) {
                String content = rows.getString(2);
                if (content != null && read == known) {
                  read = parse(rows.getLong(1), content);
                }
                places.set(rows.getString(11));
                UUID customer = rows.getObject(5, UUID.class);
                if (customer != null) {
                  hits.add(hit(customer, rows));
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
    return new Found(current, candidates(hits), atPlace(places.get()));
  }

  private static @Nullable String place(
      List<String> kinds, List<String> values, String kind, UnaryOperator<String> key) {
    int given = kinds.indexOf(kind);
    return given < 0 ? null : key.apply(values.get(given));
  }

  /** A place given by its number and by its address is one place. */
  private List<PersonPrecaution> atPlace(@Nullable String contents) {
    if (contents == null) {
      return List.of();
    }
    var all = new LinkedHashSet<PersonPrecaution>();
    for (JsonNode content : json.readTree(contents)) {
      all.addAll(StoredForm.read(content.asString(), DeskPlace.class).precautions());
    }
    return List.copyOf(all);
  }

  private Hit hit(UUID customer, ResultSet row) throws SQLException {
    String content = row.getString(9);
    DeskPerson person =
        people.get(
            new Parsed(customer, row.getLong(6)),
            key -> StoredForm.read(content, DeskPerson.class));
    return new Hit(
        customer, row.getString(3), row.getBoolean(4), person, row.getLong(6), row.getString(10));
  }

  private static List<Candidate> candidates(List<Hit> hits) {
    var once = new HashSet<String>();
    var shared = new HashSet<String>();
    for (Hit hit : hits) {
      if (!once.add(hit.kind())) {
        shared.add(hit.kind());
      }
    }
    var candidates = new LinkedHashMap<UUID, Candidate>();
    for (Hit hit : hits) {
      Candidate candidate =
          candidates.computeIfAbsent(
              hit.customer(),
              id ->
                  new Candidate(
                      hit.person(),
                      new HashSet<>(),
                      new HashSet<>(shared),
                      hit.revision(),
                      hit.counted()));
      candidate.matched().add(hit.kind());
      if (hit.doubtful()) {
        candidate.shared().add(hit.kind());
      }
    }
    return List.copyOf(candidates.values());
  }

  /** Contacts as the statement writes them, each with its milliseconds and channel. */
  static List<CountedContact> counted(@Nullable String text) {
    if (text == null) {
      return List.of();
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
    return new DeskDirectory(edition, rows, workingDays::isWorkingDay);
  }
}
