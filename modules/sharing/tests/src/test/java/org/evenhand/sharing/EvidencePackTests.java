package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considering;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditChain;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileContent;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.intake.HouseholdRole;
import org.evenhand.intake.Households;
import org.evenhand.intake.Impact;
import org.evenhand.intake.KeepingEvidence;
import org.evenhand.intake.RecordingEqualityData;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.SubjectCapacity;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Finding;
import org.evenhand.policy.MakingPolicy;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyDraft;
import org.evenhand.policy.PolicyPublication;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.sharing.internal.PackSigning;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The file of a case as one archive that proves itself (F7, question 31). */
class EvidencePackTests extends SharingModuleTest {

  private static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String NOTE = "Seen from the counter.";

  private static final String MAKE =
      """
      mutation($input: EvidencePackInput!) {
        evidencePack(input: $input) {
          evidencePack { id consideration { reference } purpose recipient requestedBy madeBy size digest keyThumbprint chainHead
            download { url expiresAt } }
          refusals { code path } } }
      """;

  @Autowired Considering considering;
  @Autowired Policies policies;
  @Autowired MakingPolicy makingPolicy;
  @Autowired ServiceAreas serviceAreas;
  @Autowired RegisteringCustomers registering;
  @Autowired ReportingConcerns reporting;
  @Autowired KeepingEvidence evidence;
  @Autowired Households households;
  @Autowired RecordingEqualityData equality;
  @Autowired Notices notices;
  @Autowired EvidencePacks packs;
  @Autowired Files files;
  @Autowired Acts acts;
  @Autowired AuditChain chain;
  @Autowired AuditTrail auditTrail;
  @Autowired SigningKeys signingKeys;
  @Autowired CurrentActor currentActor;

  @TempDir Path folder;

  @BeforeEach
  void theCouncil() {
    if (policies.inForce(NOW).isEmpty()) {
      As.headOfCustomerServices()
          .run(
              () -> {
                done(
                    () ->
                        serviceAreas.record(
                            new ServiceAreaToRecord(
                                null, "housing", "Housing", null, null, null, null, null),
                            currentActor.get(),
                            NOW));
                adoptPolicy();
              });
    }
  }

  private void adoptPolicy() {
    PolicyVersionView draft =
        done(
            () ->
                makingPolicy.draft(
                    PolicyDraft.of(
                        "sharing-tests",
                        ChangeKind.CREATION,
                        PolicyDocument.of(
                            "Contact policy for tests",
                            List.of(new PolicySection("1", "Purpose", "To treat people fairly.")))),
                    currentActor.get(),
                    NOW));
    for (Finding finding : draft.findings()) {
      done(
          () ->
              makingPolicy.acceptFinding(
                  draft.id(),
                  null,
                  finding.code(),
                  finding.clause(),
                  "Not what these tests are about.",
                  currentActor.get(),
                  NOW));
    }
    done(
        () ->
            makingPolicy.publish(
                new PolicyPublication(draft.id(), null, null, true, "For the tests."),
                currentActor.get(),
                NOW));
  }

