package org.evenhand.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.FileContent;
import org.evenhand.foundation.FileScan;
import org.evenhand.foundation.FileStatus;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files.ToUpload;
import org.evenhand.foundation.FoundationModuleTest;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ScanState;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files from the announcement to the link, against a real PostgreSQL. */
class FilesModuleTests extends FoundationModuleTest {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @Autowired StoredFiles files;
  @Autowired FileSettings settings;
  @Autowired FileTypes types;
  @Autowired FileLinks links;
  @Autowired Acts acts;
  @Autowired AuditTrail auditTrail;
  @Autowired CurrentActor currentActor;
  @Autowired JdbcClient jdbc;
  @Autowired ErasingContent erasing;
  @Autowired TransactionTemplate transactions;

  /** Somebody whom no other test knows: open uploads are counted by person. */
  private As officer;

  @BeforeEach
  void somebodyNew() {
    officer = As.person("officer-" + UUID.randomUUID(), "Officer", "OFFICER", "housing");
  }

  private static byte[] pdf(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static String digest(byte[] content) {
    return ContentDigest.format(ContentDigest.begin().digest(content));
  }

  private static ToUpload announcing(String name, String type, byte[] content) {
    return new ToUpload(name, type, content.length, digest(content));
  }

  private Outcome<FileView> start(As who, ToUpload file) {
    return who.call(() -> files.start(file, currentActor.get(), clock.instant()));
  }

  private Outcome<FileView> send(As who, StoredFiles to, FileView file, byte[] content) {
    return send(who, to, file, new ByteArrayInputStream(content));
  }

  private Outcome<FileView> send(As who, StoredFiles to, FileView file, InputStream content) {
    return who.call(
        () -> to.receive(file.id(), file.digest(), content, currentActor.get(), clock.instant()));
  }

  private FileView announced(byte[] content) {
    Outcome<FileView> started =
        start(officer, announcing("letter.pdf", "application/pdf", content));
    assertThat(started.refusals()).isEmpty();
    return started.orNull();
  }

  private FileView received(byte[] content) {
    return send(officer, files, announced(content), content).orNull();
  }

  private StoredFiles scannedBy(FileScan scan) {
    return new StoredFiles(
        jdbc, settings, types, links, provider(scan), acts, auditTrail, clock, false);
  }

  private static ObjectProvider<FileScan> provider(FileScan scan) {
    return new ObjectProvider<>() {
      @Override
      public FileScan getObject() {
        return scan;
      }

      @Override
      public Stream<FileScan> stream() {
        return Stream.of(scan);
      }
    };
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  private int chunks(FileView file) {
    return jdbc.sql("select count(*) from foundation.file_chunk where file = ?")
        .param(file.id().value())
        .query(Integer.class)
        .single();
  }

  @Test
  void whatWasSentIsHandedOutUnchanged() throws Exception {
    byte[] content = pdf(600_001);
    FileView file = received(content);

    assertThat(file.status()).isEqualTo(FileStatus.RECEIVED);
    assertThat(file.scan()).isEqualTo(ScanState.NOT_SCANNED);
    assertThat(chunks(file)).isEqualTo(3);
    var out = new ByteArrayOutputStream();
    FileContent opened = open(officer, file, token(officer, file)).orNull();
    opened.writeTo(out);
    assertThat(out.toByteArray()).isEqualTo(content);
  }

  @Test
  void everyReasonAgainstAnAnnouncementIsNamedAtOnce() {
    var hopeless = new ToUpload("", "application/x-msdownload", 0, "md5=:abc:");

    assertThat(codes(start(officer, hopeless)))
        .containsExactly("TEXT_MISSING", "TYPE_NOT_TAKEN", "SIZE_OUT_OF_RANGE", "DIGEST_MALFORMED");
    assertThat(
            codes(
                start(
                    officer,
                    new ToUpload(
                        "a\nb.pdf",
                        "application/pdf",
                        settings.largest().toBytes() + 1,
                        digest(pdf(10))))))
        .containsExactly("NAME_MALFORMED", "SIZE_OUT_OF_RANGE");
  }

  @Test
  void onePersonHasOnlySoManyOpenUploads() {
    for (int i = 0; i < settings.openUploads(); i++) {
      assertThat(codes(start(officer, announcing("a.pdf", "application/pdf", pdf(20 + i)))))
          .isEmpty();
    }

    assertThat(codes(start(officer, announcing("a.pdf", "application/pdf", pdf(10)))))
        .containsExactly("TOO_MANY_UPLOADS");
    assertThat(
            codes(
                start(
                    As.headOfService("housing"), announcing("a.pdf", "application/pdf", pdf(10)))))
        .as("somebody else may")
        .isEmpty();
  }

  @Test
  void onePersonHasOnlySoManyOpenBytes() {
    for (int i = 0; i < 4; i++) {
      start(officer, new ToUpload("a.pdf", "application/pdf", 250L << 20, digest(pdf(20 + i))));
    }

    assertThat(
            codes(
                start(
                    officer,
                    new ToUpload("a.pdf", "application/pdf", 250L << 20, digest(pdf(99))))))
        .containsExactly("TOO_MANY_UPLOADS");
  }

  @Test
  void otherContentThanAnnouncedLeavesNothing() {
    byte[] content = pdf(400_000);
    FileView file = announced(content);
    byte[] other = content.clone();
    other[399_999]++;

    assertThat(codes(send(officer, files, file, other))).containsExactly("DIGEST_DIFFERS");
    assertThat(codes(send(officer, files, file, pdf(399_999)))).containsExactly("SIZE_DIFFERS");
    assertThat(codes(send(officer, files, file, pdf(400_001)))).containsExactly("SIZE_DIFFERS");
    assertThat(
            codes(
                officer.call(
                    () ->
                        files.receive(
                            file.id(),
                            null,
                            new ByteArrayInputStream(content),
                            currentActor.get(),
                            NOW))))
        .containsExactly("DIGEST_MISSING");
    assertThat(chunks(file)).isZero();
    assertThat(codes(send(officer, files, file, content))).as("it can be sent again").isEmpty();
  }

  @Test
  void aSenderWhoGoesAwayLeavesNothing() {
    byte[] content = pdf(400_000);
    FileView file = announced(content);
    InputStream breaks =
        new InputStream() {
          private int left = 300_000;

          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            int n = Math.min(left, length);
            left -= n;
            return n == 0 ? read() : n;
          }
        };

    assertThatThrownBy(() -> send(officer, files, file, breaks)).hasRootCauseMessage("gone");
    assertThat(chunks(file)).isZero();
    assertThat(files.find(file.id()).orElseThrow().status()).isEqualTo(FileStatus.ANNOUNCED);
  }

  @Test
  void theContentIsAskedForOnce() {
    byte[] content = pdf(1000);
    FileView file = received(content);

    Outcome<FileView> again = send(officer, files, file, InputStream.nullInputStream());

    assertThat(again.orNull()).isEqualTo(file);
  }

  @Test
  void onlyWhoAnnouncedItSendsIt() {
    byte[] content = pdf(1000);

    assertThat(codes(send(As.headOfService("housing"), files, announced(content), content)))
        .containsExactly("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MZ this is a program", "<html><script>x</script></html>", "GIF89a...."})
  void theContentIsWhatItIsDeclaredToBe(String text) {
    byte[] content = text.getBytes(StandardCharsets.US_ASCII);
    FileView file = start(officer, announcing("a.pdf", "application/pdf", content)).orNull();

    assertThat(codes(send(officer, files, file, content))).containsExactly("TYPE_DIFFERS");
    assertThat(chunks(file)).isZero();
  }

  @Test
  void aDocumentIsAZipToItsFirstBytesAndYetADocument() throws Exception {
    var zip = new ByteArrayOutputStream();
    try (var out = new java.util.zip.ZipOutputStream(zip)) {
      out.putNextEntry(new java.util.zip.ZipEntry("word/document.xml"));
      out.write("<x/>".getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(types.sniff(zip.toByteArray(), "note.docx", DOCX)).isEqualTo(DOCX);
    assertThat(types.sniff(zip.toByteArray(), "note.pdf", "application/pdf"))
        .isNotEqualTo("application/pdf");
    assertThat(types.sniff("Good morning".getBytes(StandardCharsets.UTF_8), "a.txt", "text/plain"))
        .isEqualTo("text/plain");
    assertThat(types.sniff(new byte[] {0, 1, 2, 3, 0, 9}, "a.mp4", "video/mp4"))
        .as("bytes that say nothing are not what they are called")
        .isEqualTo("application/octet-stream");
  }

  @Test
  void aCleanFileIsMarkedSo() throws Exception {
    byte[] content = pdf(1000);
    try (var daemon = new FakeClamd("stream: OK", Integer.MAX_VALUE)) {
      FileView file = announced(content);

      assertThat(send(officer, scannedBy(by(daemon)), file, content).orNull().scan())
          .isEqualTo(ScanState.CLEAN);
      assertThat(daemon.received()).isEqualTo(content);
    }
  }

  @Test
  @DisplayName("F7: an infected file is refused, nothing of it is kept, and the trail says so")
  void anInfectedFileIsNotKept() throws Exception {
    byte[] content = pdf(1000);
    FileView file = announced(content);
    try (var daemon = new FakeClamd("stream: Eicar-Test-Signature FOUND", Integer.MAX_VALUE)) {
      assertThat(codes(send(officer, scannedBy(by(daemon)), file, content)))
          .containsExactly("FILE_INFECTED");
    }

    assertThat(files.find(file.id())).isEmpty();
    assertThat(chunks(file)).isZero();
    assertThat(
            jdbc.sql(
                    "select act, reason_code from foundation.audit_entry where object_id = ?"
                        + " order by id")
                .param(file.id().value())
                .query()
                .listOfRows())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("act", "fileRefuse")
                    .containsEntry("reason_code", "FILE_INFECTED"));
  }

  @Test
  void aScannerThatDoesNotAnswerKeepsTheFileOut() throws Exception {
    byte[] content = pdf(1000);
    FileView file = announced(content);
    int port;
    try (var daemon = new FakeClamd("", 0)) {
      port = daemon.port();
    }
    var gone = new ClamAv(new InetSocketAddress("localhost", port), Duration.ofSeconds(1));

    assertThat(codes(send(officer, scannedBy(gone), file, content)))
        .containsExactly("SCAN_UNAVAILABLE");
    assertThat(chunks(file)).isZero();
  }

  private static FileScan by(FakeClamd daemon) {
    return new ClamAv(new InetSocketAddress("localhost", daemon.port()), Duration.ofSeconds(5));
  }

  @Test
  void aFileIsUsedOnceByWhoSentIt() {
    byte[] content = pdf(1000);
    FileView waiting = announced(content);
    assertThat(usable(officer, waiting)).isEqualTo("FILE_NOT_RECEIVED");
    FileView file = send(officer, files, waiting, content).orNull();

    assertThat(usable(As.headOfService("housing"), file)).isEqualTo("NOT_FOUND");
    assertThat(usable(officer, file)).isNull();
    var owner = new GlobalId("Evidence", UUID.randomUUID());
    FileView kept = files.keep(file.id(), owner, null, NOW);

    assertThat(kept.status()).isEqualTo(FileStatus.KEPT);
    assertThat(kept.owner()).isEqualTo(owner);
    assertThat(usable(officer, file)).isEqualTo("FILE_USED");
    assertThatThrownBy(() -> files.keep(file.id(), owner, null, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  private @Nullable String usable(As who, FileView file) {
    Refusal refusal = who.call(() -> files.usable(file.id(), currentActor.get(), "file"));
    return refusal == null ? null : refusal.code();
  }

  @Test
  void whatNobodyUsesExpires() {
    byte[] content = pdf(1000);
    FileView unused = received(content);
    FileView kept = received(pdf(1001));
    files.keep(kept.id(), new GlobalId("Evidence", UUID.randomUUID()), null, NOW);
    FileView late = announced(pdf(1002));

    clock.advance(settings.expireAfter());
    assertThat(codes(send(officer, files, late, pdf(1002)))).containsExactly("UPLOAD_EXPIRED");
    files.sweep(clock.instant());
    files.sweep(clock.instant());

    assertThat(files.find(unused.id())).isEmpty();
    assertThat(chunks(unused)).isZero();
    assertThat(files.find(kept.id())).isPresent();
    assertThat(chunks(kept)).isEqualTo(1);
  }

  @Test
  @DisplayName("T20: a link is good for one actor, for one file and for minutes")
  void aLinkIsForOneActorAndForMinutes() {
    FileView file = received(pdf(1000));
    FileView another = received(pdf(1001));
    String token = token(officer, file);

    assertThat(codes(open(officer, file, token))).isEmpty();
    assertThat(codes(open(As.headOfService("housing"), file, token)))
        .containsExactly("FILE_LINK_INVALID");
    assertThat(codes(open(officer, another, token))).containsExactly("FILE_LINK_INVALID");
    assertThat(codes(open(officer, file, changed(token)))).containsExactly("FILE_LINK_INVALID");
    assertThat(codes(open(officer, file, ""))).containsExactly("FILE_LINK_INVALID");
    clock.advance(settings.linkFor());
    assertThat(codes(open(officer, file, token))).containsExactly("FILE_LINK_EXPIRED");
  }

  @Test
  @DisplayName("T26: with its record a file loses its name and its content, and nobody fetches it")
  void erasedWithItsRecord() {
    FileView file = received(pdf(600_001));
    var owner = new GlobalId("Evidence", UUID.randomUUID());
    files.keep(file.id(), owner, null, NOW);
    String token = token(officer, file);

    transactions.executeWithoutResult(s -> erasing.around(List.of(owner)));

    assertThat(chunks(file)).isZero();
    FileView left = files.find(file.id()).orElseThrow();
    assertThat(left.status()).isEqualTo(FileStatus.ERASED);
    assertThat(left.name()).isEqualTo("[erased 2026-11-23]");
    assertThat(left.digest()).isEqualTo(file.digest());
    assertThat(codes(open(officer, file, token))).containsExactly("FILE_ERASED");
    assertThat(files.content(file.id())).isEmpty();
    assertThat(usable(officer, file)).isEqualTo("FILE_USED");
  }

  @Test
  @DisplayName("T20: whose file was fetched is in the trail before the first byte")
  void fetchingIsLogged() {
    FileView file = received(pdf(1000));
    UUID person = UUID.randomUUID();
    files.keep(file.id(), new GlobalId("Evidence", UUID.randomUUID()), person, NOW);

    open(officer, file, token(officer, file));

    assertThat(
            jdbc.sql("select act, kind, object_id from foundation.audit_entry where person_id = ?")
                .param(person)
                .query()
                .listOfRows())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("act", "fileDownload")
                    .containsEntry("kind", "R")
                    .containsEntry("object_id", file.id().value()));
  }

  @Test
  void chunksNeverChange() {
    FileView file = received(pdf(1000));

    assertThatThrownBy(
            () ->
                jdbc.sql("update foundation.file_chunk set position = 7 where file = ?")
                    .param(file.id().value())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  /** The same with another signature. */
  private static String changed(String token) {
    return token.substring(0, 20) + (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21);
  }

  private String token(As who, FileView file) {
    String url = who.call(() -> files.link(file.id(), currentActor.get(), clock.instant())).url();
    assertThat(url).doesNotContain("letter");
    return url.substring(url.indexOf("token=") + "token=".length());
  }

  private Outcome<FileContent> open(As who, FileView file, String token) {
    return who.call(() -> files.open(file.id(), token, currentActor.get(), clock.instant()));
  }

  @Test
  void uploadsAreAnnouncedThroughTheApi() {
    byte[] content = pdf(500);
    String announce =
        """
        mutation($digest: String!) {
          uploadStart(input: {name: "Étage 3.pdf", type: "application/pdf", size: 500,
                              digest: $digest, idempotencyKey: "one"}) {
            upload { url expiresAt file { id name type size digest status scan uploadedBy
                     receivedAt link { url expiresAt } } }
            refusals { code path }
          }
        }
        """;

    var answer = ask(officer, announce, "digest", digest(content));

    String id = answer.path("uploadStart.upload.file.id").entity(String.class).get();
    answer.path("uploadStart.upload.url").entity(String.class).isEqualTo("/files/" + id);
    answer.path("uploadStart.upload.file.status").entity(String.class).isEqualTo("ANNOUNCED");
    answer.path("uploadStart.upload.file.link").valueIsNull();
    ask(officer, announce, "digest", digest(content))
        .path("uploadStart.upload.file.id")
        .entity(String.class)
        .isEqualTo(id);
    ask(officer, announce.replace("one", "two"), "digest", "none")
        .path("uploadStart.refusals[*].code")
        .entityList(String.class)
        .containsExactly("DIGEST_MALFORMED");
    ask(As.auditor(), announce, "digest", digest(content))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
