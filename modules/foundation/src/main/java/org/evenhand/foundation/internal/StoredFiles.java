package org.evenhand.foundation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.FileContent;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.FileScan;
import org.evenhand.foundation.FileStatus;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ScanState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files in PostgreSQL: a row each, their content in chunks of one size. */
@Service
class StoredFiles implements Files {

  private static final Logger LOG = LoggerFactory.getLogger(StoredFiles.class);

  private static final String JAR = "application/java-archive";
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TYPE = 200;

  private static final String COLUMNS =
      """
      select id, name, type, size, digest, uploaded_by, started_at, expires_at, received_at, scan,
             owner_type, owner_id, person_id, erased_at
        from foundation.file\s""";

  private final JdbcClient jdbc;
  private final FileSettings settings;
  private final FileTypes types;
  private final FileLinks links;
  private final ObjectProvider<FileScan> scanner;
  private final Acts acts;
  private final AuditTrail auditTrail;
  private final Clock clock;
  private final boolean sweeping;

  StoredFiles(
      JdbcClient jdbc,
      FileSettings settings,
      FileTypes types,
      FileLinks links,
      ObjectProvider<FileScan> scanner,
      Acts acts,
      AuditTrail auditTrail,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.types = types;
    this.links = links;
    this.scanner = scanner;
    this.acts = acts;
    this.auditTrail = auditTrail;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Override
  @Transactional
  public Outcome<FileView> start(ToUpload file, Actor by, Instant now) {
    var refusals = new RefusalList();
    refusals.add(Acts.text(file.name(), LONGEST_NAME, "name"));
    refusals.addIf(file.name().chars().anyMatch(Character::isISOControl), "NAME_MALFORMED", "name");
    String type = file.type().length() > LONGEST_TYPE ? null : types.normal(file.type());
    if (type == null || !taken(type, by)) {
      refusals.add(
          Refusal.at(
              "TYPE_NOT_TAKEN", Map.of("types", String.join(", ", settings.types())), "type"));
    }
    if (file.size() < 1 || file.size() > settings.largest().toBytes()) {
      refusals.add(
          Refusal.at(
              "SIZE_OUT_OF_RANGE",
              Map.of("most", Long.toString(settings.largest().toMegabytes())),
              "size"));
    }
    Optional<byte[]> digest = ContentDigest.parse(file.digest());
    refusals.addIf(digest.isEmpty(), "DIGEST_MALFORMED", "digest");
    if (!refusals.none()) {
      return refusals.refused();
    }
    refusals.addIf(tooManyOpen(by, file.size(), now), "TOO_MANY_UPLOADS");
    if (!refusals.none()) {
      return refusals.refused();
    }
    var id = new FileId(Ids.next());
    jdbc.sql(
            """
            insert into foundation.file
              (id, version, name, type, size, digest, uploaded_by, started_at, expires_at)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(file.name().strip())
        .param(type)
        .param(file.size())
        .param(digest.orElseThrow())
        .param(by.id().value())
        .param(Timestamp.from(now))
        .param(Timestamp.from(now.plus(settings.expireAfter())))
        .update();
    return Outcome.done(find(id).orElseThrow());
  }

  /** Plugins come from plugin administrators only; nobody else sends what could be run. */
  private boolean taken(String type, Actor by) {
    return settings.types().stream().anyMatch(t -> type.equals(types.normal(t)))
        || (by.holds(Role.PLUGIN_ADMINISTRATOR) && type.equals(types.normal(JAR)));
  }

  private boolean tooManyOpen(Actor by, long more, Instant now) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('foundation.file ' || ?, 0))")
        .param(by.id().value())
        .query((row, n) -> true)
        .single();
    return jdbc.sql(
            """
            select count(*) >= :files or coalesce(sum(size), 0) + :more > :bytes
              from foundation.file
             where uploaded_by = :by and kept_at is null and expires_at > :now
            """)
        .param("files", settings.openUploads())
        .param("more", more)
        .param("bytes", settings.openSize().toBytes())
        .param("by", by.id().value())
        .param("now", Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  @Override
  public Outcome<FileView> receive(
      FileId id, @Nullable String digest, InputStream content, Actor by, Instant now)
      throws IOException {
    Optional<FileView> found = find(id).filter(f -> f.uploadedBy().equals(by.id()));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("File"));
    }
    FileView announced = found.get();
    Optional<byte[]> stated = ContentDigest.parse(digest);
    if (stated.isEmpty()) {
      return Outcome.refused(Refusal.of("DIGEST_MISSING"));
    }
    if (!ContentDigest.format(stated.get()).equals(announced.digest())) {
      return Outcome.refused(Refusal.of("DIGEST_DIFFERS"));
    }
    if (announced.status() != FileStatus.ANNOUNCED) {
      return Outcome.done(announced);
    }
    if (!now.isBefore(announced.expiresAt())) {
      return Outcome.refused(Refusal.of("UPLOAD_EXPIRED"));
    }
    try (Spool spool = Spool.take(content, announced.size())) {
      if (spool.size() != announced.size()) {
        return Outcome.refused(
            Refusal.of("SIZE_DIFFERS", Map.of("announced", Long.toString(announced.size()))));
      }
      if (!MessageDigest.isEqual(spool.digest(), stated.get())) {
        return Outcome.refused(Refusal.of("DIGEST_DIFFERS"));
      }
      String really =
          types.sniff(spool.read().readNBytes(FileTypes.HEAD), announced.name(), announced.type());
      if (!really.equals(announced.type())) {
        return Outcome.refused(
            Refusal.of("TYPE_DIFFERS", Map.of("declared", announced.type(), "found", really)));
      }
      return scanned(announced, spool);
    }
  }

  private Outcome<FileView> scanned(FileView announced, Spool spool) throws IOException {
    FileScan scan = scanner.getIfAvailable();
    if (scan == null) {
      return store(announced, spool, ScanState.NOT_SCANNED);
    }
    FileScan.Result said;
    try {
      said = scan.scan(spool.read());
    } catch (IOException e) {
      LOG.warn("the virus scanner does not answer: {}", e.getClass().getSimpleName());
      return Outcome.refused(Refusal.of("SCAN_UNAVAILABLE"));
    }
    return switch (said) {
      case FileScan.Result.Clean() -> store(announced, spool, ScanState.CLEAN);
      case FileScan.Result.TooLarge() -> Outcome.refused(Refusal.of("FILE_TOO_LARGE_TO_SCAN"));
      case FileScan.Result.Infected(String signature) -> {
        refuseForGood(announced, signature);
        yield Outcome.refused(Refusal.of("FILE_INFECTED"));
      }
    };
  }

  private void refuseForGood(FileView announced, String signature) {
    acts.act("fileRefuse", null, Map.of("digest", announced.digest(), "found", signature))
        .because("FILE_INFECTED")
        .<FileView>on("File", f -> f.id().value(), again -> announced)
        .perform(
            () -> {
              jdbc.sql("delete from foundation.file where id = ?")
                  .param(announced.id().value())
                  .update();
              return Outcome.done(announced);
            });
  }

  private Outcome<FileView> store(FileView announced, Spool spool, ScanState scan) {
    return acts.act("fileReceive", null, Map.of("digest", announced.digest()))
        .<FileView>on("File", f -> f.id().value(), again -> find(new FileId(again)).orElseThrow())
        .perform(
            () -> {
              Optional<FileView> locked =
                  jdbc.sql(COLUMNS + "where id = ? for update")
                      .param(announced.id().value())
                      .query(StoredFiles::row)
                      .optional();
              if (locked.isEmpty()) {
                return Outcome.refused(Refusal.of("UPLOAD_EXPIRED"));
              }
              if (locked.get().status() != FileStatus.ANNOUNCED) {
                return Outcome.done(locked.get());
              }
              write(announced.id(), spool);
              jdbc.sql(
                      """
                      update foundation.file
                         set received_at = ?, scan = ?, version = version + 1 where id = ?
                      """)
                  .param(Timestamp.from(clock.instant()))
                  .param(scan.name())
                  .param(announced.id().value())
                  .update();
              return Outcome.done(find(announced.id()).orElseThrow());
            });
  }

  private void write(FileId id, Spool spool) {
    try {
      InputStream all = spool.read();
      int position = 0;
      byte[] piece = all.readNBytes(Spool.PIECE);
      while (piece.length > 0) {
        jdbc.sql("insert into foundation.file_chunk (file, position, bytes) values (?, ?, ?)")
            .param(id.value())
            .param(position++)
            .param(piece)
            .update();
        piece = all.readNBytes(Spool.PIECE);
      }
    } catch (IOException e) {
      throw new IllegalStateException("what was taken in cannot be read again", e);
    }
  }

  @Override
  public @Nullable Refusal usable(FileId id, Actor by, String... path) {
    Optional<FileView> file = find(id).filter(f -> f.uploadedBy().equals(by.id()));
    if (file.isEmpty()) {
      return Refusal.notFound("File", path);
    }
    return switch (file.get().status()) {
      case ANNOUNCED -> Refusal.at("FILE_NOT_RECEIVED", path);
      case KEPT, ERASED -> Refusal.at("FILE_USED", path);
      case RECEIVED -> null;
    };
  }

  @Override
  @Transactional
  public FileView keep(FileId id, GlobalId owner, @Nullable UUID person, Instant now) {
    int kept =
        jdbc.sql(
                """
                update foundation.file
                   set owner_type = ?, owner_id = ?, person_id = ?, kept_at = ?,
                       version = version + 1
                 where id = ? and received_at is not null and kept_at is null
                """)
            .param(owner.type())
            .param(owner.id())
            .param(person)
            .param(Timestamp.from(now))
            .param(id.value())
            .update();
    if (kept == 0) {
      throw new IllegalStateException("file " + id.value() + " cannot be kept");
    }
    return find(id).orElseThrow();
  }

  @Override
  @Transactional
  public void nowAbout(GlobalId owner, @Nullable UUID person) {
    jdbc.sql(
            """
            update foundation.file set person_id = ?, version = version + 1
             where owner_type = ? and owner_id = ?
            """)
        .param(person)
        .param(owner.type())
        .param(owner.id())
        .update();
  }

  @Override
  public Optional<FileView> find(FileId id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id.value()).query(StoredFiles::row).optional();
  }

  @Override
  public Map<FileId, FileView> named(Collection<FileId> ids) {
    var found = new HashMap<FileId, FileView>();
    if (!ids.isEmpty()) {
      jdbc.sql(COLUMNS + "where id = any(?)")
          .param(ids.stream().map(FileId::value).distinct().toArray(UUID[]::new))
          .query(StoredFiles::row)
          .list()
          .forEach(f -> found.put(f.id(), f));
    }
    return found;
  }

  @Override
  public FileLink link(FileId id, Actor by, Instant now) {
    return links.link("/files/" + GlobalId.of("File", id.value()), id.value(), by, now);
  }

  @Override
  @Transactional
  public Outcome<FileContent> open(FileId id, String token, Actor by, Instant now) {
    Refusal closed = links.refusal(id.value(), token, by, now);
    if (closed != null) {
      return Outcome.refused(closed);
    }
    Optional<FileView> found = find(id).filter(f -> f.status() != FileStatus.ANNOUNCED);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("File"));
    }
    FileView file = found.get();
    if (file.status() == FileStatus.ERASED) {
      return Outcome.refused(Refusal.of("FILE_ERASED"));
    }
    auditTrail.recordReadOf("fileDownload", "File", id.value(), file.person());
    return Outcome.done(new Chunks(file));
  }

  @Override
  @Transactional
  public FileView make(
      String name,
      String type,
      GlobalId owner,
      @Nullable UUID person,
      Writing content,
      Actor by,
      Instant now) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into foundation.file
              (id, version, name, type, size, digest, uploaded_by, started_at, expires_at,
               received_at, scan, owner_type, owner_id, person_id, kept_at)
            values (?, 0, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(name)
        .param(type)
        .param(new byte[ContentDigest.begin().getDigestLength()])
        .param(by.id().value())
        .param(Timestamp.from(now))
        .param(Timestamp.from(now))
        .param(Timestamp.from(now))
        .param(ScanState.NOT_SCANNED.name())
        .param(owner.type())
        .param(owner.id())
        .param(person)
        .param(Timestamp.from(now))
        .update();
    try (var pieces = new Pieces(id)) {
      content.to(pieces);
      pieces.end();
      jdbc.sql("update foundation.file set size = ?, digest = ? where id = ?")
          .param(pieces.size)
          .param(pieces.digest.digest())
          .param(id)
          .update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return find(new FileId(id)).orElseThrow();
  }

  @Override
  public Optional<FileContent> content(FileId id) {
    return find(id).filter(f -> f.status() == FileStatus.KEPT).map(Chunks::new);
  }

  @Override
  public Optional<FileContent> received(FileId id, Actor by) {
    return find(id)
        .filter(f -> f.status() == FileStatus.RECEIVED && f.uploadedBy().equals(by.id()))
        .map(Chunks::new);
  }

  /** Takes what is written and lays it down in chunks of one size; at most one is in memory. */
  private final class Pieces extends OutputStream {

    private final UUID file;
    private final byte[] piece = new byte[Spool.PIECE];
    private final MessageDigest digest = ContentDigest.begin();
    private int filled;
    private int position;
    private long size;

    Pieces(UUID file) {
      this.file = file;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      digest.update(bytes, offset, length);
      size += length;
      int from = offset;
      int left = length;
      while (left > 0) {
        int some = Math.min(left, piece.length - filled);
        System.arraycopy(bytes, from, piece, filled, some);
        filled += some;
        from += some;
        left -= some;
        if (filled == piece.length) {
          lay();
        }
      }
    }

    /** Lays down what is left. */
    void end() {
      if (filled > 0) {
        lay();
      }
    }

    private void lay() {
      jdbc.sql("insert into foundation.file_chunk (file, position, bytes) values (?, ?, ?)")
          .param(file)
          .param(position++)
          .param(Arrays.copyOf(piece, filled))
          .update();
      filled = 0;
    }
  }

  /** Each chunk is a statement of its own: a slow reader holds no connection between them. */
  private final class Chunks implements FileContent {

    private final FileView file;

    Chunks(FileView file) {
      this.file = file;
    }

    @Override
    public FileView file() {
      return file;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      long written = 0;
      for (int position = 0; written < file.size(); position++) {
        byte[] piece =
            jdbc.sql("select bytes from foundation.file_chunk where file = ? and position = ?")
                .param(file.id().value())
                .param(position)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IOException("the content was erased meanwhile"));
        out.write(piece);
        written += piece.length;
      }
    }
  }

  @Scheduled(
      fixedDelayString = "${evenhand.files.sweep-every:PT10M}",
      initialDelayString = "${evenhand.files.sweep-every:PT10M}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /**
   * Ends what was announced or sent and never used in time; safe to repeat and on several nodes.
   *
   * @return how many
   */
  int sweep(Instant now) {
    List<UUID> over =
        jdbc.sql("select id from foundation.file where kept_at is null and expires_at <= ?")
            .param(Timestamp.from(now))
            .query(UUID.class)
            .list();
    return over.stream().mapToInt(id -> expired(id, now)).sum();
  }

  private int expired(UUID id, Instant now) {
    return jdbc.sql(
            "delete from foundation.file where id = ? and kept_at is null and expires_at <= ?")
        .param(id)
        .param(Timestamp.from(now))
        .update();
  }

  private static FileView row(ResultSet row, int n) throws SQLException {
    Timestamp received = row.getTimestamp("received_at");
    String scan = row.getString("scan");
    String ownerType = row.getString("owner_type");
    UUID owner = row.getObject("owner_id", UUID.class);
    Timestamp erased = row.getTimestamp("erased_at");
    return new FileView(
        new FileId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("type"),
        row.getLong("size"),
        ContentDigest.format(Objects.requireNonNull(row.getBytes("digest"))),
        new ActorId(row.getString("uploaded_by")),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        received == null ? null : received.toInstant(),
        scan == null ? null : ScanState.valueOf(scan),
        ownerType == null || owner == null ? null : new GlobalId(ownerType, owner),
        row.getObject("person_id", UUID.class),
        erased == null ? null : erased.toInstant());
  }
}
