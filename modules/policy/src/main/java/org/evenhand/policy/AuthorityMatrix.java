package org.evenhand.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;

/**
 * Who may decide what, by action, scope and premises, as the council's scheme of delegation says
 * (F15). Whether a head of service heads the right area is for the caller to ask; a post held by an
 * acting appointment counts.
 *
 * @param scheme the version of the scheme of delegation that this was taken from
 */
public record AuthorityMatrix(String scheme, List<Grant> grants) {

  private static final Set<Role> NEVER_DECIDE =
      EnumSet.of(
          Role.ELECTED_MEMBER,
          Role.AUDITOR,
          Role.CONTRACTOR,
          Role.PLUGIN_ADMINISTRATOR,
          Role.INTEGRATOR);

  /**
   * One line of the matrix.
   *
   * @param action the code of a {@link DecisionKind}, or of an action that a plugin brings
   */
  public record Grant(String action, DecisionScope scope, Premises premises, Set<Role> roles) {
    public Grant {
      roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
  }

  public AuthorityMatrix {
    grants = List.copyOf(grants);
  }

  /** The policy's own reading: heads of service in their service, else the corporate head. */
  public static AuthorityMatrix standard() {
    Set<Role> head = EnumSet.of(Role.HEAD_OF_SERVICE);
    Set<Role> corporate = EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES);
    Set<Role> either = EnumSet.of(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES);
    var grants = new ArrayList<Grant>();
    both(grants, DecisionKind.DESIGNATE, head, corporate);
    both(grants, DecisionKind.RESTRICT, head, corporate);
    both(grants, DecisionKind.SUPPORT, either, either);
    both(grants, DecisionKind.WARN, either, either);
    both(grants, DecisionKind.EXCLUDE_FROM_BUILDING, head, corporate);
    grants.add(
        new Grant(
            DecisionKind.EXCLUDE_FROM_BUILDING.action(),
            DecisionScope.SERVICE,
            Premises.SHARED,
            corporate));
    both(grants, DecisionKind.EXCLUDE_PERMANENTLY, corporate, corporate);
    both(grants, DecisionKind.SAFETY_MEASURE, either, either);
    both(grants, DecisionKind.LIFT, either, corporate);
    both(grants, DecisionKind.SUSPEND_FOR_APPEAL, corporate, corporate);
    both(grants, DecisionKind.ADJUSTMENT, either, either);
    both(grants, DecisionKind.INJUNCTION, corporate, corporate);
    both(grants, DecisionKind.ACCEPT_LATE_APPEAL, corporate, corporate);
    Set<Role> team = EnumSet.of(Role.CMT_MEMBER);
    both(grants, DecisionKind.DETERMINE_APPEAL, team, team);
    return new AuthorityMatrix("1", grants);
  }

  private static void both(
      List<Grant> grants, DecisionKind kind, Set<Role> inService, Set<Role> corporately) {
    grants.add(new Grant(kind.action(), DecisionScope.SERVICE, Premises.ANY, inService));
    grants.add(new Grant(kind.action(), DecisionScope.CORPORATE, Premises.ANY, corporately));
  }

  /** As {@link #whoMay(DecisionKind, DecisionScope, Premises)} where no building matters. */
  public Set<Role> whoMay(DecisionKind kind, DecisionScope scope) {
    return whoMay(kind, scope, Premises.ANY);
  }

  public Set<Role> whoMay(DecisionKind kind, DecisionScope scope, Premises premises) {
    return whoMay(kind.action(), scope, premises);
  }

  /**
   * The roles that may take an action: the line for these premises, else the line for any.
   *
   * @return empty for an action that nobody was given, which then nobody may take
   */
  public Set<Role> whoMay(String action, DecisionScope scope, Premises premises) {
    return line(action, scope, premises)
        .or(() -> line(action, scope, Premises.ANY))
        .map(Grant::roles)
        .orElse(Set.of());
  }

  /** Whether somebody holds one of the roles that may take this decision. */
  public boolean may(Actor actor, DecisionKind kind, DecisionScope scope) {
    return whoMay(kind, scope).stream().anyMatch(actor::holds);
  }

  private Optional<Grant> line(String action, DecisionScope scope, Premises premises) {
    return grants.stream()
        .filter(g -> g.action().equals(action) && g.scope() == scope && g.premises() == premises)
        .findFirst();
  }

  /**
   * What is wrong with a matrix that somebody proposes: a decision that nobody may take ({@code
   * AUTHORITY_MISSING}), two lines for the same thing ({@code AUTHORITY_TWICE}), a line for roles
   * that never decide about customers ({@code AUTHORITY_NOT_FOR_ROLE}; F6: a provider's people do
   * not), appeals decided outside the Corporate Management Team (P10.5), no scheme ({@code
   * TEXT_MISSING}).
   */
  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    if (scheme.isBlank()) {
      faults.add(Refusal.at("TEXT_MISSING", "authority", "scheme"));
    } else if (scheme.length() > 100) {
      faults.add(Refusal.at("TEXT_TOO_LONG", Map.of("longest", "100"), "authority", "scheme"));
    }
    var seen = new HashSet<List<Object>>();
    for (int i = 0; i < grants.size(); i++) {
      Grant grant = grants.get(i);
      String place = Integer.toString(i);
      if (!seen.add(List.of(grant.action(), grant.scope(), grant.premises()))) {
        faults.add(
            Refusal.at(
                "AUTHORITY_TWICE", Map.of("action", grant.action()), "authority", "grants", place));
      }
      Collection<Role> wrong = mayNot(grant);
      if (!wrong.isEmpty()) {
        faults.add(
            Refusal.at(
                "AUTHORITY_NOT_FOR_ROLE",
                Map.of("action", grant.action(), "roles", wrong.toString()),
                "authority",
                "grants",
                place,
                "roles"));
      }
    }
    for (DecisionKind kind : DecisionKind.values()) {
      for (DecisionScope scope : DecisionScope.values()) {
        if (whoMay(kind, scope).isEmpty()) {
          faults.add(
              Refusal.at(
                  "AUTHORITY_MISSING",
                  Map.of("action", kind.action(), "scope", scope.name()),
                  "authority",
                  "grants"));
        }
      }
    }
    return faults;
  }

  private static Collection<Role> mayNot(Grant grant) {
    var wrong = EnumSet.noneOf(Role.class);
    wrong.addAll(grant.roles());
    if (grant.action().equals(DecisionKind.DETERMINE_APPEAL.action())) {
      wrong.remove(Role.CMT_MEMBER);
    } else {
      wrong.retainAll(NEVER_DECIDE);
    }
    return wrong;
  }
}
