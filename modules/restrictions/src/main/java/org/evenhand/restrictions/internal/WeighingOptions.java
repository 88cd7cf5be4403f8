package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.Matters;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.EverydayNeed;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.restrictions.internal.options.Conduct;
import org.evenhand.restrictions.internal.options.LeastRestrictive;
import org.evenhand.restrictions.internal.options.LeastRestrictive.Attempt;
import org.evenhand.restrictions.internal.options.LeastRestrictive.Option;
import org.evenhand.restrictions.internal.options.Means;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what {@link LeastRestrictive} weighs for one case: the coded conduct of its incidents,
 * what can be imposed, what was tried before and what came after (question 7). Advice, not a
 * decision.
 */
@Service
public class WeighingOptions {

  /** Comes last by the policy itself: where none of the others fits (P9.1). */
  private static final TypeId OTHER = TypeId.builtIn("other");

  private static final TypeId WARNING = TypeId.builtIn("policy-shared-with-warning");

  private final Considerations considerations;
  private final Incidents incidents;
  private final BehaviourCatalogue behaviours;
  private final Matters matters;
  private final Adjustments adjustments;
  private final Customers customers;
  private final GivingWarnings warnings;
  private final ReadingRestrictions reading;
  private final InstalledTypes types;
  private final Policies policies;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  WeighingOptions(
      Considerations considerations,
      Incidents incidents,
      BehaviourCatalogue behaviours,
      Matters matters,
      Adjustments adjustments,
      Customers customers,
      GivingWarnings warnings,
      ReadingRestrictions reading,
      InstalledTypes types,
      Policies policies,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.considerations = considerations;
    this.incidents = incidents;
    this.behaviours = behaviours;
    this.matters = matters;
    this.adjustments = adjustments;
    this.customers = customers;
    this.warnings = warnings;
    this.reading = reading;
    this.types = types;
    this.policies = policies;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Conduct and how many incidents of the case show it.
   *
   * @param conduct see {@link Conduct}
   */
  public record Counted(Conduct conduct, int incidents) {}

  /**
   * Something that was tried with this person.
   *
   * @param from the day from which it held
   * @param until the day on which it ended; null while it stands
   * @param incidentsSince incidents of this case on a later day
   */
  public record TriedBefore(
      TypeId type,
      Nature nature,
      String reference,
      LocalDate from,
      @Nullable LocalDate until,
      int incidentsSince) {}

  /** The ways for one case, the least restrictive first. */
  public record Weighed(
      List<Counted> conduct,
      List<Option> options,
      List<Conduct> unanswered,
      List<TriedBefore> tried,
      Map<TypeId, Installed> kinds) {

    public int count(Conduct one) {
      return conduct.stream()
          .filter(counted -> counted.conduct().equals(one))
          .mapToInt(Counted::incidents)
          .sum();
    }
  }

  /**
   * The ways for a case; empty where there is none that the caller may decide on. Reading it is
   * logged.
   */
  @Transactional
  public Optional<Weighed> of(ConsiderationId id) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    Optional<ImposingBasis> found =
        considerations
            .basis(id)
            .filter(
                basis ->
                    actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
                        || basis.services().stream().anyMatch(actor::heads)
                        || actor.heads(basis.leadService()));
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (found.isEmpty() || policy.isEmpty()) {
      return Optional.empty();
    }
    CustomerId customer = found.get().customerId();
    auditTrail.recordRead("restrictionOptions", "Consideration", List.of(customer.value()));
    return Optional.of(weigh(found.get(), policy.get(), now));
  }

  private Weighed weigh(ImposingBasis basis, PolicyInForce policy, Instant now) {
    List<CustomerId> records = customers.recordsOf(basis.customerId());
    List<IncidentView> shown =
        incidents.find(basis.incidentIds()).stream().filter(IncidentView::stands).toList();
    Map<Conduct, Integer> counted = new TreeMap<>();
    shown.forEach(one -> conduct(one).forEach(each -> counted.merge(each, 1, Integer::sum)));
    List<TriedBefore> tried = tried(records, shown);
    boolean explained = matters.of(records).stream().anyMatch(m -> m.concluded() && !m.stillOurs());
    boolean anyMatter = !matters.of(records).isEmpty();
    Map<TypeId, Installed> kinds = new HashMap<>();
    var means = new ArrayList<Means>();
    for (Installed kind : types.all()) {
      if (kind.type().id().equals(OTHER) || !canBeFilledIn(kind, anyMatter, explained)) {
        continue;
      }
      kinds.put(kind.type().id(), kind);
      mildestFirst(kind.type().natures(), basis)
          .forEach(nature -> means.add(Means.of(kind.type(), nature)));
    }
    var weighing =
        new LeastRestrictive(
            means,
            counted.keySet(),
            inVain(means, tried, shown),
            guaranteed(policy),
            OpenRouteInput.USUALLY_OFFERED,
            unusable(basis.customerId()));
    return new Weighed(
        counted.entrySet().stream().map(e -> new Counted(e.getKey(), e.getValue())).toList(),
        weighing.options(),
        weighing.unanswered(),
        tried,
        kinds);
  }

