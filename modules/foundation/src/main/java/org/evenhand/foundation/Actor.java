package org.evenhand.foundation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody signed in: the roles and service areas of the token, and what they stand in for today.
 *
 * @param id the token's subject
 * @param name as shown to colleagues; never written to a log
 * @param roles substantive roles
 * @param serviceAreas the areas that the substantive roles are held for; empty means none
 * @param acting posts held for a time by an acting appointment, those in force only
 * @param scopes what a machine's token is good for, such as {@code referral:safeguard}; it narrows
 *     what a role may see and opens nothing
 */
public record Actor(
    ActorId id,
    String name,
    Set<Role> roles,
    Set<ServiceAreaCode> serviceAreas,
    List<Acting> acting,
    Set<String> scopes) {

  /** A post held for a time, for the service areas named; for a corporate post there are none. */
  public record Acting(Role post, Set<ServiceAreaCode> serviceAreas) {
    public Acting {
      serviceAreas = Set.copyOf(serviceAreas);
    }
  }

  public Actor {
    roles = Set.copyOf(roles);
    serviceAreas = Set.copyOf(serviceAreas);
    acting = List.copyOf(acting);
    scopes = Set.copyOf(scopes);
  }

  /** Somebody whose token names no scope, as a person's does not. */
  public Actor(
      ActorId id,
      String name,
      Set<Role> roles,
      Set<ServiceAreaCode> serviceAreas,
      List<Acting> acting) {
    this(id, name, roles, serviceAreas, acting, Set.of());
  }

  public boolean holds(Role role) {
    return roles.contains(role) || acting.stream().anyMatch(a -> a.post() == role);
  }

  public boolean holdsAny(Role... wanted) {
    return Arrays.stream(wanted).anyMatch(this::holds);
  }

  /** All roles that may be used now, substantive and acting. */
  public Set<Role> allRoles() {
    var all = EnumSet.noneOf(Role.class);
    all.addAll(roles);
    acting.forEach(a -> all.add(a.post()));
    return all;
  }

  /** Whether this is the head of that service area, in their own post or acting. */
  public boolean heads(ServiceAreaCode area) {
    return (roles.contains(Role.HEAD_OF_SERVICE) && serviceAreas.contains(area))
        || acting.stream()
            .anyMatch(a -> a.post() == Role.HEAD_OF_SERVICE && a.serviceAreas().contains(area));
  }

  /** The service areas that this person heads; empty for anybody who is no head of service. */
  public Set<ServiceAreaCode> headedAreas() {
    var areas = new TreeSet<ServiceAreaCode>();
    if (roles.contains(Role.HEAD_OF_SERVICE)) {
      areas.addAll(serviceAreas);
    }
    acting.stream()
        .filter(a -> a.post() == Role.HEAD_OF_SERVICE)
        .forEach(a -> areas.addAll(a.serviceAreas()));
    return areas;
  }

  /** The first of the wanted roles that this person holds: the one an act is recorded under. */
  public Optional<Role> actsAs(Role... wanted) {
    return Arrays.stream(wanted).filter(this::holds).findFirst();
  }
}
