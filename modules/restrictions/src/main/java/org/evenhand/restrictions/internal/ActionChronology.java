package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This module's part of a case file (F7, question 12). */
@Component
class ActionChronology implements CaseFileContributor {

  private final Restrictions restrictions;

  ActionChronology(Restrictions restrictions) {
    this.restrictions = restrictions;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    return restrictions.ofCase(new ConsiderationId(caseId)).stream()
        .filter(view -> view.customerId().value().equals(personId))
        .flatMap(view -> entries(view).stream())
        .toList();
  }

  private static List<Entry> entries(RestrictionView view) {
    var entries = new ArrayList<Entry>();
    add(entries, view, view.imposedAt(), "RESTRICTION_IMPOSED", Map.of(), view.imposedBy());
    if (view.effectiveFrom() != null) {
      add(entries, view, view.effectiveFrom(), "RESTRICTION_IN_FORCE", Map.of(), null);
    }
    view.reviews()
        .forEach(
            review ->
                add(
                    entries,
                    view,
                    review.at(),
                    "RESTRICTION_REVIEWED",
                    Map.of("outcome", review.outcome().name()),
                    review.by()));
    if (view.endedAt() != null) {
      add(entries, view, view.endedAt(), "RESTRICTION_ENDED", Map.of(), view.endedBy());
    }
    return entries;
  }

  private static void add(
      List<Entry> entries,
      RestrictionView view,
      Instant at,
      String code,
      Map<String, String> parameters,
      @Nullable ActorId by) {
    var all = new java.util.HashMap<>(parameters);
    all.put("reference", view.reference());
    entries.add(new Entry(at, code, all, DutyKinds.SUBJECT, view.id().value(), by));
  }
}
