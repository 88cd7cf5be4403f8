package org.evenhand.restrictions;

import java.util.Set;
import java.util.TreeSet;
import org.evenhand.foundation.ServiceAreaCode;

/**
 * What an action covers. It must be named; nothing covers everything by leaving it out (F8).
 *
 * @param serviceAreas the services it holds for; may be empty only for the whole council, or where
 *     the action is about places
 * @param wholeCouncil every service of the council
 */
public record ActionScope(Set<ServiceAreaCode> serviceAreas, boolean wholeCouncil) {
  public ActionScope {
    serviceAreas = java.util.Collections.unmodifiableSet(new TreeSet<>(serviceAreas));
  }
}
