package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.correspondence.Notification;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.Scope;
import org.evenhand.designation.TakingOverCases;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.Findings.Found;
import org.evenhand.restrictions.internal.Judging.Judged;
import org.evenhand.restrictions.internal.RegisterToImport.Entry;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.rules.OpenRoute;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over the register that a council kept before. An entry has effect here only as far as it
 * may (T9), and whatever it lacks is a finding until somebody puts it right by the usual acts (F1,
 * F2, F4, F9, F15, F17). The same entry comes in once.
 */
@Service
public class RegisterImports {

  /** What one call may bring. */
  static final int MOST = 500;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST = 10_000;

  /** Local: by when the customer is told of what they were not told in full. */
  private static final int TELL_WITHIN = 5;

  private final TakenOverKept kept;
  private final ImposedActions actions;
  private final ReadingRestrictions reading;
  private final Findings findings;
  private final Judging judging;
  private final StoringActions storing;
  private final RestrictionDecisions decisions;
  private final ReviewDuties reviewDuties;
  private final RouteTogether routes;
  private final TakingOverCases cases;
  private final ContactChecks checks;
  private final RegisteringCustomers registering;
  private final Customers customers;
  private final ServiceAreas serviceAreas;
  private final Buildings buildings;
  private final Policies policies;
  private final FrontDeskWriter frontDesk;
  private final Duties duties;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  RegisterImports(
      TakenOverKept kept,
      ImposedActions actions,
      ReadingRestrictions reading,
      Findings findings,
      Judging judging,
      StoringActions storing,
      RestrictionDecisions decisions,
      ReviewDuties reviewDuties,
      RouteTogether routes,
      TakingOverCases cases,
      ContactChecks checks,
      RegisteringCustomers registering,
      Customers customers,
      ServiceAreas serviceAreas,
      Buildings buildings,
      Policies policies,
      FrontDeskWriter frontDesk,
      Duties duties,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      WorkingDays workingDays,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactionManager,
      Clock clock) {
    this.kept = kept;
    this.actions = actions;
    this.reading = reading;
    this.findings = findings;
    this.judging = judging;
    this.storing = storing;
    this.decisions = decisions;
    this.reviewDuties = reviewDuties;
    this.routes = routes;
    this.cases = cases;
    this.checks = checks;
    this.registering = registering;
    this.customers = customers;
    this.serviceAreas = serviceAreas;
    this.buildings = buildings;
    this.policies = policies;
    this.frontDesk = frontDesk;
    this.duties = duties;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.events = events;
    this.transactions = new TransactionTemplate(transactionManager);
    this.clock = clock;
  }

  /** One call that took a register over, with how many entries it brought in. */
  public record Run(UUID id, String source, Instant importedAt, String importedBy, int entries) {}

  /** What becomes of an entry. */
  public enum What {
    TAKEN_OVER,
    ALREADY_HERE,
    /** Here already, and it said something else then; nothing is changed by that. */
    ALREADY_HERE_OTHERWISE,
    /** Its last day has passed. */
    ENDED_BEFORE
  }

  /**
   * An entry with what becomes of it.
   *
   * @param restriction as it stands; null where none came of it, and while it is only tried
   * @param inEffect whether the front line goes by it
   * @param found what is to be put right; null where nothing is
   */
  public record Taken(
      String reference,
      What what,
      @Nullable RestrictionView restriction,
      boolean inEffect,
      @Nullable Found found) {}

