package org.evenhand.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A partner on record, for the tests of partners, agreements and keys. */
abstract class PartnerStory extends SharingModuleTest {

  static final String RECORD_PARTNER =
      """
      mutation ($input: PartnerRecordInput!) { partnerRecord(input: $input) {
        partner { id version name standing validUntil mayReceive agreements { id } }
        refusals { code path message } warnings { code } } }
      """;

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

  static Map<String, Object> with(Map<String, Object> input, String key, @Nullable Object value) {
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
