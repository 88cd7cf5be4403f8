package org.evenhand.intake.internal.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Role;
import org.evenhand.intake.AccuracyChallengeId;
import org.evenhand.intake.AdjustmentId;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CorrectionTellingId;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerMergeId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasureId;
import org.evenhand.intake.EvidenceId;
import org.evenhand.intake.HoldingRecords;
import org.evenhand.intake.HouseholdLinkId;
import org.evenhand.intake.Households;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.KeepingEvidence;
import org.evenhand.intake.LegalHoldId;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.Matters;
import org.evenhand.intake.MergingCustomers;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.PropertyId;
import org.evenhand.intake.ReportingOnward;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.Representatives;
import org.evenhand.intake.VisitedProperties;
import org.evenhand.intake.internal.ConcernRouting;
import org.evenhand.intake.internal.CorrectionActs;
import org.evenhand.intake.internal.ObligationSights;
import org.evenhand.intake.internal.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this module {@code node} finds, for whom: by the same rules as everywhere else. */
@Configuration(proxyBeanMethods = false)
class IntakeNodes {

  private record Source<T>(
      String type,
      Function<UUID, Optional<T>> read,
      Function<T, @Nullable CustomerId> whose,
      Reader reader)
      implements NodeSource {

    @Override
    public Optional<?> find(UUID id) {
      Optional<T> found = read.apply(id);
      found.map(whose).ifPresent(customer -> reader.log("node", type, List.of(customer)));
      return found;
    }
  }

  @Bean
  NodeSource customerNode(Customers customers, Reader reader) {
    return new Source<>(
        "Customer",
        id -> looksUp(reader) ? customers.find(new CustomerId(id)) : Optional.empty(),
        c -> c.id(),
        reader);
  }

  @Bean
  NodeSource householdLinkNode(Households households, Reader reader) {
    return new Source<>(
        "HouseholdLink",
        id ->
            Sight.ofCircumstances(reader.actor())
                ? households.find(new HouseholdLinkId(id))
                : Optional.empty(),
        l -> l.customerId(),
        reader);
  }

  @Bean
  NodeSource propertyNode(VisitedProperties properties, Reader reader) {
    return new Source<>(
        "Property",
        id ->
            looksUp(reader) || reader.actor().holds(Role.CONTRACTOR)
                ? properties.find(new PropertyId(id))
                : Optional.empty(),
        p -> null,
        reader);
  }

  @Bean
  NodeSource customerMergeNode(MergingCustomers merging, Reader reader) {
    return new Source<>(
        "CustomerMerge",
        id -> looksUp(reader) ? merging.find(new CustomerMergeId(id)) : Optional.empty(),
        m -> m.merged(),
        reader);
  }

  @Bean
  NodeSource representativeNode(Representatives representatives, Reader reader) {
    return new Source<>(
        "Representative",
        id -> looksUp(reader) ? representatives.find(new RepresentativeId(id)) : Optional.empty(),
        r -> r.customerId(),
        reader);
  }

  @Bean
  NodeSource adjustmentNode(Adjustments adjustments, Reader reader) {
    return new Source<>(
        "Adjustment",
        id -> looksUp(reader) ? adjustments.find(new AdjustmentId(id)) : Optional.empty(),
        a -> a.customerId(),
        reader);
  }

  @Bean
  NodeSource matterNode(Matters matters, Reader reader) {
    return new Source<>(
        "Matter",
        id ->
            matters
                .find(new MatterId(id))
                .filter(
                    m ->
                        reader.sight().all()
                            || reader.sight().areas().contains(m.serviceArea().value())),
        m -> m.customerId(),
        reader);
  }

  @Bean
  NodeSource contactNode(ContactHistory contacts, Reader reader) {
    return new Source<>(
        "Contact",
        id ->
            contacts
                .find(new ContactId(id))
                .filter(c -> reader.sight().dealing(c.serviceArea(), c.loggedBy())),
        c -> c.customerId(),
        reader);
  }

  @Bean
  NodeSource concernNode(Concerns concerns, ConcernRouting routing, Reader reader) {
    return new Source<>(
        "Concern",
        id -> concerns.find(new ConcernId(id)).filter(c -> routing.maySee(c, reader.actor())),
        ConcernView::customerId,
        reader);
  }

