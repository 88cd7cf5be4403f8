package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.GlobalId;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.RecipientForm;
import org.evenhand.sharing.internal.DeliveryOutbox;
import org.evenhand.spi.Field;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** T22: each partner is reached at its own server with its own credentials, and at no other's. */
class PartnerDeliveryTests extends ReferralStory {

  private static final String WAY = "own-servers.way";

  /** Partners' servers by name, each with the password that it takes. */
  private static final class Servers implements InstalledDelivery {
    final Map<String, String> passwords = Map.of("north", "n-secret", "south", "s-secret");
    final Map<String, List<SealedArtefact>> got =
        Map.of("north", new ArrayList<>(), "south", new ArrayList<>());
    private final Map<String, String> recipient;
    private final Servers all;

    Servers() {
      recipient = Map.of();
      all = this;
    }

    private Servers(Servers all, Map<String, String> recipient) {
      this.all = all;
      this.recipient = recipient;
    }

    @Override
    public RecipientForm recipientForm() {
      return new RecipientForm(
          List.of(
              new SettingDescriptor.TextSetting(Field.required("server", Texts.en("Server")), 50),
              new SettingDescriptor.SecretSetting(
                  Field.required("password", Texts.en("Password")))));
    }

    @Override
    public InstalledDelivery to(Map<String, String> configuration) {
      return new Servers(all, configuration);
    }

    @Override
    public String pluginId() {
      return "own-servers";
    }

    @Override
    public TypeId id() {
      return TypeId.of(WAY);
    }

    @Override
    public Texts name() {
      return Texts.en("To the partner's own server");
    }

    private boolean letsIn() {
      if (!recipientForm().problems(recipient).isEmpty()) {
        throw new PluginUnavailableException(pluginId(), "PLUGIN_NOT_CONFIGURED");
      }
      return recipient.get("password").equals(passwords.get(recipient.get("server")));
    }

    @Override
    public Probe probe() {
      return new Probe(letsIn(), Texts.en(letsIn() ? "Good." : "It does not let us in."));
    }

    @Override
    public Handover send(SealedArtefact artefact, IdempotencyKey key) {
      if (!letsIn()) {
        return new Handover.TryLater(Duration.ofMinutes(1), Texts.en("It does not let us in."));
      }
      all.got.get(recipient.get("server")).add(artefact);
      return new Handover.Accepted(key.value(), NOW);
    }

    @Override
    public Optional<Handover.Accepted> find(IdempotencyKey key) {
      return Optional.empty();
    }
  }

  @Autowired DeliveryOutbox outbox;

  private Servers servers = new Servers();

  @BeforeEach
  void bringTheWay() {
    servers = new Servers();
    plugins.bring(servers);
    outbox.sweep(Instant.parse("2030-01-01T00:00:00Z"));
  }

  private Told takenThere() throws Exception {
    Told told = partnerWithMachine();
    var input = new HashMap<>(with(police(), "kind", "ADULT_SOCIAL_CARE"));
    input.put("partner", told.partner());
    input.put("expectedVersion", 0);
    input.put("delivery", WAY);
    assertThat(codes(recordPartner(input), "partnerRecord")).isEmpty();
    return told;
  }

  private GraphQlTester.Response doing(As who, String mutation, Map<String, ?> input) {
    return ask(
        who,
        "mutation ($input: "
            + Character.toUpperCase(mutation.charAt(0))
            + mutation.substring(1)
            + "Input!) { "
            + mutation
            + "(input: $input) { "
            + (mutation.endsWith("Test")
                ? "passed message { value }"
                : "partner { deliveryConfiguration { version settings { key } secrets { key }"
                    + " problems { code } form { key } } }")
            + " refusals { code } } }",
        Map.of("input", input));
  }

  private static Map<String, Object> server(String partner, String server) {
    var input = new HashMap<String, Object>();
    input.put("partner", partner);
    input.put("settings", List.of(Map.of("key", "server", "value", Map.of("text", server))));
    return input;
  }

  private void reachedAt(String partner, String server) {
    As officer = As.dataProtectionOfficer();
    assertThat(
            codes(
                doing(officer, "partnerDeliveryConfigure", server(partner, server)),
                "partnerDeliveryConfigure"))
        .isEmpty();
    var set =
        doing(
            officer,
            "partnerDeliverySecretSet",
            Map.of("partner", partner, "key", "password", "secret", servers.passwords.get(server)));
    assertThat(codes(set, "partnerDeliverySecretSet")).isEmpty();
    set.path("partnerDeliverySecretSet.partner.deliveryConfiguration.problems")
        .entityList(Object.class)
        .hasSize(0);
  }

  private String lastFault(String referral) {
    return ask(
            As.auditor(),
            """
            query ($id: ID!) { node(id: $id) { ... on Referral { versions {
              deliveries { lastFault } } } } }
            """,
            Map.of("id", referral))
        .path("node.versions[0].deliveries[0].lastFault")
        .entity(String.class)
        .get();
  }

