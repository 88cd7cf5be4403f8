package org.evenhand.restrictions.internal.law;

import static org.evenhand.restrictions.internal.jooq.Sequences.COURT_TERMS_NUMBER;
import static org.evenhand.restrictions.internal.jooq.Tables.COURT_TERMS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.CourtOrderKind;
import org.evenhand.restrictions.CourtTerm;
import org.evenhand.restrictions.CourtTermsId;
import org.evenhand.restrictions.CourtTermsView;
import org.evenhand.restrictions.InjunctionId;
import org.evenhand.restrictions.RecordingCourtTerms;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.internal.CourtTermsAtDesk;
import org.evenhand.restrictions.internal.CourtTermsInForce;
import org.evenhand.restrictions.internal.DeskChanged;
import org.evenhand.restrictions.internal.StoredForm;
import org.evenhand.restrictions.internal.jooq.tables.records.CourtTermsRecord;
import org.evenhand.rules.Bound;
import org.evenhand.rules.Contradictions;
import org.evenhand.rules.Directory;
import org.evenhand.rules.Origin;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.RuleSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The courts' terms on record. */
@Service
public class CourtTermsBook implements RecordingCourtTerms, CourtTermsAtDesk {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_LINE = 200;

  private final Customers customers;
  private final Buildings buildings;
  private final Officers officers;
  private final Injunctions injunctions;
  private final Restrictions restrictions;
  private final LawDuties due;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final DSLContext dsl;
  private final Clock clock;

