package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.foundation.AuditChain;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.RecordClass;
import org.evenhand.intake.CorrectingRecords.Challenge;
import org.evenhand.intake.CorrectingRecords.Correct;
import org.evenhand.intake.DecidingAdjustments.AdjustmentDecision;
import org.evenhand.intake.DecidingAdjustments.AdjustmentToRequest;
import org.evenhand.intake.MergingCustomers.Merge;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.RegisteringCustomers.RepresentativeToRecord;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.evenhandtest.WordInDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Records kept for a period and erased by a person (T26), from each seat; with a module that stands
 * in for those on the right.
 */
@Import(RecordsGraphQlTests.AModuleOnTheRight.Beans.class)
class RecordsGraphQlTests extends IntakeModuleTest {

  private static final As DPO = As.dataProtectionOfficer();
  private static final As OFFICER = As.officer("housing");
  private static final As HEAD = As.headOfService("housing");

  /** When everything of today is long past every period. */
  private static final Instant MUCH_LATER = Instant.parse("2036-01-07T10:00:00Z");

  private static final String ERASE =
      """
      mutation($input: RecordsEraseInput!) { answer: recordsErase(input: $input) {
        erasure { id reason erasedBy erasedAt records counts { recordClass count } }
        refusals { code path parameters { name value } } } }
      """;

  private static final String PLACE =
      """
      mutation($input: LegalHoldPlaceInput!) { answer: legalHoldPlace(input: $input) {
        hold { id version standing reviewOn placedAs customer { name } } refusals { code path } } }
      """;

  private static final String REVIEW =
      """
      mutation($input: LegalHoldReviewInput!) { answer: legalHoldReview(input: $input) {
        hold { id version reviewOn reviewedBy } refusals { code path } } }
      """;

  private static final String RELEASE =
      """
      mutation($input: LegalHoldReleaseInput!) { answer: legalHoldRelease(input: $input) {
        hold { id version standing releaseReason } refusals { code path } } }
      """;

  private static final String KEPT =
      """
      query($customer: ID!) { recordsKept(customer: $customer) { onLegalHold dueSince customer { name }
        records { record recordType recordClass endedOn keepUntil state } holds { reason } } }
      """;

  private static final String LISTED =
      """
      query($after: String, $filter: RecordsToEraseFilter) {
        recordsToErase(first: 100, after: $after, filter: $filter) {
          pageInfo { hasNextPage endCursor }
          edges { node { onLegalHold customer { id } } } } }
      """;

  /** Keeps decisions about people, which rest on incidents; fails when it is told to. */
  static class AModuleOnTheRight implements KeptRecords {
    final Map<GlobalId, Kept> all = new ConcurrentHashMap<>();
    final Set<UUID> citedByOthers = ConcurrentHashMap.newKeySet();
    volatile boolean failing;

    @Override
    public Set<String> types() {
      return Set.of("Decision");
    }

    @Override
    public Collection<Kept> of(Collection<UUID> persons) {
      return all.values().stream().filter(k -> persons.contains(k.person())).toList();
    }

    @Override
    public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
      return all.values().stream().map(Kept::person).toList();
    }

    @Override
    public Set<UUID> neededByOthers(Collection<UUID> records, Collection<UUID> persons) {
      var needed = new HashSet<>(citedByOthers);
      needed.retainAll(records);
      return needed;
    }

