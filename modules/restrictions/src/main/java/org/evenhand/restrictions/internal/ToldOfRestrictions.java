package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyHandler;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.restrictions.RestrictionCameIntoForce;
import org.evenhand.restrictions.RestrictionLapsed;
import org.evenhand.restrictions.RestrictionLifted;
import org.evenhand.restrictions.internal.RestrictionTelling.Told;
import org.evenhand.spi.SettingValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who besides the customer is told of a restriction, and of its end (F11). Told are the services it
 * is for, the providers of those that are commissioned, the desks of the buildings and the officers
 * that it names. The end is complete when all of them have acknowledged it; who has not after two
 * working days is chased, and the corporate head sees it.
 */
@Component
public class ToldOfRestrictions implements DutyHandler {

  static final String SUBJECT = "RestrictionTelling";

  private final TellingsKept kept;
  private final ImposedActions actions;
  private final ServiceAreas serviceAreas;
  private final Buildings buildings;
  private final Officers officers;
  private final BuildingDesk desk;
  private final Duties duties;
  private final Policies policies;
  private final WorkingDays workingDays;
  private final CurrentActor currentActor;
  private final Clock clock;

  ToldOfRestrictions(
      TellingsKept kept,
      ImposedActions actions,
      ServiceAreas serviceAreas,
      Buildings buildings,
      Officers officers,
      BuildingDesk desk,
      Duties duties,
      Policies policies,
      WorkingDays workingDays,
      CurrentActor currentActor,
      Clock clock) {
    this.kept = kept;
    this.actions = actions;
    this.serviceAreas = serviceAreas;
    this.buildings = buildings;
    this.officers = officers;
    this.desk = desk;
    this.duties = duties;
    this.policies = policies;
    this.workingDays = workingDays;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  // Told of the beginning and of the end

  @EventListener
  void on(RestrictionCameIntoForce event) {
    actions
        .findById(event.restrictionId().value())
        .ifPresent(
            action -> {
              Set<String> before =
                  kept.ofRestriction(action.id()).stream()
                      .map(t -> t.told() + " " + t.toldKey())
                      .collect(Collectors.toSet());
              tell(action, Told.SERVICE_AREA, services(action), before, event.at());
              tell(action, Told.PROVIDER, commissioned(action), before, event.at());
              tell(action, Told.BUILDING, action.decided().buildings(), before, event.at());
              tell(action, Told.OFFICER, named(action), before, event.at());
              UUID earlier = action.succession().replacesId();
              if (earlier != null) {
                noLongerConcerned(earlier, action, event.at());
              }
            });
  }

  /** Who was told of the earlier decision and not of the one in its place is told of its end. */
  private void noLongerConcerned(UUID earlier, ImposedAction later, Instant now) {
    Set<String> concerned =
        kept.ofRestriction(later.id()).stream()
            .map(t -> t.told() + " " + t.toldKey())
            .collect(Collectors.toSet());
    ended(
        kept.ofRestriction(earlier).stream()
            .filter(t -> t.endToldAt() == null)
            .filter(t -> !concerned.contains(t.told() + " " + t.toldKey()))
            .toList(),
        later.decided().customerId(),
        now);
  }

  private void tell(
      ImposedAction action, Told told, Collection<String> keys, Set<String> before, Instant at) {
    for (String key : new LinkedHashSet<>(keys)) {
      if (!before.contains(told + " " + key)) {
        kept.save(RestrictionTelling.of(Ids.next(), action.id(), told, key, at));
      }
    }
  }

  private List<ServiceAreaView> areas(ImposedAction action) {
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    return serviceAreas.all().stream()
        .filter(area -> area.endedOn() == null || today.isBefore(area.endedOn()))
        .filter(
            area ->
                action.decided().wholeCouncil()
                    || action.decided().serviceAreas().contains(area.code().value())
                    || action.decided().leadService().equals(area.code().value()))
        .toList();
  }

  private List<String> services(ImposedAction action) {
    return areas(action).stream().map(area -> area.code().value()).toList();
  }

  private List<String> commissioned(ImposedAction action) {
    return areas(action).stream()
        .filter(ServiceAreaView::commissioned)
        .map(area -> area.code().value())
        .toList();
  }

  /** Officers whom the settings name, by their ids. */
  private static List<String> named(ImposedAction action) {
    return StoredForm.settings(action.decided().settings()).values().values().stream()
        .filter(SettingValue.OfficerValue.class::isInstance)
        .map(SettingValue.OfficerValue.class::cast)
        .map(value -> value.officer().id())
        .toList();
  }

  @EventListener
  void on(RestrictionLifted event) {
    ended(
        kept.ofRestriction(event.restrictionId().value()), event.customerId().value(), event.at());
  }

  @EventListener
  void on(RestrictionLapsed event) {
    ended(
        kept.ofRestriction(event.restrictionId().value()), event.customerId().value(), event.at());
  }

  private void ended(List<RestrictionTelling> told, UUID customer, Instant now) {
    LocalDate due = workingDays.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), days(now));
    for (RestrictionTelling telling : told) {
      RestrictionTelling saved = kept.save(telling.ended(now));
      duties.open(
          new DutyToOpen(
              DutyKinds.ACKNOWLEDGE_END,
              SUBJECT,
              saved.id(),
              customer,
              role(saved),
              named(saved),
              area(saved),
              due,
              null),
          now);
    }
  }

  private int days(Instant now) {
    return policies
        .inForce(now)
        .map(policy -> policy.figures().get(FigureKey.END_ACKNOWLEDGEMENT))
        .orElse(FigureKey.END_ACKNOWLEDGEMENT.standard());
  }

  private static Role role(RestrictionTelling telling) {
    return switch (telling.told()) {
      case SERVICE_AREA -> Role.HEAD_OF_SERVICE;
      case PROVIDER -> Role.CONTRACTOR;
      case BUILDING, OFFICER -> Role.OFFICER;
    };
  }

  private @Nullable ActorId named(RestrictionTelling telling) {
    return telling.told() == Told.OFFICER
        ? officer(telling).map(OfficerView::actor).orElse(null)
        : null;
  }

  private @Nullable ServiceAreaCode area(RestrictionTelling telling) {
    return switch (telling.told()) {
      case SERVICE_AREA, PROVIDER -> new ServiceAreaCode(telling.toldKey());
      case BUILDING -> building(telling).map(BuildingView::serviceArea).orElse(null);
      case OFFICER -> null;
    };
  }

  private Optional<BuildingView> building(RestrictionTelling telling) {
    return buildings.find(new BuildingId(UUID.fromString(telling.toldKey())));
  }

  private Optional<OfficerView> officer(RestrictionTelling telling) {
    return officers.find(new OfficerId(UUID.fromString(telling.toldKey())));
  }

  // Acknowledged, or chased

  @Override
  public Set<String> kinds() {
    return Set.of(DutyKinds.ACKNOWLEDGE_END);
  }

  /** Still enforced somewhere, for all anybody knows: the corporate head asks there (F11). */
  @Override
  public void fellDue(DutyView duty, Instant now) {
    kept.findById(duty.subject())
        .filter(RestrictionTelling::open)
        .ifPresent(
            telling ->
                duties.open(
                    DutyToOpen.byDay(
                        DutyKinds.END_NOT_ACKNOWLEDGED,
                        SUBJECT,
                        telling.id(),
                        duty.person(),
                        Role.HEAD_OF_CUSTOMER_SERVICES,
                        null,
                        workingDays.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), 1)),
                    now));
  }

  /**
   * Whoever was told says that they know, of the end where it has ended. Refuses whom it was not
   * told, what is acknowledged already, and a stale version. Call within an act.
   */
  @Transactional
  public Outcome<RestrictionTelling> acknowledge(
      @Nullable UUID id, @Nullable Integer expectedVersion) {
    Instant now = clock.instant();
    Optional<RestrictionTelling> found = id == null ? Optional.empty() : kept.findById(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("RestrictionTelling", "telling"));
    }
    RestrictionTelling telling = found.get();
    Actor actor = currentActor.get();
    var refusals = new ArrayList<Refusal>();
    if (!told(actor, telling)) {
      refusals.add(Refusal.at("NOT_TOLD_TO_YOU", "telling"));
    }
    if (!telling.open()) {
      refusals.add(Refusal.at("TELLING_ACKNOWLEDGED_ALREADY", "telling"));
    }
    Refusal stale = Acts.stale(expectedVersion, telling.version() == null ? 0 : telling.version());
    if (stale != null) {
      refusals.add(stale);
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    RestrictionTelling saved = kept.save(telling.acknowledged(now, actor.id().value()));
    for (String kind : List.of(DutyKinds.ACKNOWLEDGE_END, DutyKinds.END_NOT_ACKNOWLEDGED)) {
      duties.discharge(kind, saved.id(), null, "ACKNOWLEDGED", now);
    }
    return Outcome.done(saved);
  }

  /** Whether this was told to this person, or they answer for all of it. */
  boolean told(Actor actor, RestrictionTelling telling) {
    if (actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      return true;
    }
    return switch (telling.told()) {
      case SERVICE_AREA -> {
        var area = new ServiceAreaCode(telling.toldKey());
        yield actor.heads(area)
            || (actor.holds(Role.OFFICER) && actor.serviceAreas().contains(area));
      }
      case PROVIDER -> {
        var area = new ServiceAreaCode(telling.toldKey());
        yield actor.heads(area)
            || (actor.holds(Role.CONTRACTOR) && actor.serviceAreas().contains(area));
      }
      case BUILDING ->
          building(telling)
              .filter(
                  b ->
                      desk.worksAt(
                          actor, b, clock.instant().atZone(WorkingDays.LONDON).toLocalDate()))
              .isPresent();
      case OFFICER -> officer(telling).filter(o -> o.actor().equals(actor.id())).isPresent();
    };
  }

  // Reading

  /** Empty where there is none, or where it was told somebody else. */
  public Optional<RestrictionTelling> find(UUID id) {
    Actor actor = currentActor.get();
    return kept.findById(id).filter(telling -> told(actor, telling));
  }

  public RestrictionTelling get(UUID id) {
    return kept.findById(id).orElseThrow();
  }

  /** Those of each restriction. */
  public Map<UUID, List<RestrictionTelling>> of(Collection<UUID> restrictions) {
    return restrictions.isEmpty()
        ? Map.of()
        : kept.ofRestrictions(restrictions).stream()
            .collect(Collectors.groupingBy(RestrictionTelling::restrictionId));
  }

  /**
   * What the caller has to acknowledge, ends first; the corporate head sees everybody's.
   *
   * @param overdue only ends that nobody acknowledged in time
   */
  public List<RestrictionTelling> toAcknowledge(boolean overdue) {
    Actor actor = currentActor.get();
    return kept.open().stream()
        .filter(telling -> !overdue || overdue(telling))
        .filter(telling -> told(actor, telling))
        .toList();
  }

  /** An end that was not acknowledged within the days that the policy allows (F11). */
  public boolean overdue(RestrictionTelling telling) {
    Instant ended = telling.endToldAt();
    if (ended == null || telling.endAcknowledgedAt() != null) {
      return false;
    }
    Instant now = clock.instant();
    LocalDate due = workingDays.plus(ended.atZone(WorkingDays.LONDON).toLocalDate(), days(now));
    return now.atZone(WorkingDays.LONDON).toLocalDate().isAfter(due);
  }

  /** What it is called that was told: the service, the building, the officer. */
  public Map<RestrictionTelling, String> names(Collection<RestrictionTelling> tellings) {
    var names = new HashMap<String, String>();
    serviceAreas.all().forEach(area -> names.put(area.code().value(), area.name()));
    buildings.all().forEach(b -> names.put(b.id().value().toString(), b.name()));
    tellings.stream()
        .filter(telling -> telling.told() == Told.OFFICER)
        .collect(
            Collectors.toMap(RestrictionTelling::toldKey, Function.identity(), (one, same) -> one))
        .forEach((key, telling) -> officer(telling).ifPresent(o -> names.put(key, o.name())));
    return tellings.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), t -> names.getOrDefault(t.toldKey(), t.toldKey())));
  }

  /** What letters and colleagues call the restrictions of these. */
  public Map<UUID, String> references(Collection<RestrictionTelling> tellings) {
    return actions
        .findAllById(tellings.stream().map(RestrictionTelling::restrictionId).distinct().toList())
        .stream()
        .collect(Collectors.toMap(ImposedAction::id, action -> action.decided().reference()));
  }

  /** Whose record each of these touches. */
  public Set<UUID> customers(Collection<RestrictionTelling> tellings) {
    return actions
        .findAllById(tellings.stream().map(RestrictionTelling::restrictionId).distinct().toList())
        .stream()
        .map(action -> action.decided().customerId())
        .collect(Collectors.toSet());
  }
}
