package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.restrictions.CumulativeEffectView;
import org.evenhand.restrictions.ImposingRestrictions;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionPreviewView;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.internal.CumulativeEffect.Around;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.Bound;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.RuleInForce;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person can still do with everything together, from when until when: all that is in force
 * or decided on, told or not, and what courts said, on all of their records, and with it an action
 * that is only thought of (P9.3, T11). Shown before anybody signs.
 */
@Service
public class EffectsTogether {

  private static final UUID PROPOSED = new UUID(0, 0);

  private final ImposedActions actions;
  private final ImposingRestrictions imposing;
  private final Customers customers;
  private final Adjustments adjustments;
  private final CourtTermsAtDesk courts;
  private final Policies policies;
  private final FrontDeskWriter frontDesk;
  private final AuditTrail auditTrail;
  private final WorkingDays workingDays;
  private final CouncilCalendar calendar;
  private final Clock clock;

  EffectsTogether(
      ImposedActions actions,
      ImposingRestrictions imposing,
      Customers customers,
      Adjustments adjustments,
      CourtTermsAtDesk courts,
      Policies policies,
      FrontDeskWriter frontDesk,
      AuditTrail auditTrail,
      WorkingDays workingDays,
      Clock clock) {
    this.actions = actions;
    this.imposing = imposing;
    this.customers = customers;
    this.adjustments = adjustments;
    this.courts = courts;
    this.policies = policies;
    this.frontDesk = frontDesk;
    this.auditTrail = auditTrail;
    this.workingDays = workingDays;
    this.calendar = new CouncilCalendar(workingDays);
    this.clock = clock;
  }

  /** A building where the person would not simply be let in. */
  public record Door(BuildingId building, Verdict verdict) {}

  /**
   * A time in which the same things hold.
   *
   * @param until its last day; null while no end is in sight
   * @param holding the actions that hold in it, the proposed one not among them
   * @param proposed whether the proposed one holds in it
   * @param court whether a court's terms hold in it
   */
  public record Span(
      LocalDate from,
      @Nullable LocalDate until,
      List<RestrictionId> holding,
      boolean proposed,
      boolean court,
      List<CumulativeEffectView> effects,
      List<Door> buildings) {}

  /**
   * The spans one after the other, the first one from today.
   *
   * @param digest of everything in it but today's date: whoever signs hands it back, so that nobody
   *     signs what they have not seen
   * @param refusals why the proposed action would be refused; empty where there is none
   */
  public record Together(
      CustomerId customer,
      List<Span> spans,
      List<AgreedAdjustment> adjustments,
      String digest,
      List<Refusal> refusals) {}

  private enum Said {
    DECIDED,
    PROPOSED,
    BY_A_COURT
  }

