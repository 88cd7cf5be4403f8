package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for posts that are vacant or whose holders are away (T6, T11). An appointment lends
 * the post's powers between two days and, for a head of service, in the areas named; it never takes
 * any from the holder.
 */
public interface ActingAppointments {

  Optional<ActingAppointmentView> find(ActingAppointmentId id);

  /** What this person stands in for on a day. */
  List<ActingAppointmentView> of(ActorId actor, LocalDate on);

  /**
   * A page, latest first.
   *
   * @param post only for this one; null for all
   * @param inForceOn only those in force on that day; null for all
   */
  Page<ActingAppointmentView> page(
      @Nullable Role post, @Nullable LocalDate inForceOn, Page.Request request);

  /**
   * Appoints an officer. The head of customer services may appoint heads of service and their own
   * stand-in; a CMT member may appoint to every post that can be acted in. Refuses appointing
   * oneself, passing on a post that one only acts in, a post that cannot be acted in, service areas
   * that are missing, unknown or out of place, days in reverse or in the past, an officer who is
   * unknown or will have left, and the same post twice at a time. Runs inside {@link Acts}.
   */
  Outcome<ActingAppointmentView> appoint(
      ActingAppointmentToRecord appointment, Actor by, LocalDate today, Instant now);

  /**
   * Ends an appointment at once, by those who may make one. Refuses one that has ended. Runs inside
   * {@link Acts}.
   */
  Outcome<ActingAppointmentView> end(
      ActingAppointmentId id, int expectedVersion, Actor by, LocalDate today, Instant now);
}
