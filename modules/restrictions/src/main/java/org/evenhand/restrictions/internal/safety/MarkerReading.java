package org.evenhand.restrictions.internal.safety;

import static org.evenhand.restrictions.internal.jooq.Tables.MARKER;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_ACKNOWLEDGEMENT;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_CHALLENGE;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_REVIEW;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.PropertyId;
import org.evenhand.restrictions.MarkerCategory;
import org.evenhand.restrictions.MarkerEndCause;
import org.evenhand.restrictions.MarkerId;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.Markers;
import org.evenhand.restrictions.Precaution;
import org.evenhand.restrictions.internal.SafetyAtDesk;
import org.evenhand.restrictions.internal.jooq.tables.records.MarkerChallengeRecord;
import org.evenhand.restrictions.internal.jooq.tables.records.MarkerReviewRecord;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.rules.PersonPrecaution;
import org.evenhand.spi.Texts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads markers as they stand at the moment of reading. */
@Component
public class MarkerReading implements Markers, SafetyAtDesk {

  private static final Field<Result<MarkerReviewRecord>> REVIEWS =
      multiset(
              selectFrom(MARKER_REVIEW)
                  .where(MARKER_REVIEW.MARKER_ID.eq(MARKER.ID))
                  .orderBy(MARKER_REVIEW.AT, MARKER_REVIEW.ID))
          .as("reviews");

  private static final Field<Result<MarkerChallengeRecord>> CHALLENGES =
      multiset(
              selectFrom(MARKER_CHALLENGE)
                  .where(MARKER_CHALLENGE.MARKER_ID.eq(MARKER.ID))
                  .orderBy(MARKER_CHALLENGE.RECORDED_AT, MARKER_CHALLENGE.ID))
          .as("challenges");

  private static final Field<Integer> ACKNOWLEDGED =
      field(
              select(count())
                  .from(MARKER_ACKNOWLEDGEMENT)
                  .where(MARKER_ACKNOWLEDGEMENT.MARKER_ID.eq(MARKER.ID))
                  .and(MARKER_ACKNOWLEDGEMENT.MARKER_VERSION.eq(MARKER.VERSION)))
          .as("acknowledged");

  private final DSLContext dsl;
  private final Clock clock;

