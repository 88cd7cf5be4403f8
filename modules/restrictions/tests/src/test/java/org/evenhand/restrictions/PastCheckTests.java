package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenhand.correspondence.NoticeReturned;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.intake.CustomerView;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * What the front line was told can be explained, and told again at any later time (F7, T9, T20).
 */
class PastCheckTests extends Story {

  @Autowired ApplicationEventPublisher events;
  @Autowired List<CaseFileContributor> contributors;

  private static final String ANSWER =
      """
      check verdict asOf policyVersion appealPending reviewOverdue nextOpening
      identity { confirmed ask lines { code } }
      topic { code text { value } } adjustments { code } precautions { code }
      conditions { code text { value } because { reference rule clause noticeReference } next number }
      contactOfficer { name reachAt deputyName } wordsToSay { value }
      nextSteps { code text { value } } guidance { code }
      """;

  private GraphQlTester.Response recomputed(As seat, String check) {
    return seat.call(
        () ->
            graphQl
                .document(
                    "query($c: ID!) { contactCheckRecomputed(check: $c) { check askedBy same answer"
                        + " { "
                        + ANSWER
                        + " } } }")
                .variable("c", check)
                .execute());
  }

  private Map<?, ?> checked(Map<String, Object> input) {
    return As.officer("housing")
        .call(
            () ->
                graphQl
                    .document(
                        "query($input: ContactCheckInput!) { contactCheck(input: $input) { "
                            + ANSWER
                            + " } }")
                    .variable("input", input)
                    .execute())
        .path("contactCheck")
        .entity(Map.class)
        .get();
  }

  private void sameAgain(Map<?, ?> then) {
    var again = recomputed(As.auditor(), (String) then.get("check"));
    again.path("contactCheckRecomputed.answer").entity(Map.class).isEqualTo(then);
    again.path("contactCheckRecomputed.same").entity(Boolean.class).isEqualTo(true);
  }