  @Test
  @DisplayName("F7, question 31: the pack holds the whole case, proves itself, and is logged")
  void holdsTheCaseAndProvesItself() throws IOException {
    ConsiderationView view = aCase("Paz Packer");
    seal();

    GraphQlTester.Response answer = ask(As.legal(), MAKE, wanted(view, "Local Ombudsman"));
    assertThat(codes(answer)).isEmpty();
    String thumbprint =
        answer.path("evidencePack.evidencePack.keyThumbprint").entity(String.class).get();
    String url = answer.path("evidencePack.evidencePack.download.url").entity(String.class).get();
    assertThat(url).contains("?token=").doesNotContain("Packer");
    byte[] archive = downloaded(view);
    Map<String, byte[]> pieces = unzipped(archive);

    assertThat(pieces.keySet())
        .contains(
            "index.html",
            "index.json",
            "timeline/timeline.html",
            "timeline/timeline.json",
            "case/case.json",
            "case/readiness.json",
            "policy/sharing-tests.json",
            "adjustments/adjustments.json",
            "evidence/evidence.json",
            "evidence/files/001-note.txt",
            "disclosures/packs.json",
            "audit/entries.ndjson",
            "audit/seals.ndjson",
            "audit/head.json",
            "manifest.json",
            "manifest.jws",
            "key.json")
        .anyMatch(path -> path.matches("letters/001-.*/letter\\.pdf"))
        .anyMatch(path -> path.matches("letters/001-.*/letter\\.html"))
        .anyMatch(path -> path.matches("letters/001-.*/letter\\.txt"))
        .anyMatch(path -> path.matches("audit/links/\\d+\\.txt"));
    assertThat(text(pieces, "index.json")).contains(view.reference(), "Local Ombudsman");
    assertThat(text(pieces, "timeline/timeline.json")).contains("INCIDENT", "CONCERN_REPORTED");
    assertThat(text(pieces, "case/case.json")).contains("\"checks\"", "\"representations\"");
    assertThat(text(pieces, "evidence/files/001-note.txt")).isEqualTo(NOTE);
    assertThat(text(pieces, "evidence/evidence.json"))
        .contains("withheld: about somebody else")
        .doesNotContain("Wilma Witness");
    assertThat(text(pieces, "audit/entries.ndjson")).contains("|considerationOpen|");
    answer
        .path("evidencePack.evidencePack.consideration.reference")
        .entity(String.class)
        .isEqualTo(view.reference());
    String notice =
        pieces.keySet().stream().filter(p -> p.endsWith("/notice.json")).findFirst().orElseThrow();
    assertThat(text(pieces, notice)).contains("\"HAND\"", "\"service\"");

    assertThat(problems(pieces, thumbprint)).isEmpty();
    assertThat(problems(pieces, "another"))
        .singleElement()
        .asString()
        .startsWith("it was signed with another key");
    assertThat(reads("evidencePack", view.customerId().value())).isEqualTo(1);

    ask(As.auditor(), MAKE, wanted(view, "The auditor"));
    assertThat(text(unzipped(downloaded(view)), "disclosures/packs.json"))
        .contains("Local Ombudsman");
    ask(
            As.dataProtectionOfficer(),
            "query($id: ID!) { evidencePacks(consideration: $id) { recipient } }",
            Map.of("id", GlobalId.of("Consideration", view.id().value())))
        .path("evidencePacks[*].recipient")
        .entityList(String.class)
        .containsExactly("Local Ombudsman", "The auditor");
  }

  @Test
  @DisplayName("F7: a byte changed in any piece, and a piece that is missing or added, is found")
  void findsWhatWasTamperedWith() throws IOException {
    ConsiderationView view = aCase("Tam Perred");
    seal();
    assertThat(codes(ask(As.legal(), MAKE, wanted(view, "A court")))).isEmpty();
    Map<String, byte[]> pieces = unzipped(downloaded(view));

    for (String path : pieces.keySet()) {
      var changed = new LinkedHashMap<>(pieces);
      byte[] content = pieces.get(path).clone();
      content[content.length / 2] ^= 1;
      changed.put(path, content);
      assertThat(problems(changed, null)).as("a byte changed in " + path).isNotEmpty();

      var without = new LinkedHashMap<>(pieces);
      without.remove(path);
      assertThat(problems(without, null)).as(path + " missing").contains(path + " is missing");
    }
    var more = new LinkedHashMap<>(pieces);
    more.put("letters/forged.txt", "We told you.".getBytes(StandardCharsets.UTF_8));
    assertThat(problems(more, null))
        .containsExactly("letters/forged.txt is not in the list of contents");
    byte[] whole = downloaded(view);
    Path cut = folder.resolve("cut.zip");
    java.nio.file.Files.write(cut, Arrays.copyOf(whole, whole.length - 30));
    assertThat(PackVerification.problems(cut, null)).isNotEmpty();
  }