  MarkerReading(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** What may be wrong with a marker, for whoever sees to it that none is (question 20). */
  public enum ExceptionKind {
    /** Its record is kept longer than its class allows (T26). */
    PAST_RETENTION,
    /** The person was not told, and nobody decided lately that they should not be. */
    UNNOTIFIED,
    ABOUT_A_CHILD,
    REVIEW_OVERDUE
  }

  /**
   * Which markers a page shows.
   *
   * @param standing only those that stand, or only those that ended; null for both
   * @param areas only those of these services; null for all
   * @param exceptions only those that are one of these; empty for all
   */
  public record Filter(
      @Nullable CustomerId customer,
      @Nullable String uprn,
      @Nullable Boolean standing,
      @Nullable Set<ServiceAreaCode> areas,
      Set<ExceptionKind> exceptions) {}

  @Override
  public Optional<MarkerView> find(MarkerId id) {
    return read(MARKER.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<MarkerView> of(Collection<CustomerId> customers) {
    return customers.isEmpty()
        ? List.of()
        : read(MARKER.CUSTOMER_ID.in(customers.stream().map(CustomerId::value).toList()));
  }

  /** Standing ones at a place, by its number or its address in intake's one form. */
  public List<MarkerView> at(@Nullable String uprn, @Nullable String addressKey) {
    return uprn == null && addressKey == null
        ? List.of()
        : standing(
            DSL.or(
                uprn == null ? DSL.falseCondition() : MARKER.UPRN.eq(uprn),
                addressKey == null ? DSL.falseCondition() : MARKER.ADDRESS_KEY.eq(addressKey)));
  }

  public Optional<MarkerView.Challenge> challenge(UUID id) {
    return dsl.selectFrom(MARKER_CHALLENGE)
        .where(MARKER_CHALLENGE.ID.eq(id))
        .fetchOptional(MarkerReading::challenge);
  }

  List<MarkerView> restingOn(IncidentId incident) {
    return standing(MARKER.INCIDENT_ID.eq(incident.value()));
  }

  List<MarkerView> causedBy(MatterId tenancy) {
    return standing(MARKER.TENANCY_ID.eq(tenancy.value()));
  }

  /** Of those that anybody ever acknowledged, the actors who did. */
  Set<String> holders(MarkerId id) {
    return dsl.selectDistinct(MARKER_ACKNOWLEDGEMENT.ACTOR)
        .from(MARKER_ACKNOWLEDGEMENT)
        .where(MARKER_ACKNOWLEDGEMENT.MARKER_ID.eq(id.value()))
        .fetchSet(MARKER_ACKNOWLEDGEMENT.ACTOR);
  }

  /** A page, newest first. */
  public Page<MarkerView> page(Filter filter, Page.Request request) {
    LocalDate today = MarkerDuties.today(clock.instant());
    Condition where = DSL.noCondition();
    if (filter.customer() != null) {
      where = where.and(MARKER.CUSTOMER_ID.eq(filter.customer().value()));
    }
    if (filter.uprn() != null) {
      where = where.and(MARKER.UPRN.eq(filter.uprn()));
    }
    if (filter.standing() != null) {
      where = where.and(filter.standing() ? stands(today) : DSL.not(stands(today)));
    }
    if (filter.areas() != null) {
      where =
          where.and(
              MARKER.LEAD_SERVICE.in(filter.areas().stream().map(ServiceAreaCode::value).toList()));
    }
    if (!filter.exceptions().isEmpty()) {
      where =
          where.and(DSL.or(filter.exceptions().stream().map(e -> isException(e, today)).toList()));
    }
    Condition page = where;
    if (request.after() != null) {
      page = page.and(MARKER.ID.lt(request.after()));
    }
    List<MarkerView> rows = read(page, request.limit());
    Integer total =
        dsl.fetchCount(select(MARKER.ID).from(MARKER).where(where).limit(Page.MOST_COUNTED));
    return Page.of(rows, request, view -> view.id().value(), total);
  }

  /** Which of the exceptions a marker is; as the page's own conditions say it. */
  public Set<ExceptionKind> exceptionsOf(MarkerView marker) {
    LocalDate today = MarkerDuties.today(clock.instant());
    var found = EnumSet.noneOf(ExceptionKind.class);
    MarkerView.Ending ending = marker.ending();
    if (ending != null) {
      if (ending.keepUntil().isBefore(today) && !erased(marker.id())) {
        found.add(ExceptionKind.PAST_RETENTION);
      }
      return found;
    }
    MarkerView.Told told = marker.told();
    if (marker.owesTelling()
        && (told == null || (told.reviewOn() != null && told.reviewOn().isBefore(today)))) {
      found.add(ExceptionKind.UNNOTIFIED);
    }
    if (marker.aboutChild()) {
      found.add(ExceptionKind.ABOUT_A_CHILD);
    }
    if (marker.reviewOverdue()) {
      found.add(ExceptionKind.REVIEW_OVERDUE);
    }
    return found;
  }

  /** What was erased is kept too long no more (T26). */
  private boolean erased(MarkerId id) {
    return dsl.fetchExists(MARKER, MARKER.ID.eq(id.value()).and(MARKER.ERASED_AT.isNotNull()));
  }

  private static Condition isException(ExceptionKind exception, LocalDate today) {
    return switch (exception) {
      case PAST_RETENTION -> MARKER.KEEP_UNTIL.lt(today).and(MARKER.ERASED_AT.isNull());
      case UNNOTIFIED ->
          stands(today)
              .and(MARKER.CUSTOMER_ID.isNotNull().or(MARKER.TENANCY_ID.isNotNull()))
              .and(MARKER.TOLD_ON.isNull())
              .and(MARKER.NOT_TOLD_REVIEW_ON.isNull().or(MARKER.NOT_TOLD_REVIEW_ON.lt(today)));
      case ABOUT_A_CHILD -> stands(today).and(MARKER.ABOUT_CHILD.isTrue());
      case REVIEW_OVERDUE -> stands(today).and(MARKER.REVIEW_ON.lt(today));
    };
  }

  private static Condition stands(LocalDate today) {
    return MARKER.ENDED_AT.isNull().and(MARKER.ENDS_ON.ge(today));
  }

  private List<MarkerView> standing(Condition where) {
    return read(where.and(stands(MarkerDuties.today(clock.instant()))));
  }

  private List<MarkerView> read(Condition where) {
    return read(where, Integer.MAX_VALUE);
  }

  private List<MarkerView> read(Condition where, int limit) {
    Instant now = clock.instant();
    return dsl.select(MARKER.asterisk(), REVIEWS, CHALLENGES, ACKNOWLEDGED)
        .from(MARKER)
        .where(where)
        .orderBy(MARKER.ID.desc())
        .limit(limit)
        .fetch(row -> view(row, now));
  }

  // The front desk

  @Override
  public List<PersonPrecaution> withPerson(Collection<UUID> records) {
    return standing(MARKER.CUSTOMER_ID.in(records)).stream()
        .flatMap(m -> precautions(m, PersonPrecaution.About.PERSON).stream())
        .toList();
  }

  @Override
  public List<PersonPrecaution> atPlace(String place) {
    int colon = place.indexOf(':');
    String value = place.substring(colon + 1);
    boolean byNumber = place.equals(SafetyAtDesk.byUprn(value));
    return at(byNumber ? value : null, byNumber ? null : value).stream()
        .flatMap(m -> precautions(m, PersonPrecaution.About.ADDRESS).stream())
        .toList();
  }

  @Override
  public Set<String> places() {
    return standing(MARKER.UPRN.isNotNull()).stream()
        .flatMap(m -> keysOf(m).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Under which keys the front desk finds the place of a marker; none for a person's. */
  Set<String> keysOf(MarkerView marker) {
    MarkerView.Place place = marker.place();
    if (place == null) {
      return Set.of();
    }
    String address =
        dsl.select(MARKER.ADDRESS_KEY)
            .from(MARKER)
            .where(MARKER.ID.eq(marker.id().value()))
            .fetchOne(MARKER.ADDRESS_KEY);
    return address == null
        ? Set.of(SafetyAtDesk.byUprn(place.uprn()))
        : Set.of(SafetyAtDesk.byUprn(place.uprn()), SafetyAtDesk.byAddress(address));
  }

  /** Each precaution on the channels where it matters, and the note wherever one does. */
  public static List<PersonPrecaution> precautions(
      MarkerView marker, PersonPrecaution.About about) {
    Instant until = marker.endsOn().plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant();
    String id = marker.id().toString();
    var all = new ArrayList<PersonPrecaution>();
    var channels = EnumSet.noneOf(org.evenhand.spi.Channel.class);
    for (Precaution precaution : EnumSet.copyOf(marker.precautions())) {
      channels.addAll(precaution.channels());
      all.add(new PersonPrecaution(id, about, words(precaution), precaution.channels(), until));
    }
    all.add(new PersonPrecaution(id, about, Texts.en(marker.note()), channels, until));
    return all;
  }

  /** What the officer does. */
  public static Texts words(Precaution precaution) {
    return Wording.remembered("precaution." + precaution.name());
  }

  // Views

  private static MarkerView view(Record row, Instant now) {
    LocalDate today = MarkerDuties.today(now);
    UUID customer = row.get(MARKER.CUSTOMER_ID);
    LocalDate reviewOn = row.get(MARKER.REVIEW_ON);
    MarkerView.Ending ending = ending(row, today);
    String lead = row.get(MARKER.SAFEGUARDING_LEAD);
    MarkerId id = new MarkerId(row.get(MARKER.ID));
    return new MarkerView(
        id,
        row.get(MARKER.VERSION),
        row.get(MARKER.REFERENCE),
        customer == null ? null : new CustomerId(customer),
        place(row),
        new IncidentId(row.get(MARKER.INCIDENT_ID)),
        MarkerCategory.valueOf(row.get(MARKER.CATEGORY)),
        Arrays.stream(row.get(MARKER.PRECAUTIONS))
            .map(Precaution::valueOf)
            .collect(Collectors.toSet()),
        row.get(MARKER.NOTE),
        Confidence.valueOf(row.get(MARKER.IDENTIFICATION)),
        new ServiceAreaCode(row.get(MARKER.LEAD_SERVICE)),
        row.get(MARKER.ABOUT_CHILD),
        lead == null
            ? null
            : new MarkerView.SafeguardingDecision(
                lead, row.get(MARKER.SAFEGUARDING_REASONS), row.get(MARKER.SAFEGUARDING_NOTICE_TO)),
        told(row),
        reviewOn,
        ending == null && reviewOn.isBefore(today),
        row.get(MARKER.ENDS_ON),
        row.get(MARKER.POLICY_VERSION),
        row.get(MARKER.PLACED_AT).toInstant(),
        new ActorId(row.get(MARKER.PLACED_BY)),
        Role.valueOf(row.get(MARKER.PLACED_AS)),
        ending,
        row.get(REVIEWS).map(MarkerReading::review),
        row.get(CHALLENGES).map(MarkerReading::challenge),
        row.get(ACKNOWLEDGED));
  }

  private static MarkerView.@Nullable Place place(Record row) {
    String uprn = row.get(MARKER.UPRN);
    UUID property = row.get(MARKER.PROPERTY_ID);
    UUID tenancy = row.get(MARKER.TENANCY_ID);
    return uprn == null
        ? null
        : new MarkerView.Place(
            uprn,
            property == null ? null : new PropertyId(property),
            tenancy == null ? null : new MatterId(tenancy));
  }

  private static MarkerView.@Nullable Told told(Record row) {
    LocalDate on = row.get(MARKER.TOLD_ON);
    String notBy = row.get(MARKER.NOT_TOLD_BY);
    if (on != null) {
      return new MarkerView.Told(on, row.get(MARKER.TOLD_HOW), null, null, null);
    }
    return notBy == null
        ? null
        : new MarkerView.Told(
            null,
            null,
            row.get(MARKER.NOT_TOLD_BECAUSE),
            new ActorId(notBy),
            row.get(MARKER.NOT_TOLD_REVIEW_ON));
  }

  /** A last day that has passed ends it, whether or not the sweep has recorded that yet. */
  private static MarkerView.@Nullable Ending ending(Record row, LocalDate today) {
    OffsetDateTime at = row.get(MARKER.ENDED_AT);
    LocalDate endsOn = row.get(MARKER.ENDS_ON);
    if (at != null) {
      return new MarkerView.Ending(
          at.toInstant(),
          new ActorId(row.get(MARKER.ENDED_BY_ACTOR)),
          MarkerEndCause.valueOf(row.get(MARKER.END_CAUSE)),
          row.get(MARKER.END_REASON),
          row.get(MARKER.KEEP_UNTIL),
          row.get(MARKER.END_TOLD_ON),
          row.get(MARKER.END_TOLD_HOW));
    }
    return endsOn.isBefore(today)
        ? new MarkerView.Ending(
            endsOn.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant(),
            ActorId.SYSTEM,
            MarkerEndCause.EXPIRED,
            null,
            endsOn.plusMonths(MarkerCategory.valueOf(row.get(MARKER.CATEGORY)).keepMonths()),
            null,
            null)
        : null;
  }

  private static MarkerView.Review review(MarkerReviewRecord row) {
    return new MarkerView.Review(
        row.getId(),
        row.getOutcome().equals("KEEP"),
        row.getReasons(),
        row.getNextReviewOn(),
        new ActorId(row.getByActor()),
        Role.valueOf(row.getByRole()),
        row.getAt().toInstant());
  }

  static MarkerView.Challenge challenge(MarkerChallengeRecord row) {
    String outcome = row.getOutcome();
    String by = row.getAnsweredBy();
    String as = row.getAnsweredAs();
    OffsetDateTime at = row.getAnsweredAt();
    return new MarkerView.Challenge(
        row.getId(),
        new MarkerId(row.getMarkerId()),
        row.getVersion(),
        row.getGrounds(),
        row.getReceivedOn(),
        row.getAnswerBy(),
        outcome == null ? null : outcome.equals("STANDS"),
        row.getReasons(),
        by == null ? null : new ActorId(by),
        as == null ? null : Role.valueOf(as),
        at == null ? null : at.toInstant());
  }
}
