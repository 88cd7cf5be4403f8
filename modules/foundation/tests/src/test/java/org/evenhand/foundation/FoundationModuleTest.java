package org.evenhand.foundation;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * One context for all tests of this module, with this module's part of the schema alone and a clock
 * that stands still until moved.
 */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(FoundationModuleTest.StandingClock.class)
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "spring.graphql.schema.locations=classpath:none-but-this-module/",
      "spring.graphql.schema.additional-files=classpath:graphql/foundation.graphqls"
    })
public abstract class FoundationModuleTest {

  /** A Monday morning. */
  protected static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  protected static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(NOW);
    }
  }

  /** A mail server of our own, as the council would have one. */
  protected static final GreenMail MAIL = mailServer();

  private static GreenMail mailServer() {
    try (var free = new ServerSocket(0)) {
      return new GreenMail(
          new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry registry) {
    registry.add("evenhand.mail.host", () -> "127.0.0.1");
    registry.add("evenhand.mail.port", () -> MAIL.getSmtp().getServerSetup().getPort());
    registry.add("evenhand.mail.from", () -> "evenhand@council.test");
    registry.add("evenhand.mail.link", () -> "https://evenhand.council.test/sign-in");
  }

  @Autowired protected TestClock clock;
  @Autowired protected GraphQlTester graphQl;

  @BeforeEach
  void setTheClock() {
    clock.set(NOW);
  }

  /** A code that no other test uses: the database is shared. */
  protected static String fresh(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  protected GraphQlTester.Response ask(As who, String document, Object... variables) {
    return who.call(
        () -> {
          GraphQlTester.Request<?> request = graphQl.document(document);
          for (int i = 0; i < variables.length; i += 2) {
            request = request.variable((String) variables[i], variables[i + 1]);
          }
          return request.execute();
        });
  }
}
