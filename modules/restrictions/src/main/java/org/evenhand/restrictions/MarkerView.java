package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.PropertyId;
import org.jspecify.annotations.Nullable;

/**
 * A staff-safety marker with all it rests on (T17). Exactly one of customer and place is there.
 *
 * @param version grows with each change; hand it back as the expected one
 * @param place null for a marker that goes with a person
 * @param note how to stay safe, in a sentence; never what happened
 * @param leadService whose head answers for it
 * @param protection the named decision for a child or doubtful capacity; null unless needed (T19)
 * @param told whether the person was told, or why not; null while neither is on record
 * @param endsOn its last day
 * @param ending null while it stands
 * @param acknowledged how many people said that they read its present state
 */
public record MarkerView(
    MarkerId id,
    int version,
    String reference,
    @Nullable CustomerId customerId,
    @Nullable Place place,
    IncidentId incidentId,
    MarkerCategory category,
    Set<Precaution> precautions,
    String note,
    Confidence identification,
    ServiceAreaCode leadService,
    boolean aboutChild,
    @Nullable SafeguardingDecision protection,
    @Nullable Told told,
    LocalDate reviewOn,
    boolean reviewOverdue,
    LocalDate endsOn,
    UUID policyVersionId,
    Instant placedAt,
    ActorId placedBy,
    Role placedAs,
    @Nullable Ending ending,
    List<Review> reviews,
    List<Challenge> challenges,
    int acknowledged) {

  public MarkerView {
    precautions = Set.copyOf(precautions);
    reviews = List.copyOf(reviews);
    challenges = List.copyOf(challenges);
  }

  /** Whether it tells anybody anything now. */
  public boolean stands() {
    return ending == null;
  }

  /** Whether there is somebody who is told of it: the person, or the tenant who caused it. */
  public boolean owesTelling() {
    return customerId != null || (place != null && place.tenancy() != null);
  }

  /**
   * The place that a marker goes with.
   *
   * @param property null where only its number is known
   * @param tenancy the tenancy that caused it, with which it ends; null where none did
   */
  public record Place(String uprn, @Nullable PropertyId property, @Nullable MatterId tenancy) {}

  /**
   * The gate for a child or somebody whose capacity is in doubt (T19).
   *
   * @param lead the name of the safeguarding lead who decided
   * @param noticeTo the parent or litigation friend who is told; null where the lead decided that
   *     none is
   */
  public record SafeguardingDecision(String lead, String reasons, @Nullable String noticeTo) {}

  /**
   * That the person was told, or why not.
   *
   * @param on null where they were not told
   * @param how null where they were not told
   * @param notBecause null where they were told
   * @param notDecidedBy who decided that; null where they were told
   * @param reviewOn when that is looked at again; null where they were told
   */
  public record Told(
      @Nullable LocalDate on,
      @Nullable String how,
      @Nullable String notBecause,
      @Nullable ActorId notDecidedBy,
      @Nullable LocalDate reviewOn) {}

  /**
   * How it ended.
   *
   * @param keepUntil the last day on which the record is kept (T26)
   * @param toldOn when those who held it had been told; null while they have not (F11)
   */
  public record Ending(
      Instant at,
      ActorId by,
      MarkerEndCause cause,
      @Nullable String reason,
      LocalDate keepUntil,
      @Nullable LocalDate toldOn,
      @Nullable String toldHow) {}

  /** A review; without one that keeps it, it ends. */
  public record Review(
      UUID id,
      boolean kept,
      String reasons,
      @Nullable LocalDate nextReviewOn,
      ActorId by,
      Role as,
      Instant at) {}

  /**
   * That the person disagrees, and the independent answer.
   *
   * @param stands null while it is not answered
   */
  public record Challenge(
      UUID id,
      MarkerId markerId,
      int version,
      String grounds,
      LocalDate receivedOn,
      LocalDate answerBy,
      @Nullable Boolean stands,
      @Nullable String reasons,
      @Nullable ActorId answeredBy,
      @Nullable Role answeredAs,
      @Nullable Instant answeredAt) {}
}
