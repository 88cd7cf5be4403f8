package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.GlobalId;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.sharing.internal.DeliveryOutbox;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * T22: what a partner is told is taken to it by the way that it chose, and is one disclosure: when
 * that fails for an hour, when the other end answers twice, when the sender falls in between.
 */
class DeliveryTests extends ReferralStory {

  private static final String WAY = "sample-delivery.memory";

  /** The process ends here. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Answer {
    Handover to(SealedArtefact artefact, IdempotencyKey key);
  }

  /** A partner's end that keeps what it accepted, and does something else first when told to. */
  private static final class PartnersEnd implements InstalledDelivery {
    final Map<IdempotencyKey, Handover.Accepted> has = new HashMap<>();
    final List<SealedArtefact> got = new ArrayList<>();
    Answer answer = this::accept;

    Handover accept(SealedArtefact artefact, IdempotencyKey key) {
      got.add(artefact);
      var accepted = new Handover.Accepted("P-" + got.size(), NOW);
      has.put(key, accepted);
      return accepted;
    }

    @Override
    public String pluginId() {
      return "sample-delivery";
    }

    @Override
    public TypeId id() {
      return TypeId.of(WAY);
    }

    @Override
    public Texts name() {
      return Texts.en("To a partner in the test");
    }

    @Override
    public Probe probe() {
      return new Probe(true, Texts.en("It is there."));
    }

    @Override
    public Handover send(SealedArtefact artefact, IdempotencyKey key) {
      return answer.to(artefact, key);
    }

    @Override
    public Optional<Handover.Accepted> find(IdempotencyKey key) {
      return Optional.ofNullable(has.get(key));
    }
  }

  @Autowired DeliveryOutbox outbox;
  @Autowired List<OpenPluginWork> openWork;

  private PartnersEnd end = new PartnersEnd();

  @BeforeEach
  void nothingElseIsDue() {
    plugins.bring(new PartnersEnd());
    outbox.sweep(Instant.parse("2030-01-01T00:00:00Z"));
    end = new PartnersEnd();
    plugins.bring(end);
  }

  private Told takenTo() throws Exception {
    Told told = partnerWithMachine();
    var input = new HashMap<>(with(police(), "kind", "ADULT_SOCIAL_CARE"));
    input.put("partner", told.partner());
    input.put("expectedVersion", 0);
    input.put("delivery", WAY);
    assertThat(codes(recordPartner(input), "partnerRecord")).isEmpty();
    return told;
  }

  private GraphQlTester.Response deliveries(String referral) {
    return ask(
        As.auditor(),
        """
        query ($id: ID!) { node(id: $id) { ... on Referral { versions { number
          deliveries { way state attempts nextAttemptAt lastFault lastWords reference } } } } }
        """,
        Map.of("id", referral));
  }

  private static List<String> states(GraphQlTester.Response answer) {
    return answer.path("node.versions[*].deliveries[*].state").entityList(String.class).get();
  }

