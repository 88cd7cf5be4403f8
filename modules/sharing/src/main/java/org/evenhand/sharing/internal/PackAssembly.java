package org.evenhand.sharing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.CaseReview;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.Protection;
import org.evenhand.designation.Scrutiny;
import org.evenhand.foundation.AboutOthers;
import org.evenhand.foundation.AuditProofs;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.Messages;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.EvidenceView;
import org.evenhand.intake.KeepingEvidence;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.sharing.EvidencePackView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Puts a case together for somebody outside (F7, question 31): each module tells its part, files
 * pass through piece by piece. What tells of third parties is withheld where whoever contributes it
 * marks it ({@link AboutOthers} on views, {@code aboutOthers} of entries), and those whom the case
 * knows by name stand under pseudonyms of this pack in what somebody wrote.
 */
@Component
class PackAssembly {

  /** Up to so many links between the first one and the head are in a pack. */
  static final long MOST_SEALS = 100_000;

  private static final String WITHHELD = PackPages.WITHHELD;

  /** Two or more words with capitals: a name, not what somebody is. */
  private static final Pattern FULL_NAME = Pattern.compile("\\p{Lu}\\S*(\\s+\\p{Lu}\\S*)+");

  private final Customers customers;
  private final Adjustments adjustments;
  private final KeepingEvidence evidence;
  private final Notices notices;
  private final CaseReview review;
  private final Policies policies;
  private final Files files;
  private final AuditProofs proofs;
  private final CouncilKeys keys;
  private final Messages messages;
  private final ObjectProvider<CaseFileContributor> contributors;

  PackAssembly(
      Customers customers,
      Adjustments adjustments,
      KeepingEvidence evidence,
      Notices notices,
      CaseReview review,
      Policies policies,
      Files files,
      AuditProofs proofs,
      CouncilKeys keys,
      Messages messages,
      ObjectProvider<CaseFileContributor> contributors) {
    this.customers = customers;
    this.adjustments = adjustments;
    this.evidence = evidence;
    this.notices = notices;
    this.review = review;
    this.policies = policies;
    this.files = files;
    this.proofs = proofs;
    this.keys = keys;
    this.messages = messages;
    this.contributors = contributors;
  }

  /** Everybody whose record is in the pack of this case. */
  List<UUID> persons(ConsiderationView view) {
    return Stream.concat(
            customers.recordsOf(view.customerId()).stream(),
            view.boundMembers().stream().map(member -> member.memberId()))
        .map(CustomerId::value)
        .distinct()
        .toList();
  }

  Optional<AuditProofs.Seal> head() {
    return proofs.head();
  }

  CouncilKeys.Pair key() {
    return keys.forPacks();
  }

  /** One entry of the index. */
  record Part(String path, String what) {}

  /**
   * Writes the whole archive.
   *
   * @param earlier packs of this case that were handed on before
   */
  void write(
      ConsiderationView view,
      EvidencePackView pack,
      List<EvidencePackView> earlier,
      AuditProofs.@Nullable Seal head,
      CouncilKeys.Pair signing,
      OutputStream out)
      throws IOException {
    var archive = new PackArchive(out, pack.madeAt());
    var parts = new ArrayList<Part>();
    List<CustomerId> records = customers.recordsOf(view.customerId());
    List<CaseFileContributor.Entry> entries = timeline(view, records);
    List<NoticeView> letters = letters(view, records);
    List<EvidenceView> kept = evidence(view, entries);
    KnownOthers others = others(view, records, kept);

    var pages = new Pages(archive, parts, others);
    pages.add("case/case", "The case: checks, representations, findings", view);
    CaseReview.Review reviewed = review.of(view.id()).orElse(null);
    if (reviewed != null) {
      pages.add("case/readiness", "Readiness and scrutiny", review(reviewed));
    }
    pages.add("timeline/timeline", "Timeline", told(entries));
    for (PolicyVersionView policy : policies(view, letters, pack.madeAt())) {
      pages.add("policy/" + safe(policy.label()), "Policy " + policy.label(), policy);
    }
    pages.add(
        "adjustments/adjustments", "Adjustments asked for and decided", adjustments.of(records));
    letters(pages, letters);
    evidence(pages, kept);
    pages.add(
        "disclosures/packs",
        "Evidence packs of this case handed on before",
        earlier.stream().map(PackAssembly::disclosure).toList());
    audit(archive, parts, view, entries, letters, kept, head);
    index(archive, parts, view, pack, head);
    sign(archive, pack, signing);
  }

