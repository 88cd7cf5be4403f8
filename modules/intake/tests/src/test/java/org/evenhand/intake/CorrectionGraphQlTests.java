package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Evidence and corrections from the seats of those who use them. */
class CorrectionGraphQlTests extends IntakeModuleTest {

  private static final String ATTACH =
      """
      mutation($input: EvidenceAttachInput!) {
        evidenceAttach(input: $input) {
          evidence { id what givenBy madeOn firstHand attachedBy attachedAt
            file { name scan status link { url } } }
          refusals { code path }
        }
      }
      """;

  private static final String INCIDENT =
      """
      query($id: ID!) {
        node(id: $id) {
          ... on Incident {
            version voided { at by reason } account
            evidence { what file { name } }
            corrections { kind reason by at tellings { id version recipient name toldThrough dueOn
                          toldAt how notToldBecause answeredBy } }
            earlierVersions { version occurredOn occurredAt channel behaviours { code }
              otherBehaviour account sourceGrade identityConfidence tested knownFrom knownUntil
              endedBy }
            challenges { id version words outcome reasons decidedBy decidedAt customer { name }
              subject serviceArea { code } receivedOn takenBy decideBy
              tellings { recipient } availableActions { action allowed due refusals { code } } }
            availableActions { action allowed mutation refusals { code } }
            withheld { field reason }
          }
        }
      }
      """;

  private static final String VOID =
      """
      mutation($input: IncidentVoidInput!) {
        incidentVoid(input: $input) {
          incident { version voided { reason } }
          refusals { code path ... on AuthorityRefusal { whoMay } }
        }
      }
      """;

  @Autowired Files files;

