package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_IDENTIFIER;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.evenhand.foundation.Page;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.IncidentView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of what this module keeps, each in one statement and within what somebody may see. */
@Component
public class IntakePages {

  private static final Pattern OWN_REFERENCE =
      Pattern.compile("[Cc]-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}");

  /**
   * Which customers.
   *
   * @param search a reference, a telephone number, an email address, a postcode, or words of a name
   */
  public record CustomerFilter(
      @Nullable String search,
      @Nullable CustomerKind kind,
      @Nullable LocalDate bornOn,
      @Nullable Boolean electedMember) {

    public static final CustomerFilter ALL = new CustomerFilter(null, null, null, null);
  }

  /** How customers are ordered. */
  public enum CustomerOrder {
    NAME,
    /** Latest first. */
    REGISTERED
  }

  /** Which concerns; empty lists and null for no matter which. */
  public record ConcernFilter(
      List<ConcernStatus> status,
      @Nullable String serviceArea,
      @Nullable CustomerId customer,
      boolean mine) {

    public ConcernFilter {
      status = List.copyOf(status);
    }
  }

  private final DSLContext sql;

  IntakePages(DSLContext sql) {
    this.sql = sql;
  }

  /** Customers by name, or latest first. */
  public Page<CustomerView> customers(
      CustomerFilter filter, CustomerOrder order, Page.Request request, boolean counted) {
    Condition which = which(filter);
    UUID after = request.after();
    var c = CUSTOMER.as("after");
    Condition seek = DSL.noCondition();
    if (after != null) {
      seek =
          order == CustomerOrder.NAME
              ? row(CUSTOMER.NAME_KEY, CUSTOMER.ID)
                  .gt(select(c.NAME_KEY, c.ID).from(c).where(c.ID.eq(after)))
              : CUSTOMER.ID.lt(after);
    }
    List<CustomerView> rows =
        sql.select(CustomerReading.WHOLE)
            .from(CUSTOMER)
            .where(which)
            .and(seek)
            .orderBy(
                order == CustomerOrder.NAME
                    ? List.of(CUSTOMER.NAME_KEY.asc(), CUSTOMER.ID.asc())
                    : List.of(CUSTOMER.ID.desc()))
            .limit(request.limit())
            .fetch(CustomerReading::view);
    return Page.of(rows, request, v -> v.id().value(), counted ? count(CUSTOMER, which) : null);
  }

  private static Condition which(CustomerFilter filter) {
    Condition which = DSL.noCondition();
    if (filter.kind() != null) {
      which = which.and(CUSTOMER.KIND.eq(filter.kind().name()));
    }
    if (filter.bornOn() != null) {
      which = which.and(CUSTOMER.DATE_OF_BIRTH.eq(filter.bornOn()));
    }
    if (filter.electedMember() != null) {
      which = which.and(CUSTOMER.ELECTED_MEMBER.eq(filter.electedMember()));
    }
    String search = Checked.tidy(filter.search());
    return search == null ? which : which.and(found(search));
  }

  private static Condition found(String search) {
    Condition known = known(search);
    return known.equals(DSL.falseCondition()) ? words(IdentifierForm.nameKey(search)) : known;
  }

  /** Whoever has this reference, telephone number, email address or postcode; nobody otherwise. */
  static Condition known(String search) {
    if (OWN_REFERENCE.matcher(search).matches()) {
      return CUSTOMER.REFERENCE.eq(search.toUpperCase(Locale.ROOT));
    }
    Optional<String> telephone = IdentifierForm.telephone(search);
    if (telephone.isPresent()) {
      return identifiedBy(IdentifierKind.TELEPHONE, telephone.get());
    }
    Optional<String> email = IdentifierForm.email(search);
    if (email.isPresent()) {
      return identifiedBy(IdentifierKind.EMAIL, email.get());
    }
    Optional<String> postcode = IdentifierForm.postcode(search);
    if (postcode.isPresent()) {
      return CUSTOMER.ID.in(
          select(CUSTOMER_IDENTIFIER.CUSTOMER)
              .from(CUSTOMER_IDENTIFIER)
              .where(CUSTOMER_IDENTIFIER.ENDED_ON.isNull())
              .and(CUSTOMER_IDENTIFIER.KIND.eq(IdentifierKind.ADDRESS.name()))
              .and(CUSTOMER_IDENTIFIER.VALUE.like(postcode.get() + "/%")));
    }
    return DSL.falseCondition();
  }