  @Bean
  NodeSource incidentNode(
      Incidents incidents, Concerns concerns, ConcernRouting routing, Reader reader) {
    return new Source<>(
        "Incident",
        id -> visible(new IncidentId(id), incidents, concerns, routing, reader),
        IncidentView::customerId,
        reader);
  }

  @Bean
  NodeSource legalHoldNode(HoldingRecords holding, Reader reader) {
    return new Source<>(
        "LegalHold",
        id ->
            Sight.ofCircumstances(reader.actor()) || reader.actor().holds(Role.MONITORING_OFFICER)
                ? holding.find(new LegalHoldId(id))
                : Optional.empty(),
        h -> h.customerId(),
        reader);
  }

  @Bean
  NodeSource erasureNode(ErasingRecords erasing, Reader reader) {
    return new Source<>(
        "Erasure",
        id -> looksUp(reader) ? erasing.find(new ErasureId(id)) : Optional.empty(),
        e -> e.person(),
        reader);
  }

  @Bean
  NodeSource obligationNode(
      ReportingOnward onward, Incidents incidents, ObligationSights sights, Reader reader) {
    return new Source<>(
        "Obligation",
        id ->
            onward
                .find(new ObligationId(id))
                .filter(o -> !sights.visible(List.of(o.id()), reader.actor()).isEmpty()),
        o -> incidents.find(List.of(o.incidentId())).getFirst().customerId(),
        reader);
  }

  @Bean
  NodeSource accuracyChallengeNode(CorrectingRecords correcting, Reader reader) {
    return new Source<>(
        "AccuracyChallenge",
        id ->
            correcting
                .findChallenge(new AccuracyChallengeId(id))
                .filter(c -> CorrectionActs.maySee(c, reader.actor())),
        c -> c.customerId(),
        reader);
  }

  @Bean
  NodeSource correctionTellingNode(CorrectingRecords correcting, Reader reader) {
    return new Source<>(
        "CorrectionTelling",
        id ->
            correcting
                .findTelling(new CorrectionTellingId(id))
                .filter(t -> CorrectionActs.maySee(t, reader.actor())),
        CorrectionTellingView::customerId,
        reader);
  }

  /** By the same rule as the record it is attached to. */
  @Bean
  NodeSource evidenceNode(
      KeepingEvidence keeping,
      Incidents incidents,
      Concerns concerns,
      ContactHistory contacts,
      ConcernRouting routing,
      Reader reader) {
    return new Source<>(
        "Evidence",
        id ->
            keeping
                .find(new EvidenceId(id))
                .filter(
                    e ->
                        switch (e.subject().type()) {
                          case "Incident" ->
                              visible(
                                      new IncidentId(e.subject().id()),
                                      incidents,
                                      concerns,
                                      routing,
                                      reader)
                                  .filter(i -> CorrectionController.inDetail(i, reader))
                                  .isPresent();
                          case "Concern" ->
                              concerns
                                  .find(new ConcernId(e.subject().id()))
                                  .filter(c -> routing.maySee(c, reader.actor()))
                                  .isPresent();
                          default ->
                              contacts
                                  .find(new ContactId(e.subject().id()))
                                  .filter(
                                      c -> reader.sight().dealing(c.serviceArea(), c.loggedBy()))
                                  .isPresent();
                        }),
        e -> null,
        reader);
  }

  private static Optional<IncidentView> visible(
      IncidentId id,
      Incidents incidents,
      Concerns concerns,
      ConcernRouting routing,
      Reader reader) {
    Actor actor = reader.actor();
    Sight sight = Sight.of(actor);
    return incidents.find(List.of(id)).stream()
        .filter(
            i ->
                concerns
                    .find(i.concernId())
                    .filter(c -> !sight.isAboutThem(c))
                    .filter(
                        c ->
                            sight.dealing(i.serviceArea(), i.recordedBy())
                                || routing.maySee(c, actor))
                    .isPresent())
        .findFirst();
  }

  private static boolean looksUp(Reader reader) {
    return Sight.intoRegister(reader.actor());
  }
}
