package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.sharing.internal.DeliveryOutbox;
import org.evenhandtest.As;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * P8.2, T20, T22: what may not be shared is in no document, answer, error or log line, and not in
 * the database; what may be shared is with the partner and in no log line or error either.
 */
class ReferralCanaryTests extends ReferralStory {

  private static final String FORBIDDEN = "forbidden-canary-4k9x";
  private static final String SHARED = "shared-canary-7m2q";

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final List<String> answered = new ArrayList<>();

  @Autowired DeliveryOutbox outbox;

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  @BeforeEach
  void listen() {
    logged.start();
    logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(logged);
    logger("org.evenhand").setLevel(Level.TRACE);
  }

  @AfterEach
  void listenNoMore() {
    logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(logged);
    logger("org.evenhand").setLevel(null);
  }

  private GraphQlTester.Response heard(GraphQlTester.Response response) {
    response
        .errors()
        .satisfy(errors -> errors.stream().map(ResponseError::toString).forEach(answered::add));
    response.path("").entity(Object.class).satisfies(data -> answered.add(String.valueOf(data)));
    return response;
  }

  private List<String> lines() {
    return logged.list.stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .toList();
  }

  @Test
  @DisplayName(
      "P8.2, T20, T22: a forbidden value is in no artefact, answer, error, log line or table")
  void theForbiddenIsNowhere() throws Exception {
    Told told = partnerWithMachine();
    var forbidden = proposal(told.partner());
    List<Map<String, Object>> answers = answers("Nothing.");
    answers.add(known("school", FORBIDDEN));
    answers.add(known("shoe-size", FORBIDDEN));
    forbidden.put("answers", answers);
    forbidden.put("idempotencyKey", "a-key-of-" + told.partner());
    var refused = heard(act(As.headOfService("housing"), "referralPropose", forbidden));
    assertThat(codes(refused, "referralPropose"))
        .containsExactlyInAnyOrder("FIELDS_FORBIDDEN", "FIELDS_OUTSIDE_FORM");

    String id = shared(told.partner());
    heard(
        act(
            As.headOfCustomerServices(),
            "referralCorrect",
            Map.of("referral", id, "answers", answers, "because", "The carer rang back.")));
    plugins.bring(List.of(SampleForm.ADULT.failing()));
    heard(
        act(
            As.headOfCustomerServices(),
            "referralCorrect",
            Map.of("referral", id, "answers", answers(SHARED), "because", "Once more.")));
    plugins.clear();
    for (Change change : changes(told.machine(), null)) {
      answered.add(opened(change, told.key(), told.machine()).getPayload().toString());
    }

    assertThat(answered).isNotEmpty().noneMatch(text -> text.contains(FORBIDDEN));
    assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains(FORBIDDEN));
    for (String table :
        jdbc.sql(
                "select table_schema || '.' || table_name from information_schema.tables"
                    + " where table_schema in ('sharing', 'foundation')"
                    + " and table_type = 'BASE TABLE'")
            .query(String.class)
            .list()) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " t where t::text like ?")
                  .param("%" + FORBIDDEN + "%")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  @DisplayName("P8.2, T20, T22: what is shared reaches its partner, and no log line, error or way")
  void whatIsSharedIsNotLogged() throws Exception {
    Told told = partnerWithMachine();
    var input = new HashMap<>(proposal(told.partner()));
    input.put("answers", answers(SHARED));
    String id = proposed(input);
    act(
        As.dataProtectionOfficer(),
        "referralViewRecord",
        Map.of("referral", id, "inFavour", true, "reasons", "Proportionate."));
    plugins.bring(List.of(SampleForm.ADULT.failing()));
    var reasons = Map.of("referral", id, "reasons", "Harm is likely without it.");
    var failed = heard(act(As.headOfCustomerServices(), "referralAuthorise", reasons));
    assertThat(codes(failed, "referralAuthorise")).containsExactly("PLUGIN_FAILED");
    plugins.clear();
    assertThat(
            codes(
                act(As.headOfCustomerServices(), "referralAuthorise", reasons),
                "referralAuthorise"))
        .isEmpty();
    outbox.sweep(NOW);

    Change change = changes(told.machine(), null).getLast();
    assertThat(change.sealed()).doesNotContain(SHARED);
    assertThat(form(opened(change, told.key(), told.machine()))).contains(SHARED);
    assertThat(answered).noneMatch(text -> text.contains(SHARED));
    assertThat(lines())
        .isNotEmpty()
        .noneMatch(line -> line.contains(SHARED) || line.contains("Sam Subject"));
    for (String table :
        List.of(
            "foundation.audit_entry",
            "sharing.referral_change",
            "sharing.referral_delivery",
            "sharing.webhook_delivery")) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " t where t::text like ?")
                  .param("%" + SHARED + "%")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }
}
