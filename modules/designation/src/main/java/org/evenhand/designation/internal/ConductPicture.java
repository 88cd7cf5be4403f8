package org.evenhand.designation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.designation.Tried;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.MatterView;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind somebody's behaviour, in numbers (question 5, P6.1, P6.3a): for the assessor
 * to weigh, never a verdict. It covers every record known to be about the same person.
 *
 * @param contacts inbound contacts that count; using a right does not (F18)
 * @param contactsByMonth earliest first; a month without contact is not there
 * @param incidentDays on how many days the incidents lie
 * @param firstIncidentOn null without incidents, as is the last
 * @param tried what was tried, latest first, whenever it was
 * @param crossService what each service has to do with the person, by the order of their codes
 */
public record ConductPicture(
    LocalDate from,
    LocalDate until,
    int contacts,
    int contactsWeCaused,
    int percentWeCaused,
    List<ContactsByCause> contactsByCause,
    List<ContactsByMonth> contactsByMonth,
    int contactsUsingARight,
    List<MatterView> unfinishedMatters,
    int missedStandards,
    int incidents,
    int incidentDays,
    @Nullable LocalDate firstIncidentOn,
    @Nullable LocalDate lastIncidentOn,
    List<IncidentsByFamily> incidentsByFamily,
    Set<ServiceAreaCode> services,
    List<Tried> tried,
    List<InService> crossService) {

  /** A number of contacts with one cause. */
  public record ContactsByCause(ContactCause cause, int contacts) {}

  /**
   * The contacts of one month.
   *
   * @param month its first day
   */
  public record ContactsByMonth(
      LocalDate month,
      int contacts,
      int contactsWeCaused,
      int contactsUsingARight,
      List<ContactsByCause> byCause) {
    public ContactsByMonth {
      byCause = List.copyOf(byCause);
    }
  }

  /**
   * A number of incidents in one family of conduct.
   *
   * @param family null for conduct in no family of the catalogue
   */
  public record IncidentsByFamily(@Nullable ConductFamily family, int incidents) {}

  /**
   * What one service has to do with the person: that there is something, never what was said (T20).
   *
   * @param lead whether it leads this case
   * @param lastIncidentOn null without incidents
   * @param openConsiderations cases of theirs that are not closed, this one included
   * @param actionsStanding what they did about behaviour that stands today
   */
  public record InService(
      ServiceAreaCode service,
      boolean lead,
      int incidents,
      @Nullable LocalDate lastIncidentOn,
      int openConsiderations,
      int actionsStanding) {}

  public ConductPicture {
    contactsByCause = List.copyOf(contactsByCause);
    contactsByMonth = List.copyOf(contactsByMonth);
    unfinishedMatters = List.copyOf(unfinishedMatters);
    incidentsByFamily = List.copyOf(incidentsByFamily);
    services = Set.copyOf(services);
    tried = List.copyOf(tried);
    crossService = List.copyOf(crossService);
  }
}
