package org.evenhand.correspondence.internal;

import static org.evenhand.correspondence.internal.jooq.Tables.POLICY_SHARE;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShareMethod;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.internal.jooq.tables.records.PolicyShareRecord;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps and reads the occasions on which the policy was given; they are only ever added. */
@Component
public class PolicyShareReads {

  private final DSLContext sql;

  PolicyShareReads(DSLContext sql) {
    this.sql = sql;
  }

  void keep(PolicyShareView view) {
    sql.insertInto(POLICY_SHARE)
        .set(POLICY_SHARE.ID, view.id().value())
        .set(POLICY_SHARE.CUSTOMER_ID, view.customerId())
        .set(POLICY_SHARE.POLICY_VERSION_ID, view.policyVersionId())
        .set(POLICY_SHARE.POLICY_VERSION_LABEL, view.policyVersionLabel())
        .set(POLICY_SHARE.METHOD, view.method().name())
        .set(POLICY_SHARE.SHARED_AT, view.sharedAt().atOffset(ZoneOffset.UTC))
        .set(POLICY_SHARE.WITH_WARNING, view.withWarning())
        .set(POLICY_SHARE.WHAT_WILL_FOLLOW, view.whatWillFollow())
        .set(POLICY_SHARE.RECORDED_AT, view.recordedAt().atOffset(ZoneOffset.UTC))
        .set(POLICY_SHARE.RECORDED_BY, view.recordedBy().value())
        .execute();
  }

  public Optional<PolicyShareView> find(UUID id) {
    return sql.selectFrom(POLICY_SHARE)
        .where(POLICY_SHARE.ID.eq(id))
        .fetchOptional(PolicyShareReads::view);
  }

  List<PolicyShareView> ofCustomers(Collection<UUID> customers) {
    return sql.selectFrom(POLICY_SHARE)
        .where(POLICY_SHARE.CUSTOMER_ID.eq(DSL.any(customers.toArray(UUID[]::new))))
        .orderBy(POLICY_SHARE.SHARED_AT.desc(), POLICY_SHARE.ID.desc())
        .fetch(PolicyShareReads::view);
  }

  /** The first pages of several customers in one statement, latest first. */
  public Map<UUID, Page<PolicyShareView>> firstPages(
      Collection<UUID> customers, Page.Request request) {
    var ranked =
        DSL.select(
                POLICY_SHARE.ID,
                DSL.rowNumber()
                    .over(
                        DSL.partitionBy(POLICY_SHARE.CUSTOMER_ID)
                            .orderBy(POLICY_SHARE.SHARED_AT.desc(), POLICY_SHARE.ID.desc()))
                    .as("place"))
            .from(POLICY_SHARE)
            .where(POLICY_SHARE.CUSTOMER_ID.in(customers))
            .asTable("ranked");
    Map<UUID, List<PolicyShareView>> rows = new LinkedHashMap<>();
    customers.forEach(c -> rows.put(c, new ArrayList<>()));
    sql.selectFrom(POLICY_SHARE)
        .where(
            POLICY_SHARE.ID.in(
                DSL.select(ranked.field(POLICY_SHARE.ID))
                    .from(ranked)
                    .where(
                        Objects.requireNonNull(ranked.field("place", Integer.class))
                            .le(request.limit()))))
        .orderBy(POLICY_SHARE.SHARED_AT.desc(), POLICY_SHARE.ID.desc())
        .forEach(r -> Objects.requireNonNull(rows.get(r.getCustomerId())).add(view(r)));
    Map<UUID, Integer> counts =
        sql.select(POLICY_SHARE.CUSTOMER_ID, DSL.count())
            .from(POLICY_SHARE)
            .where(POLICY_SHARE.CUSTOMER_ID.in(customers))
            .groupBy(POLICY_SHARE.CUSTOMER_ID)
            .fetchMap(POLICY_SHARE.CUSTOMER_ID, DSL.count());
    Map<UUID, Page<PolicyShareView>> pages = new HashMap<>();
    rows.forEach(
        (customer, found) ->
            pages.put(
                customer,
                Page.of(found, request, s -> s.id().value(), counts.getOrDefault(customer, 0))));
    return pages;
  }

  /** A later page of one customer. */
  public Page<PolicyShareView> page(UUID customer, Page.Request request) {
    var cursor = POLICY_SHARE.as("cursor");
    Condition after =
        request.after() == null
            ? DSL.noCondition()
            : DSL.row(POLICY_SHARE.SHARED_AT, POLICY_SHARE.ID)
                .lt(
                    DSL.select(cursor.SHARED_AT, cursor.ID)
                        .from(cursor)
                        .where(cursor.ID.eq(request.after()))
                        .and(cursor.CUSTOMER_ID.eq(customer)));
    List<PolicyShareView> rows =
        sql.selectFrom(POLICY_SHARE)
            .where(POLICY_SHARE.CUSTOMER_ID.eq(customer))
            .and(after)
            .orderBy(POLICY_SHARE.SHARED_AT.desc(), POLICY_SHARE.ID.desc())
            .limit(request.limit())
            .fetch(PolicyShareReads::view);
    int count = sql.fetchCount(POLICY_SHARE, POLICY_SHARE.CUSTOMER_ID.eq(customer));
    return Page.of(rows, request, s -> s.id().value(), count);
  }

  private static PolicyShareView view(PolicyShareRecord r) {
    return new PolicyShareView(
        new PolicyShareId(r.getId()),
        r.getCustomerId(),
        r.getPolicyVersionId(),
        r.getPolicyVersionLabel(),
        PolicyShareMethod.valueOf(r.getMethod()),
        r.getSharedAt().toInstant(),
        r.getWithWarning(),
        r.getWhatWillFollow(),
        r.getRecordedAt().toInstant(),
        new ActorId(r.getRecordedBy()));
  }
}
