package org.evenhand.foundation.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The acting appointments in force for somebody today. An answer is kept for two seconds, so an
 * appointment that ends on another node stops counting within that time.
 */
@Component
public class ActingNow {

  private record Asked(ActorId actor, LocalDate today) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Cache<Asked, List<Actor.Acting>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(2)).build();

  ActingNow(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public List<Actor.Acting> of(ActorId actor) {
    return recent.get(new Asked(actor, LocalDate.now(clock)), this::read);
  }

  void forget(ActorId actor) {
    recent.invalidate(new Asked(actor, LocalDate.now(clock)));
  }

  private List<Actor.Acting> read(Asked asked) {
    return jdbc.sql(
            """
            select post, service_areas from foundation.acting_appointment
             where actor = ? and ended_at is null and ? between first_day and last_day
            """)
        .params(asked.actor().value(), asked.today())
        .query(
            (row, n) ->
                new Actor.Acting(
                    Role.valueOf(row.getString("post")),
                    areas((String[]) row.getArray("service_areas").getArray())))
        .list();
  }

  private static Set<ServiceAreaCode> areas(String[] codes) {
    return Arrays.stream(codes).map(ServiceAreaCode::new).collect(Collectors.toSet());
  }
}