  private List<CaseFileContributor.Entry> timeline(
      ConsiderationView view, List<CustomerId> records) {
    return contributors
        .orderedStream()
        .flatMap(
            contributor ->
                records.stream()
                    .flatMap(
                        one -> contributor.contribute(view.id().value(), one.value()).stream()))
        .distinct()
        .sorted(
            Comparator.comparing(CaseFileContributor.Entry::at)
                .thenComparing(CaseFileContributor.Entry::code)
                .thenComparing(CaseFileContributor.Entry::objectId))
        .toList();
  }

  /** Each entry in words and as data. */
  List<Map<String, Object>> told(List<CaseFileContributor.Entry> entries) {
    return entries.stream()
        .map(
            entry -> {
              Map<String, String> parameters =
                  entry.parameters().entrySet().stream()
                      .collect(
                          Collectors.toMap(
                              Map.Entry::getKey,
                              p ->
                                  entry.aboutOthers().contains(p.getKey())
                                      ? WITHHELD
                                      : p.getValue()));
              var line = new LinkedHashMap<String, Object>();
              line.put("at", entry.at());
              line.put("what", messages.say("casefile." + entry.code(), parameters, Locale.UK));
              line.put("code", entry.code());
              line.put("parameters", parameters);
              line.put("about", entry.objectType());
              line.put("id", entry.objectId());
              if (entry.by() != null) {
                line.put("by", entry.by().value());
              }
              return (Map<String, Object>) line;
            })
        .toList();
  }

  private static Map<String, Object> review(CaseReview.Review review) {
    var points = new ArrayList<Map<String, Object>>();
    for (Scrutiny.Point point : review.scrutiny().points()) {
      points.add(
          Map.of("point", point.point(), "state", point.state(), "evidence", point.evidence()));
    }
    return Map.of("readiness", review.readiness().items(), "scrutiny", points);
  }

  private List<NoticeView> letters(ConsiderationView view, List<CustomerId> records) {
    return records.stream()
        .flatMap(one -> notices.ofCustomer(one.value()).stream())
        .filter(n -> n.caseId() == null || n.caseId().equals(view.id().value()))
        .sorted(Comparator.comparing(NoticeView::issuedAt))
        .toList();
  }

  private void letters(Pages pages, List<NoticeView> letters) throws IOException {
    int n = 0;
    for (NoticeView letter : letters) {
      String folder = "letters/%03d-%s/".formatted(++n, safe(letter.reference()));
      pages.add(
          folder + "notice", "Letter " + letter.reference() + " and how it was served", letter);
      for (LetterFormat format : LetterFormat.values()) {
        var document = notices.document(letter.id(), format);
        if (document.isPresent()) {
          String path = folder + "letter." + format.extension();
          pages.archive.add(path, document.get().content());
          pages.parts.add(new Part(path, "The letter as it was issued"));
        }
      }
    }
  }

  private List<EvidenceView> evidence(
      ConsiderationView view, List<CaseFileContributor.Entry> entries) {
    Set<UUID> subjects = new LinkedHashSet<>();
    view.concernIds().forEach(id -> subjects.add(id.value()));
    view.incidentIds().forEach(id -> subjects.add(id.value()));
    entries.stream()
        .filter(e -> e.objectType().equals("Contact"))
        .forEach(e -> subjects.add(e.objectId()));
    return evidence.of(subjects);
  }