  CourtTermsBook(
      Customers customers,
      Buildings buildings,
      Officers officers,
      Injunctions injunctions,
      Restrictions restrictions,
      LawDuties due,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      DSLContext dsl,
      Clock clock) {
    this.customers = customers;
    this.buildings = buildings;
    this.officers = officers;
    this.injunctions = injunctions;
    this.restrictions = restrictions;
    this.due = due;
    this.currentActor = currentActor;
    this.events = events;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<CourtTermsView> record(CourtTermsToRecord terms) {
    Instant now = clock.instant();
    LocalDate today = LawDuties.today(now);
    LocalDate checkOn = checkOn(terms, today);
    var refusals = refusals(terms, today, checkOn);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    RuleSet rules = CourtRules.compile(terms.terms(), terms.court(), terms.caseNumber());
    CourtTermsId id = CourtTermsId.next();
    Actor actor = currentActor.get();
    var row = dsl.newRecord(COURT_TERMS);
    row.setId(id.value());
    row.setVersion(0);
    row.setReference(String.format(Locale.ROOT, "CT-%05d", dsl.nextval(COURT_TERMS_NUMBER)));
    row.setCustomerId(terms.customerId().value());
    row.setKind(terms.kind().name());
    row.setCourt(terms.court().strip());
    row.setCaseNumber(terms.caseNumber().strip());
    row.setMadeOn(terms.madeOn());
    row.setTerms(TermsForm.write(terms.terms()));
    row.setRules(StoredForm.rules(rules));
    row.setValidFrom(terms.validFrom());
    row.setValidUntil(terms.validUntil());
    row.setServedOn(terms.servedOn());
    row.setServedBy(terms.servedBy().strip());
    row.setCheckOn(checkOn);
    row.setInjunctionId(terms.injunction() == null ? null : terms.injunction().value());
    row.setRecordedBy(actor.id().value());
    row.setRecordedAs(
        actor.actsAs(Role.LEGAL, Role.HEAD_OF_CUSTOMER_SERVICES).orElse(Role.LEGAL).name());
    row.setRecordedAt(now.atOffset(ZoneOffset.UTC));
    row.insert();
    CourtTermsView recorded = find(id).orElseThrow();
    openCheck(recorded, now);
    if (terms.injunction() != null) {
      injunctions.carriedOut(terms.injunction(), recorded.reference(), now);
    }
    changed(recorded);
    return Outcome.done(recorded, contradicted(recorded, today));
  }

  private static LocalDate checkOn(CourtTermsToRecord terms, LocalDate today) {
    if (terms.checkOn() != null) {
      return terms.checkOn();
    }
    LocalDate year = today.plusMonths(12);
    LocalDate until = terms.validUntil();
    return until != null && until.isBefore(year) ? until : year;
  }

  private List<Refusal> refusals(CourtTermsToRecord terms, LocalDate today, LocalDate checkOn) {
    var refusals = new ArrayList<Refusal>();
    if (customers.find(terms.customerId()).isEmpty()) {
      refusals.add(Refusal.notFound("Customer", "customer"));
    }
    add(refusals, Acts.text(terms.court(), LONGEST_LINE, "court"));
    add(refusals, Acts.text(terms.caseNumber(), LONGEST_LINE, "caseNumber"));
    add(refusals, Acts.text(terms.servedBy(), LONGEST_LINE, "servedBy"));
    if (terms.terms().isEmpty()) {
      refusals.add(Refusal.at("TERM_MISSING", "terms"));
    }
    for (int i = 0; i < terms.terms().size(); i++) {
      term(terms.terms().get(i), refusals, "terms", Integer.toString(i));
    }
    if (terms.madeOn().isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "madeOn"));
    }
    if (terms.servedOn().isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "servedOn"));
    }
    LocalDate until = terms.validUntil();
    if (terms.validFrom().isBefore(terms.madeOn())) {
      refusals.add(Refusal.at("VALID_BEFORE_MADE", "validFrom"));
    }
    if (until != null && (until.isBefore(terms.validFrom()) || until.isBefore(today))) {
      refusals.add(Refusal.at("ENDS_BEFORE_IT_STARTS", "validUntil"));
    }
    if (checkOn.isBefore(today)) {
      refusals.add(Refusal.at("REVIEW_BEFORE_START", "checkOn"));
    }
    if (terms.injunction() != null) {
      refusals.addAll(injunctions.mayCarryOut(terms.injunction(), terms.customerId()));
    }
    return refusals;
  }

  private void term(CourtTerm term, List<Refusal> refusals, String... path) {
    switch (term) {
      case CourtTerm.KeepAway(var named) -> {
        if (named.isEmpty()) {
          refusals.add(Refusal.at("TERM_MISSING", path));
        }
        if (named.stream().anyMatch(b -> buildings.find(new BuildingId(b)).isEmpty())) {
          refusals.add(Refusal.notFound("Building", path));
        }
      }
      case CourtTerm.NotWith(var named) -> {
        if (named.isEmpty()) {
          refusals.add(Refusal.at("TERM_MISSING", path));
        }
        if (officers.named(named.stream().map(OfficerId::new).toList()).size() < named.size()) {
          refusals.add(Refusal.notFound("Officer", path));
        }
      }
      case CourtTerm.NoContact(var channels) -> {
        if (channels.isEmpty()) {
          refusals.add(Refusal.at("TERM_MISSING", path));
        }
      }
      case CourtTerm.OnlyBy ignored -> {}
      case CourtTerm.ToKnow(String words) -> add(refusals, Acts.text(words, 1000, path));
    }
  }

  /** What the council imposed that cannot be followed beside it: named, for whoever reviews it. */
  private List<Warning> contradicted(CourtTermsView recorded, LocalDate today) {
    List<RestrictionView> live =
        customers.recordsOf(recorded.customerId()).stream()
            .flatMap(record -> restrictions.of(record).stream())
            .filter(r -> !r.status().ended())
            .toList();
    var together = new ArrayList<RuleInForce>();
    recorded.rules().rules().forEach(rule -> together.add(inForce(recorded.id().value(), rule)));
    live.forEach(
        r -> r.rules().rules().forEach(rule -> together.add(inForce(r.id().value(), rule))));
    Set<UUID> clashing = new TreeSet<>();
    Contradictions.check(together, Directory.empty(), today)
        .forEach(
            found -> {
              List<UUID> ids = found.rules().stream().map(Origin::restrictionId).toList();
              if (ids.contains(recorded.id().value())) {
                clashing.addAll(ids);
              }
            });
    List<String> references =
        live.stream()
            .filter(r -> clashing.contains(r.id().value()))
            .map(RestrictionView::reference)
            .toList();
    return references.isEmpty()
        ? List.of()
        : List.of(
            new Warning(
                "RESTRICTIONS_CONTRADICT_COURT",
                Map.of("restrictions", String.join(", ", references))));
  }

  private static RuleInForce inForce(UUID id, org.evenhand.spi.Rule rule) {
    return new RuleInForce(
        id,
        rule,
        rule.source() == RuleSource.COURT ? Nature.SAFETY : Nature.RESTRICTIVE,
        Instant.EPOCH,
        null,
        true,
        false,
        Bound.CUSTOMER,
        null);
  }

  @Override
  @Transactional
  public Outcome<CourtTermsView> confirm(
      CourtTermsId id, @Nullable Integer expectedVersion, LocalDate checkOn) {
    Instant now = clock.instant();
    LocalDate today = LawDuties.today(now);
    Optional<CourtTermsView> found = find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("CourtTerms", "courtTerms"));
    }
    var refusals = guard(CourtTermsAct.CONFIRM, found.get(), expectedVersion, now);
    if (!checkOn.isAfter(today)) {
      refusals.add(Refusal.at("REVIEW_BEFORE_START", "checkOn"));
    } else if (checkOn.isAfter(today.plusMonths(12))) {
      refusals.add(
          Refusal.at(
              "REVIEW_TOO_LATE", Map.of("latest", today.plusMonths(12).toString()), "checkOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    change(found.get(), Map.of(COURT_TERMS.CHECK_ON, checkOn));
    CourtTermsView confirmed = find(id).orElseThrow();
    due.discharge(LawDuties.CHECK_COURT_TERMS, id.value(), confirmed.reference(), "CONFIRMED", now);
    openCheck(confirmed, now);
    changed(confirmed);
    return Outcome.done(confirmed);
  }

  @Override
  @Transactional
  public Outcome<CourtTermsView> end(
      CourtTermsId id, @Nullable Integer expectedVersion, String reason) {
    Instant now = clock.instant();
    Optional<CourtTermsView> found = find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("CourtTerms", "courtTerms"));
    }
    var refusals = guard(CourtTermsAct.END, found.get(), expectedVersion, now);
    add(refusals, Acts.text(reason, LONGEST, "reason"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    change(
        found.get(),
        Map.of(
            COURT_TERMS.ENDED_AT,
            now.atOffset(ZoneOffset.UTC),
            COURT_TERMS.ENDED_BY_ACTOR,
            currentActor.get().id().value(),
            COURT_TERMS.END_REASON,
            reason));
    CourtTermsView ended = find(id).orElseThrow();
    due.discharge(LawDuties.CHECK_COURT_TERMS, id.value(), ended.reference(), "ENDED", now);
    changed(ended);
    return Outcome.done(ended);
  }

  private List<Refusal> guard(
      CourtTermsAct act, CourtTermsView terms, @Nullable Integer expectedVersion, Instant now) {
    var refusals = new ArrayList<>(act.refusals(terms, currentActor.get(), LawDuties.today(now)));
    add(refusals, Acts.stale(expectedVersion, terms.version()));
    return refusals;
  }

  private void openCheck(CourtTermsView terms, Instant now) {
    due.open(
        LawDuties.CHECK_COURT_TERMS,
        LawDuties.COURT_TERMS,
        terms.id().value(),
        terms.customerId(),
        terms.checkOn(),
        now);
  }

  private void changed(CourtTermsView terms) {
    events.publishEvent(new DeskChanged(Set.of(terms.customerId().value()), Set.of()));
  }

  private void change(CourtTermsView terms, Map<Field<?>, ?> values) {
    var all = new HashMap<Field<?>, Object>(values);
    int changed =
        dsl.update(COURT_TERMS)
            .set(all)
            .set(COURT_TERMS.VERSION, terms.version() + 1)
            .where(COURT_TERMS.ID.eq(terms.id().value()))
            .and(COURT_TERMS.VERSION.eq(terms.version()))
            .execute();
    if (changed == 0) {
      throw new OptimisticLockingFailureException("the terms were changed meanwhile");
    }
  }

  // Reading

  public Optional<CourtTermsView> find(CourtTermsId id) {
    return read(COURT_TERMS.ID.eq(id.value())).stream().findFirst();
  }

  /** Of these records, ended ones too, newest first. */
  public List<CourtTermsView> of(Collection<CustomerId> records) {
    return records.isEmpty()
        ? List.of()
        : read(COURT_TERMS.CUSTOMER_ID.in(records.stream().map(CustomerId::value).toList()));
  }

  @Override
  public Map<UUID, List<CourtTermsInForce>> byRecord(Collection<UUID> records) {
    LocalDate today = LawDuties.today(clock.instant());
    return read(COURT_TERMS.CUSTOMER_ID.in(records)).stream()
        .filter(terms -> !terms.over(today))
        .collect(
            Collectors.groupingBy(
                terms -> terms.customerId().value(),
                LinkedHashMap::new,
                Collectors.mapping(CourtTermsBook::inForce, Collectors.toList())));
  }

  private static CourtTermsInForce inForce(CourtTermsView terms) {
    LocalDate until = terms.validUntil();
    return new CourtTermsInForce(
        terms.id().value(),
        terms.reference(),
        terms.rules(),
        terms.validFrom().atStartOfDay(WorkingDays.LONDON).toInstant(),
        until == null ? null : until.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant(),
        terms.checkOn());
  }

  @Override
  public Set<UUID> boundOn(LocalDate day) {
    return dsl.selectDistinct(COURT_TERMS.CUSTOMER_ID)
        .from(COURT_TERMS)
        .where(COURT_TERMS.ENDED_AT.isNull())
        .and(COURT_TERMS.VALID_FROM.le(day))
        .and(COURT_TERMS.VALID_UNTIL.isNull().or(COURT_TERMS.VALID_UNTIL.ge(day)))
        .fetchSet(COURT_TERMS.CUSTOMER_ID);
  }

  private List<CourtTermsView> read(Condition where) {
    return dsl.selectFrom(COURT_TERMS)
        .where(where)
        .orderBy(COURT_TERMS.ID.desc())
        .fetch(CourtTermsBook::view);
  }

  private static CourtTermsView view(CourtTermsRecord row) {
    UUID injunction = row.getInjunctionId();
    OffsetDateTime ended = row.getEndedAt();
    String endedBy = row.getEndedByActor();
    return new CourtTermsView(
        new CourtTermsId(row.getId()),
        row.getVersion(),
        row.getReference(),
        new CustomerId(row.getCustomerId()),
        CourtOrderKind.valueOf(row.getKind()),
        row.getCourt(),
        row.getCaseNumber(),
        row.getMadeOn(),
        TermsForm.read(row.getTerms()),
        StoredForm.rules(row.getRules()),
        row.getValidFrom(),
        row.getValidUntil(),
        row.getServedOn(),
        row.getServedBy(),
        row.getCheckOn(),
        injunction == null ? null : new InjunctionId(injunction),
        new ActorId(row.getRecordedBy()),
        Role.valueOf(row.getRecordedAs()),
        row.getRecordedAt().toInstant(),
        ended == null ? null : ended.toInstant(),
        endedBy == null ? null : new ActorId(endedBy),
        row.getEndReason());
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
