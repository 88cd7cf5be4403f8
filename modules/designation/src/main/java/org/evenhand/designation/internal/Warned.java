package org.evenhand.designation.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.WarningStatus;
import org.evenhand.designation.WarningView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;

/**
 * Which warnings count for a case (F20): given, not taken back, and for the same conduct.
 *
 * @param records of everybody considered in it, all that are known to be theirs
 * @param warnings of the customer, of all records of theirs and, in a group, of the bound members
 * @param notifiedAt when the letters among them count as received; a letter that is not there, is
 *     not (T9)
 * @param families the families of conduct that incidents show
 */
record Warned(
    Map<CustomerId, List<CustomerId>> records,
    Collection<WarningView> warnings,
    Map<NoticeId, Instant> notifiedAt,
    Map<IncidentId, Set<String>> families) {

  List<CustomerId> records(CustomerId person) {
    return records.getOrDefault(person, List.of(person));
  }

  /** Whether one of these records was warned for conduct that these incidents show, by now. */
  boolean counts(Collection<CustomerId> records, Collection<IncidentId> incidents, Instant now) {
    return warnings.stream()
        .anyMatch(w -> records.contains(w.customerId()) && counts(w, incidents, now));
  }

  /** Whether a warning that counts names the conduct. */
  boolean namesConduct(Collection<IncidentId> incidents, Instant now) {
    return warnings.stream().anyMatch(w -> w.conduct() != null && counts(w, incidents, now));
  }

  private boolean counts(WarningView warning, Collection<IncidentId> incidents, Instant now) {
    return warning.status() != WarningStatus.WITHDRAWN
        && given(warning, now)
        && sameConduct(warning, incidents);
  }

  private boolean given(WarningView warning, Instant now) {
    NoticeId letter = warning.noticeId();
    if (letter == null) {
      return true;
    }
    Instant notified = notifiedAt.get(letter);
    return notified != null && !notified.isAfter(now);
  }

  /** A warning that rests on no incident names no conduct, and so is no other conduct's either. */
  private boolean sameConduct(WarningView warning, Collection<IncidentId> incidents) {
    if (warning.incidentIds().isEmpty()) {
      return true;
    }
    Set<String> warnedFor = shown(warning.incidentIds());
    return shown(incidents).stream().anyMatch(warnedFor::contains);
  }

  private Set<String> shown(Collection<IncidentId> incidents) {
    return incidents.stream()
        .flatMap(i -> families.getOrDefault(i, Set.of()).stream())
        .collect(Collectors.toSet());
  }
}
