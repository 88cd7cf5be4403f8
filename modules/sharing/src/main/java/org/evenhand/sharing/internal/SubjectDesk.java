package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.EvidenceView;
import org.evenhand.intake.HouseholdMember;
import org.evenhand.intake.Households;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.KeepingEvidence;
import org.evenhand.intake.OwnEqualityAnswers;
import org.evenhand.sharing.Consent;
import org.evenhand.sharing.EvidencePacks;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.sharing.SubjectExportView;
import org.evenhand.sharing.SubjectExports;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Service
class SubjectDesk implements SubjectExports {

  /** Belongs to no case, so contributors tell what belongs to none. */
  private static final UUID NO_CASE = new UUID(0, 0);

  private final Customers customers;
  private final ContactHistory contacts;
  private final Concerns concerns;
  private final Incidents incidents;
  private final Adjustments adjustments;
  private final KeepingEvidence evidence;
  private final Files files;
  private final Households households;
  private final OwnEqualityAnswers equality;
  private final Considerations considerations;
  private final Notices notices;
  private final EvidencePacks packs;
  private final Partners partners;
  private final ReferralRows referrals;
  private final PackAssembly assembly;
  private final ObjectProvider<CaseFileContributor> contributors;
  private final AuditTrail auditTrail;

  SubjectDesk(
      Customers customers,
      ContactHistory contacts,
      Concerns concerns,
      Incidents incidents,
      Adjustments adjustments,
      KeepingEvidence evidence,
      Files files,
      Households households,
      OwnEqualityAnswers equality,
      Considerations considerations,
      Notices notices,
      EvidencePacks packs,
      Partners partners,
      ReferralRows referrals,
      PackAssembly assembly,
      ObjectProvider<CaseFileContributor> contributors,
      AuditTrail auditTrail) {
    this.customers = customers;
    this.contacts = contacts;
    this.concerns = concerns;
    this.incidents = incidents;
    this.adjustments = adjustments;
    this.evidence = evidence;
    this.files = files;
    this.households = households;
    this.equality = equality;
    this.considerations = considerations;
    this.notices = notices;
    this.packs = packs;
    this.partners = partners;
    this.referrals = referrals;
    this.assembly = assembly;
    this.contributors = contributors;
    this.auditTrail = auditTrail;
  }

