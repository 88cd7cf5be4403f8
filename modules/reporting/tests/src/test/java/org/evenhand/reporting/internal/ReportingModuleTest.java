package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.Paper;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.Customers;
import org.evenhand.intake.EqualityFigures;
import org.evenhand.intake.Households;
import org.evenhand.intake.Incidents;
import org.evenhand.policy.Policies;
import org.evenhand.reporting.FactKeeping;
import org.evenhand.reporting.Figures;
import org.evenhand.restrictions.StandingFaults;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One context for all tests of this module, and a clock that stands. What the modules on the left
 * publish is published by the tests.
 */
@ModuleTest(classes = ReportingAlone.class)
@AutoConfigureGraphQlTester
@Import(ReportingModuleTest.StandingClock.class)
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "spring.graphql.schema.locations=classpath:none-but-this-module/",
      "spring.graphql.schema.additional-files="
          + "classpath:graphql/foundation.graphqls,classpath:graphql/reporting.graphqls,"
          + "classpath:graphql/reporting-figures.graphqls,classpath:graphql/policy.graphqls,"
          + "classpath:graphql/reporting-reports.graphqls,"
          + "classpath:graphql/reporting-exceptions.graphqls,"
          + "classpath:graphql/reporting-trends.graphqls"
    })
abstract class ReportingModuleTest {

  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final ActorId SOMEBODY = new ActorId("officer-1");
  static final Actor HOFCS = actor(Role.HEAD_OF_CUSTOMER_SERVICES);

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(NOW);
    }

    /** The real one; the rest of its module has no part in these tests. */
    @Bean
    Paper paper() throws ClassNotFoundException {
      return (Paper)
          BeanUtils.instantiateClass(
              Class.forName("org.evenhand.correspondence.internal.Typesetter"));
    }
  }

  @MockitoBean Policies policies;
  @MockitoBean BehaviourCatalogue catalogue;
  @MockitoBean ContactHistory contactHistory;
  @MockitoBean EqualityFigures equality;
  @MockitoBean Customers customers;
  @MockitoBean Households households;
  @MockitoBean StandingFaults standingFaults;
  @MockitoBean Considerations considerations;
  @MockitoBean Incidents incidents;
  @Autowired TestClock clock;
  @Autowired Facts facts;
  @Autowired FactKeeping keeping;
  @Autowired Figures figures;
  @Autowired Counting counting;
  @Autowired ServiceAreas serviceAreas;
  @Autowired GraphQlTester graphQl;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  ServiceAreaCode area = new ServiceAreaCode("none");

  @BeforeEach
  void anAreaOfItsOwn() {
    clock.set(NOW);
    area = newArea(null);
  }

  ServiceAreaCode newArea(@Nullable String provider) {
    var code = new ServiceAreaCode("r-" + UUID.randomUUID().toString().substring(0, 12));
    As.headOfCustomerServices()
        .run(
            () ->
                assertThat(
                        serviceAreas
                            .record(
                                new ServiceAreaToRecord(
                                    null,
                                    code.value(),
                                    "Area " + code,
                                    provider,
                                    null,
                                    null,
                                    null,
                                    null),
                                HOFCS,
                                NOW)
                            .refusals())
                    .isEmpty());
    return code;
  }

  static Actor actor(Role role, ServiceAreaCode... areas) {
    return new Actor(SOMEBODY, "Somebody", Set.of(role), Set.of(areas), List.of());
  }

  GraphQlTester.Response ask(As who, String document, Map<String, ?> variables) {
    return who.call(
        () -> {
          GraphQlTester.Request<?> request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }
}
