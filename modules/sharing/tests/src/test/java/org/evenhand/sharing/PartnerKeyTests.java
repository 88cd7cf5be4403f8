package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What is shared is sealed so that nobody but the partner can read it: T22. */
class PartnerKeyTests extends PartnerStory {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String ADD =
      """
      mutation ($input: PartnerKeyAddInput!) { partnerKeyAdd(input: $input) {
        partnerKey { id name use algorithm publicKey thumbprint usable }
        refusals { code path message } warnings { code } } }
      """;

  private static final String RETIRE =
      """
      mutation ($input: PartnerKeyRetireInput!) { partnerKeyRetire(input: $input) {
        partnerKey { id usable retiredAt retiredBecause }
        refusals { code path message } warnings { code message } } }
      """;

  @Autowired PartnerKeys keys;

  private static JWK curve(String name) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
  }

  private static Map<String, Object> adding(String partner, JWK key) throws JOSEException {
    var input = new HashMap<String, Object>();
    input.put("partner", partner);
    input.put("use", "ENCRYPTION");
    input.put("publicKey", key.toPublicJWK().toJSONString());
    input.put("thumbprint", key.computeThumbprint().toString());
    input.put("from", "2026-11-23");
    input.put("until", "2027-11-22");
    return input;
  }

  private GraphQlTester.Response add(Map<String, ?> input) {
    return ask(As.dataProtectionOfficer(), ADD, Map.of("input", input));
  }

  private GraphQlTester.Response retire(String key, String reason) {
    return ask(
        As.headOfCustomerServices(), RETIRE, Map.of("input", Map.of("key", key, "reason", reason)));
  }

  private String added(Map<String, ?> input) {
    GraphQlTester.Response answer = add(input);
    assertThat(codes(answer, "partnerKeyAdd")).isEmpty();
    return answer.path("partnerKeyAdd.partnerKey.id").entity(String.class).get();
  }

  @Test
  @DisplayName("T22: a key is kept with one use, one algorithm and its thumbprint")
  void keepsThePublicHalf() throws JOSEException {
    String partner = partner();
    JWK key = curve("2026");

    GraphQlTester.Response answer = add(adding(partner, key));

    assertThat(codes(answer, "partnerKeyAdd")).isEmpty();
    answer
        .path("partnerKeyAdd.partnerKey.algorithm")
        .entity(String.class)
        .isEqualTo("ECDH-ES+A256KW");
    answer
        .path("partnerKeyAdd.partnerKey.publicKey")
        .entity(String.class)
        .satisfies(kept -> assertThat(kept).doesNotContain("\"d\""));
    ask(
            As.auditor(),
            "query ($id: ID!) { node(id: $id) { ... on Partner { keys { name usable } } } }",
            Map.of("id", partner))
        .path("node.keys[*].name")
        .entityList(String.class)
        .containsExactly("2026");
  }

  @Test
  @DisplayName("T22: a private half is refused, repeated nowhere and kept nowhere")
  void refusesAPrivateKey() throws JOSEException {
    JWK key = curve("2026");
    var input = with(adding(partner(), key), "publicKey", key.toJSONString());

    GraphQlTester.Response answer = add(input);

    assertThat(codes(answer, "partnerKeyAdd")).containsExactly("KEY_IS_PRIVATE");
    answer
        .path("partnerKeyAdd.refusals[0].message")
        .entity(String.class)
        .satisfies(said -> assertThat(said).doesNotContain(key.toECKey().getD().toString()));
    assertThat(
            jdbc.sql("select count(*) from sharing.partner_key where thumbprint = ?")
                .param(key.computeThumbprint().toString())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("T22: only kinds on the list, and none that is weak or meant for something else")
  void refusesWhatIsNotOnTheList() throws JOSEException {
    String partner = partner();
    JWK weak = new RSAKeyGenerator(2048).keyID("weak").generate();
    JWK nameless = new ECKeyGenerator(Curve.P_256).generate();
    JWK signs =
        new ECKeyGenerator(Curve.P_256)
            .keyID("signs")
            .keyUse(com.nimbusds.jose.jwk.KeyUse.SIGNATURE)
            .generate();

    assertThat(codes(add(adding(partner, weak)), "partnerKeyAdd")).containsExactly("KEY_TOO_WEAK");
    assertThat(codes(add(adding(partner, nameless)), "partnerKeyAdd"))
        .containsExactly("KEY_WITHOUT_NAME");
    assertThat(codes(add(adding(partner, signs)), "partnerKeyAdd"))
        .containsExactly("KEY_FOR_ANOTHER_USE");
    assertThat(
            codes(
                add(
                    with(
                        adding(partner, curve("x")),
                        "publicKey",
                        "{\"kty\":\"oct\",\"k\":\"AA\"}")),
                "partnerKeyAdd"))
        .containsAnyOf("KEY_IS_PRIVATE", "KEY_KIND_NOT_TAKEN");
    assertThat(
            codes(add(with(adding(partner, curve("x")), "publicKey", "a letter")), "partnerKeyAdd"))
        .containsExactly("KEY_MALFORMED");
  }

  @Test
  @DisplayName("T22: what was read out over the telephone has to be this key's thumbprint")
  void comparesTheThumbprint() throws JOSEException {
    var input =
        with(
            adding(partner(), curve("2026")),
            "thumbprint",
            curve("another").computeThumbprint().toString());

    assertThat(codes(add(input), "partnerKeyAdd")).containsExactly("KEY_THUMBPRINT_DIFFERS");
  }

  @Test
  @DisplayName("T22: a key is one partner's, under one name")
  void refusesAKeyThatIsInUse() throws JOSEException {
    String partner = partner();
    JWK key = curve("2026");
    added(adding(partner, key));

    assertThat(codes(add(adding(partner(), key)), "partnerKeyAdd")).containsExactly("KEY_IN_USE");
    assertThat(codes(add(adding(partner, curve("2026"))), "partnerKeyAdd"))
        .containsExactly("KEY_NAME_TAKEN");
  }

  @ParameterizedTest(name = "until {0}: {1}")
  @CsvSource({
    "2026-11-22, DAYS_REVERSED",
    "2029-11-24, KEY_VALID_TOO_LONG",
    "3026-11-22, DAY_OUT_OF_RANGE",
  })
  void refusesDaysThatCannotBe(String until, String code) throws JOSEException {
    assertThat(codes(add(with(adding(partner(), curve("x")), "until", until)), "partnerKeyAdd"))
        .containsExactly(code);
  }

  @Test
  @DisplayName("T22: keys overlap; the one that begins latest seals until it is retired")
  void sealsWithTheNewestUsableKey() throws JOSEException {
    String partner = partner();
    var id = new PartnerId(GlobalId.uuid("Partner", partner).orElseThrow());
    String old = added(with(adding(partner, curve("old")), "from", "2026-01-01"));
    String fresh = added(adding(partner, curve("new")));

    assertThat(keys.toSealWith(id, TODAY).orElseThrow().name()).isEqualTo("new");
    assertThat(keys.toSealWith(id, TODAY.minusDays(1)).orElseThrow().name()).isEqualTo("old");
    assertThat(codes(retire(fresh, "The token was lost."), "partnerKeyRetire")).isEmpty();
    assertThat(keys.toSealWith(id, TODAY).orElseThrow().name()).isEqualTo("old");
    GraphQlTester.Response last = retire(old, "Replaced.");
    last.path("partnerKeyRetire.warnings[*].code")
        .entityList(String.class)
        .containsExactly("NO_KEY_TO_SEAL_WITH");
    assertThat(keys.toSealWith(id, TODAY)).isEmpty();
    assertThat(codes(retire(old, "Again."), "partnerKeyRetire"))
        .containsExactly("KEY_RETIRED_ALREADY");
    assertThat(keys.of(List.of(id)).get(id)).as("both stay on record").hasSize(2);
  }

  @Test
  void aKeyForSignaturesNeverSeals() throws JOSEException {
    String partner = partner();
    added(with(adding(partner, curve("signs")), "use", "SIGNATURE"));

    assertThat(
            keys.toSealWith(new PartnerId(GlobalId.uuid("Partner", partner).orElseThrow()), TODAY))
        .isEmpty();
  }

  @Test
  void doesNotKnowIdsThatItNeverGaveOut() throws JOSEException {
    assertThat(codes(add(adding("nonsense", curve("x"))), "partnerKeyAdd"))
        .containsExactly("NOT_FOUND");
    assertThat(
            codes(retire(GlobalId.of("PartnerKey", UUID.randomUUID()), "Lost"), "partnerKeyRetire"))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName("T22: nobody else adds or retires a key")
  void forbidsEverybodyElse() throws JOSEException {
    var input = adding(partner(), curve("x"));
    for (As seat : List.of(As.officer("housing"), As.auditor(), As.headOfService("housing"))) {
      assertThat(forbidden(ask(seat, ADD, Map.of("input", input)))).isTrue();
    }
  }
}
