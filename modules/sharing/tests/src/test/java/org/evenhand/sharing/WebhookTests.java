package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenhand.sharing.internal.WebhookOutbox;
import org.evenhand.sharing.internal.WebhookSender;
import org.evenhandtest.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Telling a partner's machine that there is something to fetch (P8.2, question 22). */
class WebhookTests extends ReferralStory {

  /** An address of documentation: nobody is there, and it is nobody's own network. */
  private static final String URL = "https://203.0.113.7/hooks/evenhand";

  private record Said(URI url, Map<String, String> headers, String body) {}

  /** The partner's end. */
  private static final class Listener implements WebhookSender {
    final List<Said> said = new ArrayList<>();
    Answer answer = new Answer.Status(204);

    @Override
    public Optional<String> refusal(URI url) {
      return Optional.empty();
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, String body) {
      said.add(new Said(url, headers, body));
      return answer;
    }
  }

  @Autowired WebhookOutbox outbox;

  private Listener listener = new Listener();

  @BeforeEach
  void nothingElseIsDue() {
    outbox.sweep(Instant.parse("2030-01-01T00:00:00Z"), new Listener());
    listener = new Listener();
  }

  private record Registered(String id, String secret) {}

  private Registered register(As machine) {
    var answer = hook(machine, "webhookRegister", Map.of("url", URL));
    assertThat(codes(answer, "webhookRegister")).isEmpty();
    return new Registered(
        answer.path("webhookRegister.webhook.id").entity(String.class).get(),
        answer.path("webhookRegister.secret").entity(String.class).get());
  }

  private GraphQlTester.Response hook(As who, String mutation, Map<String, ?> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    boolean secret = mutation.equals("webhookRegister") || mutation.equals("webhookSecretRotate");
    return ask(
        who,
        "mutation ($input: "
            + type
            + "Input!) { "
            + mutation
            + "(input: $input) { "
            + (secret
                ? "webhook { id url oldSecretUntil schedule } secret"
                : "delivery { id state }")
            + " refusals { code path } } }",
        Map.of("input", input));
  }

  private GraphQlTester.Response deliveries(As who, boolean dead) {
    return ask(
        who,
        """
        query ($dead: Boolean) { webhookDeliveries(dead: $dead, first: 100) { edges { node {
          id event state attempts nextAttemptAt lastStatus lastFault webhook { url } } } } }
        """,
        Map.of("dead", dead));
  }

  private static List<String> states(GraphQlTester.Response answer) {
    return answer.path("webhookDeliveries.edges[*].node.state").entityList(String.class).get();
  }

  /** As the partner does, by the convention alone. */
  private static String signature(String secret, Said said) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    String signed =
        said.headers().get("webhook-id")
            + "."
            + said.headers().get("webhook-timestamp")
            + "."
            + said.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("question 22: signed, thin, and its cursor leads to what there is to fetch")
  void saysThatThereIsSomething() throws Exception {
    Told told = partnerWithMachine();
    Registered hook = register(told.machine());
    shared(told.partner());
    outbox.sweep(NOW, listener);

    Said said = listener.said.getFirst();
    assertThat(said.url()).isEqualTo(URI.create(URL));
    assertThat(said.headers().get("webhook-signature")).isEqualTo(signature(hook.secret(), said));
    assertThat(said.headers().get("webhook-timestamp"))
        .isEqualTo(Long.toString(NOW.getEpochSecond()));
    assertThat(said.body())
        .contains("\"type\":\"referral.changed\"")
        .doesNotContain("Subject", "R-2026", "eat for a week");
    String after = said.body().replaceFirst("(?s).*\"after\":\"([^\"]*)\".*", "$1");
    assertThat(changes(told.machine(), after)).hasSize(1);
    assertThat(states(deliveries(told.machine(), false))).containsExactly("DONE");
    outbox.sweep(NOW.plus(Duration.ofDays(1)), listener);
    assertThat(listener.said).hasSize(1);
  }

  @Test
  @DisplayName("question 23: nothing is said of what was shared for another purpose")
  void saysNothingOfAnotherPurpose() throws Exception {
    Told told = partnerWithMachine();
    register(As.machine(told.machine().authentication().getName(), "referral:manage"));
    shared(told.partner());
    outbox.sweep(NOW, listener);
    assertThat(listener.said).isEmpty();
    register(told.machine());
    shared(told.partner());
    outbox.sweep(NOW, listener);
    assertThat(listener.said).hasSize(1);
  }

