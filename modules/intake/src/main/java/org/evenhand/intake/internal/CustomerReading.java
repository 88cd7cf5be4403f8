package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_IDENTIFIER;
import static org.evenhand.intake.internal.jooq.Tables.GROUP_MEMBERSHIP;
import static org.evenhand.intake.internal.jooq.Tables.REPRESENTATIVE;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentity;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.Identifier;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.RepresentativeView;
import org.evenhand.intake.Representatives;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CustomerReading implements Customers, Representatives {

  private static final Field<List<Identifier>> IDENTIFIERS =
      multiset(
              select(
                      CUSTOMER_IDENTIFIER.KIND,
                      CUSTOMER_IDENTIFIER.VALUE,
                      CUSTOMER_IDENTIFIER.SHOWN,
                      CUSTOMER_IDENTIFIER.CONFIDENCE)
                  .from(CUSTOMER_IDENTIFIER)
                  .where(CUSTOMER_IDENTIFIER.CUSTOMER.eq(CUSTOMER.ID))
                  .and(CUSTOMER_IDENTIFIER.ENDED_ON.isNull())
                  .orderBy(CUSTOMER_IDENTIFIER.ID))
          .as("identifiers")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Identifier(
                              IdentifierKind.valueOf(r.value1()),
                              r.value2(),
                              r.value3(),
                              Confidence.valueOf(r.value4()))));

  private static final Field<List<CustomerId>> MEMBERS =
      multiset(
              select(GROUP_MEMBERSHIP.MEMBER)
                  .from(GROUP_MEMBERSHIP)
                  .where(GROUP_MEMBERSHIP.GROUP_CUSTOMER.eq(CUSTOMER.ID))
                  .and(GROUP_MEMBERSHIP.LEFT_ON.isNull())
                  .orderBy(GROUP_MEMBERSHIP.ID))
          .as("members")
          .convertFrom(rows -> rows.map(r -> new CustomerId(r.value1())));

  static final List<SelectField<?>> WHOLE =
      List.of(
          CUSTOMER.ID,
          CUSTOMER.VERSION,
          CUSTOMER.REFERENCE,
          CUSTOMER.KIND,
          CUSTOMER.NAME,
          CUSTOMER.DATE_OF_BIRTH,
          CUSTOMER.ELECTED_MEMBER,
          CUSTOMER.VULNERABLE,
          CUSTOMER.VULNERABILITY_NOTE,
          CUSTOMER.CAPACITY_IN_DOUBT,
          CUSTOMER.CAPACITY_NOTE,
          CUSTOMER.PREFERRED_LANGUAGE,
          CUSTOMER.SAFE_CONTACT,
          CUSTOMER.REGISTERED_ON,
          IDENTIFIERS,
          MEMBERS);

  private final DSLContext sql;
  private final MergeReading merges;

  CustomerReading(DSLContext sql, MergeReading merges) {
    this.sql = sql;
    this.merges = merges;
  }

  @Override
  public List<CustomerId> recordsOf(CustomerId id) {
    return merges.records(id);
  }

  @Override
  public Map<CustomerId, List<CustomerId>> recordsUnder(Collection<CustomerId> ids) {
    return merges.under(ids);
  }

  @Override
  public Map<CustomerId, CustomerId> keptRecords(Collection<CustomerId> ids) {
    return merges.kept(ids);
  }

  @Override
  public Optional<CustomerView> find(CustomerId id) {
    return where(CUSTOMER.ID.eq(id.value())).fetchOptional(CustomerReading::view);
  }

  @Override
  public List<CustomerView> find(Collection<CustomerId> ids) {
    return ids.isEmpty()
        ? List.of()
        : where(CUSTOMER.ID.eq(DSL.any(uuids(ids)))).fetch(CustomerReading::view);
  }

  @Override
  public Optional<CustomerView> byReference(String reference) {
    return where(CUSTOMER.REFERENCE.eq(reference)).fetchOptional(CustomerReading::view);
  }

  @Override
  public Optional<CustomerIdentity> identity(CustomerId id) {
    return identities(CUSTOMER.ID.eq(id.value()), 1).stream().findFirst();
  }

  @Override
  public List<CustomerIdentity> identities(@Nullable CustomerId after, int atMost) {
    return identities(after == null ? DSL.noCondition() : CUSTOMER.ID.gt(after.value()), atMost);
  }

  @Override
  public List<CustomerId> groupsOf(CustomerId member) {
    return sql.select(GROUP_MEMBERSHIP.GROUP_CUSTOMER)
        .from(GROUP_MEMBERSHIP)
        .where(GROUP_MEMBERSHIP.MEMBER.eq(member.value()))
        .and(GROUP_MEMBERSHIP.LEFT_ON.isNull())
        .orderBy(GROUP_MEMBERSHIP.ID)
        .fetch(r -> new CustomerId(r.value1()));
  }

  @Override
  public Map<CustomerId, List<CustomerView>> groupsOf(Collection<CustomerId> members) {
    return members.isEmpty()
        ? Map.of()
        : sql.select(GROUP_MEMBERSHIP.MEMBER)
            .select(WHOLE)
            .from(GROUP_MEMBERSHIP)
            .join(CUSTOMER)
            .on(CUSTOMER.ID.eq(GROUP_MEMBERSHIP.GROUP_CUSTOMER))
            .where(GROUP_MEMBERSHIP.MEMBER.eq(DSL.any(uuids(members))))
            .and(GROUP_MEMBERSHIP.LEFT_ON.isNull())
            .orderBy(GROUP_MEMBERSHIP.ID)
            .fetchGroups(
                r -> new CustomerId(r.get(GROUP_MEMBERSHIP.MEMBER)), CustomerReading::view);
  }

  private SelectConditionStep<Record> where(Condition which) {
    return sql.select(WHOLE).from(CUSTOMER).where(which);
  }

  private List<CustomerIdentity> identities(Condition which, int atMost) {
    return sql.select(
            CUSTOMER.ID,
            CUSTOMER.REFERENCE,
            CUSTOMER.KIND,
            CUSTOMER.NAME,
            CUSTOMER.NAME_KEY,
            CUSTOMER.DATE_OF_BIRTH,
            IDENTIFIERS)
        .from(CUSTOMER)
        .where(which)
        .and(CUSTOMER.ERASED_AT.isNull())
        .orderBy(CUSTOMER.ID)
        .limit(atMost)
        .fetch(
            r ->
                new CustomerIdentity(
                    new CustomerId(r.value1()),
                    r.value2(),
                    CustomerKind.valueOf(r.value3()),
                    r.value4(),
                    r.value5(),
                    r.value6(),
                    r.value7()));
  }

  static CustomerView view(Record r) {
    return new CustomerView(
        new CustomerId(r.get(CUSTOMER.ID)),
        r.get(CUSTOMER.VERSION),
        r.get(CUSTOMER.REFERENCE),
        CustomerKind.valueOf(r.get(CUSTOMER.KIND)),
        r.get(CUSTOMER.NAME),
        r.get(CUSTOMER.DATE_OF_BIRTH),
        r.get(CUSTOMER.ELECTED_MEMBER),
        r.get(IDENTIFIERS),
        new Circumstances(
            r.get(CUSTOMER.VULNERABLE),
            r.get(CUSTOMER.VULNERABILITY_NOTE),
            r.get(CUSTOMER.CAPACITY_IN_DOUBT),
            r.get(CUSTOMER.CAPACITY_NOTE)),
        r.get(CUSTOMER.PREFERRED_LANGUAGE),
        r.get(CUSTOMER.SAFE_CONTACT),
        r.get(MEMBERS),
        r.get(CUSTOMER.REGISTERED_ON));
  }

  @Override
  public Optional<RepresentativeView> find(RepresentativeId id) {
    return sql.selectFrom(REPRESENTATIVE)
        .where(REPRESENTATIVE.ID.eq(id.value()))
        .fetchOptional(CustomerReading::representative);
  }

  @Override
  public List<RepresentativeView> of(Collection<CustomerId> customers) {
    return customers.isEmpty()
        ? List.of()
        : sql.selectFrom(REPRESENTATIVE)
            .where(REPRESENTATIVE.CUSTOMER.eq(DSL.any(uuids(customers))))
            .orderBy(REPRESENTATIVE.ID)
            .fetch(CustomerReading::representative);
  }

  private static RepresentativeView representative(Record r) {
    return new RepresentativeView(
        new RepresentativeId(r.get(REPRESENTATIVE.ID)),
        r.get(REPRESENTATIVE.VERSION),
        new CustomerId(r.get(REPRESENTATIVE.CUSTOMER)),
        r.get(REPRESENTATIVE.NAME),
        r.get(REPRESENTATIVE.ORGANISATION),
        r.get(REPRESENTATIVE.CAPACITY),
        RepresentativeAuthority.valueOf(r.get(REPRESENTATIVE.AUTHORITY)),
        r.get(REPRESENTATIVE.AUTHORITY_SEEN_ON),
        r.get(REPRESENTATIVE.TELEPHONE),
        r.get(REPRESENTATIVE.EMAIL),
        r.get(REPRESENTATIVE.STARTS_ON),
        r.get(REPRESENTATIVE.ENDS_ON));
  }

  private static UUID[] uuids(Collection<CustomerId> ids) {
    return ids.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
  }
}
