package org.evenhand.intake.internal;

import static org.evenhand.foundation.Role.AUDITOR;
import static org.evenhand.foundation.Role.CMT_MEMBER;
import static org.evenhand.foundation.Role.DATA_PROTECTION_OFFICER;
import static org.evenhand.foundation.Role.HEAD_OF_CUSTOMER_SERVICES;
import static org.evenhand.foundation.Role.HEAD_OF_SERVICE;
import static org.evenhand.foundation.Role.LEGAL;
import static org.evenhand.foundation.Role.OFFICER;
import static org.evenhand.intake.internal.jooq.Tables.CONCERN;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.SubjectCapacity;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see here, and no more than their work needs (T20): identity and their own
 * service's dealings for officers, their areas for heads of service, all of it for those who answer
 * for the whole. A concern is open to its owner, to whoever reported it, to the provider whose area
 * it is, and to those to whom it was routed.
 *
 * @param all everything
 * @param areas the services whose dealings with customers are open
 * @param concernAreas the services whose concerns are open
 * @param routed concerns that are the monitoring officer's are open
 * @param headed the services that this person heads
 * @param leadsCustomerServices whether this is the head of customer services
 */
public record Sight(
    String actor,
    boolean all,
    Set<String> areas,
    Set<String> concernAreas,
    boolean routed,
    Set<String> headed,
    boolean leadsCustomerServices) {

  private static final Role[] SEE_ALL = {
    HEAD_OF_CUSTOMER_SERVICES, CMT_MEMBER, DATA_PROTECTION_OFFICER, LEGAL, AUDITOR
  };

  public Sight {
    areas = Set.copyOf(areas);
    concernAreas = Set.copyOf(concernAreas);
    headed = Set.copyOf(headed);
  }

  public static Sight of(Actor actor) {
    Set<String> areas = new TreeSet<>();
    Set<String> concernAreas = new TreeSet<>();
    for (ServiceAreaCode headed : actor.headedAreas()) {
      areas.add(headed.value());
      concernAreas.add(headed.value());
    }
    if (actor.holds(OFFICER)) {
      actor.serviceAreas().forEach(a -> areas.add(a.value()));
    }
    if (actor.holds(Role.CONTRACTOR)) {
      actor.serviceAreas().forEach(a -> concernAreas.add(a.value()));
    }
    return new Sight(
        actor.id().value(),
        actor.holdsAny(SEE_ALL),
        areas,
        concernAreas,
        actor.holds(Role.MONITORING_OFFICER),
        actor.headedAreas().stream().map(ServiceAreaCode::value).collect(Collectors.toSet()),
        actor.holds(HEAD_OF_CUSTOMER_SERVICES));
  }

  /** Whether a service's dealing with a customer, which somebody wrote down, is open. */
  public boolean dealing(@Nullable ServiceAreaCode area, ActorId writtenBy) {
    return all || writtenBy.value().equals(actor) || (area != null && areas.contains(area.value()));
  }

  /**
   * Whether a concern is about this person: by name, or, where nobody is named, by the post that
   * they hold. Whoever it is about never sees or decides it (T19).
   */
  public boolean isAboutThem(ConcernView concern) {
    if (concern.subjectActor() != null) {
      return concern.subjectActor().value().equals(actor);
    }
    ServiceAreaCode area = concern.serviceArea();
    return (concern.subjectCapacity() == SubjectCapacity.HEAD_OF_SERVICE
            && area != null
            && headed.contains(area.value()))
        || (concern.subjectCapacity() == SubjectCapacity.HEAD_OF_CUSTOMER_SERVICES
            && leadsCustomerServices)
        || (concern.subjectCapacity() == SubjectCapacity.CONTRACTOR
            && area != null
            && concernAreas.contains(area.value())
            && !headed.contains(area.value())
            && !concern.reportedBy().value().equals(actor));
  }

  /** The same for many concerns at once; never null. */
  Condition aboutThem() {
    Condition byPost =
        CONCERN
            .SUBJECT_CAPACITY
            .eq(SubjectCapacity.HEAD_OF_SERVICE.name())
            .and(CONCERN.SERVICE_AREA.eq(DSL.any(headed.toArray(String[]::new))));
    byPost =
        byPost.or(
            CONCERN
                .SUBJECT_CAPACITY
                .eq(SubjectCapacity.CONTRACTOR.name())
                .and(CONCERN.SERVICE_AREA.in(workedFor()))
                .and(CONCERN.REPORTED_BY.ne(actor)));
    if (leadsCustomerServices) {
      byPost =
          byPost.or(CONCERN.SUBJECT_CAPACITY.eq(SubjectCapacity.HEAD_OF_CUSTOMER_SERVICES.name()));
    }
    return DSL.coalesce(
            DSL.field(
                CONCERN.SUBJECT_ACTOR.eq(actor).or(CONCERN.SUBJECT_ACTOR.isNull().and(byPost))),
            DSL.inline(false))
        .isTrue();
  }

  /** The services for whose provider this person works. */
  private List<String> workedFor() {
    return concernAreas.stream().filter(area -> !headed.contains(area)).sorted().toList();
  }

  /** Whether this person may look customers up. */
  public static boolean intoRegister(Actor actor) {
    return actor.holdsAny(SEE_ALL) || actor.holdsAny(OFFICER, HEAD_OF_SERVICE);
  }

  /** Whether this person may know whom a concern is about. */
  public static boolean ofCustomers(Actor actor) {
    return intoRegister(actor) || actor.holds(Role.MONITORING_OFFICER);
  }

  /** Whether this person may know what must be weighed about a customer: those who decide. */
  public static boolean ofCircumstances(Actor actor) {
    return actor.holdsAny(SEE_ALL) || actor.holds(HEAD_OF_SERVICE);
  }
}