  @Test
  @DisplayName("F7: each check about somebody is in their file, and is found again from there")
  void eachCheckIsInTheFile() {
    CustomerView customer = customer("Fred File");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));
    check(call(customer));
    check(call(customer("Nell Neighbour")));

    List<CaseFileContributor.Entry> checks =
        contributors.stream()
            .flatMap(
                c -> c.contribute(slot.considerationId().value(), customer.id().value()).stream())
            .filter(entry -> entry.code().equals("CONTACT_CHECKED"))
            .toList();

    assertThat(checks)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.at()).isEqualTo(clock.instant());
              assertThat(entry.by()).isEqualTo(new ActorId("officer-1"));
            });
    recomputed(As.auditor(), gid(checks.getFirst().objectType(), checks.getFirst().objectId()))
        .path("contactCheckRecomputed.same")
        .entity(Boolean.class)
        .isEqualTo(true);
  }

  @Test
  @DisplayName("F7, T9: rebutted, lifted, the officer gone: each past answer is given again")
  void everythingLearntSinceChangesNoPastAnswer() {
    CustomerView customer = customer("Paula Past");
    recorded(null, "Lee Leaving", "01827 709115", null);
    var before = checked(call(customer));
    RestrictionView spoc = inForce(action(determined(customer), SPOC, spoc("only", "spoc-past")));
    var redirected = checked(call(customer));
    clock.advance(Duration.ofMinutes(5));
    recorded(officer("spoc-past").version(), "Lee Moved", "01827 709999", MONDAY);
    var withoutOfficer = checked(call(customer));
    clock.advance(Duration.ofMinutes(5));
    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(spoc.id(), null, "Contact is calm")));
    var lifted = checked(call(customer));

    assertThat(before.get("verdict")).isEqualTo("ALLOWED");
    assertThat(redirected.get("verdict")).isEqualTo("REDIRECT");
    assertThat(redirected.toString()).contains("Lee Leaving");
    assertThat(withoutOfficer.toString()).doesNotContain("Lee Leaving");
    assertThat(lifted.get("verdict")).isEqualTo("ALLOWED");
    List.of(before, redirected, withoutOfficer, lifted).forEach(this::sameAgain);
    transactions.executeWithoutResult(s -> frontDesk.rebuild());
    List.of(before, redirected, withoutOfficer, lifted).forEach(this::sameAgain);
  }

  private void recorded(
      @Nullable Integer version, String name, String telephone, @Nullable LocalDate leftOn) {
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        officers.record(
                            new OfficerToRecord(
                                version,
                                "spoc-past",
                                name,
                                "Adviser",
                                null,
                                telephone,
                                null,
                                null,
                                List.of(),
                                leftOn),
                            currentActor.get(),
                            clock.instant())));
  }

  @Test
  @DisplayName("T21: what was told nobody is told again as such")
  void theUnsureAnswerIsGivenAgain() {
    CustomerView customer = customer("Ulla Unsure");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    var unsure = checked(contact(Map.of("reference", customer.reference()), Channel.PHONE));

    assertThat(unsure.get("verdict")).isEqualTo("ALLOWED");
    sameAgain(unsure);
  }

  @Test
  @DisplayName("T26: nothing that recognises anybody is kept; once erased, nothing is claimed")
  void keepsNothingThatRecognisesAnybody() {
    CustomerView customer = customer("Erna Erased");
    inForce(action(determined(customer), TIME_SLOT, slots()));
    String check = (String) checked(call(customer)).get("check");
    var id = GlobalId.uuid("ContactCheck", check).orElseThrow();

    String basis =
        jdbc.sql("select basis from foundation.read_basis where id = ?")
            .param(id)
            .query(String.class)
            .single();
    assertThat(basis)
        .doesNotContain(customer.reference(), "Erna", "ERNA", telephone(customer).substring(3));
    jdbc.sql("delete from foundation.read_basis where id = ?").param(id).update();
    var again = recomputed(As.auditor(), check);
    again.path("contactCheckRecomputed.answer").valueIsNull();
    again.path("contactCheckRecomputed.same").entity(Boolean.class).isEqualTo(false);
  }

  @Test
  @DisplayName("F7: an answer that is not the one given then is seen by its digest in the trail")
  void anotherAnswerIsNotPassedOffAsTheOneGiven() {
    CustomerView customer = customer("Dora Digest");
    inForce(action(determined(customer), TIME_SLOT, slots()));
    String check = (String) checked(call(customer)).get("check");
    var id = GlobalId.uuid("ContactCheck", check).orElseThrow();

    String basis =
        jdbc.sql("select basis from foundation.read_basis where id = ?")
            .param(id)
            .query(String.class)
            .single();
    var salt =
        jdbc.sql("delete from foundation.read_basis where id = ? returning salt")
            .param(id)
            .query(byte[].class)
            .single();
    jdbc.sql("insert into foundation.read_basis (id, salt, basis) values (?, ?, ?)")
        .param(id)
        .param(salt)
        .param(basis.replace("\"dangerNow\":false", "\"dangerNow\":true"))
        .update();

    recomputed(As.auditor(), check)
        .path("contactCheckRecomputed.same")
        .entity(Boolean.class)
        .isEqualTo(false);
  }

  @Test
  @DisplayName("T20: an officer names document, clause and reference; a head opens the action")
  void explainsToEachWhatTheyMaySee() {
    CustomerView customer = customer("Xenia Explained");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));
    String query =
        """
        query($input: ContactCheckInput!) { contactCheck(input: $input) {
          conditions { because { reference rule document clause noticeReference
                                 action { id reasons { conduct } notice { id } } } why { value } }
          guidance { why { value } because { rule } }
        } }
        """;
    GraphQlTester.Response desk = explained(As.officer("housing"), query, customer);
    desk.path("contactCheck.conditions[0].because.reference")
        .entity(String.class)
        .isEqualTo(slot.reference());
    desk.path("contactCheck.conditions[0].because.clause").entity(String.class).isEqualTo("8.3.2");
    desk.path("contactCheck.conditions[0].because.action").valueIsNull();
    desk.path("contactCheck.guidance[*].why.value").entityList(String.class).hasSize(2);
    GraphQlTester.Response head = explained(As.headOfService("housing"), query, customer);
    head.path("contactCheck.conditions[0].because.action.reasons.conduct")
        .entity(String.class)
        .isEqualTo("Offensive remarks at the desk on two days");
    head.path("contactCheck.conditions[0].because.action.notice.id").hasValue();
  }

  private GraphQlTester.Response explained(As seat, String query, CustomerView customer) {
    return seat.call(() -> graphQl.document(query).variable("input", call(customer)).execute());
  }

  @Test
  @DisplayName(
      "F7, T9: many checks among many acts, in any order: all are given again as they were")
  void everyCheckAmongActs() {
    interleaved(7, 14);
  }

  @Test
  @Tag("soak")
  @DisplayName("F7, T9: as above, a few hundred")
  void everyCheckAmongManyActs() {
    for (int seed = 1; seed <= 10; seed++) {
      interleaved(seed, 60);
    }
  }

  private void interleaved(int seed, int steps) {
    var random = new Random(seed);
    var given = new ArrayList<Map<?, ?>>();
    var notices = new LinkedHashMap<RestrictionView, NoticeView>();
    CustomerView customer = customer("Ivy Interleaved");
    ConsiderationView consideration = determined(customer);
    for (int step = 0; step < steps; step++) {
      clock.advance(Duration.ofMinutes(random.nextInt(90)));
      switch (step % 8) {
        case 0 -> {
          RestrictionView imposed =
              imposed(
                  action(consideration, TIME_SLOT, slots(DayOfWeek.of(1 + random.nextInt(5))))
                      .endsOn(today().plusMonths(3)));
          notices.clear();
          notices.put(imposed, issued(consideration));
        }
        case 2 -> notices.values().forEach(this::served);
        case 4 -> {
          if (random.nextBoolean()) {
            adjusted(customer);
          }
        }
        case 5 -> notices.values().forEach(this::cameBack);
        case 7 ->
            notices
                .keySet()
                .forEach(
                    r ->
                        As.headOfService("housing")
                            .run(() -> done(() -> lifting.lift(r.id(), null, "Calm"))));
        default -> {}
      }
      Channel channel = random.nextBoolean() ? Channel.PHONE : Channel.EMAIL;
      given.add(checked(contact(twoIdentifiers(customer), channel)));
      given.add(checked(with(call(customer), "noLetterReceived", random.nextBoolean())));
    }
    assertThat(given.stream().map(a -> String.valueOf(a.get("verdict"))))
        .contains("ALLOWED", "DECLINE_THIS_CONTACT");
    given.forEach(this::sameAgain);
  }

  /** It turns out that the letter never reached the customer (T9). */
  private void cameBack(NoticeView notice) {
    As.officer("housing")
        .run(
            () ->
                transactions.executeWithoutResult(
                    s ->
                        events.publishEvent(
                            new NoticeReturned(
                                notice.id().value(),
                                notice.customerId(),
                                null,
                                notice.kind(),
                                clock.instant(),
                                currentActor.get().id()))));
  }

  @Test
  @DisplayName("T20: whoever only answers the desk asks for no past check")
  void forbidden() {
    String check = (String) checked(call(customer("Fay Forbidden"))).get("check");

    recomputed(As.officer("housing"), check)
        .errors()
        .satisfy(errors -> assertThat(errors).hasSize(1));
  }
}