  private IncidentView recorded(String name) {
    ConcernView concern =
        report(
            As.officer("housing"),
            about(customer(name), HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    return incidents.ofConcerns(List.of(concern.id())).getFirst();
  }

  private static String id(IncidentView incident) {
    return GlobalId.of("Incident", incident.id().value());
  }

  /** A file that this person sent. */
  private String sent(As who, String text) {
    byte[] content = (text + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    return who.call(
        () -> {
          String digest =
              "sha-256=:"
                  + Base64.getEncoder()
                      .encodeToString(MessageDigest.getInstance("SHA-256").digest(content))
                  + ":";
          FileView file =
              done(
                  () ->
                      files.start(
                          new Files.ToUpload("note.txt", "text/plain", content.length, digest),
                          currentActor.get(),
                          clock.instant()));
          assertThat(
                  files
                      .receive(
                          file.id(),
                          digest,
                          new ByteArrayInputStream(content),
                          currentActor.get(),
                          clock.instant())
                      .refusals())
              .isEmpty();
          return GlobalId.of("File", file.id().value());
        });
  }

  private GraphQlTester.Response attach(As who, String subject, String file) {
    return ask(
        who,
        ATTACH,
        Map.of(
            "input",
            Map.of(
                "subject",
                subject,
                "file",
                file,
                "what",
                "Note of the call",
                "givenBy",
                "The officer who took it",
                "madeOn",
                "2026-11-23",
                "firstHand",
                true)));
  }

  private static List<String> codes(GraphQlTester.Response answer, String act) {
    return answer.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  @Test
  @DisplayName("F7, F13: evidence says what it is, who gave it, when it was made and at which hand")
  void evidenceIsAttached() {
    IncidentView incident = recorded("Evi Dence");
    As officer = As.officer("housing");
    String file = sent(officer, "note");

    var answer = attach(officer, id(incident), file);

    assertThat(codes(answer, "evidenceAttach")).isEmpty();
    answer.path("evidenceAttach.evidence.what").entity(String.class).isEqualTo("Note of the call");
    answer.path("evidenceAttach.evidence.firstHand").entity(Boolean.class).isEqualTo(true);
    answer.path("evidenceAttach.evidence.file.scan").entity(String.class).isEqualTo("NOT_SCANNED");
    answer
        .path("evidenceAttach.evidence.file.link.url")
        .entity(String.class)
        .matches(url -> url.startsWith("/files/") && !url.contains("note"));
    ask(officer, INCIDENT, Map.of("id", id(incident)))
        .path("node.evidence[*].file.name")
        .entityList(String.class)
        .containsExactly("note.txt");
    assertThat(codes(attach(officer, id(incident), file), "evidenceAttach"))
        .as("a file is used once")
        .containsExactly("FILE_USED");
  }

  @Test
  @DisplayName("F7: documents come with a contact, and with a concern")
  void documentsComeWithContactsAndConcerns() {
    CustomerView customer = customer("Doc Ument");
    As officer = As.officer("housing");
    ContactView contact =
        officer.call(
            () ->
                done(
                    () ->
                        logging.log(
                            new LoggingContacts.ContactToLog(
                                customer.id(),
                                null,
                                HOUSING,
                                Channel.LETTER,
                                ContactDirection.IN,
                                NOW,
                                ContactCause.FIRST_CONTACT,
                                null,
                                null,
                                Speaker.SELF,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false),
                            currentActor.get(),
                            NOW)));
    String id = GlobalId.of("Contact", contact.id().value());

    assertThat(codes(attach(officer, id, sent(officer, "letter")), "evidenceAttach")).isEmpty();
    ask(
            officer,
            "query($id: ID!) { node(id: $id) { ... on Contact { evidence { what } } } }",
            Map.of("id", id))
        .path("node.evidence[*].what")
        .entityList(String.class)
        .containsExactly("Note of the call");
    ConcernView concern =
        report(officer, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    String concernId = GlobalId.of("Concern", concern.id().value());
    assertThat(codes(attach(officer, concernId, sent(officer, "n")), "evidenceAttach")).isEmpty();
    ask(
            officer,
            "query($id: ID!) { concern(id: $id) { evidence { givenBy } } }",
            Map.of("id", concernId))
        .path("concern.evidence[*].givenBy")
        .entityList(String.class)
        .hasSize(1);
  }

  @Test
  @DisplayName("T20: evidence is attached to what one may see, with a file of one's own")
  void attachingIsRefused() {
    IncidentView incident = recorded("Re Fused");
    As officer = As.officer("housing");
    As elsewhere = As.person("officer-2", "Elsewhere", "OFFICER", "planning");

    assertThat(codes(attach(elsewhere, id(incident), sent(elsewhere, "x")), "evidenceAttach"))
        .containsExactly("NOT_FOUND");
    assertThat(codes(attach(officer, id(incident), sent(elsewhere, "x")), "evidenceAttach"))
        .containsExactly("NOT_FOUND");
    assertThat(codes(attach(officer, "nothing", sent(officer, "x")), "evidenceAttach"))
        .containsExactly("NOT_FOUND");
    attach(As.auditor(), id(incident), "x")
        .errors()
        .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
  }

  @Test
  @DisplayName("T27: a head of service makes an incident void; an officer is not heard")
  void incidentsAreMadeVoid() {
    IncidentView incident = recorded("Made Void");
    Map<String, Object> input =
        Map.of(
            "input",
            Map.of(
                "id", id(incident), "expectedVersion", incident.version(), "reason", "Mistaken."));

    ask(As.officer("housing"), VOID, input)
        .errors()
        .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
    assertThat(codes(ask(As.headOfService("leisure"), VOID, input), "incidentVoid"))
        .containsExactly("NOT_FOUND");
    ask(As.headOfService("housing"), VOID, input)
        .path("incidentVoid.incident.voided.reason")
        .entity(String.class)
        .isEqualTo("Mistaken.");

    var read = ask(As.officer("housing"), INCIDENT, Map.of("id", id(incident)));
    read.path("node.account").entity(String.class).isEqualTo(incident.account());
    read.path("node.corrections[*].kind").entityList(String.class).containsExactly("VOIDED");
    read.path("node.earlierVersions").entityList(Object.class).hasSize(1);
    read.path("node.availableActions[*].refusals[*].code")
        .entityList(String.class)
        .contains("INCIDENT_VOID");
  }

  @Test
  @DisplayName("T27: an incident is corrected and moved in one act, through the API")
  void incidentsAreCorrected() {
    IncidentView incident = recorded("By Api");
    CustomerView right = customer("Api Right");

    var answer =
        ask(
            As.headOfService("housing"),
            """
            mutation($input: IncidentCorrectInput!) {
              incidentCorrect(input: $input) {
                incident { occurredOn customer { name } corrections { kind } }
                refusals { code path }
              }
            }
            """,
            Map.of(
                "input",
                Map.of(
                    "id",
                    id(incident),
                    "expectedVersion",
                    incident.version(),
                    "movedTo",
                    id(right),
                    "reason",
                    "Two calls were mixed up.",
                    "content",
                    Map.of(
                        "occurredOn",
                        "2026-11-20",
                        "channel",
                        "PHONE",
                        "behaviours",
                        List.of("OFFENSIVE_REMARKS"),
                        "affected",
                        List.of("STAFF"),
                        "impact",
                        Map.of("stress", true, "hinderedPerformance", false, "distress", false),
                        "account",
                        "Remarks about the officer.",
                        "identityConfidence",
                        "CONFIRMED"))));

    assertThat(codes(answer, "incidentCorrect")).isEmpty();
    answer
        .path("incidentCorrect.incident.customer.name")
        .entity(String.class)
        .isEqualTo("Api Right");
    answer.path("incidentCorrect.incident.occurredOn").entity(String.class).isEqualTo("2026-11-20");
    answer
        .path("incidentCorrect.incident.corrections[*].kind")
        .entityList(String.class)
        .satisfies(kinds -> assertThat(kinds).containsExactlyInAnyOrder("CORRECTED", "MOVED"));
  }

  @Test
  @DisplayName(
      "T27: a customer's challenge is taken down, listed and decided, and the customer told")
  void challengesAreDecided() {
    IncidentView incident = recorded("Api Challenge");
    String customer = GlobalId.of("Customer", incident.customerId().value());
    String id =
        ask(
                As.officer("housing"),
                """
                mutation($input: AccuracyChallengeInput!) {
                  accuracyChallenge(input: $input) { challenge { id decideBy } refusals { code } }
                }
                """,
                Map.of(
                    "input",
                    Map.of(
                        "customer",
                        customer,
                        "subject",
                        id(incident),
                        "words",
                        "That was not me.",
                        "receivedOn",
                        "2026-11-23")))
            .path("accuracyChallenge.challenge.id")
            .entity(String.class)
            .get();
    String list =
        """
        query($customer: ID!) {
          accuracyChallenges(filter: {open: true, customer: $customer}) {
            totalCount edges { node { id words } } } }
        """;
    ask(As.dataProtectionOfficer(), list, Map.of("customer", customer))
        .path("accuracyChallenges.totalCount")
        .entity(Integer.class)
        .isEqualTo(1);
    ask(As.headOfService("leisure"), list, Map.of("customer", customer))
        .path("accuracyChallenges.edges")
        .entityList(Object.class)
        .hasSize(0);

    String decide =
        """
        mutation($input: AccuracyDecideInput!) {
          accuracyDecide(input: $input) {
            challenge { version outcome decidedBy tellings { id version recipient } }
            refusals { code } } }
        """;
    Map<String, Object> input =
        Map.of(
            "input",
            Map.of(
                "id", id, "expectedVersion", 0, "outcome", "NOT_CHANGED", "reasons", "Recorded."));
    ask(As.officer("housing"), decide, input)
        .errors()
        .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
    var decided = ask(As.headOfService("housing"), decide, input);
    assertThat(codes(decided, "accuracyDecide")).isEmpty();
    String telling =
        decided.path("accuracyDecide.challenge.tellings[0].id").entity(String.class).get();
    ask(
            As.headOfService("housing"),
            """
            mutation($input: CorrectionTellInput!) {
              correctionTell(input: $input) { telling { toldAt how } refusals { code } } }
            """,
            Map.of(
                "input",
                Map.of(
                    "id",
                    telling,
                    "expectedVersion",
                    0,
                    "toldAt",
                    "2026-11-23T09:00:00Z",
                    "how",
                    "Letter")))
        .path("correctionTell.telling.how")
        .entity(String.class)
        .isEqualTo("Letter");
    var read = ask(As.officer("housing"), INCIDENT, Map.of("id", id(incident)));
    read.path("node.challenges[*].words")
        .entityList(String.class)
        .containsExactly("That was not me.");
    read.path("node.withheld").entityList(Object.class).hasSize(0);
  }
}
