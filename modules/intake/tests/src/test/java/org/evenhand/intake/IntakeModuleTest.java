package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Finding;
import org.evenhand.policy.MakingPolicy;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyDraft;
import org.evenhand.policy.PolicyPublication;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** One context for all tests of this module: a council with a policy, and a clock that stands. */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(IntakeModuleTest.StandingClock.class)
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "spring.graphql.schema.locations=classpath:none-but-these/",
      "spring.graphql.schema.additional-files=classpath:graphql/foundation.graphqls,classpath:graphql/policy.graphqls,classpath:graphql/intake.graphqls"
    })
abstract class IntakeModuleTest {

  /** A Monday morning. */
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  static final ServiceAreaCode PLANNING = new ServiceAreaCode("planning");
  static final ServiceAreaCode LEISURE = new ServiceAreaCode("leisure");

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(NOW);
    }
  }

  @Autowired TestClock clock;
  @Autowired GraphQlTester graphQl;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @Autowired CurrentActor currentActor;
  @Autowired Duties duties;
  @Autowired ServiceAreas serviceAreas;
  @Autowired Policies policies;
  @Autowired MakingPolicy makingPolicy;
  @Autowired Customers customers;
  @Autowired RegisteringCustomers registering;
  @Autowired Adjustments adjustments;
  @Autowired DecidingAdjustments deciding;
  @Autowired Matters matters;
  @Autowired RecordingMatters recordingMatters;
  @Autowired ContactHistory contacts;
  @Autowired LoggingContacts logging;
  @Autowired Concerns concerns;
  @Autowired Incidents incidents;
  @Autowired ReportingConcerns reporting;
  @Autowired ReportingOnward onward;

  @BeforeEach
  void aCouncilWithAPolicy() {
    clock.set(NOW);
    As.headOfCustomerServices()
        .run(
            () -> {
              area(HOUSING, "Housing", null);
              area(PLANNING, "Planning", null);
              area(LEISURE, "Leisure", "Splash Ltd");
              if (policies.inForce(NOW).isEmpty()) {
                adoptPolicy();
              }
            });
  }

  private void area(ServiceAreaCode code, String name, @Nullable String provider) {
    if (serviceAreas.find(code).isEmpty()) {
      done(
          () ->
              serviceAreas.record(
                  new ServiceAreaToRecord(
                      null, code.value(), name, provider, null, null, null, null),
                  currentActor.get(),
                  NOW));
    }
  }

  private void adoptPolicy() {
    PolicyVersionView draft =
        done(
            () ->
                makingPolicy.draft(
                    PolicyDraft.of(
                        "intake-tests",
                        ChangeKind.CREATION,
                        PolicyDocument.of(
                            "Contact policy for tests",
                            List.of(new PolicySection("1", "Purpose", "To treat people fairly.")))),
                    currentActor.get(),
                    NOW));
    for (Finding finding : draft.findings()) {
      done(
          () ->
              makingPolicy.acceptFinding(
                  draft.id(),
                  null,
                  finding.code(),
                  finding.clause(),
                  "Not what these tests are about.",
                  currentActor.get(),
                  NOW));
    }
    done(
        () ->
            makingPolicy.publish(
                new PolicyPublication(draft.id(), null, null, true, "For the tests."),
                currentActor.get(),
                NOW));
  }

  /** Does it in a transaction as the gate of acts would, and expects that it is done. */
  <T> T done(Supplier<Outcome<T>> act) {
    Outcome<T> outcome = transactions.execute(status -> act.get());
    assertThat(outcome.refusals()).isEmpty();
    return Objects.requireNonNull(outcome.orNull());
  }

  /** The codes of the refusals; nothing is kept. */
  <T> List<String> refused(Supplier<Outcome<T>> act) {
    Outcome<T> outcome =
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              return act.get();
            });
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  static CustomerToRegister person(String name, IdentifierGiven... identifiers) {
    return new CustomerToRegister(
        CustomerKind.INDIVIDUAL,
        name,
        null,
        false,
        List.of(identifiers),
        Circumstances.NONE_KNOWN,
        null,
        null,
        List.of());
  }

  CustomerView customer(String name, IdentifierGiven... identifiers) {
    return customer(person(name, identifiers));
  }

  CustomerView customer(CustomerToRegister command) {
    return As.officer("housing")
        .call(() -> done(() -> registering.register(command, currentActor.get(), clock.instant())));
  }

  static IncidentToRecord incident(LocalDate on, String... behaviours) {
    return incident(on, null, Set.of(), behaviours);
  }

  static IncidentToRecord incident(
      LocalDate on, @Nullable Assault assault, Set<HateStrand> strands, String... behaviours) {
    return new IncidentToRecord(
        on,
        null,
        Channel.PHONE,
        null,
        List.of(behaviours),
        null,
        null,
        Set.of(Affected.STAFF),
        null,
        new Impact(20, true, false, false, null),
        false,
        "The call was ended after two requests to speak calmly.",
        null,
        Confidence.CONFIRMED,
        false,
        assault,
        strands,
        strands.isEmpty() ? null : PerceivedBy.VICTIM);
  }

  static ConcernToReport about(
      CustomerView customer, @Nullable ServiceAreaCode area, IncidentToRecord... incidents) {
    return new ConcernToReport(
        customer.id(), null, null, area, "Calls to the housing desk", List.of(incidents));
  }

  ConcernView report(As who, ConcernToReport command) {
    return who.call(
        () -> done(() -> reporting.report(command, currentActor.get(), clock.instant())));
  }

  List<String> openDuties(UUID subject) {
    return duties.openFor(subject).stream().map(DutyView::kind).toList();
  }

  int reads(String act, UUID person) {
    return jdbc.sql(
            "select count(*) from foundation.audit_entry where kind = 'R' and act = ? and person_id = ?")
        .params(act, person)
        .query(Integer.class)
        .single();
  }

  GraphQlTester.Response ask(As who, String document, Map<String, Object> variables) {
    return who.call(
        () -> {
          GraphQlTester.Request<?> request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }

  static String id(CustomerView customer) {
    return GlobalId.of("Customer", customer.id().value());
  }
}