  /**
   * Every word of a name, in any order. Words of one or two letters alone are looked for at the
   * beginning: no index finds them inside.
   *
   * @param key as {@link IdentifierForm#nameKey} writes it
   */
  static Condition words(String key) {
    if (key.isEmpty()) {
      return DSL.falseCondition();
    }
    String[] words = key.split(" ", -1);
    if (Arrays.stream(words).allMatch(word -> word.length() < 3)) {
      return CUSTOMER.NAME_KEY.like(key + "%");
    }
    Condition all = DSL.noCondition();
    for (String word : words) {
      all = all.and(CUSTOMER.NAME_KEY.like("%" + word + "%"));
    }
    return all;
  }

  private static Condition identifiedBy(IdentifierKind kind, String value) {
    return CUSTOMER.ID.in(
        select(CUSTOMER_IDENTIFIER.CUSTOMER)
            .from(CUSTOMER_IDENTIFIER)
            .where(CUSTOMER_IDENTIFIER.ENDED_ON.isNull())
            .and(CUSTOMER_IDENTIFIER.KIND.eq(kind.name()))
            .and(CUSTOMER_IDENTIFIER.VALUE.eq(value)));
  }

  /** Concerns that somebody may see, latest first. */
  public Page<ConcernView> concerns(
      ConcernFilter filter, Sight sight, Condition handled, Page.Request request, boolean counted) {
    Condition which = openConcerns(sight).or(handled).and(sight.aboutThem().not());
    if (!filter.status().isEmpty()) {
      which = which.and(CONCERN.STATUS.in(filter.status().stream().map(Enum::name).toList()));
    }
    if (filter.serviceArea() != null) {
      which = which.and(CONCERN.SERVICE_AREA.eq(filter.serviceArea()));
    }
    if (filter.customer() != null) {
      which = which.and(CONCERN.CUSTOMER.eq(filter.customer().value()));
    }
    if (filter.mine()) {
      which = which.and(CONCERN.REPORTED_BY.eq(sight.actor()));
    }
    UUID after = request.after();
    var c = CONCERN.as("after");
    Condition seek =
        after == null
            ? DSL.noCondition()
            : row(CONCERN.REPORTED_AT, CONCERN.ID)
                .lt(select(c.REPORTED_AT, c.ID).from(c).where(c.ID.eq(after)));
    List<ConcernView> rows =
        sql.selectFrom(CONCERN)
            .where(which)
            .and(seek)
            .orderBy(CONCERN.REPORTED_AT.desc(), CONCERN.ID.desc())
            .limit(request.limit())
            .fetch(ConcernReading::view);
    return Page.of(rows, request, v -> v.id().value(), counted ? count(CONCERN, which) : null);
  }

  /** For each customer their latest contacts, as far as somebody may see them. */
  public Map<CustomerId, Page<ContactView>> contacts(
      Collection<CustomerId> customers, Sight sight, Page.Request request) {
    UUID after = request.after();
    var c = CONTACT.as("after");
    Condition seek =
        after == null
            ? DSL.noCondition()
            : row(CONTACT.AT, CONTACT.ID).lt(select(c.AT, c.ID).from(c).where(c.ID.eq(after)));
    Condition visible =
        sight.all()
            ? DSL.noCondition()
            : CONTACT
                .SERVICE_AREA
                .eq(DSL.any(areas(sight)))
                .or(CONTACT.LOGGED_BY.eq(sight.actor()));
    return latest(
        customers,
        request,
        whose ->
            select(ContactLog.WHOLE)
                .from(CONTACT)
                .leftJoin(MATTER)
                .on(MATTER.ID.eq(CONTACT.MATTER))
                .where(CONTACT.CUSTOMER.eq(whose))
                .and(visible)
                .and(seek)
                .orderBy(CONTACT.AT.desc(), CONTACT.ID.desc())
                .limit(request.limit()),
        ContactLog::view,
        CONTACT.AT,
        view -> view.id().value());
  }

  /** For each customer their latest incidents, as far as somebody may see them. */
  public Map<CustomerId, Page<IncidentView>> incidents(
      Collection<CustomerId> customers, Sight sight, Page.Request request) {
    UUID after = request.after();
    var i = INCIDENT.as("after");
    Condition seek =
        after == null
            ? DSL.noCondition()
            : row(INCIDENT.OCCURRED_ON, INCIDENT.ID)
                .lt(select(i.OCCURRED_ON, i.ID).from(i).where(i.ID.eq(after)));
    return latest(
        customers,
        request,
        whose ->
            select(INCIDENT.fields())
                .from(INCIDENT)
                .where(INCIDENT.CUSTOMER.eq(whose))
                .and(IncidentReading.STANDS)
                .and(visibleIncidents(sight))
                .and(seek)
                .orderBy(INCIDENT.OCCURRED_ON.desc(), INCIDENT.ID.desc())
                .limit(request.limit()),
        IncidentReading::view,
        INCIDENT.OCCURRED_ON,
        view -> view.id().value());
  }