  private int disclosures(String referral) {
    return jdbc.sql("select count(*) from sharing.referral_release where referral = ?")
        .param(GlobalId.uuid("Referral", referral).orElseThrow())
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName(
      "T22: an end that cannot be reached for an hour: tried later and later, disclosed once")
  void failsForAnHour() throws Exception {
    Told told = takenTo();
    String id = shared(told.partner());
    end.answer =
        (artefact, key) -> new Handover.TryLater(Duration.ZERO, Texts.en("It cannot be reached."));
    Instant now = NOW;
    for (; now.isBefore(NOW.plus(Duration.ofHours(1))); now = now.plus(Duration.ofMinutes(1))) {
      outbox.sweep(now);
    }
    assertThat(states(deliveries(id))).containsExactly("FAILING");
    deliveries(id)
        .path("node.versions[0].deliveries[0].attempts")
        .entity(Integer.class)
        .satisfies(attempts -> assertThat(attempts).isBetween(3, 6));
    end.answer = end::accept;
    outbox.sweep(now.plus(Duration.ofHours(1)));

    assertThat(states(deliveries(id))).containsExactly("DONE");
    assertThat(end.got).hasSize(1);
    assertThat(disclosures(id)).isEqualTo(1);
    String arrived = new String(end.got.getFirst().ciphertext(), StandardCharsets.US_ASCII);
    Change fetched = changes(told.machine(), null).getFirst();
    assertThat(arrived).as("the same as its machine fetches").isEqualTo(fetched.sealed());
    assertThat(end.got.getFirst().name()).matches("R-\\d{4}-\\d{6}-1\\.jwe");
    assertThat(form(opened(fetched, told.key(), told.machine()))).contains("for a week");
  }

  @Test
  @DisplayName("T22: killed after the other end had it: found by its key, and not sent again")
  void answersAfterACrash() throws Exception {
    String id = shared(takenTo().partner());
    end.answer =
        (artefact, key) -> {
          end.accept(artefact, key);
          throw new Killed();
        };
    assertThatThrownBy(() -> outbox.sweep(NOW)).isInstanceOf(Killed.class);
    end.answer = end::accept;
    outbox.sweep(NOW.plusSeconds(60));
    assertThat(states(deliveries(id))).as("another node holds it").containsExactly("OPEN");
    outbox.sweep(NOW.plusSeconds(301));
    assertThat(states(deliveries(id))).containsExactly("DONE");
    assertThat(end.got).hasSize(1);
    assertThat(disclosures(id)).isEqualTo(1);
  }

  @Test
  @DisplayName("T22: an end that answers after its time, and then again: one note, one disclosure")
  void answersTwice() throws Exception {
    String id = shared(takenTo().partner());
    end.answer =
        (artefact, key) -> {
          end.accept(artefact, key);
          throw new PluginUnavailableException("sample-delivery", "PLUGIN_TIMED_OUT");
        };
    outbox.sweep(NOW);
    deliveries(id)
        .path("node.versions[0].deliveries[0].lastFault")
        .entity(String.class)
        .isEqualTo("PLUGIN_TIMED_OUT");
    end.answer = end::accept;
    outbox.sweep(NOW.plusSeconds(60));
    outbox.sweep(NOW.plusSeconds(600));
    assertThat(states(deliveries(id))).containsExactly("DONE");
    assertThat(end.got).hasSize(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry"
                        + " where act = 'referralDelivered' and object_id = ?")
                .param(GlobalId.uuid("Referral", id).orElseThrow())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("T22: what the other end refuses is a person's, who has it tried again")
  void refused() throws Exception {
    String id = shared(takenTo().partner());
    end.answer = (artefact, key) -> new Handover.Rejected("HTTP_403", Texts.en("It answered 403."));
    outbox.sweep(NOW);
    assertThat(states(deliveries(id))).containsExactly("REJECTED");
    assertThat(open(id)).contains("REFERRAL_DELIVERY_REFUSED", "REFERRAL_ACKNOWLEDGEMENT");
    end.answer = end::accept;
    outbox.sweep(NOW.plus(Duration.ofDays(1)));
    assertThat(end.got).isEmpty();

    var input = Map.of("referral", id);
    assertThat(forbidden(act(As.officer("housing"), "referralDeliver", input))).isTrue();
    assertThat(codes(act(As.headOfCustomerServices(), "referralDeliver", input), "referralDeliver"))
        .isEmpty();
    assertThat(open(id)).doesNotContain("REFERRAL_DELIVERY_REFUSED");
    outbox.sweep(NOW);
    assertThat(states(deliveries(id))).containsExactly("DONE");
    assertThat(codes(act(As.headOfCustomerServices(), "referralDeliver", input), "referralDeliver"))
        .containsExactly("NOTHING_TO_DELIVER");
  }

  @Test
  @DisplayName("T22: acknowledged before it was taken there: not taken; a new key: taken once more")
  void acknowledgedFirst() throws Exception {
    Told told = takenTo();
    String id = shared(told.partner());
    var version = Map.of("referralVersion", changes(told.machine(), null).getFirst().version());
    addKey(told.partner(), "second");
    assertThat(codes(act(told.machine(), "referralRedeliver", version), "referralRedeliver"))
        .isEmpty();
    outbox.sweep(NOW);
    assertThat(end.got).hasSize(2);
    assertThat(end.got.getFirst().ciphertext()).isNotEqualTo(end.got.getLast().ciphertext());
    assertThat(disclosures(id)).isEqualTo(1);

    String other = shared(told.partner());
    var second = Map.of("referralVersion", changes(told.machine(), null).getLast().version());
    act(told.machine(), "referralAcknowledge", second);
    outbox.sweep(NOW);
    assertThat(states(deliveries(other))).containsExactly("NOT_NEEDED");
    assertThat(end.got).hasSize(2);
  }

  @Test
  @DisplayName("T22: sealed with OpenPGP, it is laid there under a name that says so")
  void sealedWithOpenPgp() throws Exception {
    Told told = takenTo();
    OpenPgpOfPartner key =
        OpenPgpOfPartner.made(NOW, Duration.ofDays(365), OpenPgpOfPartner.Flaw.NONE);
    assertThat(
            codes(
                ask(
                    As.dataProtectionOfficer(),
                    "mutation ($input: PartnerKeyAddInput!) { partnerKeyAdd(input: $input) {"
                        + " refusals { code } } }",
                    Map.of(
                        "input",
                        Map.of(
                            "partner",
                            told.partner(),
                            "use",
                            "ENCRYPTION",
                            "publicKey",
                            key.publicHalf(),
                            "thumbprint",
                            key.fingerprint(),
                            "from",
                            "2026-11-23",
                            "until",
                            "2027-10-31"))),
                "partnerKeyAdd"))
        .isEmpty();
    shared(told.partner());
    outbox.sweep(NOW);
    assertThat(end.got)
        .singleElement()
        .satisfies(
            got -> {
              assertThat(got.name()).matches("R-\\d{4}-\\d{6}-1\\.asc");
              assertThat(got.mediaType()).isEqualTo("application/pgp-encrypted");
            });
  }

  @Test
  @DisplayName("a way that nobody brings is refused, and one that a partner chose may not leave")
  void theWayOfAPartner() throws Exception {
    assertThat(codes(recordPartner(with(police(), "delivery", "sftp.gone")), "partnerRecord"))
        .containsExactly("NOT_FOUND");
    Told told = takenTo();
    ask(As.auditor(), "{ deliveryWays { id name { value } } }", Map.of())
        .path("deliveryWays[*].id")
        .entityList(String.class)
        .containsExactly(WAY);
    assertThat(openWork.stream().flatMap(work -> work.of(Set.of("sample-delivery")).stream()))
        .anyMatch(item -> item.about().toString().equals(told.partner()));
  }
}
