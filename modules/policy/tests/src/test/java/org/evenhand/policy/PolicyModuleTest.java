package org.evenhand.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.policy.internal.lint.PolicyTexts;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.SharedPostgres;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.TestPropertySource;

/** One context for all tests of this module: foundation and policy, no policy in force at first. */
@ModuleTest
@AutoConfigureGraphQlTester
@Import({PolicyModuleTest.StandingClock.class, PublishedPolicies.class})
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "spring.graphql.schema.locations=classpath:none-but-these/",
      "spring.graphql.schema.additional-files=classpath:graphql/foundation.graphqls,classpath:graphql/policy.graphqls"
    })
public abstract class PolicyModuleTest {

  /** A Monday morning. */
  protected static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  protected static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** As {@link As#headOfCustomerServices()}, for calls that need no sign-in. */
  protected static final Actor HEAD =
      new Actor(
          new ActorId("hofcs-1"),
          "Helen Customer",
          java.util.Set.of(Role.HEAD_OF_CUSTOMER_SERVICES),
          java.util.Set.of(),
          List.of());

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(NOW);
    }
  }

  @Autowired protected TestClock clock;
  @Autowired protected GraphQlTester graphQl;
  @Autowired protected MakingPolicy makingPolicy;
  @Autowired protected Policies policies;
  @Autowired protected PublishedPolicies published;
  @Autowired private ApplicationEventPublisher events;

  /** A council has one policy at a time, so each test begins with none. */
  @BeforeEach
  void beginWithoutAPolicy() throws SQLException {
    clock.set(NOW);
    try (Connection owner = SharedPostgres.get().getPostgresDatabase().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("truncate policy.policy_version cascade");
    }
    events.publishEvent(
        new PolicyVersionPublished(
            new PolicyVersionId(new java.util.UUID(0, 0)), "none", NOW, HEAD.id(), false, NOW));
    published.clear();
  }

  protected GraphQlTester.Response ask(As who, String document, Object... variables) {
    return who.call(() -> request(document, variables).execute());
  }

  protected GraphQlTester.Request<?> request(String document, Object... variables) {
    GraphQlTester.Request<?> request = graphQl.document(document);
    for (int i = 0; i < variables.length; i += 2) {
      request = request.variable((String) variables[i], variables[i + 1]);
    }
    return request;
  }

  protected static PolicyVersionView done(Outcome<PolicyVersionView> outcome) {
    assertThat(outcome.refusals()).isEmpty();
    return java.util.Objects.requireNonNull(outcome.orNull());
  }

  /** A draft without a finding in its text. */
  protected PolicyVersionView drafted(String label, ChangeKind kind, Figure... figures) {
    return done(
        makingPolicy.draft(
            new PolicyDraft(
                null,
                null,
                label,
                kind,
                PolicyDocument.of("Fair Contact Policy", PolicyTexts.good().sections()),
                List.of(figures),
                null,
                List.of()),
            HEAD,
            clock.instant()));
  }

  /** With every approval and consultation that there is. */
  protected PolicyVersionView agreed(PolicyVersionView version) {
    PolicyVersionView latest = version;
    for (ApprovalStep step : ApprovalStep.values()) {
      latest = approved(latest, step);
    }
    for (Consultee consultee : Consultee.values()) {
      latest =
          done(
              makingPolicy.recordConsultation(
                  version.id(), null, consultee, "Content.", TODAY, HEAD, clock.instant()));
    }
    return latest;
  }

  protected PolicyVersionView approved(PolicyVersionView version, ApprovalStep step) {
    return done(
        makingPolicy.recordApproval(
            version.id(), null, step, "A. Body", TODAY, "M-1", HEAD, clock.instant()));
  }

  protected Outcome<PolicyVersionView> publish(PolicyVersionView version, LocalDate from) {
    return makingPolicy.publish(
        new PolicyPublication(version.id(), null, from, false, null), HEAD, clock.instant());
  }

  protected Outcome<PolicyVersionView> adopt(PolicyVersionView version) {
    return makingPolicy.publish(
        new PolicyPublication(version.id(), null, null, true, "It cannot wait."),
        HEAD,
        clock.instant());
  }

  /** The first policy, approved and in force from now on. */
  protected PolicyVersionView inForce(String label) {
    return done(publish(agreed(drafted(label, ChangeKind.CREATION)), null));
  }

  /** Accepts every open finding. */
  protected void acceptAll(PolicyVersionView version) {
    policies.find(version.id(), clock.instant()).orElseThrow().findings().stream()
        .filter(Finding::open)
        .forEach(
            f ->
                done(
                    makingPolicy.acceptFinding(
                        version.id(),
                        null,
                        f.code(),
                        f.clause(),
                        "Known and accepted.",
                        HEAD,
                        clock.instant())));
  }
}