  /** For each customer the latest concerns about them, as far as somebody may see them. */
  public Map<CustomerId, Page<ConcernView>> concernsAbout(
      Collection<CustomerId> customers, Sight sight, Page.Request request) {
    UUID after = request.after();
    var c = CONCERN.as("after");
    Condition seek =
        after == null
            ? DSL.noCondition()
            : row(CONCERN.REPORTED_AT, CONCERN.ID)
                .lt(select(c.REPORTED_AT, c.ID).from(c).where(c.ID.eq(after)));
    return latest(
        customers,
        request,
        whose ->
            select(CONCERN.fields())
                .from(CONCERN)
                .where(CONCERN.CUSTOMER.eq(whose))
                .and(visibleConcerns(sight))
                .and(seek)
                .orderBy(CONCERN.REPORTED_AT.desc(), CONCERN.ID.desc())
                .limit(request.limit()),
        ConcernReading::view,
        CONCERN.REPORTED_AT,
        view -> view.id().value());
  }

  /** The latest on each record and on those merged into it, one statement for all customers. */
  private <V> Map<CustomerId, Page<V>> latest(
      Collection<CustomerId> customers,
      Page.Request request,
      Function<Field<UUID>, Select<? extends Record>> theirs,
      RecordMapper<Record, V> view,
      Field<?> at,
      Function<V, UUID> id) {
    var rows = new LinkedHashMap<CustomerId, List<V>>();
    customers.forEach(customer -> rows.put(customer, new ArrayList<>()));
    UUID[] ids = customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
    Table<?> asked = unnest(ids).as("asked", "who");
    Field<UUID> who = DSL.field(DSL.name("asked", "who"), UUID.class);
    Table<?> records = unnest(MergeReading.recordsUnder(who)).as("records", "record");
    Field<UUID> record = DSL.field(DSL.name("records", "record"), UUID.class);
    Table<?> one = lateral(theirs.apply(record)).as("one");
    Table<?> each =
        lateral(
                select(one.fields())
                    .from(records, one)
                    .orderBy(
                        DSL.field(DSL.name("one", at.getName())).desc(),
                        DSL.field(DSL.name("one", "id")).desc())
                    .limit(request.limit()))
            .as("each");
    for (Record row : sql.select(who).select(each.fields()).from(asked, each).fetch()) {
      rows.computeIfAbsent(new CustomerId(row.get(who)), c -> new ArrayList<>()).add(view.map(row));
    }
    var pages = new LinkedHashMap<CustomerId, Page<V>>();
    rows.forEach((customer, all) -> pages.put(customer, Page.of(all, request, id, null)));
    return pages;
  }

  static Condition visibleConcerns(Sight sight) {
    return openConcerns(sight).and(sight.aboutThem().not());
  }

  private static Condition openConcerns(Sight sight) {
    if (sight.all()) {
      return DSL.trueCondition();
    }
    Condition visible =
        CONCERN
            .REPORTED_BY
            .eq(sight.actor())
            .or(CONCERN.SERVICE_AREA.eq(DSL.any(sight.concernAreas().toArray(String[]::new))));
    return sight.routed()
        ? visible
            .or(CONCERN.ROUTE.eq("MONITORING_OFFICER"))
            .or(CONCERN.OWNER_ROLE.eq("MONITORING_OFFICER"))
        : visible;
  }

  private static Condition visibleIncidents(Sight sight) {
    Condition open =
        sight.all()
            ? DSL.noCondition()
            : INCIDENT
                .SERVICE_AREA
                .eq(DSL.any(areas(sight)))
                .or(INCIDENT.RECORDED_BY.eq(sight.actor()));
    return open.andNotExists(
        selectOne().from(CONCERN).where(CONCERN.ID.eq(INCIDENT.CONCERN)).and(sight.aboutThem()));
  }

  private static String[] areas(Sight sight) {
    return sight.areas().toArray(String[]::new);
  }

  private int count(Table<?> table, Condition which) {
    return sql.fetchCount(selectOne().from(table).where(which).limit(Page.MOST_COUNTED));
  }
}