  @Override
  @Transactional
  public Optional<SubjectExportView> of(CustomerId customer, Instant now) {
    Optional<CustomerView> person = customers.find(customer);
    if (person.isEmpty()) {
      auditTrail.recordRead("subjectExport", "Customer", List.of());
      return Optional.empty();
    }
    List<CustomerId> records = customers.recordsOf(customer);
    List<UUID> persons = records.stream().map(CustomerId::value).toList();
    auditTrail.recordRead("subjectExport", "Customer", persons);

    List<ConsiderationView> cases = considerations.of(customer);
    List<CaseFileContributor.Entry> entries = timeline(cases, records);
    List<ConcernView> reported = concerns.of(customer);
    List<IncidentView> happened = incidents.of(customer);
    List<ReferralView> shared = referrals.decidedOf(persons);
    List<EvidenceView> kept = evidence(reported, happened, entries);
    List<CustomerView> own = records.stream().flatMap(one -> customers.find(one).stream()).toList();
    List<HouseholdMember> household =
        households.of(records).values().stream().flatMap(List::stream).distinct().toList();
    List<CustomerView> groups =
        customers.groupsOf(records).values().stream().flatMap(List::stream).distinct().toList();
    KnownOthers others = others(kept, own, household, groups);

    var parts = new LinkedHashMap<String, Object>();
    parts.put("madeAt", now);
    parts.put("records", own.stream().map(SubjectDesk::withoutMembers).toList());
    parts.put("household", household.stream().map(SubjectDesk::member).toList());
    parts.put("groups", groups.stream().map(SubjectDesk::withoutMembers).toList());
    parts.put("equality", equality.saidBy(customer));
    parts.put("timeline", assembly.told(entries));
    parts.put(
        "contacts",
        contacts.find(
            entries.stream()
                .filter(entry -> entry.objectType().equals("Contact"))
                .map(entry -> new ContactId(entry.objectId()))
                .distinct()
                .toList()));
    parts.put("concerns", reported);
    parts.put(
        "incidents",
        happened.stream().map(one -> without(one, "affectedNote", one.affectedNote())).toList());
    parts.put("evidence", kept);
    parts.put("adjustments", adjustments.of(records));
    parts.put("cases", cases);
    parts.put("letters", letters(records));
    parts.put("disclosures", disclosures(shared));
    parts.put(
        "evidencePacks",
        cases.stream()
            .flatMap(one -> packs.of(one.id()).stream())
            .map(PackAssembly::disclosure)
            .toList());
    JsonNode tree = others.redacted(PackPages.tree(parts));
    List<SubjectExportView.File> handedIn = files(kept, own, others);
    var warnings = new ArrayList<Warning>();
    if (handedIn.stream().anyMatch(one -> !one.fromPerson())) {
      warnings.add(Warning.of("SUBJECT_FILES_FROM_OTHERS"));
    }
    if (entries.stream().anyMatch(entry -> entry.code().equals("REPORTED_ONWARD"))) {
      warnings.add(Warning.of("SUBJECT_REPORTED_ONWARD"));
    }
    if (shared.stream().anyMatch(r -> r.consent() == Consent.NOT_ASKED)) {
      warnings.add(Warning.of("SUBJECT_NOT_ASKED_BEFORE_SHARING"));
    }
    return Optional.of(
        new SubjectExportView(
            customer,
            now,
            new String(PackPages.json(tree), StandardCharsets.UTF_8),
            PackPages.html("What is kept about " + person.get().name(), tree),
            handedIn,
            warnings));
  }

  private List<EvidenceView> evidence(
      List<ConcernView> reported,
      List<IncidentView> happened,
      List<CaseFileContributor.Entry> entries) {
    return evidence.of(
        Stream.of(
                reported.stream().map(one -> one.id().value()),
                happened.stream().map(one -> one.id().value()),
                entries.stream()
                    .filter(entry -> entry.objectType().equals("Contact"))
                    .map(CaseFileContributor.Entry::objectId))
            .flatMap(ids -> ids)
            .distinct()
            .toList());
  }

  private List<SubjectExportView.File> files(
      List<EvidenceView> kept, List<CustomerView> own, KnownOthers others) {
    Map<FileId, FileView> named = files.named(kept.stream().map(EvidenceView::fileId).toList());
    return kept.stream()
        .filter(one -> named.containsKey(one.fileId()))
        .map(
            one ->
                new SubjectExportView.File(
                    one.fileId(),
                    others.redacted(Objects.requireNonNull(named.get(one.fileId())).name()),
                    others.redacted(one.what()),
                    own.stream()
                        .anyMatch(person -> person.name().equalsIgnoreCase(one.givenBy().strip()))))
        .toList();
  }

  /** Who else is in a group is somebody else. */
  private static JsonNode withoutMembers(CustomerView view) {
    return without(view, "members", view.members().isEmpty() ? null : view.members());
  }

  /** That there is somebody, and who they are to the person; never who. */
  private static Map<String, Object> member(HouseholdMember member) {
    var line = new LinkedHashMap<String, Object>();
    line.put("is", member.is());
    line.put("who", PackPages.WITHHELD);
    line.put("from", member.link().startsOn());
    line.put("until", member.link().endsOn());
    return line;
  }

  private List<CaseFileContributor.Entry> timeline(
      List<ConsiderationView> cases, List<CustomerId> records) {
    List<UUID> ids =
        cases.isEmpty() ? List.of(NO_CASE) : cases.stream().map(one -> one.id().value()).toList();
    return contributors
        .orderedStream()
        .flatMap(
            contributor ->
                ids.stream()
                    .flatMap(
                        id ->
                            records.stream()
                                .flatMap(one -> contributor.contribute(id, one.value()).stream())))
        .distinct()
        .sorted(
            Comparator.comparing(CaseFileContributor.Entry::at)
                .thenComparing(CaseFileContributor.Entry::code)
                .thenComparing(CaseFileContributor.Entry::objectId))
        .toList();
  }

