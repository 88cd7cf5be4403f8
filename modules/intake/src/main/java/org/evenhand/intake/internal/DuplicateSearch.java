package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_IDENTIFIER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentity;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.DuplicateCandidate;
import org.evenhand.intake.IdentifierKind;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who on record may be the same person: by identifiers that are equal, and by names that look alike
 * (T21). It proposes; a person decides.
 */
@Component
public class DuplicateSearch {

  private static final int MOST_ALIKE = 50;

  private final DSLContext sql;
  private final CustomerReading customers;

  DuplicateSearch(DSLContext sql, CustomerReading customers) {
    this.sql = sql;
    this.customers = customers;
  }

  /** An identifier in the one form. */
  record Key(IdentifierKind kind, String value) {}

  /** Others that may be this customer, likeliest first. */
  public List<DuplicateCandidate> of(CustomerIdentity identity, int atMost) {
    return find(
        identity.nameKey(),
        identity.dateOfBirth(),
        identity.identifiers().stream().map(i -> new Key(i.kind(), i.value())).toList(),
        customers.recordsOf(identity.id()),
        atMost);
  }

  /** Those on record who may be somebody of whom this is known, likeliest first. */
  List<DuplicateCandidate> find(
      String nameKey,
      @Nullable LocalDate born,
      Collection<Key> keys,
      Collection<CustomerId> but,
      int atMost) {
    Map<CustomerId, Double> alike = alike(nameKey);
    Map<CustomerId, Set<IdentifierKind>> agreeing = agreeing(keys);
    Set<CustomerId> all = new HashSet<>(alike.keySet());
    all.addAll(agreeing.keySet());
    all.removeAll(but);
    var candidates = new ArrayList<DuplicateCandidate>();
    for (CustomerView customer : customers.find(all)) {
      LocalDate theirs = customer.dateOfBirth();
      boolean otherBirth = born != null && theirs != null && !born.equals(theirs);
      Set<IdentifierKind> same = agreeing.getOrDefault(customer.id(), Set.of());
      if (!same.isEmpty() || !otherBirth) {
        candidates.add(
            new DuplicateCandidate(
                customer,
                alike.getOrDefault(customer.id(), 0.0),
                same,
                born != null && born.equals(theirs)));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(DuplicateSearch::weight)
            .reversed()
            .thenComparing(c -> c.customer().id().value()));
    return candidates.stream().limit(atMost).toList();
  }

  /** A place is shared by all who live there, so it weighs less. */
  private static double weight(DuplicateCandidate candidate) {
    double weight = candidate.likeness() + (candidate.sameDateOfBirth() ? 1 : 0);
    for (IdentifierKind kind : candidate.agreeing()) {
      weight += kind.tellsAPerson() ? 1 : 0.3;
    }
    return weight;
  }

  private Map<CustomerId, Double> alike(String nameKey) {
    var alike = new HashMap<CustomerId, Double>();
    sql.select(field(name("customer"), UUID.class), field(name("likeness"), Float.class))
        .from(
            "intake.similar_names({0}, {1})",
            org.jooq.impl.DSL.val(nameKey), org.jooq.impl.DSL.val(MOST_ALIKE))
        .forEach(r -> alike.put(new CustomerId(r.value1()), r.value2().doubleValue()));
    return alike;
  }

  private Map<CustomerId, Set<IdentifierKind>> agreeing(Collection<Key> keys) {
    var rows =
        keys.stream()
            .filter(k -> k.kind() != IdentifierKind.VEHICLE)
            .map(k -> row(k.kind().name(), k.value()))
            .toList();
    var agreeing = new HashMap<CustomerId, Set<IdentifierKind>>();
    if (!rows.isEmpty()) {
      sql.select(CUSTOMER_IDENTIFIER.CUSTOMER, CUSTOMER_IDENTIFIER.KIND)
          .from(CUSTOMER_IDENTIFIER)
          .where(CUSTOMER_IDENTIFIER.ENDED_ON.isNull())
          .and(row(CUSTOMER_IDENTIFIER.KIND, CUSTOMER_IDENTIFIER.VALUE).in(rows))
          .limit(MOST_ALIKE * 4)
          .forEach(
              r ->
                  agreeing
                      .computeIfAbsent(
                          new CustomerId(r.value1()), c -> EnumSet.noneOf(IdentifierKind.class))
                      .add(IdentifierKind.valueOf(r.value2())));
    }
    return agreeing;
  }
}
