package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ADJUSTMENT;
import static org.evenhand.intake.internal.jooq.Tables.ADJUSTMENT_HISTORY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentId;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.AdjustmentVersion;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.Channel;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class AdjustmentReading implements Adjustments {

  private final DSLContext sql;

  AdjustmentReading(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<AdjustmentView> find(AdjustmentId id) {
    return sql.selectFrom(ADJUSTMENT)
        .where(ADJUSTMENT.ID.eq(id.value()))
        .fetchOptional(AdjustmentReading::view);
  }

  @Override
  public List<AdjustmentView> of(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return List.of();
    }
    UUID[] ids = customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
    return sql.selectFrom(ADJUSTMENT)
        .where(ADJUSTMENT.CUSTOMER.eq(DSL.any(ids)))
        .orderBy(ADJUSTMENT.ID)
        .fetch(AdjustmentReading::view);
  }

  @Override
  public List<AdjustmentView> agreed(CustomerId customer) {
    return of(customer, AdjustmentStatus.AGREED);
  }

  @Override
  public List<AdjustmentView> undecided(CustomerId customer) {
    return of(customer, AdjustmentStatus.REQUESTED);
  }

  @Override
  public List<AdjustmentVersion> earlier(Collection<AdjustmentId> ids) {
    UUID[] all = ids.stream().map(AdjustmentId::value).distinct().toArray(UUID[]::new);
    var h = ADJUSTMENT_HISTORY;
    return all.length == 0
        ? List.of()
        : sql.selectFrom(h)
            .where(h.ID.eq(DSL.any(all)))
            .orderBy(h.ID, h.VERSION)
            .fetch(
                r ->
                    new AdjustmentVersion(
                        new AdjustmentId(r.get(h.ID)),
                        r.get(h.VERSION),
                        AdjustmentCode.valueOf(r.get(h.CODE)),
                        r.get(h.DESCRIPTION),
                        AdjustmentStatus.valueOf(r.get(h.STATUS)),
                        r.get(h.REASON),
                        r.get(h.KNOWN_FROM).toInstant(),
                        r.get(h.KNOWN_UNTIL).toInstant(),
                        new ActorId(r.get(h.KNOWN_BY))));
  }

  private List<AdjustmentView> of(CustomerId customer, AdjustmentStatus status) {
    return sql.selectFrom(ADJUSTMENT)
        .where(ADJUSTMENT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
        .and(ADJUSTMENT.STATUS.eq(status.name()))
        .orderBy(ADJUSTMENT.ID)
        .fetch(AdjustmentReading::view);
  }

  /** What was recorded, and what the adjustment rules out by what it is. */
  static Set<Channel> unusable(AdjustmentCode code, Set<Channel> recorded) {
    return Stream.concat(code.unusable().stream(), recorded.stream()).collect(Collectors.toSet());
  }

  static AdjustmentView view(Record r) {
    AdjustmentCode code = AdjustmentCode.valueOf(r.get(ADJUSTMENT.CODE));
    Instant decidedAt = Rows.instant(r.get(ADJUSTMENT.DECIDED_AT));
    return new AdjustmentView(
        new AdjustmentId(r.get(ADJUSTMENT.ID)),
        r.get(ADJUSTMENT.VERSION),
        new CustomerId(r.get(ADJUSTMENT.CUSTOMER)),
        code,
        r.get(ADJUSTMENT.DESCRIPTION),
        Rows.set(Channel.class, r.get(ADJUSTMENT.CHANNELS_NEEDED)),
        unusable(code, Rows.set(Channel.class, r.get(ADJUSTMENT.CHANNELS_UNUSABLE))),
        AdjustmentStatus.valueOf(r.get(ADJUSTMENT.STATUS)),
        r.get(ADJUSTMENT.REQUESTED_ON),
        new ActorId(r.get(ADJUSTMENT.REQUESTED_BY)),
        r.get(ADJUSTMENT.DECIDE_BY),
        decidedAt,
        decidedAt == null ? null : decidedAt.atZone(WorkingDays.LONDON).toLocalDate(),
        Rows.actor(r.get(ADJUSTMENT.DECIDED_BY)),
        r.get(ADJUSTMENT.REASON));
  }
}