  @Test
  @DisplayName("T22: two partners with two servers: a document never reaches the other's")
  void twoPartnersTwoServers() throws Exception {
    Told north = takenThere();
    Told south = takenThere();
    Told nowhere = takenThere();
    reachedAt(north.partner(), "north");
    reachedAt(south.partner(), "south");
    shared(north.partner());
    shared(south.partner());
    shared(south.partner());
    String waits = shared(nowhere.partner());
    outbox.sweep(NOW);

    assertThat(servers.got.get("north")).hasSize(1);
    assertThat(servers.got.get("south")).hasSize(2);
    for (var one : Map.of("north", north, "south", south).entrySet()) {
      String partner = GlobalId.uuid("Partner", one.getValue().partner()).orElseThrow().toString();
      List<String> theirs =
          changes(one.getValue().machine(), null).stream().map(Change::sealed).toList();
      assertThat(servers.got.get(one.getKey()))
          .allSatisfy(
              document -> {
                assertThat(document.recipient()).isEqualTo(partner);
                assertThat(theirs)
                    .contains(new String(document.ciphertext(), StandardCharsets.US_ASCII));
              });
    }
    assertThat(lastFault(waits)).as("no other's is used").isEqualTo("PLUGIN_NOT_CONFIGURED");
    reachedAt(nowhere.partner(), "north");
    outbox.sweep(NOW.plus(Duration.ofHours(1)));
    assertThat(servers.got.get("north")).hasSize(2);
  }

  @Test
  @DisplayName(
      "T20, T22: a secret is kept sealed, shown to nobody, and opens for its partner alone")
  void secretsOfOnePartner() throws Exception {
    Told north = takenThere();
    Told south = takenThere();
    reachedAt(north.partner(), "north");
    reachedAt(south.partner(), "south");
    assertThat(
            jdbc.sql("select sealed from sharing.delivery_secret where way = ?")
                .param(WAY)
                .query(String.class)
                .list())
        .noneMatch(kept -> kept.contains("secret"));
    ask(
            As.auditor(),
            """
            query ($id: ID!) { node(id: $id) { ... on Partner { deliveryConfiguration {
              version settings { key } secrets { key setBy } } } } }
            """,
            Map.of("id", north.partner()))
        .path("node.deliveryConfiguration.settings[*].key")
        .entityList(String.class)
        .containsExactly("server");
    assertThat(
            jdbc.sql("select count(*) from foundation.audit_entry where act = ?")
                .param("partnerDeliverySecretSet")
                .query(Integer.class)
                .single())
        .isPositive();

    var trying = Map.of("partner", south.partner());
    As officer = As.headOfCustomerServices();
    doing(officer, "partnerDeliveryTest", trying)
        .path("partnerDeliveryTest.passed")
        .entity(Boolean.class)
        .isEqualTo(true);
    jdbc.sql(
            """
            update sharing.delivery_secret set sealed =
              (select sealed from sharing.delivery_secret where partner = ?) where partner = ?
            """)
        .params(
            GlobalId.uuid("Partner", north.partner()).orElseThrow(),
            GlobalId.uuid("Partner", south.partner()).orElseThrow())
        .update();
    assertThat(codes(doing(officer, "partnerDeliveryTest", trying), "partnerDeliveryTest"))
        .as("another's secret does not open here")
        .containsExactly("PLUGIN_NOT_CONFIGURED");
  }

  @Test
  @DisplayName("who configures a partner's way, and what is refused")
  void refusals() throws Exception {
    Told told = takenThere();
    var input = server(told.partner(), "north");
    for (As seat :
        List.of(As.officer("housing"), As.auditor(), As.pluginAdministrator(), told.machine())) {
      assertThat(forbidden(doing(seat, "partnerDeliveryConfigure", input))).isTrue();
      assertThat(
              forbidden(
                  doing(
                      seat,
                      "partnerDeliverySecretSet",
                      Map.of("partner", told.partner(), "key", "password", "secret", "x"))))
          .isTrue();
      assertThat(forbidden(doing(seat, "partnerDeliveryTest", Map.of("partner", told.partner()))))
          .isTrue();
    }
    As officer = As.dataProtectionOfficer();
    assertThat(
            codes(
                doing(officer, "partnerDeliveryConfigure", server(told.partner(), "x".repeat(51))),
                "partnerDeliveryConfigure"))
        .containsExactly("SETTINGS_DO_NOT_FIT");
    assertThat(
            codes(
                doing(officer, "partnerDeliveryConfigure", plus(input, "expectedVersion", 4)),
                "partnerDeliveryConfigure"))
        .containsExactly("STALE");
    assertThat(
            codes(
                doing(
                    officer,
                    "partnerDeliverySecretSet",
                    Map.of("partner", told.partner(), "key", "server", "secret", "x")),
                "partnerDeliverySecretSet"))
        .containsExactly("PLUGIN_SECRET_UNKNOWN");
    Told fetches = partnerWithMachine();
    assertThat(
            codes(
                doing(officer, "partnerDeliveryConfigure", server(fetches.partner(), "north")),
                "partnerDeliveryConfigure"))
        .containsExactly("DELIVERY_NOT_CHOSEN");
  }
}