  /** Who gave something is somebody else, as a rule: it is not handed on. */
  private void evidence(Pages pages, List<EvidenceView> kept) throws IOException {
    Map<FileId, FileView> named = files.named(kept.stream().map(EvidenceView::fileId).toList());
    var list = new ArrayList<Map<String, Object>>();
    int n = 0;
    for (EvidenceView one : kept) {
      FileView file = named.get(one.fileId());
      var content =
          file == null
              ? Optional.<org.evenhand.foundation.FileContent>empty()
              : files.content(one.fileId());
      var line = new LinkedHashMap<String, Object>();
      line.put("what", one.what());
      line.put("givenBy", WITHHELD);
      line.put("madeOn", one.madeOn());
      line.put("firstHand", one.firstHand());
      line.put("attachedBy", one.attachedBy());
      line.put("attachedAt", one.attachedAt());
      line.put("about", one.subject());
      if (file == null || content.isEmpty()) {
        line.put("content", "erased");
      } else {
        String path =
            "evidence/files/%03d-%s".formatted(++n, safe(pages.others.redacted(file.name())));
        pages.archive.add(path, content.get()::writeTo);
        pages.parts.add(new Part(path, pages.others.redacted(one.what())));
        line.put("type", file.type());
        line.put("digest", file.digest());
        line.put("path", path);
      }
      list.add(line);
    }
    pages.add("evidence/evidence", "Evidence", list);
  }

  private List<PolicyVersionView> policies(
      ConsiderationView view, List<NoticeView> letters, Instant now) {
    var ids = new LinkedHashSet<PolicyVersionId>();
    Determination determination = view.determination();
    if (determination != null) {
      ids.add(determination.policyVersionId());
    }
    letters.forEach(letter -> ids.add(new PolicyVersionId(letter.policyVersionId())));
    policies.inForce(view.openedAt()).ifPresent(p -> ids.add(p.id()));
    return ids.stream().flatMap(id -> policies.find(id, now).stream()).toList();
  }

  static Map<String, Object> disclosure(EvidencePackView pack) {
    return Map.of(
        "madeAt", pack.madeAt(),
        "purpose", pack.purpose(),
        "recipient", pack.recipient(),
        "requestedBy", pack.requestedBy());
  }

  private void audit(
      PackArchive archive,
      List<Part> parts,
      ConsiderationView view,
      List<CaseFileContributor.Entry> entries,
      List<NoticeView> letters,
      List<EvidenceView> kept,
      AuditProofs.@Nullable Seal head)
      throws IOException {
    if (head == null) {
      return;
    }
    Set<UUID> objects = new LinkedHashSet<>();
    objects.add(view.id().value());
    entries.forEach(e -> objects.add(e.objectId()));
    letters.forEach(l -> objects.add(l.id().value()));
    kept.forEach(e -> objects.add(e.id().value()));
    List<AuditProofs.Proven> acts = proofs.acts(persons(view), objects, head);
    archive.add(
        "audit/entries.ndjson", out -> lines(out, acts.stream().map(PackPages::line).toList()));
    parts.add(
        new Part(
            "audit/entries.ndjson",
            "Acts in the audit trail, and the link of each; of an act about somebody else, its"
                + " digest"));
    Set<Long> links = acts.stream().map(AuditProofs.Proven::seal).collect(Collectors.toSet());
    long first = links.stream().min(Comparator.naturalOrder()).orElse(head.seq());
    boolean all = head.seq() - first < MOST_SEALS;
    var held = new ArrayList<AuditProofs.Seal>();
    archive.add(
        "audit/seals.ndjson",
        out ->
            proofs.seals(
                first,
                head.seq(),
                seal -> {
                  boolean needed = links.contains(seal.seq());
                  if (needed) {
                    held.add(seal);
                  }
                  if (all || needed || seal.seq() == head.seq()) {
                    write(out, PackPages.line(seal) + "\n");
                  }
                }));
    parts.add(new Part("audit/seals.ndjson", "Links of the chain up to its head"));
    for (AuditProofs.Seal link : held) {
      archive.add("audit/links/" + link.seq() + ".txt", out -> link(out, link));
    }
    archive.add(
        "audit/head.json",
        PackPages.json(
            PackPages.tree(
                Map.of(
                    "seq",
                    head.seq(),
                    "digest",
                    head.digest(),
                    "sealedAt",
                    head.sealedAt(),
                    "everyLink",
                    all))));
    parts.add(new Part("audit/head.json", "The chain's head when this was made"));
  }

