package org.evenhand.intake.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.intake.ChallengeableRecord;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this module a customer can say is not so (T27). */
@Configuration(proxyBeanMethods = false)
class ChallengeableInIntake {

  private record Kind(String type, Function<UUID, Optional<Fact>> finder)
      implements ChallengeableRecord {
    @Override
    public Optional<Fact> find(UUID id) {
      return finder.apply(id);
    }
  }

  @Bean
  ChallengeableRecord challengeableIncidents(IncidentReading incidents) {
    return new Kind(
        "Incident",
        id ->
            incidents.find(List.of(new IncidentId(id))).stream()
                .flatMap(
                    i -> {
                      CustomerId whose = i.customerId();
                      return whose == null
                          ? java.util.stream.Stream.empty()
                          : java.util.stream.Stream.of(
                              new ChallengeableRecord.Fact(whose, i.serviceArea(), i.recordedBy()));
                    })
                .findFirst());
  }

  @Bean
  ChallengeableRecord challengeableContacts(ContactLog contacts) {
    return new Kind(
        "Contact",
        id ->
            contacts
                .find(new ContactId(id))
                .map(
                    c ->
                        new ChallengeableRecord.Fact(
                            c.customerId(), c.serviceArea(), c.loggedBy())));
  }

  @Bean
  ChallengeableRecord challengeableConcerns(ConcernReading concerns) {
    return new Kind(
        "Concern",
        id ->
            concerns
                .find(new ConcernId(id))
                .flatMap(
                    c -> {
                      CustomerId whose = c.customerId();
                      return whose == null
                          ? Optional.empty()
                          : Optional.of(
                              new ChallengeableRecord.Fact(whose, c.serviceArea(), c.reportedBy()));
                    }));
  }
}
