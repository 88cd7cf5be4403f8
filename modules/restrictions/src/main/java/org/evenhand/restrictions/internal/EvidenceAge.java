package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.SourceGrade;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How old the newest thing is that somebody saw or heard of a customer first hand (F13). */
@Component
public class EvidenceAge {

  private final Incidents incidents;

  EvidenceAge(Incidents incidents) {
    this.incidents = incidents;
  }

  /** The day of the newest first-hand incident; null where there is none. */
  @Nullable LocalDate newest(ImposedAction action) {
    return newest(incidents.of(new CustomerId(action.decided().customerId())));
  }

  /** As above for these customers; without an entry where there is none. */
  public Map<CustomerId, LocalDate> newest(Collection<CustomerId> customers) {
    var all = new HashMap<CustomerId, LocalDate>();
    for (CustomerId customer : customers) {
      LocalDate newest = newest(incidents.of(customer));
      if (newest != null) {
        all.put(customer, newest);
      }
    }
    return all;
  }

  private static @Nullable LocalDate newest(List<IncidentView> incidents) {
    return incidents.stream()
        .filter(incident -> incident.sourceGrade() == SourceGrade.FIRST_HAND)
        .map(IncidentView::occurredOn)
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}
