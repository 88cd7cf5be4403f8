package org.evenhand.restrictions.internal.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.Markers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's markers in their case file (F7); they belong to no case. */
@Component
class MarkerChronology implements CaseFileContributor {

  private final Markers markers;

  MarkerChronology(Markers markers) {
    this.markers = markers;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    var entries = new ArrayList<Entry>();
    for (MarkerView marker : markers.of(List.of(new CustomerId(personId)))) {
      add(entries, marker, marker.placedAt(), "MARKER_PLACED", Map.of(), marker.placedBy());
      for (MarkerView.Review review : marker.reviews()) {
        add(
            entries,
            marker,
            review.at(),
            "MARKER_REVIEWED",
            Map.of("outcome", review.kept() ? "KEEP" : "END"),
            review.by());
      }
      for (MarkerView.Challenge challenge : marker.challenges()) {
        if (challenge.answeredAt() != null) {
          add(
              entries,
              marker,
              challenge.answeredAt(),
              "MARKER_CHALLENGE_ANSWERED",
              Map.of("outcome", Boolean.TRUE.equals(challenge.stands()) ? "STANDS" : "ENDS"),
              challenge.answeredBy());
        }
      }
      MarkerView.Ending ending = marker.ending();
      if (ending != null) {
        add(entries, marker, ending.at(), "MARKER_ENDED", Map.of(), ending.by());
      }
    }
    return entries;
  }

  private static void add(
      List<Entry> entries,
      MarkerView marker,
      Instant at,
      String code,
      Map<String, String> parameters,
      @Nullable ActorId by) {
    var all = new HashMap<>(parameters);
    all.put("reference", marker.reference());
    entries.add(new Entry(at, code, all, MarkerDuties.SUBJECT, marker.id().value(), by));
  }
}
