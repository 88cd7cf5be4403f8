package org.evenhand.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhandtest.As;
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
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A day in the council's sharing; one context for all tests of this module. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@AutoConfigureGraphQlTester
@Import(SharingStory.StandingClock.class)
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "spring.graphql.schema.locations=classpath:none-but-this-module/",
      "spring.graphql.schema.additional-files="
          + "classpath:graphql/foundation.graphqls,classpath:graphql/sharing.graphqls"
    })
abstract class SharingStory {

  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  static final String RECORD_PARTNER =
      """
      mutation ($input: PartnerRecordInput!) { partnerRecord(input: $input) {
        partner { id version name standing validUntil mayReceive agreements { id } }
        refusals { code path message } warnings { code } } }
      """;

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
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void setTheClock() {
    clock.set(NOW);
  }

  GraphQlTester.Response ask(As who, String document, Map<String, ?> variables) {
    return who.call(
        () -> {
          GraphQlTester.Request<?> request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }

  GraphQlTester.Response recordPartner(Map<String, ?> input) {
    return ask(As.dataProtectionOfficer(), RECORD_PARTNER, Map.of("input", input));
  }

  static List<String> codes(GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".refusals[*].code").entityList(String.class).get();
  }

  static Map<String, Object> police() {
    var input = new HashMap<String, Object>();
    input.put("name", "Police " + UUID.randomUUID());
    input.put("kind", "POLICE");
    input.put("standing", "SIGNATORY");
    input.put("protocolVersion", "2024");
    input.put("signedOn", "2024-04-01");
    input.put("validUntil", "2027-03-31");
    input.put("designatedOfficer", "Information-sharing desk");
    input.put("secureAddress", "sharing@police.example");
    return input;
  }

  static Map<String, Object> with(
      Map<String, Object> input, String key, @Nullable Object value) {
    var changed = new HashMap<>(input);
    changed.put(key, value);
    return changed;
  }

  String partner() {
    return recordPartner(police()).path("partnerRecord.partner.id").entity(String.class).get();
  }

  static boolean forbidden(GraphQlTester.Response response) {
    var codes = new ArrayList<Object>();
    response
        .errors()
        .satisfy(errors -> errors.forEach(e -> codes.add(e.getExtensions().get("code"))));
    return codes.equals(List.of("FORBIDDEN"));
  }
}
