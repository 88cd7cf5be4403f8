package org.evenhand.reporting.internal.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Role;
import org.evenhand.reporting.InterestId;
import org.evenhand.reporting.Interests;
import org.evenhand.reporting.QuarterlyReportId;
import org.evenhand.reporting.QuarterlyReports;
import org.evenhand.reporting.RecommendationId;
import org.evenhand.reporting.ServiceReturnId;
import org.evenhand.reporting.ServiceReturns;
import org.evenhand.reporting.Training;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module keeps by its id, for those who may also list them. */
@Configuration(proxyBeanMethods = false)
class ReportingNodes {

  private record Nodes(
      String type, CurrentActor currentActor, BiFunction<UUID, Actor, Optional<?>> finder)
      implements NodeSource {
    @Override
    public Optional<?> find(UUID id) {
      return finder.apply(id, currentActor.get());
    }
  }

  @Bean
  NodeSource quarterlyReportNodes(QuarterlyReports reports, CurrentActor currentActor) {
    return new Nodes(
        ReportController.REPORT,
        currentActor,
        (id, reader) -> reports.find(new QuarterlyReportId(id), reader));
  }

  @Bean
  NodeSource recommendationNodes(QuarterlyReports reports, CurrentActor currentActor) {
    return new Nodes(
        ReportController.RECOMMENDATION,
        currentActor,
        (id, reader) -> reports.recommendation(new RecommendationId(id), reader));
  }

  @Bean
  NodeSource serviceReturnNodes(ServiceReturns returns, CurrentActor currentActor) {
    return new Nodes(
        ReturnController.TYPE,
        currentActor,
        (id, reader) -> returns.find(new ServiceReturnId(id), reader));
  }

  @Bean
  NodeSource trainingSessionNodes(Training training, CurrentActor currentActor) {
    return new Nodes(
        TrainingController.SESSION,
        currentActor,
        (id, reader) ->
            training.sessions(reader).stream()
                .filter(session -> session.id().value().equals(id))
                .findFirst());
  }

  /** For whoever said so. */
  @Bean
  NodeSource interestNodes(Interests interests, CurrentActor currentActor) {
    return new Nodes(
        InterestController.TYPE,
        currentActor,
        (id, reader) -> interests.find(new InterestId(id), reader));
  }

  /** For whoever accepted it, and those who may list them. */
  @Bean
  NodeSource policyAcceptanceNodes(Training training, CurrentActor currentActor) {
    return new Nodes(
        TrainingController.ACCEPTANCE,
        currentActor,
        (id, reader) ->
            training
                .acceptance(id)
                .filter(
                    accepted ->
                        accepted.actor().equals(reader.id())
                            || reader.holdsAny(
                                Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER, Role.AUDITOR)));
  }
}
