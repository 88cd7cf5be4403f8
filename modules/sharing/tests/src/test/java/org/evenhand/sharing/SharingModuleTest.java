package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.evenhand.foundation.Outcome;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.TestClock;
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

/** One context for all tests of this module, and a clock that stands. */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(SharingModuleTest.StandingClock.class)
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "evenhand.sharing.key-secret=" + SharingModuleTest.KEY_SECRET
    })
abstract class SharingModuleTest {

  static final String KEY_SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  /** A Monday morning. */
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(NOW);
    }

    @Bean
    @Primary
    SamplePlugins samplePlugins() {
      return new SamplePlugins();
    }
  }

  @Autowired TestClock clock;
  @Autowired SamplePlugins plugins;
  @Autowired GraphQlTester graphQl;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void setTheClock() {
    clock.set(NOW);
    plugins.clear();
  }

  GraphQlTester.Response ask(As who, String document, Map<String, ?> variables) {
    return who.call(
        () -> {
          GraphQlTester.Request<?> request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }

  /** Does it in a transaction as the gate of acts would, and expects that it is done. */
  <T> T done(Supplier<Outcome<T>> act) {
    Outcome<T> outcome = transactions.execute(status -> act.get());
    assertThat(outcome.refusals()).isEmpty();
    return Objects.requireNonNull(outcome.orNull());
  }
}