  /**
   * Takes the entries over that are not here yet. Refuses the whole of it, naming each entry and
   * field that is wrong. Call within an act, which leaves nothing behind where it is refused.
   */
  public Outcome<Run> take(RegisterToImport register) {
    Instant now = clock.instant();
    LocalDate today = today(now);
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      return Outcome.refused(Policies.noneInForce());
    }
    List<Refusal> refusals = problems(register, today);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    List<Row> rows = judged(register, policy.get(), refusals, now);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var run =
        new Run(Ids.next(), register.source(), now, currentActor.get().id().value(), rows.size());
    kept.add(run);
    rows.forEach(row -> takeOver(row, run, policy.get(), now));
    afterwards(rows, now);
    List<Warning> warnings = policy.get().warnings();
    return Outcome.done(run, warnings);
  }

  /** The same, and nothing is kept of it. */
  public Outcome<List<Taken>> preview(RegisterToImport register) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              return switch (take(register)) {
                case Outcome.Refused<Run>(List<Refusal> why) -> Outcome.<List<Taken>>refused(why);
                case Outcome.Done<Run>(Run run, List<Warning> warnings) ->
                    Outcome.done(
                        entries(register, run).stream().map(RegisterImports::onlyTried).toList(),
                        warnings);
              };
            }));
  }

  private static Taken onlyTried(Taken taken) {
    return taken.what() == What.TAKEN_OVER
        ? new Taken(taken.reference(), taken.what(), null, taken.inEffect(), taken.found())
        : taken;
  }

  public Run run(UUID id) {
    return kept.run(id).orElseThrow();
  }

  /** What became of each entry in that run, in the order of the register. */
  public List<Taken> entries(RegisterToImport register, Run run) {
    Map<String, TakenOver> here = here(register);
    Map<UUID, RestrictionView> views =
        reading
            .find(here.values().stream().map(t -> new RestrictionId(t.restrictionId())).toList())
            .stream()
            .collect(Collectors.toMap(view -> view.id().value(), Function.identity()));
    Map<UUID, Found> found = findings.of(views.keySet());
    auditTrail.recordRead(
        "registerImport",
        "Restriction",
        views.values().stream().map(v -> v.customerId().value()).distinct().toList());
    return register.entries().stream()
        .map(
            entry -> {
              TakenOver before = here.get(entry.reference());
              if (before == null) {
                return new Taken(entry.reference(), What.ENDED_BEFORE, null, false, null);
              }
              RestrictionView view = Objects.requireNonNull(views.get(before.restrictionId()));
              What what =
                  before.importId().equals(run.id())
                      ? What.TAKEN_OVER
                      : before.digest().equals(entry.digest())
                          ? What.ALREADY_HERE
                          : What.ALREADY_HERE_OTHERWISE;
              return new Taken(
                  entry.reference(),
                  what,
                  view,
                  view.status() == RestrictionStatus.IN_FORCE,
                  found.get(before.restrictionId()));
            })
        .toList();
  }

  private Map<String, TakenOver> here(RegisterToImport register) {
    return kept.of(register.source(), register.entries().stream().map(Entry::reference).toList());
  }

  // What is wrong with it

  private List<Refusal> problems(RegisterToImport register, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    if (!currentActor.get().holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      refusals.add(AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    add(refusals, Acts.text(register.source(), LONGEST_NAME, "source"));
    if (register.entries().isEmpty() || register.entries().size() > MOST) {
      refusals.add(
          Refusal.at(
              "ENTRIES_MISSING_OR_TOO_MANY", Map.of("most", Integer.toString(MOST)), "entries"));
      return refusals;
    }
    Set<ServiceAreaCode> known =
        serviceAreas.all().stream().map(ServiceAreaView::code).collect(Collectors.toSet());
    var references = new HashSet<String>();
    for (int i = 0; i < register.entries().size(); i++) {
      Entry entry = register.entries().get(i);
      var at = new Place(i, refusals);
      at.text(entry.reference(), LONGEST_NAME, "reference");
      if (!references.add(entry.reference())) {
        at.refuse(Refusal.at("ENTRY_NAMED_TWICE", "reference"));
      }
      if ((entry.customer() == null) == (entry.identity() == null)) {
        at.refuse(Refusal.at("CUSTOMER_OR_IDENTITY", "customer"));
      }
      if (entry.nature() == Nature.SUPPORTIVE) {
        at.refuse(Refusal.at("HELP_IS_NOT_TAKEN_OVER", "nature"));
      }
      if (!known.contains(entry.leadService())) {
        at.refuse(Refusal.notFound("ServiceArea", "leadService"));
      }
      if (entry.imposedOn().isAfter(today)) {
        at.refuse(Refusal.at("LIES_AHEAD", "imposedOn"));
      }
      var sent = entry.sent();
      if (sent != null && sent.on().isAfter(today)) {
        at.refuse(Refusal.at("LIES_AHEAD", "sent", "on"));
      }
      if (sent != null && sent.on().isBefore(entry.imposedOn())) {
        at.refuse(Refusal.at("SENT_BEFORE_IMPOSED", "sent", "on"));
      }
      LocalDate endsOn = entry.endsOn();
      if (endsOn != null && endsOn.isBefore(entry.imposedOn())) {
        at.refuse(Refusal.at("ENDS_BEFORE_IT_STARTS", "endsOn"));
      }
      at.bounded(entry.decidedBy(), LONGEST_NAME, "decidedBy");
      at.bounded(entry.wording(), LONGEST, "wording");
      if (entry.permanentBecause() != null) {
        at.text(entry.permanentBecause(), LONGEST, "permanentBecause");
      }
    }
    return refusals;
  }

  /** Where in the register something is wrong. */
  private record Place(int index, List<Refusal> refusals) {

    void refuse(Refusal refusal) {
      refusals.add(Refusal.at(refusal.code(), refusal.parameters(), path(refusal.path())));
    }

    void text(@Nullable String text, int longest, String field) {
      Refusal refusal = Acts.text(text, longest, field);
      if (refusal != null) {
        refuse(refusal);
      }
    }

    void bounded(@Nullable String text, int longest, String field) {
      if (text != null && !text.isBlank()) {
        text(text, longest, field);
      }
    }

    private String[] path(List<String> within) {
      var path = new ArrayList<>(List.of("entries", Integer.toString(index)));
      path.addAll(within);
      return path.toArray(String[]::new);
    }
  }

  // Who it is about, and what the front line will go by

  /** An entry that comes in, with whom it is about and what became of its settings. */
  private record Row(Entry entry, CustomerId whom, Judged judged, LocalDate today) {}

  private List<Row> judged(
      RegisterToImport register, PolicyInForce policy, List<Refusal> refusals, Instant now) {
    LocalDate today = today(now);
    Map<String, TakenOver> here = here(register);
    var newcomers = new HashMap<ContactQuestion.Identity, CustomerId>();
    var rows = new ArrayList<Row>();
    for (int i = 0; i < register.entries().size(); i++) {
      Entry entry = register.entries().get(i);
      LocalDate endsOn = entry.endsOn();
      if (here.containsKey(entry.reference()) || (endsOn != null && endsOn.isBefore(today))) {
        continue;
      }
      var at = new Place(i, refusals);
      CustomerId whom = whom(entry, newcomers, at, now);
      if (whom == null) {
        continue;
      }
      switch (judging.judgeTakenOver(
          entry.asDecided(basis(entry, whom).considerationId(), whom, today),
          basis(entry, whom),
          policy,
          now)) {
        case Outcome.Refused<Judged>(List<Refusal> why) -> why.forEach(at::refuse);
        case Outcome.Done<Judged>(Judged judged, var ignored) -> {
          judged.proposal().refusals().forEach(at::refuse);
          rows.add(new Row(entry, whom, judged, today));
        }
      }
    }
    return rows;
  }

  /** Nothing is known of how it was decided. */
  private static ImposingBasis basis(Entry entry, CustomerId whom) {
    return new ImposingBasis(
        new ConsiderationId(new UUID(0, 0)),
        whom,
        ConsiderationStatus.OPEN,
        null,
        null,
        null,
        null,
        null,
        null,
        entry.leadService(),
        services(entry),
        services(entry).size() > 1 || entry.scope().wholeCouncil(),
        false,
        false,
        false,
        false,
        Set.of(),
        List.of());
  }

  private static Set<ServiceAreaCode> services(Entry entry) {
    var all = new LinkedHashSet<>(entry.scope().serviceAreas());
    all.add(entry.leadService());
    return all;
  }

  /** T21: one and the same by two independent identifiers, or nobody whom we know. */
  private @Nullable CustomerId whom(
      Entry entry, Map<ContactQuestion.Identity, CustomerId> newcomers, Place at, Instant now) {
    CustomerId named = entry.customer();
    if (named != null) {
      Optional<CustomerView> found = customers.find(named);
      if (found.isEmpty()) {
        at.refuse(Refusal.notFound("Customer", "customer"));
      }
      return found.map(CustomerView::id).orElse(null);
    }
    var identity = Objects.requireNonNull(entry.identity());
    CustomerId before = newcomers.get(identity);
    if (before != null) {
      return before;
    }
    UUID recognised = checks.recognise(identity, now).customer();
    if (recognised != null) {
      return new CustomerId(recognised);
    }
    if (checks.fitsAnybody(identity, now)) {
      at.refuse(Refusal.at("CUSTOMER_NOT_SURE", "identity"));
      return null;
    }
    String name = identity.name();
    boolean another =
        identity.dateOfBirth() != null
            || identity.telephone() != null
            || identity.email() != null
            || identity.reference() != null;
    if (name == null || name.isBlank() || !another) {
      at.refuse(Refusal.at("IDENTITY_TOO_LITTLE", "identity"));
      return null;
    }
    return switch (registering.register(newcomer(name, identity), currentActor.get(), now)) {
      case Outcome.Refused<CustomerView>(List<Refusal> why) -> {
        why.forEach(r -> at.refuse(Refusal.at(r.code(), r.parameters(), "identity")));
        yield null;
      }
      case Outcome.Done<CustomerView>(CustomerView registered, var ignored) -> {
        newcomers.put(identity, registered.id());
        yield registered.id();
      }
    };
  }

  private static RegisteringCustomers.CustomerToRegister newcomer(
      String name, ContactQuestion.Identity identity) {
    var known = new ArrayList<IdentifierGiven>();
    add(known, IdentifierKind.TELEPHONE, identity.telephone(), null);
    add(known, IdentifierKind.EMAIL, identity.email(), null);
    add(known, IdentifierKind.REFERENCE, identity.reference(), null);
    add(known, IdentifierKind.ADDRESS, identity.addressLine(), identity.postcode());
    add(known, IdentifierKind.UPRN, identity.uprn(), null);
    return new RegisteringCustomers.CustomerToRegister(
        CustomerKind.INDIVIDUAL,
        name,
        identity.dateOfBirth(),
        false,
        known,
        Circumstances.NONE_KNOWN,
        null,
        null,
        List.of());
  }

  private static void add(
      List<IdentifierGiven> known,
      IdentifierKind kind,
      @Nullable String value,
      @Nullable String postcode) {
    if (value != null && !value.isBlank()) {
      known.add(new IdentifierGiven(kind, value, postcode, Confidence.PROBABLE));
    }
  }

  // Taking it over

  private void takeOver(Row row, Run run, PolicyInForce policy, Instant now) {
    Entry entry = row.entry();
    ConsiderationView open =
        cases.takeOver(
            row.whom(),
            scope(row),
            Wording.word("register.taken-over.why", "en")
                .replace("{source}", run.source())
                .replace("{reference}", entry.reference()));
    Instant told = notified(entry, policy);
    var begun =
        ImposedAction.Progress.begun(
            RestrictionStatus.IMPOSED, entry.reviewOn() == null ? row.today() : entry.reviewOn());
    ImposedAction saved =
        storing.takeOver(
            entry.asDecided(open.id(), row.whom(), row.today()),
            row.judged(),
            told == null ? begun : begun.told(RestrictionStatus.IN_FORCE, told, told),
            entry.imposedOn().atStartOfDay(WorkingDays.LONDON).toInstant());
    var sent = entry.sent();
    kept.add(
        new TakenOver(
            saved.id(),
            run.id(),
            run.source(),
            entry.reference(),
            entry.digest(),
            blankToNull(entry.decidedBy()),
            sent == null ? null : sent.how(),
            sent == null ? null : sent.on(),
            told,
            entry.reviewOn(),
            entry.appealTold(),
            blankToNull(entry.wording())));
    if (told == null || !entry.appealTold()) {
      open(DutyKinds.ISSUE_NOTICE, saved, workingDays.plus(row.today(), TELL_WITHIN), now);
    }
    events.publishEvent(
        new RestrictionImposed(
            new RestrictionId(saved.id()),
            row.whom(),
            open.id(),
            TypeId.of(saved.decided().typeId()),
            saved.decided().nature(),
            saved.leadService(),
            now,
            currentActor.get().id()));
    if (told != null) {
      reviewDuties.open(saved, now);
      decisions.openEnding(saved, now);
      events.publishEvent(RestrictionDecisions.cameIntoForce(saved, told, currentActor.get().id()));
    }
  }

  private Scope scope(Row row) {
    Set<UUID> named = row.judged().proposal().buildings();
    return new Scope(
        row.entry().leadService(),
        row.entry().scope().serviceAreas(),
        buildings.all().stream()
            .filter(b -> named.contains(b.id().value()))
            .map(BuildingView::code)
            .collect(Collectors.toSet()),
        row.entry().scope().wholeCouncil(),
        null);
  }

  /** T9: when the customer counts as told by what was sent then. */
  private @Nullable Instant notified(Entry entry, PolicyInForce policy) {
    var sent = entry.sent();
    return sent == null
        ? null
        : Notification.deemed(
                sent.how(),
                sent.on().atTime(LocalTime.NOON).atZone(WorkingDays.LONDON).toInstant(),
                policy.figures(),
                workingDays)
            .at();
  }

  /** P9.3, F3: where everything together leaves no way in, somebody opens one today. */
  private void afterwards(List<Row> rows, Instant now) {
    List<CustomerId> whom = rows.stream().map(Row::whom).distinct().toList();
    whom.forEach(frontDesk::person);
    Map<CustomerId, OpenRoute> open = routes.of(whom, now);
    for (CustomerId one : whom) {
      if (open.get(one) instanceof OpenRoute.NoOpenRoute) {
        actions.ofCustomer(one.value()).stream()
            .filter(a -> a.decided().takenOver() && !Standing.at(a, now).ended())
            .forEach(a -> open(DutyKinds.NO_ROUTE_AFTER_IMPORT, a, today(now), now));
      }
    }
  }

  private void open(String kind, ImposedAction action, LocalDate on, Instant now) {
    duties.open(DutyKinds.toOwner(kind, action, on), now);
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
