package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** T20, question 19: reads that the data protection officer should ask about. */
class UnusualAccessTests extends ReportingModuleTest {

  private void entry(String kind, String actor, String act, UUID person, String at) {
    jdbc.sql(
            "insert into foundation.audit_entry (epoch, at, kind, actor, act, object_type, person_id)"
                + " values (0, ?, ?, ?, ?, 'Customer', ?)")
        .params(Timestamp.from(Instant.parse(at)), kind, actor, act, person)
        .update();
  }

  @Test
  @DisplayName("many at once, out of hours, and much read with nothing done; ordinary work is not")
  void findsWhatShouldBeAskedAbout() {
    for (int i = 0; i < 25; i++) {
      UUID person = UUID.randomUUID();
      String at = "1999-03-03T10:%02d:00Z".formatted(i);
      entry("R", "curious", "customer", person, at);
      entry("R", "busy", "customer", person, "1999-03-03T%02d:30:00Z".formatted(8 + i % 9));
      entry("A", "busy", "contactLog", person, at);
      entry("R", "desk", "contactCheck", person, at);
    }
    entry("R", "late", "customer", UUID.randomUUID(), "1999-06-03T18:30:00Z");
    entry("R", "early", "customer", UUID.randomUUID(), "1999-06-03T06:30:00Z");
    entry("R", "weekend", "customer", UUID.randomUUID(), "1999-06-05T11:00:00Z");

    ask(
            As.dataProtectionOfficer(),
            "{ unusualAccess(from: \"1999-01-01\", until: \"1999-12-31\") {"
                + " actor day kind people } }",
            Map.of())
        .path("unusualAccess[*]")
        .entityList(Map.class)
        .satisfies(
            found ->
                assertThat(found)
                    .extracting(f -> f.get("actor") + " " + f.get("kind") + " " + f.get("people"))
                    .containsExactly(
                        "weekend OUT_OF_HOURS 1",
                        "late OUT_OF_HOURS 1",
                        "curious BULK 25",
                        "curious NOTHING_DONE 25"));
  }

  @Test
  void isForThoseWhoLookAfterTheData() {
    for (As nobody : List.of(As.headOfCustomerServices(), As.cmtMember(), As.officer("housing"))) {
      ask(nobody, "{ unusualAccess { actor } }", Map.of())
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("FORBIDDEN"));
    }
  }
}
