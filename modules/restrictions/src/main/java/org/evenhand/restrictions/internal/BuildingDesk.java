package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Fact;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.RuleInForce;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Nature;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is excluded from a building, by the council or by a court: the least that reception needs to
 * recognise somebody and to act, by the same rules as the contact check, so that both always say
 * the same (P8.3.13, F8, T11, T20).
 */
@Component
public class BuildingDesk {

  /** Who comes for nothing that is protected. */
  private static final String ORDINARY = "other";

  public static final String PUBLIC_MEETINGS = "public-meetings";

  private final JdbcTemplate jdbc;
  private final FrontDeskWriter frontDesk;
  private final CourtTermsAtDesk courts;
  private final Buildings buildings;
  private final Assignments assignments;
  private final Customers customers;
  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;
  private final WorkingDays workingDays;
  private final CouncilCalendar calendar;
  private final Clock clock;

  BuildingDesk(
      JdbcTemplate jdbc,
      FrontDeskWriter frontDesk,
      CourtTermsAtDesk courts,
      Buildings buildings,
      Assignments assignments,
      Customers customers,
      CurrentActor currentActor,
      AuditTrail auditTrail,
      WorkingDays workingDays,
      Clock clock) {
    this.jdbc = jdbc;
    this.frontDesk = frontDesk;
    this.courts = courts;
    this.buildings = buildings;
    this.assignments = assignments;
    this.customers = customers;
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
    this.workingDays = workingDays;
    this.calendar = new CouncilCalendar(workingDays);
    this.clock = clock;
  }

  /**
   * Somebody who may not come in.
   *
   * @param bornIn the year; null where it is not known
   * @param reference of the restriction or of the court's terms; null for a restriction of before
   *     references were kept here
   * @param court which court said so, and its number of the case; null where the council decided
   * @param until the last day; null while none is in sight
   * @param safety whether it keeps people safe; what a court said always does
   * @param admittedFor topics for which they come in all the same
   * @param toSay words for the customer
   */
  public record Exclusion(
      UUID customer,
      String name,
      @Nullable Integer bornIn,
      @Nullable String reference,
      @Nullable Citation court,
      @Nullable LocalDate until,
      boolean safety,
      Set<String> admittedFor,
      List<Texts> toSay) {}

  /** A building and who is excluded from it on a day, by name. */
  public record Excluded(BuildingView building, LocalDate on, List<Exclusion> exclusions) {}

  /**
   * Whether this person works at that building's desk or answers for it: reception and security by
   * assignment, officers and heads of the service that runs it, the corporate head.
   */
  boolean worksAt(Actor actor, BuildingView building, LocalDate today) {
    if (actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        || (building.serviceArea() != null
            && (actor.heads(building.serviceArea())
                || (actor.holds(Role.OFFICER)
                    && actor.serviceAreas().contains(building.serviceArea()))))) {
      return true;
    }
    var subject = new GlobalId("Building", building.id().value());
    return List.of(AssignmentKind.RECEPTION, AssignmentKind.SECURITY).stream()
        .flatMap(kind -> assignments.who(kind, subject, today).stream())
        .anyMatch(officer -> officer.actor().equals(actor.id()));
  }

  /** Logged as read for each person in it; empty for who does not work there (T20). */
  public Optional<Excluded> excluded(BuildingId id, @Nullable LocalDate on) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<BuildingView> building =
        buildings.find(id).filter(found -> worksAt(currentActor.get(), found, today));
    if (building.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = on == null ? today : on;
    List<Exclusion> exclusions = exclusions(building.get(), day, now);
    log("buildingExclusions", exclusions);
    return Optional.of(new Excluded(building.get(), day, exclusions));
  }

  void log(String act, List<Exclusion> exclusions) {
    auditTrail.recordRead(
        act, "Customer", exclusions.stream().map(Exclusion::customer).distinct().toList());
  }

  /** By name; on another day than today as it would be at noon. */
  List<Exclusion> exclusions(BuildingView building, LocalDate day, Instant now) {
    Instant at =
        day.equals(now.atZone(WorkingDays.LONDON).toLocalDate())
            ? now
            : day.atTime(LocalTime.NOON).atZone(WorkingDays.LONDON).toInstant();
    DeskDirectory directory = frontDesk.currentDirectory(workingDays);
    List<DeskPerson> people = named(building.id(), day);
    Map<CustomerId, CustomerView> known =
        customers.find(people.stream().map(p -> new CustomerId(p.customerId())).toList()).stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    var all = new ArrayList<Exclusion>();
    for (DeskPerson person : people) {
      CustomerView customer = known.get(new CustomerId(person.customerId()));
      if (customer != null) {
        grounds(building, person, at)
            .flatMap(
                ground -> exclusion(building, customer, person, ground, directory, at).stream())
            .forEach(all::add);
      }
    }
    all.sort(Comparator.comparing(Exclusion::name).thenComparing(Exclusion::customer));
    return all;
  }