  @Test
  @DisplayName("F7: audit entries moved, changed or left out are found though all is signed anew")
  void findsAnAuditTrailThatWasRewritten() throws IOException, GeneralSecurityException {
    ConsiderationView view = aCase("Ord Derly");
    seal();
    assertThat(codes(ask(As.legal(), MAKE, wanted(view, "A court")))).isEmpty();
    Map<String, byte[]> pieces = unzipped(downloaded(view));
    String opened = digestOfAct(pieces, "considerationOpen");
    String link =
        pieces.keySet().stream()
            .filter(p -> p.startsWith("audit/links/"))
            .filter(p -> text(pieces, p).contains(opened))
            .filter(p -> text(pieces, p).lines().count() > 2)
            .findFirst()
            .orElseThrow();
    List<String> lines = text(pieces, link).lines().toList();

    var moved = new ArrayList<>(lines);
    Collections.swap(moved, 1, 2);
    assertThat(problems(signedAnew(pieces, link, String.join("\n", moved)), null))
        .singleElement()
        .asString()
        .contains("of the audit chain does not hold");
    String left = text(pieces, "audit/entries.ndjson").lines().findFirst().orElseThrow();
    var without = new ArrayList<>(lines);
    without.remove(opened);
    assertThat(problems(signedAnew(pieces, link, String.join("\n", without)), null))
        .anyMatch(p -> p.contains("is not in link"));
    assertThat(
            problems(
                signedAnew(
                    pieces,
                    "audit/entries.ndjson",
                    left.replace("legal-1", "other-1").replace("hos-housing", "other-1") + "\n"),
                null))
        .anyMatch(p -> p.startsWith("audit entry"));
    String head = text(pieces, "audit/head.json");
    assertThat(
            problems(
                signedAnew(
                    pieces, "audit/head.json", head.replaceAll("\"seq\" : \\d+", "\"seq\" : 1")),
                null))
        .containsExactly("the head of the audit chain is not its last link");
  }

  @Test
  @DisplayName("T20: nobody else's id or name is in a pack, and the proof holds without them")
  void tellsOfNobodyElse() throws IOException {
    ConsiderationView view = aCase("Nell Neighbour");
    CustomerId other = aCase("Olaf Other").customerId();
    seal();
    assertThat(codes(ask(As.legal(), MAKE, wanted(view, "A court")))).isEmpty();
    Map<String, byte[]> pieces = unzipped(downloaded(view));

    assertThat(problems(pieces, null)).isEmpty();
    pieces.forEach(
        (path, content) ->
            assertThat(new String(content, StandardCharsets.UTF_8))
                .as(path)
                .doesNotContain(other.value().toString(), "Olaf Other", "Wilma Witness"));
    assertThat(text(pieces, "evidence/evidence.json")).contains("A note by [person 1] of the day");
    String link =
        pieces.keySet().stream()
            .filter(p -> p.startsWith("audit/links/"))
            .findFirst()
            .orElseThrow();
    assertThat(text(pieces, link).lines().skip(1)).allMatch(line -> line.matches("[0-9a-f]{64}"));
  }

  @Test
  @DisplayName("F7: what the front line asked about the customer is in the timeline")
  void holdsEachContactCheck() throws IOException {
    ConsiderationView view = aCase("Cher Checked");
    As.officer("housing")
        .run(
            () ->
                auditTrail.recordAnswer(
                    "contactCheck",
                    "ContactCheck",
                    view.customerId().value(),
                    "{}",
                    new byte[] {1}));
    assertThat(auditTrail.answersOf(view.customerId().value(), "contactCheck"))
        .singleElement()
        .satisfies(given -> assertThat(given.at()).isEqualTo(NOW));
    assertThat(auditTrail.answersOf(UUID.randomUUID(), "contactCheck")).isEmpty();
  }

  @Test
  @DisplayName("F7: the private half of a signing key is sealed, and opens with its secret alone")
  void keepsItsKeysSealed() throws IOException {
    assertThat(codes(ask(As.legal(), MAKE, wanted(aCase("Kay Keyes"), "A court")))).isEmpty();

    assertThat(jdbc.sql("select sealed from sharing.council_key").query(String.class).list())
        .isNotEmpty()
        .allSatisfy(kept -> assertThat(PackSigning.opensWith(kept, KEY_SECRET)).isTrue())
        .noneSatisfy(
            kept ->
                assertThat(
                        PackSigning.opensWith(kept, "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="))
                    .isTrue());
    assertThat(signingKeys.open()).isTrue();
  }

