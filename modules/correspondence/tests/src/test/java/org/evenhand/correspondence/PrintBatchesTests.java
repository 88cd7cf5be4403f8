package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;
import org.evenhand.correspondence.internal.PrintingNotices;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P10.3: letters for the post go to the printer once, and count as sent on the day of posting. */
class PrintBatchesTests extends Story {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String MAKE =
      """
      mutation { printBatchMake(input: {}) {
        printBatch { id version reference postOn madeBy handedOverAt postedOn
          items { position method fileName digest notice { reference } }
          availableActions { action allowed mutation } }
        refusals { code message } } }
      """;

  private static final String CONFIRM =
      """
      mutation ($input: PrintBatchConfirmInput!) { printBatchConfirm(input: $input) {
        printBatch { version postedOn availableActions { action allowed } }
        refusals { code path } warnings { code message } } }
      """;

  @Autowired PrintingNotices printing;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName(
      "P10.3, F7: made once, archive with manifest and digests, posted on a day, reprinted")
  void aBatchFromMakingToPosting() throws Exception {
    everythingElseIsOut();
    NoticeView first = issue("Fiona First", ServiceMethod.FIRST_CLASS, TODAY);
    NoticeView second = issue("Sam Second", ServiceMethod.SECOND_CLASS, TODAY);
    issue("Lara Later", ServiceMethod.FIRST_CLASS, TODAY.plusDays(3));
    issue("Hal Handed", ServiceMethod.HAND, TODAY);

    var made = As.headOfCustomerServices().call(() -> graphQl.document(MAKE).execute());
    String id = made.path("printBatchMake.printBatch.id").entity(String.class).get();
    made.path("printBatchMake.printBatch.postOn").entity(String.class).isEqualTo("2026-11-23");
    made.path("printBatchMake.printBatch.items[*].notice.reference")
        .entityList(String.class)
        .containsExactly(first.reference(), second.reference());
    PrintBatchView batch = batch(id);

    As.headOfCustomerServices()
        .run(
            () ->
                graphQl
                    .document(MAKE)
                    .execute()
                    .path("printBatchMake.refusals[*].code")
                    .entityList(String.class)
                    .containsExactly("PRINT_NOTHING_DUE"));

    printing.sweep(MONDAY_TEN);
    Path archive = PRINTER.resolve(batch.reference() + ".zip");
    JsonNode manifest = manifest(archive);
    assertThat(manifest.get("batch").asString()).isEqualTo(batch.reference());
    assertThat(manifest.get("letters")).hasSize(2);
    JsonNode line = manifest.get("letters").get(1);
    assertThat(line.get("franking").asString()).isEqualTo("second-class");
    assertThat(line.get("address").get(0).asString()).isEqualTo("1 Test Way");
    assertThat(line.get("sha256").asString())
        .isEqualTo(digest(archive, line.get("file").asString()))
        .isEqualTo(notices.document(second.id(), LetterFormat.PDF).orElseThrow().digest());

    clock.set(Instant.parse("2026-11-25T09:00:00Z"));
    Map<String, Object> input =
        Map.of("batch", id, "expectedVersion", batch(id).version(), "postedOn", "2026-11-24");
    As.headOfCustomerServices()
        .run(
            () -> {
              var confirmed = ask(CONFIRM, Map.of("input", input));
              confirmed.path("printBatchConfirm.refusals").entityList(Object.class).hasSize(0);
              confirmed.path("printBatchConfirm.warnings").entityList(Object.class).hasSize(0);
              ask(CONFIRM, Map.of("input", Map.of("batch", id, "postedOn", "2026-11-24")))
                  .path("printBatchConfirm.refusals[*].code")
                  .entityList(String.class)
                  .containsExactly("PRINT_BATCH_POSTED");
            });
    NoticeView served = notices.find(first.id()).orElseThrow();
    assertThat(served.service())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.sentAt()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
              assertThat(entry.method()).isEqualTo(ServiceMethod.FIRST_CLASS);
              assertThat(entry.evidence()).contains(batch.reference());
            });
    assertThat(served.notification())
        .isEqualTo(
            new Notification(
                Instant.parse("2026-11-26T00:00:00Z"), LocalDate.of(2026, 11, 26), false));
    assertThat(notices.find(second.id()).orElseThrow().notification().on())
        .isEqualTo(LocalDate.of(2026, 11, 30));

    byte[] before = Files.readAllBytes(archive);
    Files.delete(archive);
    As.headOfCustomerServices()
        .run(() -> done(() -> printing.reprint(new PrintBatchId(uuid(id)), null)));
    printing.sweep(clock.instant());
    assertThat(Files.readAllBytes(archive)).isEqualTo(before);
    assertThat(notices.find(first.id()).orElseThrow().service()).hasSize(1);
  }

  @Test
  @DisplayName("P10.3: before the cut-off for today's post, after it for the next working day's")
  void theCutOff() {
    everythingElseIsOut();
    issue("Cora Cutoff", ServiceMethod.FIRST_CLASS, TODAY);
    issue("Tia Tuesday", ServiceMethod.FIRST_CLASS, TODAY.plusDays(1));
    clock.set(Instant.parse("2026-11-23T15:00:00Z"));
    PrintBatchView batch = As.headOfCustomerServices().call(() -> done(() -> printing.make()));
    assertThat(batch.postOn()).isEqualTo(TODAY.plusDays(1));
    assertThat(batch.items()).hasSize(2);
  }

  @Test
  @DisplayName("refused: a day ahead, a day before it was made, another version, another role")
  void refusals() {
    everythingElseIsOut();
    issue("Rex Refused", ServiceMethod.FIRST_CLASS, TODAY);
    PrintBatchView batch = As.headOfCustomerServices().call(() -> done(() -> printing.make()));
    As.headOfCustomerServices()
        .run(
            () -> {
              assertThat(refused(() -> printing.confirm(batch.id(), null, TODAY.plusDays(1))))
                  .containsExactly("PRINT_POSTED_IN_THE_FUTURE");
              assertThat(refused(() -> printing.confirm(batch.id(), null, TODAY.minusDays(1))))
                  .containsExactly("PRINT_POSTED_BEFORE_MADE");
              assertThat(refused(() -> printing.confirm(batch.id(), 9, TODAY)))
                  .containsExactly("STALE");
              assertThat(refused(() -> printing.reprint(new PrintBatchId(UUID.randomUUID()), null)))
                  .containsExactly("NOT_FOUND");
            });
    for (As other : List.of(As.officer("housing"), As.headOfService("housing"), As.auditor())) {
      other.run(
          () ->
              graphQl
                  .document(MAKE)
                  .execute()
                  .errors()
                  .satisfy(
                      errors ->
                          assertThat(errors)
                              .isNotEmpty()
                              .allSatisfy(
                                  e ->
                                      assertThat(e.getExtensions())
                                          .containsEntry("code", "FORBIDDEN"))));
    }
  }

  @Test
  @DisplayName("a letter that was handed over meanwhile keeps that, and the answer says so")
  void servedOtherwise() {
    everythingElseIsOut();
    NoticeView handed = issue("Otto Otherwise", ServiceMethod.FIRST_CLASS, TODAY);
    PrintBatchView batch = As.headOfCustomerServices().call(() -> done(() -> printing.make()));
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            handed.id(),
                            new ServiceRecord(
                                ServiceMethod.HAND, MONDAY_TEN, ServiceOutcome.SENT, null, null))));
    As.headOfCustomerServices()
        .run(
            () ->
                ask(
                        CONFIRM,
                        Map.of(
                            "input",
                            Map.of(
                                "batch",
                                GlobalId.of("PrintBatch", batch.id().value()),
                                "postedOn",
                                TODAY.toString())))
                    .path("printBatchConfirm.warnings[*].code")
                    .entityList(String.class)
                    .containsExactly("PRINT_ITEM_SERVED_OTHERWISE"));
    assertThat(notices.find(handed.id()).orElseThrow().service())
        .singleElement()
        .extracting(ServiceEntry::method)
        .isEqualTo(ServiceMethod.HAND);
  }

  @Test
  @DisplayName("two who make a batch at the same time: each letter is in exactly one")
  void eachLetterIsInOneBatch() throws Exception {
    everythingElseIsOut();
    NoticeView notice = issue("Una Once", ServiceMethod.FIRST_CLASS, TODAY);
    Callable<Boolean> make =
        () ->
            As.headOfCustomerServices()
                .call(
                    () -> {
                      try {
                        Outcome<PrintBatchView> outcome =
                            transactions.execute(status -> printing.make());
                        return outcome.orNull() != null;
                      } catch (org.springframework.dao.DuplicateKeyException e) {
                        return false;
                      }
                    });
    try (var both = Executors.newFixedThreadPool(2)) {
      var answers = both.invokeAll(List.of(make, make));
      int done = 0;
      for (var answer : answers) {
        done += answer.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(
            jdbc.sql("select count(*) from correspondence.print_item where notice_id = ?")
                .param(notice.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private void everythingElseIsOut() {
    As.headOfCustomerServices()
        .run(
            () -> {
              clock.set(Instant.parse("2027-11-22T10:00:00Z"));
              transactions.executeWithoutResult(status -> printing.make());
              clock.set(MONDAY_TEN);
            });
  }

  private NoticeView issue(String name, ServiceMethod method, LocalDate on) {
    UUID customer = customer(name);
    return As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        notices.issue(
                            Samples.about(
                                customer, UUID.randomUUID(), policyVersion(), on, method))));
  }

  private GraphQlTester.Response ask(String document, Map<String, Object> variables) {
    return graphQl.document(document).variables(variables).execute();
  }

  private PrintBatchView batch(String id) {
    return printing.find(new PrintBatchId(uuid(id))).orElseThrow();
  }

  private static UUID uuid(String id) {
    return GlobalId.uuid("PrintBatch", id).orElseThrow();
  }

  private static JsonNode manifest(Path archive) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      return JsonMapper.builder()
          .build()
          .readTree(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes());
    }
  }

  private static String digest(Path archive, String file)
      throws IOException, NoSuchAlgorithmException {
    try (var zip = new ZipFile(archive.toFile())) {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(zip.getInputStream(zip.getEntry(file)).readAllBytes()));
    }
  }
}
