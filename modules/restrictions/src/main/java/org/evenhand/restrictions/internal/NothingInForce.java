package org.evenhand.restrictions.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * States, with a date and a reference, that nothing is in force about somebody (F7). It is given
 * for anybody, with or without a record; where something is in force it is refused, without a word
 * of what (T20). Asking is itself a read, and logged as one.
 */
@Component
public class NothingInForce {

  private static final Set<RestrictionStatus> SOMETHING =
      Set.of(RestrictionStatus.NOTIFIED, RestrictionStatus.IN_FORCE, RestrictionStatus.SUSPENDED);

  private final JdbcTemplate jdbc;
  private final ContactChecks checks;
  private final ImposedActions actions;
  private final CourtTermsAtDesk courts;
  private final Customers customers;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  NothingInForce(
      JdbcTemplate jdbc,
      ContactChecks checks,
      ImposedActions actions,
      CourtTermsAtDesk courts,
      Customers customers,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.jdbc = jdbc;
    this.checks = checks;
    this.actions = actions;
    this.courts = courts;
    this.customers = customers;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * A statement that was given.
   *
   * @param customer whose record it is about; null where no record was recognised
   * @param saidOf the name that was given; null where none was
   * @param given by what the person was described
   * @param at the moment it is true of
   */
  public record Statement(
      UUID id,
      String reference,
      @Nullable UUID customer,
      @Nullable String saidOf,
      List<Identifier> given,
      Instant at,
      String statedBy) {}

  /**
   * Who is meant. It is logged as a read at once, whatever comes of it: also a refusal tells
   * something. Call before the act.
   */
  public ContactChecks.Recognised recognise(ContactQuestion.Identity identity) {
    ContactChecks.Recognised recognised = checks.recognise(identity, clock.instant());
    auditTrail.recordLookUp("nothingInForce", "Customer", recognised.customer());
    return recognised;
  }

  /**
   * Refuses while less than two independent identifiers are given, whoever they would fit (T21),
   * and where a restriction, safety measure or court's terms are in force, set aside for a time or
   * about to begin. Call within an act.
   */
  public Outcome<Statement> state(
      ContactQuestion.Identity identity, ContactChecks.Recognised recognised) {
    Instant now = clock.instant();
    var described = new IdentityConfidence(recognised.given(), Set.of());
    if (!described.sufficient()) {
      Identifier next = described.next();
      return Outcome.refused(
          Refusal.at(
              "TWO_IDENTIFIERS_NEEDED",
              Map.of(
                  "next",
                  next == null ? "" : next.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
              "identity"));
    }
    UUID customer = recognised.customer();
    if (customer != null && (recognised.bound() || somethingInForce(customer, now))) {
      return Outcome.refused(Refusal.of("NOT_NOTHING"));
    }
    UUID id = Ids.next();
    Long number =
        jdbc.queryForObject("select nextval('restrictions.nothing_in_force_number')", Long.class);
    var statement =
        new Statement(
            id,
            String.format(Locale.ROOT, "N-%06d", Objects.requireNonNull(number)),
            customer,
            identity.name(),
            List.copyOf(recognised.given()),
            now,
            currentActor.get().id().value());
    jdbc.update(
        """
        insert into restrictions.nothing_in_force
          (id, reference, customer_id, said_of, given, at, stated_by)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        statement.reference(),
        customer,
        statement.saidOf(),
        statement.given().stream().map(Identifier::name).toArray(String[]::new),
        Timestamp.from(now),
        statement.statedBy());
    return Outcome.done(statement);
  }

  private boolean somethingInForce(UUID customer, Instant now) {
    List<UUID> records =
        customers.recordsOf(new CustomerId(customer)).stream().map(CustomerId::value).toList();
    return !courts.on(records).isEmpty()
        || actions.ofCustomers(records).stream()
            .anyMatch(action -> action.narrows() && SOMETHING.contains(Standing.at(action, now)));
  }

  /** What letters call the customer. */
  public @Nullable String reference(UUID customer) {
    return customers.find(new CustomerId(customer)).map(CustomerView::reference).orElse(null);
  }

  /** As it was given out. */
  public Statement get(UUID id) {
    return jdbc.query(
            """
            select reference, customer_id, said_of, given, at, stated_by
              from restrictions.nothing_in_force where id = ?
            """,
            (row, n) ->
                new Statement(
                    id,
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    java.util.Arrays.stream((String[]) row.getArray(4).getArray())
                        .map(Identifier::valueOf)
                        .toList(),
                    row.getTimestamp(5).toInstant(),
                    row.getString(6)),
            id)
        .getFirst();
  }
}