  @Test
  @DisplayName("two secrets sign while one is changed, for a day; each is told once")
  void twoLiveSecrets() throws Exception {
    Told told = partnerWithMachine();
    Registered hook = register(told.machine());
    var rotated = hook(told.machine(), "webhookSecretRotate", Map.of("webhook", hook.id()));
    String second = rotated.path("webhookSecretRotate.secret").entity(String.class).get();
    assertThat(second).isNotEqualTo(hook.secret());
    hook(told.machine(), "webhookTest", Map.of("webhook", hook.id()));
    outbox.sweep(NOW, listener);
    Said said = listener.said.getFirst();
    assertThat(said.headers().get("webhook-signature").split(" "))
        .containsExactly(signature(second, said), signature(hook.secret(), said));

    hook(told.machine(), "webhookTest", Map.of("webhook", hook.id()));
    outbox.sweep(NOW.plus(Duration.ofDays(1)), listener);
    assertThat(listener.said.getLast().headers().get("webhook-signature"))
        .isEqualTo(signature(second, listener.said.getLast()));
    assertThat(
            jdbc.sql("select count(*) from sharing.webhook where secret like 'whsec%'")
                .query(Integer.class)
                .single())
        .as("kept sealed")
        .isZero();
  }

  @Test
  @DisplayName("what fails is said again by the schedule under one id, then is a dead letter")
  void deadLetters() throws Exception {
    Told told = partnerWithMachine();
    Registered hook = register(told.machine());
    hook(told.machine(), "webhookTest", Map.of("webhook", hook.id()));
    listener.answer = new WebhookSender.Answer.Status(503);
    outbox.sweep(NOW, listener);
    outbox.sweep(NOW.plusSeconds(4), listener);
    assertThat(listener.said).hasSize(1);
    assertThat(states(deliveries(told.machine(), false))).containsExactly("FAILING");
    outbox.sweep(NOW.plusSeconds(5), listener);
    assertThat(listener.said).hasSize(2);
    for (Instant now = NOW;
        now.isBefore(NOW.plus(Duration.ofDays(5)));
        now = now.plusSeconds(1800)) {
      outbox.sweep(now, listener);
    }
    assertThat(listener.said).hasSize(10);
    assertThat(listener.said)
        .extracting(one -> one.headers().get("webhook-id"))
        .containsOnly(listener.said.getFirst().headers().get("webhook-id"));

    var dead = deliveries(As.auditor(), true);
    assertThat(
            dead.path("webhookDeliveries.edges[*].node.lastStatus").entityList(Integer.class).get())
        .contains(503);
    String id =
        deliveries(told.machine(), true)
            .path("webhookDeliveries.edges[0].node.id")
            .entity(String.class)
            .get();
    listener.answer = new WebhookSender.Answer.Status(200);
    assertThat(
            codes(
                hook(told.machine(), "webhookRedeliver", Map.of("delivery", id)),
                "webhookRedeliver"))
        .isEmpty();
    assertThat(
            codes(
                hook(told.machine(), "webhookRedeliver", Map.of("delivery", id)),
                "webhookRedeliver"))
        .containsExactly("WEBHOOK_DELIVERY_WAITS");
    outbox.sweep(NOW, listener);
    assertThat(states(deliveries(told.machine(), false))).containsExactly("DONE");
  }

  @Test
  @DisplayName("an end that is gone for good hears nothing more")
  void goneForGood() throws Exception {
    Told told = partnerWithMachine();
    Registered hook = register(told.machine());
    hook(told.machine(), "webhookTest", Map.of("webhook", hook.id()));
    listener.answer = new WebhookSender.Answer.Status(410);
    outbox.sweep(NOW, listener);
    ask(told.machine(), "{ webhook { id } }", Map.of()).path("webhook").valueIsNull();
    shared(told.partner());
    outbox.sweep(NOW.plus(Duration.ofDays(1)), listener);
    assertThat(listener.said).hasSize(1);
  }

  @Test
  @DisplayName("private and unsafe addresses are refused; another's webhook looks like none")
  void whoAndWhere() throws Exception {
    Told told = partnerWithMachine();
    for (String url :
        List.of(
            "https://127.0.0.1/x",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/latest")) {
      assertThat(
              codes(hook(told.machine(), "webhookRegister", Map.of("url", url)), "webhookRegister"))
          .containsExactly("WEBHOOK_ADDRESS_PRIVATE");
    }
    for (String url :
        List.of(
            "http://203.0.113.7/",
            "https://a:b@203.0.113.7/",
            "file:///etc/passwd",
            "::",
            "https:///x")) {
      assertThat(
              codes(hook(told.machine(), "webhookRegister", Map.of("url", url)), "webhookRegister"))
          .containsExactly("WEBHOOK_URL_MALFORMED");
    }
    Registered hook = register(told.machine());
    Told other = partnerWithMachine();
    for (String mutation : List.of("webhookTest", "webhookSecretRotate")) {
      assertThat(codes(hook(other.machine(), mutation, Map.of("webhook", hook.id())), mutation))
          .containsExactly("NOT_FOUND");
    }
    assertThat(states(deliveries(other.machine(), false))).isEmpty();
    assertThat(forbidden(hook(As.headOfCustomerServices(), "webhookRegister", Map.of("url", URL))))
        .isTrue();
    assertThat(
            codes(
                hook(
                    As.person("machine-of-nobody", "M", "INTEGRATOR"),
                    "webhookRegister",
                    Map.of("url", URL)),
                "webhookRegister"))
        .containsExactly("CLIENT_NOT_BOUND");
  }
}