  private static JsonNode without(Object view, String field, @Nullable Object told) {
    JsonNode tree = PackPages.tree(view);
    if (told != null && tree instanceof ObjectNode object) {
      object.set(field, JsonNodeFactory.instance.stringNode(PackPages.WITHHELD));
    }
    return tree;
  }

  private List<Map<String, Object>> letters(List<CustomerId> records) {
    var letters = new ArrayList<Map<String, Object>>();
    for (CustomerId one : records) {
      for (NoticeView letter : notices.ofCustomer(one.value())) {
        var line = new LinkedHashMap<String, Object>();
        line.put("letter", letter);
        notices
            .document(letter.id(), LetterFormat.TEXT)
            .ifPresent(
                document ->
                    line.put("text", new String(document.content(), StandardCharsets.UTF_8)));
        letters.add(line);
      }
    }
    return letters;
  }

  /** With whom it was shared or not, why, and what became of it. */
  private List<Map<String, Object>> disclosures(List<ReferralView> shared) {
    var versions = referrals.versions(shared.stream().map(ReferralView::id).toList());
    var receivers = partners.find(shared.stream().map(ReferralView::partner).distinct().toList());
    var told = new ArrayList<Map<String, Object>>();
    for (ReferralView referral : shared) {
      PartnerView partner = receivers.get(referral.partner());
      var line = new LinkedHashMap<String, Object>();
      line.put("reference", referral.reference());
      line.put("to", partner == null ? "" : partner.name());
      line.put("purpose", referral.purpose());
      line.put("lawfulBasis", referral.lawfulBasis());
      line.put("legalPower", referral.legalPower());
      line.put("consent", referral.consent());
      line.put("grounds", referral.grounds());
      line.put("decision", referral.decision());
      line.put("withdrawal", referral.withdrawal());
      line.put("mayBeUsedUntil", referral.expiresOn());
      line.put("fields", referral.answers().stream().map(SubjectDesk::field).toList());
      line.put(
          "versions",
          versions.getOrDefault(referral.id(), List.of()).stream()
              .map(SubjectDesk::version)
              .toList());
      told.add(line);
    }
    return told;
  }

  /** What was said of the person is theirs; any other field may tell of somebody else. */
  private static Map<String, Object> field(FieldAnswer answer) {
    boolean own = answer.field().startsWith("subject-");
    return Map.of(
        "field",
        answer.field(),
        "state",
        answer.state(),
        "entries",
        own ? answer.entries() : answer.entries().isEmpty() ? List.of() : PackPages.WITHHELD);
  }

  private static Map<String, Object> version(ReferralVersionView version) {
    var line = new LinkedHashMap<String, Object>();
    line.put("number", version.number());
    line.put("kind", version.kind());
    line.put("because", version.because());
    line.put("releasedAt", version.releasedAt());
    line.put("acknowledgedAt", version.acknowledgedAt());
    line.put("outcome", version.outcome());
    return line;
  }

  /** Who gave evidence, lives with them or is in a group with them, is somebody else. */
  private KnownOthers others(
      List<EvidenceView> kept,
      List<CustomerView> own,
      List<HouseholdMember> household,
      List<CustomerView> groups) {
    List<CustomerId> known =
        Stream.of(
                household.stream().map(HouseholdMember::personId),
                Stream.concat(own.stream(), groups.stream())
                    .flatMap(group -> group.members().stream()))
            .flatMap(ids -> ids)
            .distinct()
            .toList();
    return new KnownOthers(
        Stream.concat(
                kept.stream().map(EvidenceView::givenBy),
                customers.find(known).stream().map(CustomerView::name))
            .filter(PackAssembly::isFullName)
            .toList(),
        own.stream().map(CustomerView::name).toList());
  }
}