  /** Something that holds for a time. */
  private record Holding(
      UUID id,
      Said said,
      List<Rule> rules,
      Nature nature,
      LocalDate from,
      @Nullable LocalDate until) {
    boolean on(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  /**
   * The effect on a person; empty where there is no such customer. Reading it is logged.
   *
   * @param proposed an action to try out with the rest; null for none
   */
  @Transactional
  public Optional<Together> of(CustomerId customer, @Nullable RestrictionToImpose proposed) {
    if (customers.find(customer).isEmpty()) {
      return Optional.empty();
    }
    auditTrail.recordRead("cumulativeEffect", "Customer", List.of(customer.value()));
    return Optional.of(together(customer, proposed));
  }

  /** Whether what a signer saw is still what it comes to. */
  boolean seen(CustomerId customer, String digest) {
    return together(customer, null).digest().equals(digest);
  }

  private Together together(CustomerId customer, @Nullable RestrictionToImpose proposed) {
    Instant now = clock.instant();
    LocalDate today = day(now);
    var holding = new ArrayList<Holding>();
    List<UUID> records = customers.recordsOf(customer).stream().map(CustomerId::value).toList();
    for (ImposedAction action : actions.ofCustomers(records)) {
      if (!Standing.at(action, now).ended()) {
        holding.add(holding(action, today));
      }
    }
    courts.on(records).forEach(terms -> holding.add(holding(terms, today)));
    List<Refusal> refusals = proposed == null ? List.of() : add(proposed, today, holding);
    var agreed = adjustments.agreed(customer).stream().map(FrontDeskWriter::adjustment).toList();
    var around =
        new Around(
            agreed,
            frontDesk.currentDirectory(workingDays),
            calendar.from(today),
            policies
                .inForce(now)
                .map(policy -> policy.figures().get(FigureKey.OPEN_ROUTE))
                .orElse(OpenRouteInput.USUAL_WORKING_DAYS),
            now);
    List<Span> spans = spans(holding, around, today);
    return new Together(customer, spans, agreed, digest(spans), refusals);
  }

  private List<Refusal> add(RestrictionToImpose proposed, LocalDate today, List<Holding> holding) {
    Outcome<RestrictionPreviewView> preview = imposing.preview(proposed);
    if (!(preview instanceof Outcome.Done<RestrictionPreviewView>(var shown, var ignored))) {
      return preview.refusals();
    }
    LocalDate starts = proposed.startsOn();
    holding.add(
        new Holding(
            PROPOSED,
            Said.PROPOSED,
            shown.rules(),
            proposed.nature(),
            starts == null || starts.isBefore(today) ? today : starts,
            proposed.endsOn()));
    return shown.refusals();
  }

  /** What is not told yet is taken to begin as soon as it may. */
  private static Holding holding(ImposedAction action, LocalDate today) {
    Instant from = action.progress().effectiveFrom();
    LocalDate starts = from == null ? action.decided().startsOn() : day(from);
    Instant end = Standing.end(action);
    return new Holding(
        action.id(),
        Said.DECIDED,
        StoredForm.rules(action.decided().rules()).rules(),
        action.decided().nature(),
        starts == null || starts.isBefore(today) ? today : starts,
        end == null ? null : day(end.minusNanos(1)));
  }

  private static Holding holding(CourtTermsInForce terms, LocalDate today) {
    LocalDate starts = day(terms.startsAt());
    Instant end = terms.endsAt();
    return new Holding(
        terms.id(),
        Said.BY_A_COURT,
        terms.rules().rules(),
        Nature.SAFETY,
        starts.isBefore(today) ? today : starts,
        end == null ? null : day(end.minusNanos(1)));
  }

  private static List<Span> spans(List<Holding> holding, Around around, LocalDate today) {
    var changes = new TreeSet<LocalDate>();
    changes.add(today);
    for (Holding one : holding) {
      LocalDate until = one.until();
      changes.add(one.from());
      if (until != null && !until.isBefore(today)) {
        changes.add(until.plusDays(1));
      }
    }
    var spans = new ArrayList<Span>();
    for (LocalDate from : changes) {
      LocalDate next = changes.higher(from);
      spans.add(span(holding, around, from, next == null ? null : next.minusDays(1)));
    }
    return spans;
  }

  private static Span span(
      List<Holding> holding, Around around, LocalDate from, @Nullable LocalDate until) {
    List<Holding> now = holding.stream().filter(one -> one.on(from)).toList();
    var rules = new ArrayList<RuleInForce>();
    for (Holding one : now) {
      for (Rule rule : one.rules()) {
        rules.add(
            new RuleInForce(
                one.id(),
                rule,
                one.nature(),
                from.atStartOfDay(WorkingDays.LONDON).toInstant(),
                null,
                true,
                false,
                Bound.CUSTOMER,
                null));
      }
    }
    var effect = new CumulativeEffect(rules, around);
    return new Span(
        from,
        until,
        now.stream()
            .filter(one -> one.said() == Said.DECIDED)
            .map(one -> new RestrictionId(one.id()))
            .toList(),
        now.stream().anyMatch(one -> one.said() == Said.PROPOSED),
        now.stream().anyMatch(one -> one.said() == Said.BY_A_COURT),
        effect.effects(from),
        effect.buildings(from).stream()
            .map(at -> new Door(new BuildingId(at.building().id()), at.verdict()))
            .toList());
  }

  /** Without the day on which it is asked, or nobody could sign tomorrow what they saw today. */
  private static String digest(List<Span> spans) {
    var content = new StringBuilder();
    for (Span span : spans) {
      content
          .append(span.until())
          .append(span.holding())
          .append(span.court())
          .append(span.effects().stream().map(EffectsTogether::line).toList())
          .append(span.buildings())
          .append('\n');
    }
    return StoredForm.digest(content.toString());
  }

  private static String line(CumulativeEffectView effect) {
    return effect.need() + " " + effect.possible() + effect.channelList() + effect.route();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
