package org.evenhand.sharing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.sharing.Consent;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.sharing.LawfulBasis;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.ReferralChange;
import org.evenhand.sharing.ReferralId;
import org.evenhand.sharing.ReferralOutcome;
import org.evenhand.sharing.ReferralStatus;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.sharing.RejectionCode;
import org.evenhand.sharing.SafetyLimb;
import org.evenhand.sharing.SealFormat;
import org.evenhand.sharing.SharingAgreementId;
import org.evenhand.sharing.SharingGrounds;
import org.evenhand.sharing.VersionKind;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps referrals, what partners were told, and what their machines follow. */
@Component
class ReferralRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final TypeReference<List<FieldAnswer>> ANSWERS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  ReferralRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String nextReference(int year) {
    long number = jdbc.sql("select nextval('sharing.referral_number')").query(Long.class).single();
    return String.format(Locale.ROOT, "R-%d-%06d", year, number);
  }

  /** Nobody takes it for that of a referral about somebody. */
  String nextSyntheticReference(int year) {
    long number = jdbc.sql("select nextval('sharing.synthetic_number')").query(Long.class).single();
    return String.format(Locale.ROOT, "TEST-%d-%06d", year, number);
  }

  /** How many were made up for this partner since then. */
  int syntheticSince(PartnerId partner, Instant since) {
    return jdbc.sql(
            """
            select count(*) from sharing.referral
             where partner = ? and person_id is null and proposed_at >= ?
            """)
        .params(partner.value(), Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  void add(ReferralView r) {
    jdbc.sql(
            """
            insert into sharing.referral
              (id, version, reference, person_id, partner, agreement, export, schema_version, purpose,
               limbs, lawful_basis, legal_power, emergency, consent, consent_reason, special_data,
               grounds, answers, expires_on, status, proposed_at, proposed_by)
            values (:id, 0, :reference, :person, :partner, :agreement, :export, :schema, :purpose,
               :limbs, :basis, :power, :emergency, :consent, :consentReason, :special,
               :grounds, :answers, :expires, :status, :at, :by)
            """)
        .param("id", r.id().value())
        .param("reference", r.reference())
        .param("person", r.customerId() == null ? null : r.subject().value())
        .param("partner", r.partner().value())
        .param("agreement", r.agreement() == null ? null : r.agreement().value())
        .param("export", r.export().value())
        .param("schema", r.schemaVersion())
        .param("purpose", r.purpose().name())
        .param(
            "limbs", r.limbs().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
        .param("basis", r.lawfulBasis().name())
        .param("power", r.legalPower())
        .param("emergency", r.emergency())
        .param("consent", r.consent().name())
        .param("consentReason", r.consentReason())
        .param("special", r.specialData())
        .param("grounds", JSON.writeValueAsString(r.grounds()))
        .param("answers", JSON.writeValueAsString(r.answers()))
        .param("expires", r.expiresOn())
        .param("status", r.status().name())
        .param("at", Timestamp.from(r.proposedAt()))
        .param("by", r.proposedBy().value())
        .update();
  }

  void viewed(ReferralView r, boolean inFavour, String reasons, ActorId by, Instant now) {
    jdbc.sql(
            """
            update sharing.referral set version = version + 1, viewed_at = ?, viewed_by = ?,
                   view_in_favour = ?, view_reasons = ?
             where id = ? and version = ?
            """)
        .params(Timestamp.from(now), by.value(), inFavour, reasons, r.id().value(), r.version())
        .update();
  }

  void decided(ReferralView r, boolean shared, String reasons, ActorId by, Role as, Instant now) {
    jdbc.sql(
            """
            update sharing.referral set version = version + 1, status = ?, decided_at = ?,
                   decided_by = ?, decided_as = ?, decision_reasons = ?
             where id = ? and version = ?
            """)
        .params(
            (shared ? ReferralStatus.SHARED : ReferralStatus.REFUSED).name(),
            Timestamp.from(now),
            by.value(),
            as.name(),
            reasons,
            r.id().value(),
            r.version())
        .update();
  }

  void corrected(ReferralView r, List<FieldAnswer> answers) {
    jdbc.sql(
            "update sharing.referral set version = version + 1, answers = ?"
                + " where id = ? and version = ?")
        .params(JSON.writeValueAsString(answers), r.id().value(), r.version())
        .update();
  }

  void withdrawn(ReferralView r, String because, ActorId by, Instant now) {
    jdbc.sql(
            """
            update sharing.referral set version = version + 1, status = 'WITHDRAWN',
                   withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?
             where id = ? and version = ?
            """)
        .params(Timestamp.from(now), by.value(), because, r.id().value(), r.version())
        .update();
  }

  /** Whatever a partner was told of, synthetic ones too. */
  Optional<ReferralView> told(ReferralId id) {
    return jdbc.sql("select * from sharing.referral where id = ?")
        .param(id.value())
        .query((row, n) -> view(row))
        .optional();
  }

  /** About somebody; a synthetic one is not found. */
  Optional<ReferralView> find(ReferralId id) {
    return find(List.of(id)).values().stream().findFirst();
  }

  Map<ReferralId, ReferralView> find(Collection<ReferralId> ids) {
    return jdbc
        .sql("select * from sharing.referral where id = any(?) and person_id is not null")
        .param(ids.stream().map(ReferralId::value).toArray(UUID[]::new))
        .query((row, n) -> view(row))
        .list()
        .stream()
        .collect(Collectors.toMap(ReferralView::id, one -> one));
  }

  Page<ReferralView> page(
      Collection<UUID> persons, boolean anybody, boolean decided, Page.Request request) {
    Map<String, Object> params = new HashMap<>();
    params.put("persons", persons.toArray(UUID[]::new));
    params.put("anybody", anybody);
    params.put("decided", decided);
    params.put("after", request.after());
    params.put("limit", request.limit());
    String which =
        """
         from sharing.referral r
        where person_id is not null and (:anybody or person_id = any(:persons::uuid[]))
          and (not :decided or decided_at is not null)
        """;
    List<ReferralView> rows =
        jdbc.sql(
                "select *"
                    + which
                    + """
                    and (:after::uuid is null or (proposed_at, id) <
                         (select a.proposed_at, a.id from sharing.referral a
                           where a.id = :after::uuid))
                    order by proposed_at desc, id desc limit :limit
                    """)
            .params(params)
            .query((row, n) -> view(row))
            .list();
    int count =
        jdbc.sql("select count(*) from (select 1" + which + " limit 10000) counted")
            .params(params)
            .query(Integer.class)
            .single();
    return Page.of(rows, request, one -> one.id().value(), count);
  }

  /** All about these persons that were decided, for or against, oldest first. */
  List<ReferralView> decidedOf(Collection<UUID> persons) {
    return jdbc.sql(
            """
            select * from sharing.referral
             where person_id = any(?) and decided_at is not null order by decided_at, id
            """)
        .param(persons.toArray(UUID[]::new))
        .query((row, n) -> view(row))
        .list();
  }

  void add(ReferralVersionView v, List<FieldAnswer> answers, List<Artefact> documents) {
    jdbc.sql(
            """
            insert into sharing.referral_release
              (id, version, referral, partner, number, kind, answers, because, released_at,
               released_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(v.id().value())
        .param(v.referral().value())
        .param(v.partner().value())
        .param(v.number())
        .param(v.kind().name())
        .param(JSON.writeValueAsString(answers))
        .param(v.because())
        .param(Timestamp.from(v.releasedAt()))
        .param(v.releasedBy().value())
        .update();
    for (int i = 0; i < documents.size(); i++) {
      Artefact document = documents.get(i);
      jdbc.sql(
              """
              insert into sharing.referral_document (release, position, name, media_type, content)
              values (?, ?, ?, ?, ?)
              """)
          .params(v.id().value(), i, document.name(), document.mediaType(), document.content())
          .update();
    }
  }

  /** What that version told, as it was rendered; none for a withdrawal. */
  List<Artefact> documents(ReferralVersionId id) {
    return jdbc.sql(
            """
            select name, media_type, content from sharing.referral_document
             where release = ? order by position
            """)
        .param(id.value())
        .query((row, n) -> new Artefact(row.getString(1), row.getString(2), row.getBytes(3)))
        .list();
  }

  /**
   * Holds the partner's row until the act is over, so that positions appear in their order. No more
   * of it than what another act needs for that: one that has just told the partner something holds
   * its key already, and two of them would wait for each other.
   */
  long append(ReferralVersionView v, String sealed, PartnerKeyView key, Instant now) {
    jdbc.sql("select id from sharing.partner where id = ? for no key update")
        .param(v.partner().value())
        .query(UUID.class)
        .single();
    return jdbc.sql(
            """
            insert into sharing.referral_change
              (partner, position, release, format, sealed, key_name, at)
            select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?
              from sharing.referral_change where partner = ?
            returning position
            """)
        .params(
            v.partner().value(),
            v.id().value(),
            key.format().name(),
            sealed,
            key.name(),
            Timestamp.from(now),
            v.partner().value())
        .query(Long.class)
        .single();
  }

  /** What was withdrawn before the partner had it is not handed over any more. */
  List<ReferralChange> changes(
      PartnerId partner, Set<SharingPurpose> purposes, long after, int most) {
    return jdbc.sql(
            """
            select c.position, c.release, r.reference, l.number, l.kind, c.sealed, c.key_name, c.at,
                   c.format, r.person_id is null
              from sharing.referral_change c
              join sharing.referral_release l on l.id = c.release
              join sharing.referral r on r.id = l.referral
             where c.partner = ? and r.purpose = any(?) and c.position > ? and r.erased_at is null
               and (r.status <> 'WITHDRAWN' or l.kind = 'WITHDRAWAL' or l.fetched_at is not null)
             order by c.position limit ?
            """)
        .params(
            partner.value(), purposes.stream().map(Enum::name).toArray(String[]::new), after, most)
        .query(
            (row, n) ->
                new ReferralChange(
                    row.getLong(1),
                    new ReferralVersionId(row.getObject(2, UUID.class)),
                    row.getString(3),
                    row.getInt(4),
                    VersionKind.valueOf(row.getString(5)),
                    row.getBoolean(10),
                    SealFormat.valueOf(row.getString(9)),
                    row.getString(6),
                    row.getString(7),
                    row.getTimestamp(8).toInstant()))
        .list();
  }

  /** Whom these versions are about. */
  List<UUID> persons(Collection<ReferralVersionId> versions) {
    return jdbc.sql(
            """
            select distinct r.person_id from sharing.referral_release l
              join sharing.referral r on r.id = l.referral
             where l.id = any(?) and r.person_id is not null
            """)
        .param(versions.stream().map(ReferralVersionId::value).toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  void fetched(Collection<ReferralVersionId> versions, Instant now) {
    jdbc.sql(
            """
            update sharing.referral_release set version = version + 1, fetched_at = ?
             where id = any(?) and fetched_at is null
            """)
        .params(
            Timestamp.from(now),
            versions.stream().map(ReferralVersionId::value).toArray(UUID[]::new))
        .update();
  }

  void acknowledged(ReferralVersionId id, Instant now) {
    jdbc.sql(
            """
            update sharing.referral_release set version = version + 1, acknowledged_at = ?,
                   rejected_at = null, rejected_because = null
             where id = ?
            """)
        .params(Timestamp.from(now), id.value())
        .update();
  }

  void rejected(ReferralVersionId id, @Nullable RejectionCode because, @Nullable Instant at) {
    jdbc.sql(
            """
            update sharing.referral_release
               set version = version + 1, rejected_at = ?, rejected_because = ?
             where id = ?
            """)
        .param(at == null ? null : Timestamp.from(at))
        .param(because == null ? null : because.name())
        .param(id.value())
        .update();
  }

  void outcome(
      ReferralVersionId id, ReferralOutcome outcome, @Nullable String reference, Instant now) {
    jdbc.sql(
            """
            update sharing.referral_release
               set version = version + 1, outcome = ?, outcome_at = ?, outcome_reference = ?
             where id = ?
            """)
        .param(outcome.name())
        .param(Timestamp.from(now))
        .param(reference)
        .param(id.value())
        .update();
  }

  Optional<ReferralVersionView> version(ReferralVersionId id) {
    return jdbc.sql("select * from sharing.referral_release where id = ?")
        .param(id.value())
        .query((row, n) -> versionView(row))
        .optional();
  }

  Map<ReferralId, List<ReferralVersionView>> versions(Collection<ReferralId> referrals) {
    Map<ReferralId, List<ReferralVersionView>> found = new HashMap<>();
    jdbc.sql(
            """
            select * from sharing.referral_release where referral = any(?) order by referral, number
            """)
        .param(referrals.stream().map(ReferralId::value).toArray(UUID[]::new))
        .query((row, n) -> versionView(row))
        .list()
        .forEach(v -> found.computeIfAbsent(v.referral(), id -> new ArrayList<>()).add(v));
    return found;
  }

  private static ReferralVersionView versionView(ResultSet row) throws SQLException {
    String rejected = row.getString("rejected_because");
    String outcome = row.getString("outcome");
    return new ReferralVersionView(
        new ReferralVersionId(row.getObject("id", UUID.class)),
        row.getInt("version"),
        new ReferralId(row.getObject("referral", UUID.class)),
        new PartnerId(row.getObject("partner", UUID.class)),
        row.getInt("number"),
        VersionKind.valueOf(row.getString("kind")),
        row.getString("because"),
        row.getTimestamp("released_at").toInstant(),
        new ActorId(row.getString("released_by")),
        instant(row, "fetched_at"),
        instant(row, "acknowledged_at"),
        instant(row, "rejected_at"),
        rejected == null ? null : RejectionCode.valueOf(rejected),
        outcome == null ? null : ReferralOutcome.valueOf(outcome),
        instant(row, "outcome_at"),
        row.getString("outcome_reference"));
  }

  private static ReferralView view(ResultSet row) throws SQLException {
    UUID person = row.getObject("person_id", UUID.class);
    UUID agreement = row.getObject("agreement", UUID.class);
    Instant viewedAt = instant(row, "viewed_at");
    Instant decidedAt = instant(row, "decided_at");
    Instant withdrawnAt = instant(row, "withdrawn_at");
    ReferralStatus status = ReferralStatus.valueOf(row.getString("status"));
    return new ReferralView(
        new ReferralId(row.getObject("id", UUID.class)),
        row.getInt("version"),
        row.getString("reference"),
        person == null ? null : new CustomerId(person),
        new PartnerId(row.getObject("partner", UUID.class)),
        agreement == null ? null : new SharingAgreementId(agreement),
        TypeId.of(row.getString("export")),
        row.getString("schema_version"),
        SharingPurpose.valueOf(row.getString("purpose")),
        Arrays.stream(row.getString("limbs").split(","))
            .map(SafetyLimb::valueOf)
            .collect(Collectors.toSet()),
        LawfulBasis.valueOf(row.getString("lawful_basis")),
        row.getString("legal_power"),
        row.getBoolean("emergency"),
        Consent.valueOf(row.getString("consent")),
        row.getString("consent_reason"),
        row.getBoolean("special_data"),
        JSON.readValue(row.getString("grounds"), SharingGrounds.class),
        JSON.readValue(row.getString("answers"), ANSWERS),
        row.getObject("expires_on", LocalDate.class),
        status,
        row.getTimestamp("proposed_at").toInstant(),
        new ActorId(row.getString("proposed_by")),
        viewedAt == null
            ? null
            : new ReferralView.DataProtectionView(
                row.getBoolean("view_in_favour"),
                row.getString("view_reasons"),
                new ActorId(row.getString("viewed_by")),
                viewedAt),
        decidedAt == null
            ? null
            : new ReferralView.Decision(
                status != ReferralStatus.REFUSED,
                row.getString("decision_reasons"),
                new ActorId(row.getString("decided_by")),
                Role.valueOf(row.getString("decided_as")),
                decidedAt),
        withdrawnAt == null
            ? null
            : new ReferralView.Withdrawal(
                row.getString("withdrawn_because"),
                new ActorId(row.getString("withdrawn_by")),
                withdrawnAt));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
