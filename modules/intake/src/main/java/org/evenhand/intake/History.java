package org.evenhand.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A person's dealings with the council over a period (P6.1, P6.3a).
 *
 * @param contacts by month and cause, earliest first; what did not happen is not there
 * @param incidents of the period, latest first
 * @param matters everything the person pursues with the council, whenever it began
 * @param adjustments every request for one, whenever it was made
 */
public record History(
    List<ContactsOfMonth> contacts,
    List<Happened> incidents,
    List<MatterView> matters,
    List<AdjustmentView> adjustments) {

  /**
   * The contacts of one month with one cause.
   *
   * @param counted inbound ones, without those by which a right was used (F18)
   * @param causedByUs how many of the counted ones we caused ourselves
   * @param usingARight inbound ones that used a right
   */
  public record ContactsOfMonth(
      YearMonth month, ContactCause cause, int counted, int causedByUs, int usingARight) {}

  /**
   * An incident as far as a pattern needs it.
   *
   * @param service null where the concern named none
   * @param behaviours codes of the catalogue
   */
  public record Happened(
      IncidentId id, LocalDate on, @Nullable ServiceAreaCode service, Set<String> behaviours) {
    public Happened {
      behaviours = Set.copyOf(behaviours);
    }
  }

  public History {
    contacts = List.copyOf(contacts);
    incidents = List.copyOf(incidents);
    matters = List.copyOf(matters);
    adjustments = List.copyOf(adjustments);
  }
}