  /** One incident can show several families of conduct, all on its channel. */
  private Set<Conduct> conduct(IncidentView incident) {
    Set<Conduct> all = new HashSet<>();
    boolean grave = incident.assault() != null;
    for (String code : incident.behaviours()) {
      ConductFamily family = behaviours.find(code).map(BehaviourView::family).orElse(null);
      all.add(new Conduct(family, incident.channel(), grave));
    }
    return all;
  }

  /** What is about a matter needs one; what is about a decided one says so itself when imposed. */
  private static boolean canBeFilledIn(Installed kind, boolean anyMatter, boolean explained) {
    boolean aboutAMatter =
        kind.type().settings().stream()
            .anyMatch(
                asked ->
                    asked instanceof SettingDescriptor.MatterSetting && asked.field().required());
    return !aboutAMatter || explained || (anyMatter && kind.type().settings().size() > 1);
  }

  /**
   * As help if it can be help, and as the first of restriction and safety that it can be. Before a
   * determination allows it, nothing restrictive (F1).
   */
  private static List<Nature> mildestFirst(Set<Nature> natures, ImposingBasis basis) {
    var all = new ArrayList<Nature>();
    if (natures.contains(Nature.SUPPORTIVE)) {
      all.add(Nature.SUPPORTIVE);
    }
    boolean determined = basis.category() != null;
    if (natures.contains(Nature.RESTRICTIVE) && (!determined || basis.restrictiveAllowed())) {
      all.add(Nature.RESTRICTIVE);
    } else if (natures.contains(Nature.SAFETY)) {
      all.add(Nature.SAFETY);
    }
    return all;
  }

  // What was tried

  private List<TriedBefore> tried(List<CustomerId> records, List<IncidentView> shown) {
    var all = new ArrayList<TriedBefore>();
    for (RestrictionView action : reading.ofCustomers(records)) {
      Instant from = action.effectiveFrom();
      if (from == null || action.type().equals(WARNING)) {
        continue;
      }
      Instant ended = action.endedAt();
      all.add(
          before(
              action.type(),
              action.nature(),
              action.reference(),
              day(from),
              ended == null ? null : day(ended),
              shown));
    }
    for (WarningView warning : warnings.of(records)) {
      all.add(
          before(
              WARNING,
              Nature.SUPPORTIVE,
              warning.reference(),
              day(warning.issuedAt()),
              null,
              shown));
    }
    return List.copyOf(all);
  }

  private static TriedBefore before(
      TypeId type,
      Nature nature,
      String reference,
      LocalDate from,
      @Nullable LocalDate until,
      List<IncidentView> shown) {
    int since = (int) shown.stream().filter(one -> one.occurredOn().isAfter(from)).count();
    return new TriedBefore(type, nature, reference, from, until, since);
  }

  /** Help that was given, and conduct of the same sort on a later day. */
  private Set<Attempt> inVain(
      List<Means> means, List<TriedBefore> tried, List<IncidentView> shown) {
    Set<Attempt> all = new HashSet<>();
    for (Means one : means) {
      for (TriedBefore attempt : tried) {
        if (attempt.type().equals(one.type()) && attempt.nature() == one.nature()) {
          shown.stream()
              .filter(incident -> incident.occurredOn().isAfter(attempt.from()))
              .flatMap(incident -> conduct(incident).stream())
              .forEach(conduct -> all.add(new Attempt(one, conduct)));
        }
      }
    }
    return all;
  }

  // What stays open

  private static Map<EverydayNeed, Set<Channel>> guaranteed(PolicyInForce policy) {
    Map<EverydayNeed, Set<Channel>> routes = new EnumMap<>(EverydayNeed.class);
    for (EverydayNeed need : EverydayNeed.values()) {
      policy.carveOuts().stream()
          .filter(c -> c.topic().equals(CumulativeEffect.topic(need)))
          .findFirst()
          .ifPresent(
              c -> {
                Set<Channel> channels = EnumSet.noneOf(Channel.class);
                c.route().channels().forEach(way -> channels.add(FrontDeskWriter.channel(way)));
                if (!channels.isEmpty()) {
                  routes.put(need, channels);
                }
              });
    }
    return routes;
  }

  private Set<Channel> unusable(CustomerId customer) {
    Set<Channel> all = EnumSet.noneOf(Channel.class);
    adjustments.agreed(customer).forEach(agreed -> all.addAll(agreed.channelsUnusable()));
    return all;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