    @Override
    public void erase(Collection<GlobalId> records, Instant now) {
      if (failing) {
        throw new IllegalStateException("a module that cannot erase");
      }
      records.forEach(all::remove);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
      @Bean
      AModuleOnTheRight aModuleOnTheRight() {
        return new AModuleOnTheRight();
      }
    }
  }

  @Autowired AModuleOnTheRight right;
  @Autowired Files files;
  @Autowired CorrectingRecords correcting;
  @Autowired MergingCustomers merging;
  @Autowired RecordingEqualityData equality;
  @Autowired KeepingEvidence evidence;
  @Autowired AuditChain chain;
  @Autowired ErasingRecords erasing;

  @AfterEach
  void nothingOnTheRight() {
    right.all.clear();
    right.citedByOthers.clear();
    right.failing = false;
  }

  private ContactView contact(CustomerView customer, Instant at, @Nullable String note) {
    return OFFICER.call(
        () ->
            done(
                () ->
                    logging.log(
                        new LoggingContacts.ContactToLog(
                            customer.id(),
                            null,
                            HOUSING,
                            Channel.PHONE,
                            ContactDirection.IN,
                            at,
                            ContactCause.FIRST_CONTACT,
                            null,
                            null,
                            Speaker.SELF,
                            null,
                            null,
                            note,
                            false,
                            false,
                            false),
                        currentActor.get(),
                        clock.instant())));
  }

  private ConcernView triaged(ConcernView concern, TriageOutcome outcome) {
    return HEAD.call(
        () ->
            done(
                () ->
                    reporting.triage(
                        new Triage(
                            concern.id(),
                            concern.version(),
                            outcome,
                            null,
                            null,
                            null,
                            outcome == TriageOutcome.NO_FURTHER_ACTION ? "It was a queue." : null,
                            "Thank you."),
                        currentActor.get(),
                        clock.instant())));
  }

  private static String id(ContactView contact) {
    return GlobalId.of("Contact", contact.id().value());
  }

  private static String id(ConcernView concern) {
    return GlobalId.of("Concern", concern.id().value());
  }

  private GraphQlTester.Response erase(As who, CustomerView customer, Collection<String> records) {
    return ask(
        who,
        ERASE,
        Map.of(
            "input",
            Map.of(
                "customer",
                id(customer),
                "records",
                List.copyOf(records),
                "reason",
                "Past its period")));
  }

  private static List<String> codes(GraphQlTester.Response answer) {
    return answer.path("answer.refusals[*].code").entityList(String.class).get();
  }

  private static void forbidden(GraphQlTester.Response answer) {
    answer
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  /** Each record that is kept of somebody, with how it stands with it. */
  private Map<String, String> kept(CustomerView customer) {
    var answer = ask(DPO, KEPT, Map.of("customer", id(customer)));
    List<String> records =
        answer.path("recordsKept.records[*].record").entityList(String.class).get();
    List<String> states =
        answer.path("recordsKept.records[*].state").entityList(String.class).get();
    var all = new HashMap<String, String>();
    for (int i = 0; i < records.size(); i++) {
      all.put(records.get(i), states.get(i));
    }
    return all;
  }

  private List<String> due(CustomerView customer) {
    return kept(customer).entrySet().stream()
        .filter(e -> e.getValue().equals("DUE"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether somebody stands in the list, over all its pages. */
  private boolean listed(CustomerView customer, Map<String, Object> filter) {
    String after = null;
    boolean more = true;
    var found = new ArrayList<String>();
    while (more) {
      var variables = new HashMap<String, Object>();
      variables.put("filter", filter);
      if (after != null) {
        variables.put("after", after);
      }
      var page = ask(DPO, LISTED, variables);
      found.addAll(
          page.path("recordsToErase.edges[*].node.customer.id").entityList(String.class).get());
      more = page.path("recordsToErase.pageInfo.hasNextPage").entity(Boolean.class).get();
      after =
          more ? page.path("recordsToErase.pageInfo.endCursor").entity(String.class).get() : null;
    }
    assertThat(found).doesNotHaveDuplicates();
    return found.contains(id(customer));
  }

  private GraphQlTester.Response place(As who, CustomerView customer, LocalDate reviewOn) {
    return ask(
        who,
        PLACE,
        Map.of(
            "input",
            Map.of(
                "customer",
                id(customer),
                "reason",
                "A claim in court",
                "reviewOn",
                "" + reviewOn)));
  }

  @Test
  @DisplayName(
      "T26: a contact is due the day after its period; until then it is refused, day named")
  void dueAfterItsPeriod() {
    CustomerView customer = customer("Peri Od");
    ContactView contact = contact(customer, NOW, "asked about the bins");

    clock.set(Instant.parse("2028-11-23T10:00:00Z"));
    var early = erase(DPO, customer, List.of(id(contact)));
    assertThat(codes(early)).containsExactly("NOT_DUE_YET");
    early
        .path("answer.refusals[0].parameters[?(@.name == 'keepUntil')].value")
        .entityList(String.class)
        .containsExactly("2028-11-23");
    assertThat(listed(customer, Map.of())).isFalse();

    clock.set(Instant.parse("2028-11-24T10:00:00Z"));
    assertThat(listed(customer, Map.of())).isTrue();
    assertThat(listed(customer, Map.of("classes", List.of("CONTACT")))).isTrue();
    assertThat(listed(customer, Map.of("classes", List.of("DECISION")))).isFalse();
    assertThat(reads("recordsToErase", customer.id().value())).isPositive();

    var erased = erase(DPO, customer, List.of(id(contact)));
    assertThat(codes(erased)).isEmpty();
    erased.path("answer.erasure.erasedBy").entity(String.class).isEqualTo("dpo-1");
    erased.path("answer.erasure.counts[0].recordClass").entity(String.class).isEqualTo("CONTACT");
    erased.path("answer.erasure.counts[0].count").entity(Integer.class).isEqualTo(1);
    assertThat(contacts.find(contact.id()).orElseThrow().note()).isEqualTo("[erased 2028-11-24]");
    assertThat(contacts.find(contact.id()).orElseThrow().at()).isEqualTo(NOW);
    assertThat(codes(erase(DPO, customer, List.of(id(contact))))).containsExactly("RECORD_ERASED");
    ask(
            DPO,
            "query($id: ID!) { customer(id: $id) { name erasures { reason records } } }",
            Map.of("id", id(customer)))
        .path("customer.erasures[0].records")
        .entityList(String.class)
        .containsExactly(id(contact));
  }

  @Test
  @DisplayName(
      "T26: nobody but the data protection officer erases, and only some may see what is due")
  void seats() {
    CustomerView customer = customer("Sea T");
    String contact = id(contact(customer, NOW, null));
    clock.set(MUCH_LATER);

    As.everyRole()
        .forEach(
            who -> {
              if (!who.role().equals("DATA_PROTECTION_OFFICER")) {
                forbidden(erase(who, customer, List.of(contact)));
              }
              boolean sees =
                  Set.of("DATA_PROTECTION_OFFICER", "LEGAL", "AUDITOR").contains(who.role());
              var kept = ask(who, KEPT, Map.of("customer", id(customer)));
              if (sees) {
                kept.path("recordsKept.customer.name").entity(String.class).isEqualTo("Sea T");
              } else {
                forbidden(kept);
                forbidden(ask(who, LISTED, Map.of()));
              }
              if (!Set.of("DATA_PROTECTION_OFFICER", "LEGAL", "MONITORING_OFFICER")
                  .contains(who.role())) {
                forbidden(place(who, customer, LocalDate.of(2036, 6, 1)));
              }
            });

    assertThat(due(customer)).contains(contact);
  }

  @Test
  @DisplayName(
      "T26: what cannot be erased is refused, each record at its place, and nothing is done")
  void refusedAtItsPlace() {
    CustomerView customer = customer("Ref Used");
    CustomerView other = customer("Oth Er");
    String contact = id(contact(customer, NOW, "stays"));
    String others = id(contact(other, NOW, null));
    clock.set(MUCH_LATER);

    var answer = erase(DPO, customer, List.of(contact, others, "x", id(customer)));
    assertThat(codes(answer)).containsExactly("NOT_FOUND");
    answer.path("answer.refusals[0].path").entityList(String.class).containsExactly("records", "2");
    var mixed = erase(DPO, customer, List.of(contact, others));
    assertThat(codes(mixed)).containsExactly("NOT_FOUND");
    mixed.path("answer.refusals[0].path").entityList(String.class).containsExactly("records", "1");
    assertThat(codes(erase(DPO, customer, List.of()))).containsExactly("NOTHING_NAMED");
    assertThat(codes(erase(DPO, customer, java.util.Collections.nCopies(201, contact))))
        .containsExactly("LIST_TOO_LONG");
    assertThat(
            codes(
                ask(
                    DPO,
                    ERASE,
                    Map.of(
                        "input",
                        Map.of(
                            "customer",
                            GlobalId.of("Customer", UUID.randomUUID()),
                            "records",
                            List.of(contact),
                            "reason",
                            "x")))))
        .containsExactly("NOT_FOUND");
    assertThat(
            codes(
                ask(
                    DPO,
                    ERASE,
                    Map.of(
                        "input",
                        Map.of(
                            "customer",
                            id(customer),
                            "records",
                            List.of(contact),
                            "reason",
                            " ")))))
        .containsExactly("TEXT_MISSING");
    assertThat(due(customer)).contains(contact);
  }

  @Test
  @DisplayName("T26, F5: an allegation that was not borne out is kept shortest")
  void unfoundedShortest() {
    CustomerView customer = customer("Una Founded");
    ConcernView dismissed =
        triaged(
            report(OFFICER, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS"))),
            TriageOutcome.NO_FURTHER_ACTION);
    ConcernView taken =
        triaged(
            report(OFFICER, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS"))),
            TriageOutcome.ACCEPT);
    ConcernView waiting =
        report(OFFICER, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));

    clock.set(Instant.parse("2027-05-24T10:00:00Z"));
    assertThat(kept(customer))
        .containsEntry(id(dismissed), "DUE")
        .containsEntry(id(taken), "NOT_DUE_YET")
        .containsEntry(id(waiting), "STILL_OPEN");
    clock.set(MUCH_LATER);
    assertThat(kept(customer))
        .containsEntry(id(taken), "DUE")
        .containsEntry(id(waiting), "STILL_OPEN")
        .containsEntry(id(customer), "STILL_NEEDED");
  }

  @Test
  @DisplayName(
      "T26, T27, F5: that somebody was taken for another is forgotten after six months; the incident stays the other's")
  void takenForAnother() {
    CustomerView wrong = customer("Wro Ng");
    CustomerView right = customer("Rig Ht");
    ConcernView concern =
        triaged(
            report(OFFICER, about(wrong, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS"))),
            TriageOutcome.ACCEPT);
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new Correct(
                            incident.id(),
                            incident.version(),
                            null,
                            right.id(),
                            null,
                            "Two callers of one name"),
                        currentActor.get(),
                        NOW)));
    tellEverybody(right, "Told");
    assertThat(stillNames(wrong, incident)).isPositive();
    String mistaken =
        kept(wrong).keySet().stream().filter(r -> !r.equals(id(wrong))).findFirst().orElseThrow();

    clock.set(Instant.parse("2027-05-23T10:00:00Z"));
    assertThat(codes(erase(DPO, wrong, List.of(mistaken)))).containsExactly("NOT_DUE_YET");
    clock.set(Instant.parse("2027-05-24T10:00:00Z"));
    assertThat(listed(wrong, Map.of("classes", List.of("UNFOUNDED")))).isTrue();
    assertThat(codes(erase(DPO, wrong, List.of(mistaken)))).isEmpty();

    assertThat(stillNames(wrong, incident)).isZero();
    IncidentView left = incidents.find(List.of(incident.id())).getFirst();
    assertThat(left.customerId()).isEqualTo(right.id());
    assertThat(left.account()).isEqualTo(incident.account());
    assertThat(kept(wrong)).containsOnlyKeys(id(wrong));
  }

  /** In how many rows of the incident, its concern and what was put right somebody is named. */
  private int stillNames(CustomerView customer, IncidentView incident) {
    return jdbc.sql(
            """
            select (select count(*) from intake.incident where id = :i and customer = :c)
                 + (select count(*) from intake.incident_history where id = :i and customer = :c)
                 + (select count(*) from intake.concern where id = :k and customer = :c)
                 + (select count(*) from intake.concern_history where id = :k and customer = :c)
                 + (select count(*) from intake.correction where incident = :i and customer_before = :c)
                 + (select count(*) from intake.correction_history where incident = :i and customer_before = :c)
                 + (select count(*) from intake.correction_telling where customer = :c)
                 + (select count(*) from intake.correction_telling_history where customer = :c)
            """)
        .param("i", incident.id().value())
        .param("k", incident.concernId().value())
        .param("c", customer.id().value())
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName(
      "T26: what a decision rests on is kept with it; a concern goes no sooner than its incidents")
  void whatSomethingRestsOnIsKept() {
    CustomerView customer = customer("Res Ting");
    ConcernView concern =
        triaged(
            report(OFFICER, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS"))),
            TriageOutcome.ACCEPT);
    UUID incident = incidents.ofConcerns(List.of(concern.id())).getFirst().id().value();
    String incidentId = GlobalId.of("Incident", incident);
    var decision = new GlobalId("Decision", Ids.next());
    right.all.put(
        decision,
        KeptRecords.Kept.of(
            decision, customer.id().value(), RecordClass.DECISION, TODAY, Set.of(incident)));

    clock.set(Instant.parse("2030-01-07T10:00:00Z"));
    assertThat(kept(customer))
        .containsEntry(incidentId, "STILL_NEEDED")
        .containsEntry(id(concern), "STILL_NEEDED")
        .containsEntry(decision.toString(), "NOT_DUE_YET");
    assertThat(codes(erase(DPO, customer, List.of(incidentId)))).containsExactly("STILL_NEEDED");

    clock.set(MUCH_LATER);
    assertThat(codes(erase(DPO, customer, List.of(id(concern))))).containsExactly("STILL_NEEDED");
    right.citedByOthers.add(incident);
    assertThat(codes(erase(DPO, customer, List.of(id(concern), incidentId, decision.toString()))))
        .containsExactly("STILL_NEEDED", "STILL_NEEDED");
    right.citedByOthers.clear();
    assertThat(codes(erase(DPO, customer, List.of(id(concern), incidentId, decision.toString()))))
        .isEmpty();
    assertThat(right.all).isEmpty();
  }

  @Test
  @DisplayName("T26: if one module cannot erase, nothing is erased anywhere")
  void allOrNothing() {
    CustomerView customer = customer("Hal Ved");
    ContactView contact = contact(customer, NOW, "still here");
    var decision = new GlobalId("Decision", Ids.next());
    right.all.put(
        decision,
        KeptRecords.Kept.of(
            decision, customer.id().value(), RecordClass.DECISION, TODAY, Set.of()));
    clock.set(MUCH_LATER);
    right.failing = true;

    erase(DPO, customer, List.of(id(contact), decision.toString()))
        .errors()
        .satisfy(errors -> assertThat(errors).isNotEmpty());

    assertThat(contacts.find(contact.id()).orElseThrow().note()).isEqualTo("still here");
    assertThat(due(customer)).contains(id(contact), decision.toString());
  }

  @Test
  @DisplayName("T26: while a legal hold stands nothing is erased; then it is again")
  void legalHold() {
    CustomerView customer = customer("Hol Ding");
    String contact = id(contact(customer, NOW, null));
    clock.set(MUCH_LATER);
    assertThat(codes(place(As.legal(), customer, LocalDate.of(2037, 1, 8))))
        .containsExactly("REVIEW_DAY_UNSUITABLE");
    var placed = place(As.legal(), customer, LocalDate.of(2036, 6, 1));
    assertThat(codes(placed)).isEmpty();
    placed.path("answer.hold.placedAs").entity(String.class).isEqualTo("LEGAL");
    String hold = placed.path("answer.hold.id").entity(String.class).get();
    UUID holdId = GlobalId.uuid("LegalHold", hold).orElseThrow();
    assertThat(openDuties(holdId)).containsExactly("LEGAL_HOLD_REVIEW");

    assertThat(codes(erase(DPO, customer, List.of(contact)))).containsExactly("ON_LEGAL_HOLD");
    assertThat(listed(customer, Map.of("onLegalHold", true))).isTrue();
    assertThat(listed(customer, Map.of("onLegalHold", false))).isFalse();
    ask(
            HEAD,
            "query($id: ID!) { customer(id: $id) { legalHolds { standing } } }",
            Map.of("id", id(customer)))
        .path("customer.legalHolds[*].standing")
        .entityList(Boolean.class)
        .containsExactly(true);
    var desk =
        ask(
            OFFICER,
            "query($id: ID!) { customer(id: $id) { legalHolds { reason } withheld { field } } }",
            Map.of("id", id(customer)));
    desk.path("customer.legalHolds").valueIsNull();
    desk.path("customer.withheld[*].field").entityList(String.class).contains("legalHolds");

    var reviewed =
        ask(
            As.monitoringOfficer(),
            REVIEW,
            Map.of("input", Map.of("id", hold, "expectedVersion", 0, "reviewOn", "2036-12-01")));
    assertThat(codes(reviewed)).isEmpty();
    assertThat(duties.openFor(holdId).getFirst().dueOn()).isEqualTo("2036-12-01");
    Map<String, Object> release =
        Map.of(
            "input", Map.of("id", hold, "expectedVersion", 1, "reason", "The claim was settled"));
    assertThat(
            codes(
                ask(
                    As.legal(),
                    RELEASE,
                    Map.of(
                        "input", Map.of("id", hold, "expectedVersion", 0, "reason", "Settled")))))
        .containsExactly("STALE");
    assertThat(codes(ask(As.legal(), RELEASE, release))).isEmpty();
    assertThat(openDuties(holdId)).isEmpty();
    assertThat(
            codes(
                ask(
                    As.legal(),
                    RELEASE,
                    Map.of("input", Map.of("id", hold, "expectedVersion", 2, "reason", "Again")))))
        .containsExactly("HOLD_RELEASED");
    assertThat(codes(erase(DPO, customer, List.of(contact)))).isEmpty();
  }

  @Test
  @DisplayName("T26, T21: a person is one over all their records, for holds and for erasing")
  void mergedPersons() {
    CustomerView kept = customer("Mer Ged", identifier("01827 700001"), email("mer@example.org"));
    CustomerView merged = customer("Mer Ged", identifier("01827 700001"), email("mer@example.org"));
    String contact = id(contact(merged, NOW, null));
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.merge(
                            new Merge(
                                kept.id(),
                                merged.id(),
                                MergeGround.IDENTIFIERS_AGREE,
                                Confidence.CONFIRMED,
                                "One person",
                                null),
                            currentActor.get(),
                            NOW)));
    clock.set(MUCH_LATER);

    assertThat(due(kept)).contains(contact, id(kept), id(merged));
    assertThat(due(merged)).isEqualTo(due(kept));
    String hold =
        place(DPO, merged, LocalDate.of(2036, 6, 1))
            .path("answer.hold.id")
            .entity(String.class)
            .get();
    assertThat(codes(erase(DPO, kept, due(kept)))).contains("ON_LEGAL_HOLD");
    ask(
        DPO,
        RELEASE,
        Map.of("input", Map.of("id", hold, "expectedVersion", 0, "reason", "Not needed")));
    assertThat(codes(erase(DPO, kept, due(kept)))).isEmpty();
    assertThat(kept(kept)).isEmpty();
  }

  private static IdentifierGiven identifier(String telephone) {
    return new IdentifierGiven(IdentifierKind.TELEPHONE, telephone, null, Confidence.CONFIRMED);
  }

  private static IdentifierGiven email(String address) {
    return new IdentifierGiven(IdentifierKind.EMAIL, address, null, Confidence.CONFIRMED);
  }

  @Test
  @DisplayName(
      "T26: one duty tells the data protection officer once a day, and goes when nothing is due")
  void oneDutyForTheOfficer(@Autowired org.springframework.context.ApplicationContext beans) {
    CustomerView customer = customer("Swe Ept");
    contact(customer, NOW, null);
    clock.set(MUCH_LATER);
    var list = UUID.fromString("0197a000-0000-7000-8000-000000000026");

    sweep(beans, MUCH_LATER);
    sweep(beans, MUCH_LATER);

    assertThat(duties.openFor(list))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.ownerRole().name()).isEqualTo("DATA_PROTECTION_OFFICER");
              assertThat(d.dueOn()).isEqualTo("2036-02-07");
            });
    sweep(beans, NOW.minusSeconds(86_400L * 365 * 20));
    assertThat(duties.openFor(list)).isEmpty();
  }

  private static void sweep(org.springframework.context.ApplicationContext beans, Instant at) {
    try {
      Object due = beans.getBean("recordsDue");
      var sweep = due.getClass().getDeclaredMethod("sweep", Instant.class);
      sweep.setAccessible(true);
      sweep.invoke(due, at);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName(
      "T26, F7: somebody with one word in every text is erased: it stands nowhere in the database, and the trail is whole")
  void theWordIsGone() throws Exception {
    String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    CustomerView customer = everythingOf(word);
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .as("it stood everywhere before")
        .contains(
            "intake.customer.name",
            "intake.customer_history.safe_contact",
            "intake.customer_identifier.value",
            "intake.representative.name",
            "intake.adjustment.reason",
            "intake.matter.reference",
            "intake.contact.note",
            "intake.concern.summary",
            "intake.incident.account",
            "intake.incident_history.account",
            "intake.correction.reason",
            "intake.accuracy_challenge.words",
            "intake.correction_telling.how",
            "intake.evidence.what",
            "intake.customer_merge.why",
            "foundation.file.name",
            "foundation.file_chunk.bytes");
    chain.seal();
    assertThat(chain.verify().intact()).isTrue();
    clock.set(MUCH_LATER);
    assertThat(kept(customer).values()).containsOnly("DUE");

    assertThat(codes(erase(DPO, customer, kept(customer).keySet()))).isEmpty();

    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    nothingMoreIsWritten(customer);
    chain.seal();
    assertThat(chain.verify().intact()).isTrue();
    assertThat(kept(customer)).isEmpty();
    ask(
            DPO,
            "query($id: ID!) { customer(id: $id) { name dateOfBirth identifiers { value } } }",
            Map.of("id", id(customer)))
        .path("customer.name")
        .entity(String.class)
        .isEqualTo("[erased 2036-01-07]");
    for (String text : List.of(word, "erased", customer.reference())) {
      ask(
              As.headOfCustomerServices(),
              "query($text: String!) { search(text: $text) { edges { node { reference } } } }",
              Map.of("text", text))
          .path("search.edges[*].node.reference")
          .entityList(String.class)
          .doesNotContain(customer.reference());
    }
    assertThat(
            refused(
                () ->
                    registering.amend(
                        new RegisteringCustomers.CustomerAmendment(
                            customer.id(),
                            customers.find(customer.id()).orElseThrow().version(),
                            "Back again",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                        DPO.call(() -> currentActor.get()),
                        MUCH_LATER)))
        .containsExactly("CUSTOMER_ERASED");
    assertThat(codes(place(DPO, customer, LocalDate.of(2036, 6, 1))))
        .containsExactly("CUSTOMER_ERASED");
  }

  /** What was erased is not filled again. */
  private void nothingMoreIsWritten(CustomerView customer) {
    IncidentView incident = incidents.of(customer.id()).getFirst();
    assertThat(
            HEAD.call(
                () ->
                    refused(
                        () ->
                            correcting.makeVoid(
                                new CorrectingRecords.MakeVoid(
                                    incident.id(), incident.version(), "Never happened"),
                                currentActor.get(),
                                MUCH_LATER))))
        .containsExactly("RECORD_ERASED");
    assertThat(
            HEAD.call(
                () ->
                    refused(
                        () ->
                            correcting.challenge(
                                new Challenge(
                                    customer.id(),
                                    new GlobalId("Incident", incident.id().value()),
                                    "It was not so",
                                    TODAY),
                                currentActor.get(),
                                MUCH_LATER))))
        .contains("RECORD_ERASED");
  }

  /** Somebody of whom every act of this module was done, with one word in each of its texts. */
  private CustomerView everythingOf(String word) throws Exception {
    CustomerView customer = person(word, "01827 709" + (100 + (int) (Math.random() * 899)));
    OFFICER.run(
        () ->
            done(
                () ->
                    registering.recordRepresentative(
                        new RepresentativeToRecord(
                            customer.id(),
                            word + " Sister",
                            word + " Law",
                            word,
                            RepresentativeAuthority.NONE_SEEN,
                            null,
                            null,
                            word + "@example.org",
                            TODAY,
                            null),
                        currentActor.get(),
                        NOW)));
    AdjustmentView adjustment =
        OFFICER.call(
            () ->
                done(
                    () ->
                        deciding.request(
                            new AdjustmentToRequest(
                                customer.id(),
                                AdjustmentCode.OTHER,
                                word + " print",
                                Set.of(),
                                Set.of(),
                                TODAY),
                            currentActor.get(),
                            NOW)));
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        deciding.decide(
                            new AdjustmentDecision(
                                adjustment.id(), adjustment.version(), true, word + " agreed"),
                            currentActor.get(),
                            NOW)));
    OFFICER.run(
        () ->
            done(
                () ->
                    recordingMatters.record(
                        new RecordingMatters.MatterToRecord(
                            null,
                            null,
                            customer.id(),
                            word + "/1",
                            "CRM",
                            word + " roof",
                            HOUSING,
                            null,
                            false,
                            null,
                            null,
                            null,
                            null),
                        currentActor.get(),
                        NOW)));
    ContactView contact = contact(customer, NOW, word + " rang");
    ConcernView concern =
        triaged(
            report(
                OFFICER,
                new ConcernToReport(
                    customer.id(),
                    null,
                    null,
                    HOUSING,
                    word + " summary",
                    List.of(telling(word, contact.id())))),
            TriageOutcome.ACCEPT);
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();
    attach(GlobalId.of("Incident", incident.id().value()), word);
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new Correct(
                            incident.id(),
                            incident.version(),
                            telling(word + " corrected", contact.id()),
                            null,
                            null,
                            word + " said so"),
                        currentActor.get(),
                        NOW)));
    AccuracyChallengeView challenge =
        OFFICER.call(
            () ->
                done(
                    () ->
                        correcting.challenge(
                            new Challenge(
                                customer.id(),
                                new GlobalId("Contact", contact.id().value()),
                                word + " never rang",
                                TODAY),
                            currentActor.get(),
                            NOW)));
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        correcting.decide(
                            new CorrectingRecords.Decide(
                                challenge.id(),
                                challenge.version(),
                                AccuracyOutcome.NOT_CHANGED,
                                word + " did"),
                            currentActor.get(),
                            NOW)));
    tellEverybody(customer, word);
    CustomerView twin = person(word, "01827 70" + (1000 + (int) (Math.random() * 8999)));
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.merge(
                            new Merge(
                                customer.id(),
                                twin.id(),
                                MergeGround.DOCUMENT_SEEN,
                                Confidence.CONFIRMED,
                                word + " is one",
                                word + " passport"),
                            currentActor.get(),
                            NOW)));
    String hold =
        ask(
                DPO,
                PLACE,
                Map.of(
                    "input",
                    Map.of(
                        "customer",
                        id(customer),
                        "reason",
                        word + " claims",
                        "reviewOn",
                        "2027-01-04")))
            .path("answer.hold.id")
            .entity(String.class)
            .get();
    ask(
        DPO,
        RELEASE,
        Map.of("input", Map.of("id", hold, "expectedVersion", 0, "reason", word + " settled")));
    return customer;
  }

  private void tellEverybody(CustomerView customer, String word) {
    jdbc.sql(
            """
            select t.id, t.version from intake.correction_telling t
              left join intake.correction c on c.id = t.correction
              left join intake.incident i on i.id = c.incident
              left join intake.accuracy_challenge a on a.id = t.challenge
             where t.answered_at is null and coalesce(i.customer, a.customer) = ?
            """)
        .param(customer.id().value())
        .query()
        .listOfRows()
        .forEach(
            row ->
                As.headOfCustomerServices()
                    .run(
                        () ->
                            done(
                                () ->
                                    correcting.tell(
                                        new CorrectingRecords.Tell(
                                            new CorrectionTellingId((UUID) row.get("id")),
                                            (Integer) row.get("version"),
                                            NOW,
                                            word + " by letter",
                                            null),
                                        currentActor.get(),
                                        NOW))));
  }

  private CustomerView person(String word, String telephone) {
    CustomerView registered =
        customer(
            new CustomerToRegister(
                CustomerKind.INDIVIDUAL,
                word + " Person",
                LocalDate.of(1990, 1, 1),
                false,
                List.of(
                    identifier(telephone), email(word + "-" + UUID.randomUUID() + "@example.org")),
                new Circumstances(true, word + " lives alone", true, word + " forgets"),
                word,
                word + " mornings",
                List.of()));
    return OFFICER.call(
        () ->
            done(
                () ->
                    registering.amend(
                        new RegisteringCustomers.CustomerAmendment(
                            registered.id(),
                            registered.version(),
                            word.toUpperCase(Locale.ROOT) + " Person",
                            null,
                            null,
                            null,
                            null,
                            word + " afternoons",
                            null),
                        currentActor.get(),
                        NOW)));
  }

  private static IncidentToRecord telling(String word, ContactId contact) {
    return new IncidentToRecord(
        TODAY,
        null,
        Channel.PHONE,
        contact,
        List.of("OTHER"),
        word + " whistled",
        null,
        Set.of(Affected.STAFF),
        word + " desk",
        new Impact(20, true, false, false, word + " waited"),
        false,
        word + " whistled for an hour.",
        null,
        Confidence.CONFIRMED,
        false,
        null,
        Set.of(),
        null);
  }

  private void attach(String subject, String word) throws Exception {
    byte[] content = ("text of " + word).getBytes(StandardCharsets.UTF_8);
    String digest =
        "sha-256=:"
            + Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content))
            + ":";
    OFFICER.run(
        () -> {
          FileView file =
              done(
                  () ->
                      files.start(
                          new Files.ToUpload(word + ".txt", "text/plain", content.length, digest),
                          currentActor.get(),
                          NOW));
          try {
            files.receive(
                file.id(), digest, new ByteArrayInputStream(content), currentActor.get(), NOW);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          assertThat(
                  ask(
                          OFFICER,
                          """
                          mutation($input: EvidenceAttachInput!) {
                            answer: evidenceAttach(input: $input) { refusals { code } } }
                          """,
                          Map.of(
                              "input",
                              Map.of(
                                  "subject",
                                  subject,
                                  "file",
                                  GlobalId.of("File", file.id().value()),
                                  "what",
                                  word + " note",
                                  "givenBy",
                                  word + " neighbour",
                                  "firstHand",
                                  true)))
                      .path("answer.refusals[*].code")
                      .entityList(String.class)
                      .get())
              .isEmpty();
        });
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('intake')").query(String.class).list())
        .isEmpty();
  }
}
