package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.HOUSEHOLD_LINK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.HouseholdLinkId;
import org.evenhand.intake.HouseholdLinkView;
import org.evenhand.intake.HouseholdMember;
import org.evenhand.intake.HouseholdRole;
import org.evenhand.intake.Households;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class HouseholdBook implements Households {

  private final StoredHouseholdLinks stored;
  private final CustomerReading customers;
  private final MergeReading merges;
  private final DSLContext sql;

  HouseholdBook(
      StoredHouseholdLinks stored, CustomerReading customers, MergeReading merges, DSLContext sql) {
    this.stored = stored;
    this.customers = customers;
    this.merges = merges;
    this.sql = sql;
  }

  @Override
  @Transactional
  public Outcome<HouseholdLinkView> record(LinkToRecord command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    CustomerView one = customers.find(command.customerId()).orElse(null);
    CustomerView other = customers.find(command.otherId()).orElse(null);
    boolean itself = customers.recordsOf(command.customerId()).contains(command.otherId());
    var checked =
        new Checked()
            .refuse(one == null, Refusal.notFound("Customer", "customer"))
            .refuse(other == null, Refusal.notFound("Customer", "other"))
            .refuse(one != null && !person(one), Refusal.at("NOT_A_PERSON", "customer"))
            .refuse(other != null && !person(other), Refusal.at("NOT_A_PERSON", "other"))
            .refuse(merges.moved(command.customerId(), "customer"))
            .refuse(merges.moved(command.otherId(), "other"))
            .refuse(itself, Refusal.at("LINKED_TO_ITSELF", "other"))
            .notAfter(command.startsOn(), today, "startsOn")
            .refuse(
                of(command.customerId()).stream()
                    .anyMatch(
                        m -> m.link().endsOn() == null && m.personId().equals(command.otherId())),
                Refusal.at("HOUSEHOLD_ON_RECORD", "other"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    HouseholdLinkId id = HouseholdLinkId.next();
    stored.save(
        new HouseholdLink(
            id.value(),
            null,
            command.customerId().value(),
            command.otherId().value(),
            command.otherIs(),
            command.startsOn(),
            null,
            actor.id().value()));
    return Outcome.done(find(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<HouseholdLinkView> end(LinkToEnd command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<HouseholdLink> found = stored.findById(command.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("HouseholdLink", "id"));
    }
    HouseholdLink link = found.get();
    var checked =
        new Checked()
            .refuse(
                Acts.stale(command.expectedVersion(), link.version() == null ? 0 : link.version()))
            .refuse(link.endsOn() != null, Refusal.at("LINK_ENDED", "id"))
            .refuse(
                command.endsOn().isBefore(link.startsOn()),
                Refusal.at("ENDS_BEFORE_START", "endsOn"))
            .notAfter(command.endsOn(), today, "endsOn");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    stored.save(link.ended(command.endsOn()));
    return Outcome.done(find(command.id()).orElseThrow());
  }

  @Override
  public Optional<HouseholdLinkView> find(HouseholdLinkId id) {
    return sql.selectFrom(HOUSEHOLD_LINK)
        .where(HOUSEHOLD_LINK.ID.eq(id.value()))
        .fetchOptional(HouseholdBook::view);
  }

  @Override
  public Map<CustomerId, List<HouseholdMember>> of(Collection<CustomerId> asked) {
    return members(merges.under(asked));
  }

  @Override
  public List<HouseholdMember> affectedBy(CustomerId customer, LocalDate on) {
    return of(customer).stream().filter(m -> m.link().lastsOn(on)).toList();
  }

  private List<HouseholdMember> of(CustomerId customer) {
    return members(Map.of(customer, merges.records(customer))).getOrDefault(customer, List.of());
  }

  private Map<CustomerId, List<HouseholdMember>> members(
      Map<CustomerId, List<CustomerId>> records) {
    UUID[] ids =
        records.values().stream()
            .flatMap(List::stream)
            .map(CustomerId::value)
            .distinct()
            .toArray(UUID[]::new);
    List<HouseholdLinkView> links =
        ids.length == 0
            ? List.of()
            : sql.selectFrom(HOUSEHOLD_LINK)
                .where(HOUSEHOLD_LINK.CUSTOMER.eq(DSL.any(ids)))
                .or(HOUSEHOLD_LINK.OTHER.eq(DSL.any(ids)))
                .orderBy(HOUSEHOLD_LINK.ID)
                .fetch(HouseholdBook::view);
    var each = new LinkedHashMap<CustomerId, List<HouseholdMember>>();
    records.forEach(
        (customer, theirs) -> {
          var members = new ArrayList<HouseholdMember>();
          for (HouseholdLinkView link : links) {
            HouseholdMember member = seenFrom(theirs, link);
            if (member != null) {
              members.add(member);
            }
          }
          each.put(customer, members);
        });
    return each;
  }

  private static @Nullable HouseholdMember seenFrom(
      List<CustomerId> records, HouseholdLinkView link) {
    boolean from = records.contains(link.customerId());
    boolean to = records.contains(link.otherId());
    if (from == to) {
      return null;
    }
    return from
        ? new HouseholdMember(link.otherId(), link.otherIs(), link)
        : new HouseholdMember(link.customerId(), link.otherIs().inverse(), link);
  }

  private static boolean person(CustomerView customer) {
    return customer.kind() == CustomerKind.INDIVIDUAL || customer.kind() == CustomerKind.INTERNAL;
  }

  private static HouseholdLinkView view(Record r) {
    return new HouseholdLinkView(
        new HouseholdLinkId(r.get(HOUSEHOLD_LINK.ID)),
        r.get(HOUSEHOLD_LINK.VERSION),
        new CustomerId(r.get(HOUSEHOLD_LINK.CUSTOMER)),
        new CustomerId(r.get(HOUSEHOLD_LINK.OTHER)),
        HouseholdRole.valueOf(r.get(HOUSEHOLD_LINK.OTHER_IS)),
        r.get(HOUSEHOLD_LINK.STARTS_ON),
        r.get(HOUSEHOLD_LINK.ENDS_ON),
        new ActorId(r.get(HOUSEHOLD_LINK.RECORDED_BY)));
  }
}
