package org.evenhand.designation;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * How far a case reaches, which settles who decides it (T5).
 *
 * @param leadService the service whose head leads
 * @param otherServices the others involved, those of the linked incidents included; never the lead
 * @param buildings codes of the council's buildings where it happened or where action would bite
 * @param wholeCouncil whether action for the council as a whole is in question
 * @param organisationRisk what the wider organisation risks; null if nothing
 */
public record Scope(
    ServiceAreaCode leadService,
    Set<ServiceAreaCode> otherServices,
    Set<String> buildings,
    boolean wholeCouncil,
    @Nullable String organisationRisk) {

  public Scope {
    var others = new TreeSet<>(otherServices);
    others.remove(leadService);
    otherServices = Set.copyOf(others);
    buildings = Set.copyOf(buildings);
  }

  /** Every reason why the case is corporate; empty for a case of one service. */
  public Set<CorporateCause> corporateCauses() {
    var causes = EnumSet.noneOf(CorporateCause.class);
    if (!otherServices.isEmpty()) {
      causes.add(CorporateCause.SEVERAL_SERVICES);
    }
    if (buildings.size() > 1) {
      causes.add(CorporateCause.SEVERAL_BUILDINGS);
    }
    if (wholeCouncil) {
      causes.add(CorporateCause.WHOLE_COUNCIL);
    }
    if (organisationRisk != null) {
      causes.add(CorporateCause.ORGANISATION_RISK);
    }
    return causes;
  }

  public boolean corporate() {
    return !corporateCauses().isEmpty();
  }

  /** The lead service and the others, in the order of their codes. */
  public Set<ServiceAreaCode> services() {
    var all = new TreeSet<>(otherServices);
    all.add(leadService);
    return all;
  }
}
