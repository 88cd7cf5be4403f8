package org.evenhand.foundation.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was last signed in in which post: only tokens say who fills one, and an email to whoever
 * fills it needs to know while nobody is signed in. Written once a day for each person, or when
 * their posts change; whoever was not here for a quarter of a year fills none as far as emails go.
 */
@Component
public class PostsSeen {

  private static final Logger LOG = LoggerFactory.getLogger(PostsSeen.class);
  private static final int DAYS_REMEMBERED = 90;

  private record Seen(Set<Role> roles, Set<ServiceAreaCode> areas, LocalDate on) {}

  private final JdbcClient jdbc;
  private final ActingNow actingNow;
  private final Clock clock;
  private final Cache<ActorId, Seen> written =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofHours(1)).build();

  PostsSeen(JdbcClient jdbc, ActingNow actingNow, Clock clock) {
    this.jdbc = jdbc;
    this.actingNow = actingNow;
    this.clock = clock;
  }

  /** Remembers the posts of somebody who is signed in; a failure to do so stops nobody. */
  public void note(Actor actor) {
    if (actor.roles().isEmpty() || actor.roles().contains(Role.INTEGRATOR)) {
      return;
    }
    var seen = new Seen(actor.roles(), actor.serviceAreas(), LocalDate.now(clock));
    if (seen.equals(written.getIfPresent(actor.id()))) {
      return;
    }
    written.put(actor.id(), seen);
    try {
      jdbc.sql(
              """
              insert into foundation.staff_seen (actor, roles, service_areas, seen_on)
              values (?, ?, ?, ?)
              on conflict (actor) do update
                set roles = excluded.roles, service_areas = excluded.service_areas,
                    seen_on = excluded.seen_on
              """)
          .params(
              actor.id().value(),
              actor.roles().stream().map(Role::name).sorted().toArray(String[]::new),
              actor.serviceAreas().stream()
                  .map(ServiceAreaCode::value)
                  .sorted()
                  .toArray(String[]::new),
              seen.on())
          .update();
    } catch (DataAccessException e) {
      LOG.warn("the posts of somebody signed in could not be noted", e);
    }
  }

  /** Somebody as they would be if they signed in now, as far as is known; empty if nothing is. */
  Optional<Actor> asIfSignedIn(ActorId actor, LocalDate today) {
    List<Actor.Acting> acting = actingNow.of(actor);
    Optional<Actor> seen =
        jdbc.sql(
                """
                select roles, service_areas from foundation.staff_seen
                 where actor = ? and seen_on > ?
                """)
            .params(actor.value(), today.minusDays(DAYS_REMEMBERED))
            .query(
                (row, n) ->
                    new Actor(
                        actor,
                        actor.value(),
                        roles((String[]) row.getArray(1).getArray()),
                        areas((String[]) row.getArray(2).getArray()),
                        acting))
            .optional();
    return seen.or(() -> Optional.of(new Actor(actor, actor.value(), Set.of(), Set.of(), acting)));
  }

  /** Everybody who fills that post in one of those areas; in any where none are named. */
  Set<ActorId> whoFills(Role post, Set<ServiceAreaCode> areas, LocalDate today) {
    boolean ofAreas =
        post == Role.HEAD_OF_SERVICE || post == Role.OFFICER || post == Role.CONTRACTOR;
    return jdbc
        .sql(
            """
            select actor from foundation.staff_seen
             where :post = any(roles) and seen_on > :since
               and (:everywhere or service_areas && :areas::text[])
            union
            select actor from foundation.acting_appointment
             where post = :post and ended_at is null and :today between first_day and last_day
               and (:everywhere or service_areas && :areas::text[])
            """)
        .param("post", post.name())
        .param("since", today.minusDays(DAYS_REMEMBERED))
        .param("today", today)
        .param("everywhere", !ofAreas || areas.isEmpty())
        .param("areas", areas.stream().map(ServiceAreaCode::value).toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .map(ActorId::new)
        .collect(Collectors.toSet());
  }

  private static Set<Role> roles(String[] names) {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
    return roles;
  }

  private static Set<ServiceAreaCode> areas(String[] codes) {
    var areas = new TreeSet<ServiceAreaCode>();
    Arrays.stream(codes).map(ServiceAreaCode::new).forEach(areas::add);
    return areas;
  }
}
