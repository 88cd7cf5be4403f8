package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.RegisteringCustomers;
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
import org.springframework.transaction.support.TransactionTemplate;

/** The council, its policy and a customer, for the tests of this module; one context for all. */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(Story.StandingClock.class)
abstract class Story {

  static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

  @TestConfiguration
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(MONDAY_TEN);
    }

    @Bean
    FailingListener failingListener() {
      return new FailingListener();
    }
  }

  /** Not started; whoever sends starts it. */
  static final GreenMail MAIL = new GreenMail(new ServerSetup[] {free("smtp"), free("imap")});

  /** Where archives for the printer appear. */
  static final Path PRINTER = printer();

  private static ServerSetup free(String protocol) {
    try (var port = new ServerSocket(0)) {
      return new ServerSetup(port.getLocalPort(), "127.0.0.1", protocol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path printer() {
    try {
      return Files.createTempDirectory("printer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void sending(DynamicPropertyRegistry registry) {
    registry.add("evenhand.mail.host", () -> "127.0.0.1");
    registry.add("evenhand.mail.port", () -> MAIL.getSmtp().getServerSetup().getPort());
    registry.add("evenhand.mail.from", () -> "evenhand@council.test");
    registry.add("evenhand.correspondence.mailbox.host", () -> "127.0.0.1");
    registry.add(
        "evenhand.correspondence.mailbox.port", () -> MAIL.getImap().getServerSetup().getPort());
    registry.add("evenhand.correspondence.mailbox.security", () -> "none");
    registry.add("evenhand.correspondence.mailbox.user", () -> "returns");
    registry.add("evenhand.correspondence.mailbox.password", () -> "secret");
    registry.add("evenhand.correspondence.mailbox.address", () -> "returns@council.test");
    registry.add("evenhand.correspondence.print.folder", PRINTER::toString);
  }

  @Autowired GraphQlTester graphQl;
  @Autowired TestClock clock;
  @Autowired Notices notices;
  @Autowired Duties duties;
  @Autowired Policies policies;
  @Autowired MakingPolicy makingPolicy;
  @Autowired RegisteringCustomers registering;
  @Autowired DecidingAdjustments adjusting;
  @Autowired CurrentActor currentActor;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void aPolicyInForce() {
    clock.set(MONDAY_TEN);
    if (policies.inForce(MONDAY_TEN).isEmpty()) {
      As.headOfCustomerServices().run(this::adoptPolicy);
    }
  }

  private void adoptPolicy() {
    PolicyVersionView draft =
        done(
            () ->
                makingPolicy.draft(
                    PolicyDraft.of(
                        "test-1",
                        ChangeKind.CREATION,
                        PolicyDocument.of(
                            "Contact policy for tests",
                            List.of(new PolicySection("1", "Purpose", "To treat people fairly.")))),
                    currentActor.get(),
                    clock.instant()));
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
                  clock.instant()));
    }
    done(
        () ->
            makingPolicy.publish(
                new PolicyPublication(draft.id(), null, null, true, "For the tests."),
                currentActor.get(),
                clock.instant()));
  }

  UUID policyVersion() {
    return policies.inForce(clock.instant()).orElseThrow().id().value();
  }

  UUID customer(String name) {
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        registering.register(
                            new RegisteringCustomers.CustomerToRegister(
                                CustomerKind.INDIVIDUAL,
                                name,
                                null,
                                false,
                                List.of(),
                                Circumstances.NONE_KNOWN,
                                null,
                                null,
                                List.of()),
                            currentActor.get(),
                            clock.instant()))
                    .id()
                    .value());
  }

  /** An agreed adjustment: this customer cannot use that channel (F3). */
  void cannotUse(UUID customer, Channel channel) {
    agreed(customer, AdjustmentCode.OTHER, Set.of(channel));
  }

  /** An agreed adjustment (F3). */
  void agreed(UUID customer, AdjustmentCode what) {
    agreed(customer, what, Set.of());
  }

  private void agreed(UUID customer, AdjustmentCode what, Set<Channel> unusable) {
    As.headOfService("housing")
        .run(
            () -> {
              AdjustmentView asked =
                  done(
                      () ->
                          adjusting.request(
                              new DecidingAdjustments.AdjustmentToRequest(
                                  new CustomerId(customer),
                                  what,
                                  "Another way than this one.",
                                  Set.of(),
                                  unusable,
                                  clock.instant().atZone(clock.getZone()).toLocalDate()),
                              currentActor.get(),
                              clock.instant()));
              done(
                  () ->
                      adjusting.decide(
                          new DecidingAdjustments.AdjustmentDecision(
                              asked.id(), asked.version(), true, "It helps."),
                          currentActor.get(),
                          clock.instant()));
            });
  }

  <T> T done(Supplier<Outcome<T>> act) {
    Outcome<T> outcome = transactions.execute(status -> act.get());
    assertThat(outcome.refusals()).isEmpty();
    return java.util.Objects.requireNonNull(outcome.orNull());
  }

  <T> List<String> refused(Supplier<Outcome<T>> act) {
    Outcome<T> outcome =
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              return act.get();
            });
    return outcome.refusals().stream().map(r -> r.code()).toList();
  }
}
