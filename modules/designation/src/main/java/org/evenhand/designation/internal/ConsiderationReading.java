package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.Determination;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.Representation;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.springframework.stereotype.Component;

@Component
class ConsiderationReading implements Considerations {

  private final StoredConsiderations stored;
  private final Surroundings surroundings;
  private final CorrectedIncidents corrected;
  private final FindingsOnAppeal onAppeal;
  private final Clock clock;

  ConsiderationReading(
      StoredConsiderations stored,
      Surroundings surroundings,
      CorrectedIncidents corrected,
      FindingsOnAppeal onAppeal,
      Clock clock) {
    this.stored = stored;
    this.surroundings = surroundings;
    this.corrected = corrected;
    this.onAppeal = onAppeal;
    this.clock = clock;
  }

  @Override
  public Optional<ConsiderationView> find(ConsiderationId id) {
    return stored.find(id);
  }

  @Override
  public List<ConsiderationView> of(CustomerId customer) {
    return stored.of(customer);
  }

  @Override
  public List<ConsiderationView> restingOn(IncidentId incident) {
    return corrected.casesOn(incident).stream()
        .flatMap(id -> stored.find(new ConsiderationId(id)).stream())
        .toList();
  }

  @Override
  public Optional<ImposingBasis> basis(ConsiderationId id) {
    return stored.find(id).map(this::basis);
  }

  @Override
  public boolean newInformationRuledOut(ConsiderationId id, CheckStage stage, Instant since) {
    return stored
        .find(id)
        .flatMap(view -> view.newInformation(stage))
        .filter(answer -> answer.answer() != CheckAnswer.NOT_SATISFIED)
        .filter(answer -> !answer.at().isBefore(since))
        .isPresent();
  }

  private ImposingBasis basis(ConsiderationView view) {
    Determination made = view.determination();
    List<BoundMember> bound = onAppeal.stillBound(view);
    boolean nobodyLeft = bound.isEmpty() && !view.boundMembers().isEmpty();
    boolean restrictive =
        made != null
            && view.status() == ConsiderationStatus.DETERMINED
            && made.restrictiveAllowed()
            && !nobodyLeft
            && corrected.holds(view.id().value());
    return new ImposingBasis(
        view.id(),
        view.customerId(),
        view.status(),
        made == null ? null : made.category(),
        made == null ? null : made.at(),
        made == null ? null : made.by(),
        made == null ? null : made.policyVersionId(),
        made == null ? null : made.reasons(),
        made == null ? null : made.hindrance(),
        view.leadService(),
        view.scope().services(),
        view.scope().corporate(),
        restrictive,
        restrictive && made != null && made.mannerOnly(),
        view.representations().stream().map(Representation::kind).anyMatch(this::heard),
        Preconditions.warned(view, surroundings.warned(view, clock.instant())),
        Preconditions.allIncidents(view),
        bound);
  }

  private boolean heard(RepresentationKind kind) {
    return switch (kind) {
      case RECEIVED, DECLINED, NO_REPLY -> true;
      case INVITED, DISPENSED -> false;
    };
  }
}
