package org.evenhand.restrictions.internal.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.CourtTermsView;
import org.evenhand.restrictions.InjunctionView;
import org.evenhand.restrictions.LegalActionView;
import org.evenhand.restrictions.Restrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Courts and legal action in a case file (F7): injunctions with their case, the rest with none. */
@Component
class LawChronology implements CaseFileContributor {

  private final CourtTermsBook terms;
  private final Injunctions injunctions;
  private final LegalActions actions;
  private final Restrictions restrictions;

  LawChronology(
      CourtTermsBook terms,
      Injunctions injunctions,
      LegalActions actions,
      Restrictions restrictions) {
    this.terms = terms;
    this.injunctions = injunctions;
    this.actions = actions;
    this.restrictions = restrictions;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    List<CustomerId> person = List.of(new CustomerId(personId));
    var entries = new ArrayList<Entry>();
    terms.of(person).forEach(t -> ofCourt(entries, t));
    for (InjunctionView injunction : injunctions.of(person)) {
      boolean ofCase =
          restrictions
              .find(injunction.exclusion())
              .filter(r -> r.considerationId().value().equals(caseId))
              .isPresent();
      if (ofCase) {
        injunction(entries, injunction);
      }
    }
    actions.of(person).forEach(action -> steps(entries, action));
    return entries;
  }

  private static void ofCourt(List<Entry> entries, CourtTermsView view) {
    var parameters = Map.of("reference", view.reference());
    entry(
        entries,
        view.recordedAt(),
        "COURT_TERMS_RECORDED",
        parameters,
        LawDuties.COURT_TERMS,
        view.id().value(),
        view.recordedBy());
    if (view.endedAt() != null) {
      entry(
          entries,
          view.endedAt(),
          "COURT_TERMS_ENDED",
          parameters,
          LawDuties.COURT_TERMS,
          view.id().value(),
          view.endedBy());
    }
  }

  private static void injunction(List<Entry> entries, InjunctionView view) {
    var parameters = Map.of("reference", view.reference());
    entry(
        entries,
        view.authorisedAt(),
        "INJUNCTION_AUTHORISED",
        parameters,
        LawDuties.INJUNCTION,
        view.id().value(),
        view.authorisedBy());
    InjunctionView.Withdrawal withdrawn = view.withdrawn();
    if (withdrawn != null) {
      entry(
          entries,
          withdrawn.at(),
          "INJUNCTION_WITHDRAWN",
          parameters,
          LawDuties.INJUNCTION,
          view.id().value(),
          withdrawn.by());
    }
  }

  private static void steps(List<Entry> entries, LegalActionView view) {
    for (LegalActionView.Step step : view.steps()) {
      entry(
          entries,
          step.at(),
          "LEGAL_ACTION_STEP",
          Map.of("reference", view.reference(), "stage", step.stage().name()),
          LawDuties.LEGAL_ACTION,
          view.id().value(),
          step.by());
    }
  }

  private static void entry(
      List<Entry> entries,
      Instant at,
      String code,
      Map<String, String> parameters,
      String type,
      UUID id,
      @Nullable ActorId by) {
    entries.add(new Entry(at, code, parameters, type, id, by));
  }
}
