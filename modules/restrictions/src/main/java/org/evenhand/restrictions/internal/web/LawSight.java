package org.evenhand.restrictions.internal.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.CourtTermsId;
import org.evenhand.restrictions.CourtTermsView;
import org.evenhand.restrictions.InjunctionId;
import org.evenhand.restrictions.InjunctionView;
import org.evenhand.restrictions.LegalActionId;
import org.evenhand.restrictions.LegalActionView;
import org.evenhand.restrictions.internal.law.CourtTermsBook;
import org.evenhand.restrictions.internal.law.Injunctions;
import org.evenhand.restrictions.internal.law.LegalActions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who sees what of courts and legal action, and the log of it (T20): Legal and the corporate head
 * all; a court's terms also heads of service, who must not contradict them, and those who check.
 */
@Configuration(proxyBeanMethods = false)
class LawSight {

  /** What somebody may see of one kind of record, and the log of it. */
  static final class Seen<V> implements NodeSource {
    private final String type;
    private final Role[] roles;
    private final Function<UUID, Optional<V>> one;
    private final Function<Collection<CustomerId>, List<V>> ofRecords;
    private final Function<V, CustomerId> whose;
    private final CurrentActor currentActor;
    private final AuditTrail auditTrail;

    Seen(
        String type,
        Role[] roles,
        Function<UUID, Optional<V>> one,
        Function<Collection<CustomerId>, List<V>> ofRecords,
        Function<V, CustomerId> whose,
        CurrentActor currentActor,
        AuditTrail auditTrail) {
      this.type = type;
      this.roles = roles;
      this.one = one;
      this.ofRecords = ofRecords;
      this.whose = whose;
      this.currentActor = currentActor;
      this.auditTrail = auditTrail;
    }

    boolean seesAny() {
      return currentActor.get().holdsAny(roles);
    }

    @Override
    public String type() {
      return type;
    }

    @Override
    public Optional<V> find(UUID id) {
      if (!seesAny()) {
        return Optional.empty();
      }
      Optional<V> found = one.apply(id);
      found.ifPresent(view -> auditTrail.recordReadOf("node", type, id, whose.apply(view).value()));
      return found;
    }

    /** For the answer of an act, whose entry the act itself makes. */
    V get(UUID id) {
      return one.apply(id).orElseThrow();
    }

    /** Those of several records; empty for a role that sees none. */
    Optional<List<V>> of(String act, Collection<CustomerId> records) {
      if (!seesAny()) {
        return Optional.empty();
      }
      List<V> seen = ofRecords.apply(records);
      auditTrail.recordRead(
          act, type, seen.stream().map(view -> whose.apply(view).value()).distinct().toList());
      return Optional.of(seen);
    }
  }

  @Bean
  Seen<CourtTermsView> seenCourtTerms(
      CourtTermsBook book, CurrentActor currentActor, AuditTrail auditTrail) {
    return new Seen<>(
        "CourtTerms",
        new Role[] {
          Role.LEGAL,
          Role.HEAD_OF_CUSTOMER_SERVICES,
          Role.HEAD_OF_SERVICE,
          Role.DATA_PROTECTION_OFFICER,
          Role.AUDITOR
        },
        id -> book.find(new CourtTermsId(id)),
        book::of,
        CourtTermsView::customerId,
        currentActor,
        auditTrail);
  }

  @Bean
  Seen<InjunctionView> seenInjunctions(
      Injunctions injunctions, CurrentActor currentActor, AuditTrail auditTrail) {
    return new Seen<>(
        "Injunction",
        new Role[] {
          Role.LEGAL, Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR
        },
        id -> injunctions.find(new InjunctionId(id)),
        injunctions::of,
        InjunctionView::customerId,
        currentActor,
        auditTrail);
  }

  @Bean
  Seen<LegalActionView> seenLegalActions(
      LegalActions actions, CurrentActor currentActor, AuditTrail auditTrail) {
    return new Seen<>(
        "LegalAction",
        new Role[] {Role.LEGAL, Role.HEAD_OF_CUSTOMER_SERVICES},
        id -> actions.find(new LegalActionId(id)),
        actions::of,
        LegalActionView::customerId,
        currentActor,
        auditTrail);
  }
}