  /**
   * Those with an action that names the building and those to whom a court spoke, as the front line
   * knows them: a court may turn somebody away from every building without naming one.
   */
  private List<DeskPerson> named(BuildingId building, LocalDate day) {
    List<CustomerId> records =
        Stream.concat(
                jdbc
                    .queryForList(
                        """
                        select distinct customer_id from restrictions.imposed
                         where ? = any(buildings) and nature <> 'SUPPORTIVE'
                           and status = 'IN_FORCE'
                        """,
                        UUID.class,
                        building.value().toString())
                    .stream(),
                courts.boundOn(day).stream())
            .distinct()
            .map(CustomerId::new)
            .toList();
    Map<CustomerId, CustomerId> kept = customers.keptRecords(records);
    UUID[] ids =
        records.stream()
            .map(record -> kept.getOrDefault(record, record).value())
            .distinct()
            .toArray(UUID[]::new);
    return jdbc.query(
        "select content from restrictions.front_desk_person where customer_id = any(?)",
        (row, n) -> StoredForm.read(row.getString(1), DeskPerson.class),
        (Object) ids);
  }

  /**
   * What may keep somebody out, each tried alone.
   *
   * @param services for which they may come; with none in particular where a court spoke
   */
  private record Ground(
      @Nullable String reference,
      @Nullable Citation court,
      boolean safety,
      List<RuleInForce> rules,
      @Nullable Instant endsAt,
      List<Fact<Ref>> services) {

    /**
     * A court that leads elsewhere forbids the visit; the council then only prefers another way.
     */
    boolean turnsAway(ContactAnswer answer) {
      return answer.verdict() == Verdict.DECLINE_THIS_CONTACT
          || (court != null && answer.verdict() == Verdict.REDIRECT);
    }
  }

  private static Stream<Ground> grounds(BuildingView building, DeskPerson person, Instant at) {
    List<Fact<Ref>> runBy =
        building.serviceArea() == null
            ? List.of()
            : List.of(Fact.of(Ref.serviceArea(building.serviceArea().value())));
    return Stream.concat(
        person.actions().stream()
            .map(
                action ->
                    new Ground(
                        action.reference(),
                        null,
                        action.nature() == Nature.SAFETY,
                        action.rulesAt(at),
                        action.endsAt(),
                        Stream.concat(
                                Stream.of(Fact.of(Ref.serviceArea(action.leadService()))),
                                runBy.stream())
                            .toList())),
        person
            .courts()
            .map(
                terms ->
                    new Ground(
                        terms.reference(),
                        terms.citation(),
                        true,
                        terms.rulesAt(at),
                        terms.endsAt(),
                        runBy.isEmpty() ? List.of(Fact.none()) : runBy)));
  }

  private Optional<Exclusion> exclusion(
      BuildingView building,
      CustomerView customer,
      DeskPerson person,
      Ground ground,
      DeskDirectory directory,
      Instant at) {
    for (Fact<Ref> service : ground.services()) {
      ContactAnswer declined = ask(building, service, ORDINARY, person, ground, directory, at);
      if (ground.turnsAway(declined)) {
        var topics = new LinkedHashSet<String>();
        topics.add(PUBLIC_MEETINGS);
        var policy = directory.policyAt(at);
        if (policy != null) {
          policy.topics().forEach(topic -> topics.add(topic.topic()));
        }
        Set<String> admitted =
            topics.stream()
                .filter(
                    topic -> admits(ask(building, service, topic, person, ground, directory, at)))
                .collect(Collectors.toCollection(TreeSet::new));
        LocalDate born = customer.dateOfBirth();
        return Optional.of(
            new Exclusion(
                customer.id().value(),
                customer.name(),
                born == null ? null : born.getYear(),
                ground.reference(),
                ground.court(),
                lastDay(ground.endsAt()),
                ground.safety(),
                admitted,
                declined.lines(LineCode.SAY).stream().map(l -> l.words().toSay()).toList()));
      }
    }
    return Optional.empty();
  }

  private static boolean admits(ContactAnswer answer) {
    return answer.verdict() == Verdict.ALLOWED
        || answer.verdict() == Verdict.ALLOWED_WITH_CONDITIONS;
  }

  private static @Nullable LocalDate lastDay(@Nullable Instant endsAt) {
    return endsAt == null ? null : endsAt.minusMillis(1).atZone(WorkingDays.LONDON).toLocalDate();
  }

  /** One ground alone, put to somebody who stands at the desk in person. */
  private ContactAnswer ask(
      BuildingView building,
      Fact<Ref> service,
      String topic,
      DeskPerson person,
      Ground ground,
      DeskDirectory directory,
      Instant at) {
    var facts =
        ContactFacts.ordinary(at, Channel.FACE_TO_FACE)
            .place(Fact.of(PlaceKind.COUNCIL_BUILDING))
            .building(Ref.building(building.id().value()))
            .serviceArea(service)
            .topic(topic)
            .build();
    var policy = directory.policyAt(at);
    return ContactEvaluator.evaluate(
        CheckInput.of(facts, IdentityConfidence.of(Identifier.REFERENCE, Identifier.DATE_OF_BIRTH))
            .rules(ground.rules())
            .adjustments(person.adjustments())
            .carveOuts(directory.carveOuts(policy, Channel.FACE_TO_FACE))
            .directory(directory)
            .closedDays(calendar.from(at.atZone(WorkingDays.LONDON).toLocalDate()))
            .build());
  }
}
