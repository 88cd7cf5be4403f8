package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.KeptRecords.Kept;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerRecords;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasureId;
import org.evenhand.intake.ErasureView;
import org.evenhand.intake.KeptState;
import org.evenhand.intake.LegalHoldView;
import org.evenhand.intake.RecordsErased;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordsDesk implements ErasingRecords {

  private static final int MOST_RECORDS = 200;

  /** So many persons are looked at together while a page is filled. */
  private static final int TOGETHER = 50;

  /** By what the front line's past answers were worked out. */
  private static final Set<RecordClass> BEHIND_ANSWERS =
      EnumSet.of(RecordClass.DECISION, RecordClass.MARKER, RecordClass.CUSTOMER);

  private final ObjectProvider<KeptRecords> modules;
  private final ErasingContent erasing;
  private final Erasures erasures;
  private final LegalHoldDesk holds;
  private final CustomerReading customers;
  private final MergeReading merges;
  private final Policies policies;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  RecordsDesk(
      ObjectProvider<KeptRecords> modules,
      ErasingContent erasing,
      Erasures erasures,
      LegalHoldDesk holds,
      CustomerReading customers,
      MergeReading merges,
      Policies policies,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.modules = modules;
    this.erasing = erasing;
    this.erasures = erasures;
    this.holds = holds;
    this.customers = customers;
    this.merges = merges;
    this.policies = policies;
    this.sql = sql;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<ErasureView> erase(RecordsToErase command, Actor actor, Instant now) {
    if (customers.find(command.customerId()).isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "customer"));
    }
    CustomerId person = merges.keptOf(command.customerId());
    List<CustomerId> records = merges.records(person);
    LegalHoldDesk.alone(sql, records);
    List<Kept> all = kept(records);
    CustomerRecords judged = judge(List.of(person), now).getFirst();
    var checked =
        new Checked()
            .needed(command.reason(), Checked.LINE, "reason")
            .refuse(command.records().isEmpty(), Refusal.at("NOTHING_NAMED", "records"))
            .refuse(
                command.records().size() > MOST_RECORDS,
                Refusal.at(
                    "LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_RECORDS)), "records"))
            .refuse(judged.onLegalHold(), Refusal.at("ON_LEGAL_HOLD", "customer"));
    if (command.records().size() <= MOST_RECORDS) {
      checked.refuse(notErasable(command.records(), judged, all));
    }
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    Set<GlobalId> chosen = new HashSet<>(command.records());
    modules
        .orderedStream()
        .forEach(
            module -> {
              List<GlobalId> theirs =
                  chosen.stream().filter(r -> module.types().contains(r.type())).toList();
              if (!theirs.isEmpty()) {
                module.erase(theirs, now);
              }
            });
    erasing.around(chosen);
    Map<UUID, RecordClass> classes =
        all.stream()
            .filter(k -> chosen.contains(k.record()))
            .collect(Collectors.toMap(k -> k.record().id(), Kept::recordClass));
    if (classes.values().stream().anyMatch(BEHIND_ANSWERS::contains)) {
      erasing.answersAbout(records.stream().map(CustomerId::value).toList());
    }
    var id = ErasureId.next();
    erasures.add(
        new ErasureView(
            id, person, command.reason().strip(), now, actor.id(), List.copyOf(chosen), Map.of()),
        classes,
        policies.inForce(now).map(p -> p.id().value()).orElse(null));
    events.publishEvent(new RecordsErased(id, person, List.copyOf(chosen), now, actor.id()));
    return Outcome.done(erasures.find(id).orElseThrow());
  }

  private List<Refusal> notErasable(List<GlobalId> wanted, CustomerRecords judged, List<Kept> all) {
    Map<GlobalId, Entry> entries =
        judged.records().stream().collect(Collectors.toMap(Entry::record, e -> e));
    Set<UUID> ids = wanted.stream().map(GlobalId::id).collect(Collectors.toSet());
    Set<UUID> needed = Keeping.needed(all, ids);
    Set<UUID> gone = erasures.among(ids);
    var refusals = new ArrayList<Refusal>();
    for (int i = 0; i < wanted.size(); i++) {
      GlobalId record = wanted.get(i);
      Entry entry = entries.get(record);
      String[] path = {"records", Integer.toString(i)};
      if (entry == null) {
        refusals.add(
            gone.contains(record.id())
                ? Refusal.at("RECORD_ERASED", path)
                : Refusal.notFound(record.type(), path));
      } else if (entry.state() == KeptState.NOT_DUE_YET) {
        refusals.add(Refusal.at("NOT_DUE_YET", Map.of("keepUntil", "" + entry.keepUntil()), path));
      } else if (entry.state() != KeptState.DUE || needed.contains(record.id())) {
        refusals.add(Refusal.at("STILL_NEEDED", path));
      }
    }
    return refusals;
  }

  @Override
  public Page<CustomerRecords> due(
      List<RecordClass> classes, @Nullable Boolean onLegalHold, Page.Request request, Instant now) {
    var rows = new ArrayList<CustomerRecords>();
    var waiting = new ArrayList<>(personsPast(now).tailSet(after(request), false));
    for (int from = 0; from < waiting.size() && rows.size() < request.limit(); from += TOGETHER) {
      List<CustomerId> some =
          waiting.subList(from, Math.min(from + TOGETHER, waiting.size())).stream()
              .map(CustomerId::new)
              .toList();
      judge(some, now).stream()
          .filter(p -> !p.due(classes).isEmpty())
          .filter(p -> onLegalHold == null || p.onLegalHold() == onLegalHold)
          .forEach(rows::add);
    }
    return Page.of(
        rows.size() > request.limit() ? rows.subList(0, request.limit()) : rows,
        request,
        p -> p.person().value(),
        null);
  }

  private static UUID after(Page.Request request) {
    UUID after = request.after();
    return after == null ? new UUID(Long.MIN_VALUE, Long.MIN_VALUE) : after;
  }

  /** The kept records of everybody of whom something may be past its period, in a fixed order. */
  private TreeSet<UUID> personsPast(Instant now) {
    Keeping keeping = keeping(now);
    var found = new HashSet<CustomerId>();
    modules
        .orderedStream()
        .forEach(
            module ->
                module
                    .personsPast(keeping.endedBefore(), keeping.today())
                    .forEach(id -> found.add(new CustomerId(id))));
    Map<CustomerId, CustomerId> heads = merges.kept(found);
    return found.stream()
        .map(id -> heads.getOrDefault(id, id).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<CustomerRecords> kept(CustomerId customerId, Instant now) {
    return customers.find(customerId).isEmpty()
        ? Optional.empty()
        : Optional.of(judge(List.of(merges.keptOf(customerId)), now).getFirst());
  }

  @Override
  public Optional<ErasureView> find(ErasureId id) {
    return erasures.find(id);
  }

  @Override
  public Map<CustomerId, List<ErasureView>> erased(Collection<CustomerId> persons) {
    Map<CustomerId, CustomerId> heads = merges.kept(persons);
    Map<CustomerId, List<CustomerId>> records =
        merges.under(persons.stream().map(p -> heads.getOrDefault(p, p)).distinct().toList());
    List<ErasureView> all =
        erasures.of(records.values().stream().flatMap(List::stream).distinct().toList());
    var each = new LinkedHashMap<CustomerId, List<ErasureView>>();
    for (CustomerId person : persons) {
      List<CustomerId> theirs = records.getOrDefault(heads.getOrDefault(person, person), List.of());
      each.put(person, all.stream().filter(e -> theirs.contains(e.person())).toList());
    }
    return each;
  }

  /** For these persons, each by their kept record, in this order. */
  private List<CustomerRecords> judge(List<CustomerId> persons, Instant now) {
    Keeping keeping = keeping(now);
    Map<CustomerId, List<CustomerId>> records = merges.under(persons);
    Map<UUID, CustomerId> heads = new HashMap<>();
    records.forEach((head, all) -> all.forEach(one -> heads.put(one.value(), head)));
    List<Kept> all = kept(records.values().stream().flatMap(List::stream).toList());
    Map<CustomerId, List<Kept>> theirs =
        all.stream()
            .filter(k -> heads.containsKey(k.person()))
            .collect(Collectors.groupingBy(k -> heads.get(k.person())));
    Set<UUID> ids = new HashSet<>(heads.keySet());
    all.forEach(k -> ids.add(k.record().id()));
    Set<UUID> held = new HashSet<>(erasing.withOpenDuty(ids));
    modules.orderedStream().forEach(m -> held.addAll(m.neededByOthers(ids, heads.keySet())));
    Map<CustomerId, List<LegalHoldView>> standing = holds.of(persons);
    return persons.stream()
        .map(
            person ->
                new CustomerRecords(
                    person,
                    keeping.judge(theirs.getOrDefault(person, List.of()), held),
                    standing.getOrDefault(person, List.of())))
        .toList();
  }

  private List<Kept> kept(List<CustomerId> records) {
    List<UUID> ids = records.stream().map(CustomerId::value).toList();
    return modules.orderedStream().flatMap(module -> module.of(ids).stream()).toList();
  }

  private Keeping keeping(Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    return new Keeping(
        policies.inForce(now).map(PolicyInForce::figures).orElse(Figures.standard()), today);
  }
}
