package org.evenhand.designation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.Closing;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.Protection;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This module's part of a case file (F7, question 12). */
@Component
class CaseChronology implements CaseFileContributor {

  private final StoredConsiderations stored;

  CaseChronology(StoredConsiderations stored) {
    this.stored = stored;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    return stored
        .find(new ConsiderationId(caseId))
        .filter(view -> concerns(view, personId))
        .map(CaseChronology::entries)
        .orElse(List.of());
  }

  private static boolean concerns(ConsiderationView view, UUID person) {
    return view.customerId().value().equals(person)
        || view.boundMembers().stream().anyMatch(m -> m.memberId().value().equals(person));
  }

  private static List<Entry> entries(ConsiderationView view) {
    var entries = new Lines(view.id().value());
    entries.add(
        view.openedAt(),
        "CONSIDERATION_OPENED",
        Map.of("reference", view.reference()),
        view.openedBy());
    view.checks()
        .forEach(
            c ->
                entries.add(
                    c.at(),
                    "CHECK_ANSWERED",
                    Map.of("check", c.kind().name(), "answer", c.answer().name()),
                    c.by()));
    view.representations()
        .forEach(r -> entries.add(r.at(), "REPRESENTATIONS_" + r.kind(), Map.of(), r.by()));
    view.advice()
        .forEach(
            a -> {
              entries.add(a.at(), "HOFCS_ADVISED", Map.of("occasion", a.kind().name()), a.by());
              if (a.acknowledgedAt() != null) {
                entries.add(
                    a.acknowledgedAt(),
                    "ADVICE_READ",
                    Map.of("occasion", a.kind().name()),
                    a.acknowledgedBy());
              }
            });
    Assessment assessment = view.assessment();
    if (assessment != null) {
      entries.add(assessment.at(), "CIRCUMSTANCES_WEIGHED", Map.of(), assessment.by());
    }
    Protection protection = view.protection();
    if (protection != null) {
      entries.add(
          protection.at(),
          "SAFEGUARDING_DECIDED",
          Map.of("lead", protection.safeguardingLead()),
          protection.by());
    }
    Determination determination = view.determination();
    if (determination != null) {
      entries.add(
          determination.at(),
          "DETERMINED",
          Map.of("category", determination.category().name()),
          determination.by());
    }
    Closing closing = view.closing();
    if (closing != null) {
      entries.add(
          closing.at(),
          "CONSIDERATION_CLOSED",
          Map.of("cause", closing.cause().name()),
          closing.by());
    }
    return entries.all;
  }

  private record Lines(UUID caseId, List<Entry> all) {
    Lines(UUID caseId) {
      this(caseId, new ArrayList<>());
    }

    void add(Instant at, String code, Map<String, String> parameters, @Nullable ActorId by) {
      all.add(new Entry(at, code, parameters, "Consideration", caseId, by));
    }
  }
}
