package org.evenhand.designation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.MatterView;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind somebody's behaviour, in numbers (question 5, P6.1, P6.3a): for the assessor
 * to weigh, never a verdict.
 *
 * @param contacts inbound contacts that count; using a right does not (F18)
 * @param incidentDays on how many days the incidents lie
 * @param firstIncidentOn null without incidents, as is the last
 */
public record ConductPicture(
    LocalDate from,
    LocalDate until,
    int contacts,
    int contactsWeCaused,
    int percentWeCaused,
    List<ContactsByCause> contactsByCause,
    int contactsUsingARight,
    List<MatterView> unfinishedMatters,
    int missedStandards,
    int incidents,
    int incidentDays,
    @Nullable LocalDate firstIncidentOn,
    @Nullable LocalDate lastIncidentOn,
    List<IncidentsByFamily> incidentsByFamily,
    Set<ServiceAreaCode> services) {

  /** A number of contacts with one cause. */
  public record ContactsByCause(ContactCause cause, int contacts) {}

  /**
   * A number of incidents in one family of conduct.
   *
   * @param family null for conduct in no family of the catalogue
   */
  public record IncidentsByFamily(@Nullable ConductFamily family, int incidents) {}

  public ConductPicture {
    contactsByCause = List.copyOf(contactsByCause);
    unfinishedMatters = List.copyOf(unfinishedMatters);
    incidentsByFamily = List.copyOf(incidentsByFamily);
    services = Set.copyOf(services);
  }
}
