package org.evenhand.correspondence.internal;

import static org.evenhand.correspondence.internal.jooq.Tables.UNSAFE_ADDRESS;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.correspondence.UnsafeAddressId;
import org.evenhand.correspondence.UnsafeAddressView;
import org.evenhand.correspondence.UnsafeAddresses;
import org.evenhand.correspondence.UnsafeBecause;
import org.evenhand.correspondence.internal.jooq.tables.records.UnsafeAddressRecord;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MarkedAddresses implements UnsafeAddresses {

  private static final int LONGEST_NOTE = 2_000;

  private final DSLContext sql;
  private final Customers customers;
  private final CurrentActor currentActor;
  private final Clock clock;

  MarkedAddresses(DSLContext sql, Customers customers, CurrentActor currentActor, Clock clock) {
    this.sql = sql;
    this.customers = customers;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<UnsafeAddressView> mark(
      UUID customerId, String address, UnsafeBecause because, @Nullable String note) {
    List<Refusal> refusals =
        Stream.of(
                Optional.of(Refusal.notFound("Customer", "customer"))
                    .filter(r -> customers.find(new CustomerId(customerId)).isEmpty()),
                Optional.ofNullable(Acts.text(address, PartsCheck.LONGEST_LINE, "address")),
                Optional.ofNullable(note).map(n -> Acts.text(n, LONGEST_NOTE, "note")),
                Optional.of(Refusal.at("ADDRESS_MARKED_ALREADY", "address"))
                    .filter(r -> unsafe(customerId, address)))
            .flatMap(Optional::stream)
            .toList();
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    UUID id = Ids.next();
    sql.insertInto(UNSAFE_ADDRESS)
        .set(UNSAFE_ADDRESS.ID, id)
        .set(UNSAFE_ADDRESS.VERSION, 0)
        .set(UNSAFE_ADDRESS.CUSTOMER_ID, customerId)
        .set(UNSAFE_ADDRESS.ADDRESS, address.strip())
        .set(UNSAFE_ADDRESS.BECAUSE, because.name())
        .set(UNSAFE_ADDRESS.NOTE, note == null ? null : note.strip())
        .set(UNSAFE_ADDRESS.MARKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
        .set(UNSAFE_ADDRESS.MARKED_BY, currentActor.idOrSystem().value())
        .execute();
    return Outcome.done(find(new UnsafeAddressId(id)).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<UnsafeAddressView> clear(
      UnsafeAddressId id, @Nullable Integer expectedVersion, String because) {
    Optional<UnsafeAddressView> found = find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("UnsafeAddress", "unsafeAddress"));
    }
    UnsafeAddressView before = found.get();
    List<Refusal> refusals =
        Stream.concat(
                Stream.of(
                        Optional.ofNullable(Acts.stale(expectedVersion, before.version())),
                        Optional.ofNullable(Acts.text(because, LONGEST_NOTE, "because")))
                    .flatMap(Optional::stream),
                closed(before).stream())
            .toList();
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    sql.update(UNSAFE_ADDRESS)
        .set(UNSAFE_ADDRESS.VERSION, before.version() + 1)
        .set(UNSAFE_ADDRESS.CLEARED_AT, clock.instant().atOffset(ZoneOffset.UTC))
        .set(UNSAFE_ADDRESS.CLEARED_BY, currentActor.idOrSystem().value())
        .set(UNSAFE_ADDRESS.CLEARED_BECAUSE, because.strip())
        .where(UNSAFE_ADDRESS.ID.eq(id.value()), UNSAFE_ADDRESS.VERSION.eq(before.version()))
        .execute();
    return Outcome.done(find(id).orElseThrow());
  }

  /** Why the mark cannot be taken away; empty while it stands. */
  static List<Refusal> closed(UnsafeAddressView marked) {
    return marked.clearedAt() == null ? List.of() : List.of(Refusal.of("ADDRESS_CLEARED_ALREADY"));
  }

  @Override
  public Optional<UnsafeAddressView> find(UnsafeAddressId id) {
    return sql.selectFrom(UNSAFE_ADDRESS)
        .where(UNSAFE_ADDRESS.ID.eq(id.value()))
        .fetchOptional(MarkedAddresses::view);
  }

  @Override
  public Map<UUID, List<UnsafeAddressView>> of(Collection<UUID> wanted) {
    Map<UUID, List<UUID>> records = new HashMap<>();
    wanted.forEach(
        one ->
            records.put(
                one,
                customers.recordsOf(new CustomerId(one)).stream().map(CustomerId::value).toList()));
    List<UnsafeAddressView> found =
        standing(records.values().stream().flatMap(List::stream).distinct().toList());
    Map<UUID, List<UnsafeAddressView>> of = new HashMap<>();
    records.forEach(
        (one, all) ->
            of.put(one, found.stream().filter(v -> all.contains(v.customerId())).toList()));
    return of;
  }

  @Override
  public boolean unsafe(UUID customerId, String address) {
    return standing(
            customers.recordsOf(new CustomerId(customerId)).stream()
                .map(CustomerId::value)
                .toList())
        .stream()
        .anyMatch(marked -> SameAddress.maybe(marked.address(), address));
  }

  private List<UnsafeAddressView> standing(Collection<UUID> records) {
    return sql.selectFrom(UNSAFE_ADDRESS)
        .where(
            UNSAFE_ADDRESS.CUSTOMER_ID.eq(DSL.any(records.toArray(UUID[]::new))),
            UNSAFE_ADDRESS.CLEARED_AT.isNull())
        .orderBy(UNSAFE_ADDRESS.ID)
        .fetch(MarkedAddresses::view);
  }

  private static UnsafeAddressView view(UnsafeAddressRecord r) {
    return new UnsafeAddressView(
        new UnsafeAddressId(r.getId()),
        r.getVersion(),
        r.getCustomerId(),
        r.getAddress(),
        UnsafeBecause.valueOf(r.getBecause()),
        r.getNote(),
        r.getMarkedAt().toInstant(),
        new ActorId(r.getMarkedBy()),
        instant(r.getClearedAt()),
        r.getClearedBy() == null ? null : new ActorId(r.getClearedBy()),
        r.getClearedBecause());
  }

  private static @Nullable Instant instant(java.time.@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