  /** Exactly what the link's digest was made of, after the digest before it. */
  private void link(OutputStream out, AuditProofs.Seal link) {
    write(out, link.from() + "/" + link.until() + "\n");
    var first = new boolean[] {true};
    proofs.digests(
        link,
        digest -> {
          write(out, first[0] ? digest : "\n" + digest);
          first[0] = false;
        });
  }

  private static void lines(OutputStream out, Collection<String> lines) {
    lines.forEach(line -> write(out, line + "\n"));
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void index(
      PackArchive archive,
      List<Part> parts,
      ConsiderationView view,
      EvidencePackView pack,
      AuditProofs.@Nullable Seal head)
      throws IOException {
    var index = new LinkedHashMap<String, Object>();
    index.put("case", view.reference());
    index.put(
        "customer", customers.find(view.customerId()).map(CustomerView::reference).orElse(""));
    index.put("name", customers.find(view.customerId()).map(CustomerView::name).orElse(""));
    index.put("purpose", pack.purpose());
    index.put("recipient", pack.recipient());
    index.put("requestedBy", pack.requestedBy());
    index.put("reference", pack.reference());
    index.put("madeBy", pack.madeBy());
    index.put("madeAt", pack.madeAt());
    index.put("signedWithKey", pack.keyThumbprint());
    index.put("auditChainHead", head == null ? null : head.digest());
    index.put("verify", messages.say("pack.verify", Map.of(), Locale.UK));
    index.put("contents", parts);
    JsonNode tree = PackPages.tree(index);
    archive.add("index.json", PackPages.json(tree));
    archive.add(
        "index.html",
        PackPages.html("Evidence pack, case " + view.reference(), tree)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void sign(PackArchive archive, EvidencePackView pack, CouncilKeys.Pair signing)
      throws IOException {
    byte[] manifest =
        PackPages.json(
            PackPages.tree(
                Map.of(
                    "pack", pack.id(),
                    "madeAt", pack.madeAt(),
                    "pieces", archive.pieces())));
    archive.addUnlisted("manifest.json", manifest);
    try {
      archive.addUnlisted(
          "manifest.jws",
          PackSignature.sign(manifest, signing.secret(), signing.thumbprint())
              .getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of packs cannot sign", e);
    }
    archive.addUnlisted("key.json", signing.jwk().getBytes(StandardCharsets.UTF_8));
    archive.finish();
  }

  static boolean isFullName(String name) {
    return FULL_NAME.matcher(name.strip()).matches();
  }

  /** Whom the case knows by name without being about them. */
  private KnownOthers others(
      ConsiderationView view, List<CustomerId> records, List<EvidenceView> kept) {
    var named = new ArrayList<String>();
    kept.stream().map(EvidenceView::givenBy).filter(PackAssembly::isFullName).forEach(named::add);
    Protection protection = view.protection();
    if (protection != null && protection.noticeTo() != null) {
      named.add(protection.noticeTo());
    }
    return new KnownOthers(
        named,
        Stream.concat(
                records.stream(), view.boundMembers().stream().map(member -> member.memberId()))
            .flatMap(one -> customers.find(one).stream())
            .map(CustomerView::name)
            .toList());
  }

  /** Writes each page twice: for machines, and for people. */
  private record Pages(PackArchive archive, List<Part> parts, KnownOthers others) {
    void add(String path, String title, Object content) throws IOException {
      JsonNode tree = others.redacted(PackPages.tree(content));
      archive.add(path + ".json", PackPages.json(tree));
      archive.add(path + ".html", PackPages.html(title, tree).getBytes(StandardCharsets.UTF_8));
      parts.add(new Part(path + ".html", title));
      parts.add(new Part(path + ".json", title));
    }
  }

  /** A name that is one everywhere, and leads nowhere else. */
  private static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return plain.isEmpty()
        ? "file"
        : plain.length() > 80 ? plain.substring(plain.length() - 80) : plain;
  }
}