  @Test
  @DisplayName("F7: a pack has a case, a recipient and somebody who asked; others may not make one")
  void refusedAndForbidden() {
    GraphQlTester.Response answer =
        ask(
            As.headOfCustomerServices(),
            MAKE,
            Map.of(
                "input",
                Map.of(
                    "consideration",
                    GlobalId.of("Consideration", UUID.randomUUID()),
                    "purpose",
                    "COURT",
                    "recipient",
                    " ",
                    "requestedBy",
                    "")));
    assertThat(codes(answer)).containsExactly("NOT_FOUND", "TEXT_MISSING", "TEXT_MISSING");
    for (As who : List.of(As.officer("housing"), As.headOfService("housing"), As.cmtMember())) {
      ask(
              who,
              MAKE,
              Map.of(
                  "input",
                  Map.of(
                      "consideration",
                      "x",
                      "purpose",
                      "COURT",
                      "recipient",
                      "A",
                      "requestedBy",
                      "B")))
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .singleElement()
                      .satisfies(
                          e -> assertThat(e.getErrorType().toString()).isEqualTo("FORBIDDEN")));
    }
  }

  /** A case with an incident, evidence and a letter that was handed over. */
  private CustomerId registered(
      CustomerKind kind, String name, @Nullable String safeContact, List<CustomerId> members) {
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        registering.register(
                            new RegisteringCustomers.CustomerToRegister(
                                kind,
                                name,
                                null,
                                false,
                                List.of(),
                                Circumstances.NONE_KNOWN,
                                null,
                                safeContact,
                                members),
                            currentActor.get(),
                            NOW))
                    .id());
  }

  private GraphQlTester.Response export(CustomerId customer) {
    return ask(
        As.legal(),
        """
        query($id: ID!) { subjectExport(customer: $id) {
          subjectExport { json files { name what fromPerson download { url } } }
          refusals { code } warnings { code } } }
        """,
        Map.of("id", GlobalId.of("Customer", customer.value())));
  }

  @Test
  @DisplayName("question 21: evidence is in a person's export with its files; who gave it is not")
  void evidenceInAnExport() {
    CustomerId customer = aCase("Edna Evident").customerId();

    GraphQlTester.Response answer = export(customer);

    answer
        .path("subjectExport.subjectExport.json")
        .entity(String.class)
        .satisfies(
            json ->
                assertThat(json)
                    .contains("A note by [person 1] of the day", "Offensive remarks at the desk")
                    .doesNotContain("Wilma", "Witness"));
    answer
        .path("subjectExport.subjectExport.files[0].name")
        .entity(String.class)
        .isEqualTo("note.txt");
    answer
        .path("subjectExport.subjectExport.files[0].fromPerson")
        .entity(Boolean.class)
        .isEqualTo(false);
    answer
        .path("subjectExport.warnings[*].code")
        .entityList(String.class)
        .containsExactly("SUBJECT_FILES_FROM_OTHERS");
    String url =
        answer.path("subjectExport.subjectExport.files[0].download.url").entity(String.class).get();
    FileId file = evidenceOf(customer);
    String token = url.replaceFirst(".*token=", "");
    assertThat(As.legal().call(() -> files.open(file, token, currentActor.get(), NOW)).refusals())
        .isEmpty();
    assertThat(As.auditor().call(() -> files.open(file, token, currentActor.get(), NOW)).refusals())
        .isNotEmpty();
  }

  private FileId evidenceOf(CustomerId customer) {
    return new FileId(
        jdbc.sql("select id from foundation.file where person_id = ? and name = 'note.txt'")
            .param(customer.value())
            .query(UUID.class)
            .single());
  }

  @Test
  @DisplayName(
      "question 21, T15, T20: equality data, household and groups are in it, and nobody else is")
  void householdAndGroupInAnExport() {
    CustomerId other = registered(CustomerKind.INDIVIDUAL, "Chloe Childsname", null, List.of());
    CustomerId customer =
        registered(
            CustomerKind.INDIVIDUAL,
            "Hope Household",
            "Not while Chloe Childsname is at home.",
            List.of());
    CustomerId group =
        registered(CustomerKind.GROUP, "Friends of the Mill", null, List.of(customer, other));
    As.officer("housing")
        .run(
            () -> {
              done(
                  () ->
                      households.record(
                          new Households.LinkToRecord(customer, other, HouseholdRole.CHILD, TODAY),
                          currentActor.get(),
                          NOW));
              done(
                  () ->
                      equality.record(
                          new RecordingEqualityData.AnswersToRecord(
                              customer,
                              Map.of(EqualityCharacteristic.DISABILITY, "YES"),
                              TODAY,
                              true),
                          currentActor.get(),
                          NOW));
            });

    String own = json(customer);
    assertThat(own)
        .contains("DISABILITY", "\"CHILD\"", "Friends of the Mill", "Not while [person 1]")
        .contains("withheld: about somebody else")
        .doesNotContain("Chloe", "Childsname", other.value().toString());
    assertThat(json(other)).doesNotContain("DISABILITY", "Hope", customer.value().toString());
    assertThat(json(group))
        .contains("Friends of the Mill", "withheld: about somebody else")
        .doesNotContain("Hope", "Chloe", "DISABILITY", customer.value().toString());
  }

  private String json(CustomerId customer) {
    return export(customer).path("subjectExport.subjectExport.json").entity(String.class).get();
  }

  private ConsiderationView aCase(String name) {
    CustomerId customer = registered(CustomerKind.INDIVIDUAL, name, null, List.of());
    ConcernView concern = As.headOfService("housing").call(() -> concern(customer));
    return As.headOfService("housing")
        .call(
            () ->
                Objects.requireNonNull(
                    transactions.execute(
                        together -> {
                          ConsiderationView view = opened(customer, concern, name);
                          letter(customer, view);
                          return view;
                        })));
  }

  private ConsiderationView opened(CustomerId customer, ConcernView concern, String name) {
    return Objects.requireNonNull(
        acts.act("considerationOpen", null, name)
            .<ConsiderationView>on(
                "Consideration",
                v -> v.id().value(),
                id -> {
                  throw new IllegalStateException();
                })
            .about(v -> v.customerId().value())
            .perform(
                () ->
                    considering.open(
                        new Considering.Open(
                            customer,
                            HOUSING,
                            Set.of(),
                            Set.of(),
                            false,
                            null,
                            Set.of(concern.id()),
                            Set.of(),
                            List.of(),
                            "Offensive remarks")))
            .orNull());
  }

  private ConcernView concern(CustomerId customer) {
    ConcernView reported =
        done(
            () ->
                reporting.report(
                    new ReportingConcerns.ConcernToReport(
                        customer,
                        null,
                        SubjectCapacity.CUSTOMER,
                        HOUSING,
                        "Offensive remarks at the desk",
                        List.of(
                            new ReportingConcerns.IncidentToRecord(
                                TODAY,
                                null,
                                Channel.FACE_TO_FACE,
                                null,
                                List.of("OFFENSIVE_REMARKS"),
                                null,
                                null,
                                Set.of(Affected.STAFF),
                                null,
                                new Impact(40, true, true, false, null),
                                false,
                                "Called the officer names and stood before the desk.",
                                SourceGrade.FIRST_HAND,
                                Confidence.CONFIRMED,
                                true,
                                null,
                                Set.of(),
                                null))),
                    currentActor.get(),
                    NOW));
    byte[] content = NOTE.getBytes(StandardCharsets.UTF_8);
    FileView file =
        done(
            () ->
                files.start(
                    new Files.ToUpload("note.txt", "text/plain", content.length, digest(content)),
                    currentActor.get(),
                    NOW));
    try {
      Outcome<FileView> received =
          files.receive(
              file.id(),
              digest(content),
              new ByteArrayInputStream(content),
              currentActor.get(),
              NOW);
      assertThat(received.refusals()).isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    done(
        () ->
            evidence.attach(
                new KeepingEvidence.Attach(
                    new GlobalId("Concern", reported.id().value()),
                    file.id(),
                    "A note by Wilma Witness of the day",
                    "Wilma Witness",
                    TODAY,
                    true),
                currentActor.get(),
                NOW));
    return done(
        () ->
            reporting.triage(
                new ReportingConcerns.Triage(
                    reported.id(),
                    reported.version(),
                    ReportingConcerns.TriageOutcome.ACCEPT,
                    null,
                    SubjectCapacity.CUSTOMER,
                    null,
                    null,
                    "Thank you, we look into it."),
                currentActor.get(),
                NOW));
  }

  private void letter(CustomerId customer, ConsiderationView view) {
    NoticeView notice =
        acts.act("noticeIssue", null, view.reference())
            .<NoticeView>on(
                "Notice",
                n -> n.id().value(),
                id -> {
                  throw new IllegalStateException();
                })
            .about(n -> n.customerId())
            .perform(
                () ->
                    notices.issue(
                        new NoticeToIssue(
                            NoticeKind.RESTRICTIONS,
                            customer.value(),
                            "Mx Quill Testperson",
                            view.id().value(),
                            policies.inForce(NOW).orElseThrow().id().value(),
                            true,
                            true,
                            new NoticeParts(
                                "On 20 November you called an officer names at the desk.",
                                List.of(
                                    new ActionPart(
                                        null,
                                        "We take calls from you on Tuesdays.",
                                        TODAY.plusMonths(6),
                                        TODAY.plusMonths(3),
                                        "Three calm months.")),
                                "Write to us at any time.",
                                new AppealPart("the Head of Customer Services", "By letter."),
                                null,
                                Set.of(Ombudsman.LOCAL_GOVERNMENT),
                                "You can ask for a copy of what we hold.",
                                "Tell us if you need another format."),
                            new PlannedService(ServiceMethod.HAND, TODAY, "At the counter"),
                            currentActor.get().id(),
                            Language.ENGLISH)))
            .orNull();
    done(
        () ->
            notices.recordService(
                Objects.requireNonNull(notice).id(),
                new ServiceRecord(ServiceMethod.HAND, NOW, ServiceOutcome.SENT, null, null)));
  }

  private static Map<String, Object> wanted(ConsiderationView view, String recipient) {
    return Map.of(
        "input",
        Map.of(
            "consideration",
            GlobalId.of("Consideration", view.id().value()),
            "purpose",
            "OMBUDSMAN",
            "recipient",
            recipient,
            "requestedBy",
            "An investigator"));
  }

  private static String digestOfAct(Map<String, byte[]> pieces, String act) {
    return text(pieces, "audit/entries.ndjson")
        .lines()
        .filter(line -> line.contains("|" + act + "|"))
        .map(line -> line.replaceAll(".*\"digest\":\"([0-9a-f]{64})\".*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(GraphQlTester.Response answer) {
    return answer.path("evidencePack.refusals[*].code").entityList(String.class).get();
  }

  private void seal() {
    while (chain.seal()) {
      assertThat(chain.verify().intact()).isTrue();
    }
  }

  /** The latest pack of the case, by a link as whoever made it gets one. */
  private byte[] downloaded(ConsiderationView view) throws IOException {
    EvidencePackView pack = packs.of(view.id()).getLast();
    FileContent content =
        As.legal()
            .call(
                () -> {
                  String url = files.link(pack.fileId(), currentActor.get(), NOW).url();
                  return done(
                      () ->
                          files.open(
                              pack.fileId(),
                              url.substring(url.indexOf('=') + 1),
                              currentActor.get(),
                              NOW));
                });
    var archive = new ByteArrayOutputStream();
    content.writeTo(archive);
    assertThat(archive.size()).isEqualTo((int) content.file().size());
    assertThat(content.file().digest()).isEqualTo(digest(archive.toByteArray()));
    return archive.toByteArray();
  }

  private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    var pieces = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        pieces.put(entry.getName(), zip.readAllBytes());
      }
    }
    return pieces;
  }

  private List<String> problems(Map<String, byte[]> pieces, @Nullable String signedBy)
      throws IOException {
    Path file = folder.resolve("pack.zip");
    try (var zip = new ZipOutputStream(java.nio.file.Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> piece : pieces.entrySet()) {
        zip.putNextEntry(new ZipEntry(piece.getKey()));
        zip.write(piece.getValue());
      }
    }
    return PackVerification.problems(file, signedBy);
  }

  /** As somebody would who has all of the archive but not the council's key. */
  private static Map<String, byte[]> signedAnew(
      Map<String, byte[]> pieces, String path, String content) throws GeneralSecurityException {
    var changed = new LinkedHashMap<>(pieces);
    changed.put(path, content.getBytes(StandardCharsets.UTF_8));
    KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return PackSigning.signed(changed, own);
  }

  private static String text(Map<String, byte[]> pieces, String path) {
    return new String(Objects.requireNonNull(pieces.get(path), path), StandardCharsets.UTF_8);
  }

  private int reads(String act, UUID person) {
    return jdbc.sql(
            "select count(*) from foundation.audit_entry where kind = 'R' and act = ? and person_id"
                + " = ?")
        .params(act, person)
        .query(Integer.class)
        .single();
  }

  private static String digest(byte[] content) {
    try {
      return "sha-256=:"
          + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(content))
          + ":";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
