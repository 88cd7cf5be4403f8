package org.evenhand.foundation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.internal.AuditEpoch;
import org.evenhand.foundation.internal.ReadLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did or read what, when, in which role and under which policy version (F7, T20). Entries hold
 * ids and salted digests only, so they may outlive what they speak of (T26). An act's entry commits
 * with the act; a read's entry is written before the answer is given: no entry, no answer. Nobody,
 * the application included, can change or remove an entry.
 */
@Component
public class AuditTrail {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String INSERT =
      """
      insert into foundation.audit_entry
        (epoch, at, kind, actor, role, act, object_type, object_id, person_id, policy_version,
         reason_code, digest)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;
  private final CurrentActor currentActor;
  private final ObjectProvider<PolicyVersionInForce> policy;
  private final AuditEpoch epoch;
  private final ReadLog readLog;
  private final Clock clock;
  private final JsonMapper canonical =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  AuditTrail(
      JdbcTemplate jdbc,
      CurrentActor currentActor,
      ObjectProvider<PolicyVersionInForce> policy,
      AuditEpoch epoch,
      ReadLog readLog,
      Clock clock) {
    this.jdbc = jdbc;
    this.currentActor = currentActor;
    this.policy = policy;
    this.epoch = epoch;
    this.readLog = readLog;
    this.clock = clock;
  }

  /**
   * Logs that the record of each of these persons was read, by whoever is signed in. Call it before
   * the answer is given; nothing is logged for nobody.
   *
   * @param act the query's name
   */
  public void recordRead(String act, String objectType, Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return;
    }
    Actor reader = currentActor.substantive();
    String roles = roles(reader);
    Instant now = clock.instant();
    readLog.write(
        persons.stream()
            .distinct()
            .map(
                person ->
                    new ReadLog.Entry(
                        now, reader.id().value(), roles, act, objectType, null, person))
            .toList());
  }

  /**
   * Logs one look-up that may have found nobody, such as a contact check: also <em>nothing on this
   * person</em> is something that was read.
   */
  public void recordLookUp(String act, String objectType, @Nullable UUID person) {
    recordReadOf(act, objectType, null, person);
  }

  /**
   * Logs one look-up as {@link #recordLookUp} does, and keeps in the same statement what its answer
   * rested on, so that the answer can be given again. The salted digest of the answer is part of
   * the chain; what it rested on is not, so that it can be erased, and then the digest says nothing
   * about anybody (T26).
   *
   * @param basis without anything by which a person is recognised
   * @param answer the answer in a form that is the same for the same answer
   * @return the id under which {@link #answerGiven} finds it
   */
  public UUID recordAnswer(
      String act, String objectType, @Nullable UUID person, String basis, byte[] answer) {
    Actor reader = currentActor.substantive();
    UUID id = Ids.next();
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    readLog.write(
        List.of(
            new ReadLog.Entry(
                clock.instant(),
                reader.id().value(),
                roles(reader),
                act,
                objectType,
                id,
                person,
                new ReadLog.Rest(salt, digest(salt, answer), basis))));
    return id;
  }

  /**
   * An answer that was given once.
   *
   * @param person whose record it was about; null where nobody was found
   * @param basis what it rested on; null once that is erased
   */
  public record AnswerGiven(
      UUID id,
      Instant at,
      ActorId actor,
      String act,
      @Nullable UUID person,
      @Nullable String basis,
      byte @Nullable [] salt,
      byte[] digest) {

    /** Whether this is the answer that was given then; false where that can no longer be said. */
    public boolean wasThis(byte[] answer) {
      return salt != null && MessageDigest.isEqual(digest, AuditTrail.digest(salt, answer));
    }
  }

  /** What {@link #recordAnswer} kept, without logging anything: that is for whoever shows it. */
  public Optional<AnswerGiven> answerGiven(UUID id) {
    return jdbc
        .query(
            """
            select e.at, e.actor, e.act, e.person_id, b.basis, b.salt, e.digest
              from foundation.audit_entry e
              left join foundation.read_basis b on b.id = e.object_id
             where e.object_id = ? and e.kind = 'R' and e.digest is not null
            """,
            (row, n) ->
                new AnswerGiven(
                    id,
                    row.getTimestamp(1).toInstant(),
                    new ActorId(row.getString(2)),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getBytes(6),
                    row.getBytes(7)),
            id)
        .stream()
        .findFirst();
  }

  /** That an answer about somebody was given. */
  public record GivenOf(UUID id, Instant at, ActorId actor) {}

  /**
   * Every answer about this person that {@link #recordAnswer} kept for that act, oldest first,
   * without logging anything: that is for whoever shows it.
   */
  public List<GivenOf> answersOf(UUID person, String act) {
    return jdbc.query(
        """
        select object_id, at, actor from foundation.audit_entry
         where person_id = ? and kind = 'R' and act = ? and object_id is not null
         order by id
        """,
        (row, n) ->
            new GivenOf(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                new ActorId(row.getString(3))),
        person,
        act);
  }

  /**
   * Reads that somebody should ask about, latest first, without logging anything: that is for
   * whoever shows it. Checks at the front desk are many by nature and count only out of hours.
   *
   * @param bulk from how many persons in an hour, or left without an act on a day, it is unusual
   */
  public List<UnusualRead> unusualReads(LocalDate from, LocalDate until, int bulk) {
    Timestamp begin = Timestamp.from(from.atStartOfDay(WorkingDays.LONDON).toInstant());
    Timestamp end = Timestamp.from(until.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant());
    return jdbc.query(
        """
        with reads as (
          select actor, at at time zone 'Europe/London' as at, act, person_id
            from foundation.audit_entry
           where kind = 'R' and person_id is not null and at >= ? and at < ?
        ),
        unusual as (
          select actor, at::date as day, 'BULK' as kind, count(distinct person_id) as people
            from reads where act <> 'contactCheck'
           group by actor, at::date, date_trunc('hour', at)
          having count(distinct person_id) >= ?
          union all
          select actor, at::date, 'OUT_OF_HOURS', count(distinct person_id)
            from reads
           where extract(hour from at) not between 7 and 18 or extract(isodow from at) > 5
           group by actor, at::date
          union all
          select r.actor, r.at::date, 'NOTHING_DONE', count(distinct r.person_id)
            from reads r
           where r.act <> 'contactCheck'
             and not exists (
               select from foundation.audit_entry done
                where done.actor = r.actor and done.person_id = r.person_id and done.kind = 'A'
                  and (done.at at time zone 'Europe/London')::date = r.at::date)
           group by r.actor, r.at::date
          having count(distinct r.person_id) >= ?
          union all
          select r.actor, r.at::date, 'WITHOUT_CASE', count(distinct r.person_id)
            from reads r
           where r.act in ('customer', 'node')
             and not exists (
               select from foundation.audit_entry done
                where done.person_id = r.person_id and done.kind = 'A'
                  and (done.at at time zone 'Europe/London')
                    between r.at - interval '60 days' and r.at + interval '1 day')
           group by r.actor, r.at::date
        )
        select actor, day, kind, max(people) as people from unusual
         group by actor, day, kind order by day desc, actor, kind
        """,
        (row, n) ->
            new UnusualRead(
                new ActorId(row.getString("actor")),
                row.getObject("day", LocalDate.class),
                UnusualRead.Kind.valueOf(row.getString("kind")),
                row.getInt("people")),
        begin,
        end,
        bulk,
        bulk);
  }

  /**
   * Days on which somebody opened the record of a person in whom they have an interest, after they
   * had said so, latest first; without logging anything.
   */
  public List<UnusualRead> readsOfInterest(
      LocalDate from, LocalDate until, Collection<UnusualRead.OfInterest> interests) {
    if (interests.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        """
        select e.actor, (e.at at time zone 'Europe/London')::date as day,
               count(distinct e.person_id) as people
          from foundation.audit_entry e
          join unnest(?::text[], ?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[]::timestamptz[])
            as i (actor, person, since, until)
            on i.actor = e.actor and i.person = e.person_id and e.at > i.since
              and (i.until is null or e.at < i.until)
         where e.kind = 'R' and e.at >= ? and e.at < ?
         group by e.actor, day order by day desc, e.actor
        """,
        (row, n) ->
            new UnusualRead(
                new ActorId(row.getString("actor")),
                row.getObject("day", LocalDate.class),
                UnusualRead.Kind.OWN_INTEREST,
                row.getInt("people")),
        interests.stream().map(i -> i.actor().value()).toArray(String[]::new),
        interests.stream().map(i -> i.person().toString()).toArray(String[]::new),
        interests.stream().map(i -> i.since().toString()).toArray(String[]::new),
        interests.stream()
            .map(i -> i.until() == null ? null : i.until().toString())
            .toArray(String[]::new),
        Timestamp.from(from.atStartOfDay(WorkingDays.LONDON).toInstant()),
        Timestamp.from(until.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant()));
  }

  /** Logs that one thing was read, and whose record it is part of; null for nobody's. */
  public void recordReadOf(
      String act, String objectType, @Nullable UUID objectId, @Nullable UUID person) {
    Actor reader = currentActor.substantive();
    readLog.write(
        List.of(
            new ReadLog.Entry(
                clock.instant(),
                reader.id().value(),
                roles(reader),
                act,
                objectType,
                objectId,
                person)));
  }

  /** Logs something that the clockwork did by itself: a lapse, a duty that fell due. */
  public void recordSystemAct(
      String act, String objectType, UUID objectId, @Nullable UUID person, Instant at) {
    jdbc.update(
        INSERT,
        epoch.current(),
        Timestamp.from(at),
        "A",
        ActorId.SYSTEM.value(),
        null,
        act,
        objectType,
        objectId,
        person,
        policyVersion(at),
        null,
        null);
  }

  void recordAct(
      Actor actor,
      String act,
      String objectType,
      UUID objectId,
      @Nullable UUID person,
      @Nullable String reasonCode,
      byte[] input,
      Instant at) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    Long entry =
        jdbc.queryForObject(
            INSERT + " returning id",
            Long.class,
            epoch.current(),
            Timestamp.from(at),
            "A",
            actor.id().value(),
            roles(actor),
            act,
            objectType,
            objectId,
            person,
            policyVersion(at),
            reasonCode,
            digest(salt, input));
    jdbc.update("insert into foundation.audit_salt (entry_id, salt) values (?, ?)", entry, salt);
  }

  byte[] canonical(Object input) {
    return canonical.writeValueAsBytes(input);
  }

  private @Nullable UUID policyVersion(Instant at) {
    PolicyVersionInForce inForce = policy.getIfAvailable();
    return inForce == null ? null : inForce.at(at).orElse(null);
  }

  private static String roles(Actor actor) {
    return actor.allRoles().stream().map(Role::name).collect(Collectors.joining(","));
  }

  private static byte[] digest(byte[] salt, byte[] content) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return sha256.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
