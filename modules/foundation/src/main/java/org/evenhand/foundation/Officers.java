package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people who can be reached here, and who answers for them (P8.3.10, T14). */
public interface Officers {

  Optional<OfficerView> find(OfficerId id);

  Optional<OfficerView> find(ActorId actor);

  /** Those of the ids that are recorded. */
  Map<OfficerId, OfficerView> named(Collection<OfficerId> ids);

  /** Those of the actors who are recorded as officers. */
  Map<ActorId, OfficerView> actingAs(Collection<ActorId> actors);

  /**
   * Who answers for an officer on a day: they themselves if they are there, else the nearest deputy
   * along the line who is; empty if nobody is.
   */
  default Optional<OfficerView> whoAnswers(OfficerId officer, LocalDate on) {
    return Optional.ofNullable(whoAnswers(Set.of(officer), on).get(officer));
  }

  /** As {@link #whoAnswers(OfficerId, LocalDate)} for several at once. */
  Map<OfficerId, OfficerView> whoAnswers(Collection<OfficerId> officers, LocalDate on);

  /**
   * A page, by name.
   *
   * @param name only those whose name holds these letters, in either case; null for all
   * @param serviceArea only those who work in it; null for all
   * @param workingOn only those who have not left by that day; null for all
   */
  Page<OfficerView> page(
      @Nullable String name,
      @Nullable ServiceAreaCode serviceArea,
      @Nullable LocalDate workingOn,
      Page.Request request);

  /**
   * Records an officer or changes what is recorded. The head of customer services may for all, a
   * head of service for those of their own areas. Refuses an actor who is recorded already, an
   * unknown service area, a deputy who is the officer, unknown or gone, and days in reverse. Runs
   * inside {@link Acts}.
   */
  Outcome<OfficerView> record(OfficerToRecord officer, Actor by, Instant now);
}
