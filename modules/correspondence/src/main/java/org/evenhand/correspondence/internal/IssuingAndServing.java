package org.evenhand.correspondence.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.AppealWindow;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterDocument;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.LetterPreview;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeIssued;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeReturned;
import org.evenhand.correspondence.NoticeServed;
import org.evenhand.correspondence.NoticeStatus;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.Notification;
import org.evenhand.correspondence.ReturnReason;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.correspondence.UnsafeAddresses;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class IssuingAndServing implements Notices {

  static final String RECORD_ON_CRM = "RECORD_ON_CRM";

  /** Working days for the recording; the policy asks for it without saying by when. */
  static final int CRM_WORKING_DAYS = 5;

  /** Local, in days: the letter prints the last day to appeal for the day on which it is sent. */
  private static final int LONGEST_PLAN = 28;

  private final StoredNotices stored;
  private final NoticeReads reads;
  private final LetterRenderer letters;
  private final Typesetter typesetter;
  private final PartsCheck partsCheck;
  private final Policies policies;
  private final Customers customers;
  private final Adjustments adjustments;
  private final UnsafeAddresses unsafeAddresses;
  private final Officers officers;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays calendar;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IssuingAndServing(
      StoredNotices stored,
      NoticeReads reads,
      LetterRenderer letters,
      Typesetter typesetter,
      PartsCheck partsCheck,
      Policies policies,
      Customers customers,
      Adjustments adjustments,
      UnsafeAddresses unsafeAddresses,
      Officers officers,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays calendar,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.letters = letters;
    this.typesetter = typesetter;
    this.partsCheck = partsCheck;
    this.policies = policies;
    this.customers = customers;
    this.adjustments = adjustments;
    this.unsafeAddresses = unsafeAddresses;
    this.officers = officers;
    this.duties = duties;
    this.currentActor = currentActor;
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<NoticeView> issue(NoticeToIssue notice) {
    Instant now = clock.instant();
    List<Refusal> refusals = problems(notice, now);
    Optional<PolicyInForce> policy = terms(notice.policyVersionId());
    if (!refusals.isEmpty() || policy.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Figures figures = policy.get().figures();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    UUID id = Ids.next();
    String reference = String.format(Locale.ROOT, "N-%d-%06d", today.getYear(), reads.nextNumber());
    LocalDate printed = printedLastDay(notice, figures);
    String signatory = signatory(notice.signedBy());
    LetterVariant variant = variant(notice);
    Letter letter =
        letters.render(
            notice,
            variant,
            reference,
            signatory,
            printed,
            figures.get(FigureKey.OMBUDSMAN_MONTHS));
    LetterDocument pdf = LetterDocument.of(LetterFormat.PDF, typesetter.pdf(letter.html()));
    LocalDate crmDueOn = calendar.plus(today, CRM_WORKING_DAYS);
    stored.save(
        new NoticeRow(
            id,
            null,
            reference,
            notice.kind(),
            NoticeStatus.ISSUED,
            notice.customerId(),
            notice.addresseeName(),
            notice.caseId(),
            notice.policyVersionId(),
            notice.designates(),
            notice.restricts(),
            notice.appealable(),
            notice.planned().method(),
            notice.planned().sendOn(),
            notice.planned().address(),
            notice.lang().tag(),
            variant,
            now,
            notice.signedBy().value(),
            signatory,
            signedByHead(notice.signedBy()),
            printed,
            null,
            null,
            null,
            null,
            crmDueOn,
            null,
            null,
            null));
    reads.keep(id, notice.parts(), letter, pdf);
    duties.open(
        new DutyToOpen(
            RECORD_ON_CRM,
            "Notice",
            id,
            notice.customerId(),
            ownerOfRecording(),
            notice.signedBy(),
            null,
            crmDueOn,
            null),
        now);
    events.publishEvent(
        new NoticeIssued(
            id,
            notice.customerId(),
            notice.caseId(),
            notice.kind(),
            now,
            currentActor.idOrSystem()));
    var warnings = new ArrayList<Warning>(policy.get().warnings());
    warnings.addAll(PlainEnglish.warnings(notice));
    return Outcome.done(get(id), warnings);
  }

  @Override
  public List<Refusal> problems(NoticeToIssue notice) {
    return problems(notice, clock.instant());
  }

  private List<Refusal> problems(NoticeToIssue notice, Instant now) {
    var refusals = new ArrayList<Refusal>(partsCheck.refusals(notice));
    if (!letters.speaks(notice.lang())) {
      refusals.add(Refusal.at("NOTICE_LANGUAGE_WITHOUT_WORDING", "lang"));
    }
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate latest = today.plusDays(LONGEST_PLAN);
    if (notice.planned().sendOn().isBefore(today)) {
      refusals.add(Refusal.at("NOTICE_PLANNED_IN_THE_PAST", "planned", "sendOn"));
    } else if (notice.planned().sendOn().isAfter(latest)) {
      refusals.add(
          Refusal.at(
              "NOTICE_PLANNED_TOO_FAR_AHEAD",
              Map.of("latest", latest.toString()),
              "planned",
              "sendOn"));
    }
    if (terms(notice.policyVersionId()).isEmpty()) {
      refusals.add(Refusal.notFound("PolicyVersion", "policyVersion"));
    }
    var customer = new CustomerId(notice.customerId());
    if (customers.find(customer).isEmpty()) {
      refusals.add(Refusal.notFound("Customer", "customer"));
    } else {
      if (unusable(customer, notice.planned().method())) {
        refusals.add(Refusal.at("NOTICE_CHANNEL_UNUSABLE", "planned", "method"));
      }
      if (unsafeAddresses.unsafe(notice.customerId(), notice.planned().address())) {
        refusals.add(Refusal.at("NOTICE_ADDRESS_UNSAFE", "planned", "address"));
      }
      LetterVariant owed = AgreedVersion.of(agreed(notice));
      if (!AgreedVersion.serves(owed, variant(notice))) {
        refusals.add(
            Refusal.at("NOTICE_NOT_IN_AGREED_VERSION", Map.of("version", owed.name()), "variant"));
      }
    }
    Set<String> missing = typesetter.missing(texts(notice));
    if (!missing.isEmpty()) {
      refusals.add(
          Refusal.at(
              "NOTICE_CHARACTERS_NOT_PRINTABLE",
              Map.of("characters", String.join(" ", missing)),
              "parts"));
    }
    return refusals;
  }

  /** Whether an agreed adjustment says that this customer cannot use that way (F3). */
  private boolean unusable(CustomerId customer, ServiceMethod method) {
    Channel channel =
        switch (method) {
          case FIRST_CLASS, SECOND_CLASS -> Channel.LETTER;
          case EMAIL -> Channel.EMAIL;
          case PORTAL -> Channel.PORTAL;
          // Handing over stays possible for everybody, through an advocate if need be (T9).
          case HAND -> null;
        };
    return channel != null
        && adjustments.agreed(customer).stream()
            .anyMatch(a -> a.channelsUnusable().contains(channel));
  }

  @Override
  public Outcome<LetterPreview> preview(NoticeToIssue notice) {
    List<Refusal> refusals = problems(notice);
    Optional<PolicyInForce> policy = terms(notice.policyVersionId());
    if (!refusals.isEmpty() || policy.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Figures figures = policy.get().figures();
    LetterVariant variant = variant(notice);
    LocalDate lastDay = printedLastDay(notice, figures);
    Letter letter =
        letters.render(
            notice,
            variant,
            letters.say(notice.lang(), "letter.reference.preview"),
            signatory(notice.signedBy()),
            lastDay,
            figures.get(FigureKey.OMBUDSMAN_MONTHS));
    List<Warning> warnings = PlainEnglish.warnings(notice);
    return Outcome.done(
        new LetterPreview(
            notice,
            variant,
            letter,
            LetterDocument.of(LetterFormat.PDF, typesetter.pdf(letter.html())),
            lastDay,
            warnings),
        warnings);
  }

  @Override
  @Transactional
  public Outcome<NoticeView> recordService(
      NoticeId id, @Nullable Integer expectedVersion, ServiceRecord record) {
    Optional<NoticeRow> found = stored.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Notice", "notice"));
    }
    NoticeRow row = found.get();
    Refusal stale = Acts.stale(expectedVersion, version(row));
    if (stale != null) {
      return Outcome.refused(stale);
    }
    Refusal otherVersion = otherVersion(row.variant(), record);
    if (otherVersion != null) {
      return Outcome.refused(otherVersion);
    }
    Instant now = clock.instant();
    ActorId by = currentActor.idOrSystem();
    NoticeView before = get(id.value());
    Figures figures = figuresOf(row);
    Outcome<Serving.Step> step =
        new Serving(row.status(), row.issuedAt(), row.plannedAddress(), before.service())
            .record(record, by, now, figures, calendar);
    return switch (step) {
      case Outcome.Refused<Serving.Step>(List<Refusal> refusals) -> Outcome.refused(refusals);
      case Outcome.Done<Serving.Step>(Serving.Step next, List<Warning> ignored) -> {
        Notification notification = next.notification();
        LocalDate lastDay = lastDay(row, notification, figures);
        stored.save(row.served(next.status(), notification, lastDay));
        reads.keep(row.id(), before.service().size() + 1, next.entry());
        events.publishEvent(
            notification == null
                ? new NoticeReturned(row.id(), row.customerId(), row.caseId(), row.kind(), now, by)
                : new NoticeServed(
                    row.id(),
                    row.customerId(),
                    row.caseId(),
                    row.kind(),
                    notification.at(),
                    notification.on(),
                    lastDay,
                    notification.actual(),
                    now,
                    by));
        yield Outcome.done(get(row.id()));
      }
    };
  }

  @Override
  @Transactional
  public Outcome<NoticeView> recordReturn(
      NoticeId id, @Nullable Integer expectedVersion, ReturnReason reason, String evidence) {
    Optional<NoticeView> found = find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Notice", "notice"));
    }
    NoticeView notice = found.get();
    List<Refusal> closed =
        new Serving(
                notice.status(), notice.issuedAt(), notice.planned().address(), notice.service())
            .refusalsOfReturn();
    if (!closed.isEmpty()) {
      return Outcome.refused(closed);
    }
    if (evidence.isBlank()) {
      return Outcome.refused(Refusal.at("NOTICE_EVIDENCE_MISSING", "evidence"));
    }
    return recordService(
        id,
        expectedVersion,
        new ServiceRecord(
            notice.service().getLast().method(),
            null,
            ServiceOutcome.RETURNED,
            null,
            letters.say(Language.ENGLISH, "return." + reason) + " " + evidence.strip()));
  }

  /**
   * The customer is notified by the version that they can read and by no other (F3, T9). What is
   * made elsewhere is named when it is sent: our own paper beside it does not count.
   */
  private static @Nullable Refusal otherVersion(LetterVariant owed, ServiceRecord record) {
    LetterVariant sent = record.version();
    boolean served =
        switch (record.outcome()) {
          case SENT, DELIVERED ->
              sent == null ? !owed.madeElsewhere() : AgreedVersion.serves(owed, sent);
          case RETURNED, REFUSED -> true;
        };
    return served
        ? null
        : Refusal.at("NOTICE_NOT_IN_AGREED_VERSION", Map.of("version", owed.name()), "version");
  }

  @Override
  public Optional<NoticeView> find(NoticeId id) {
    return reads.find(id.value());
  }

  @Override
  public Map<NoticeId, NoticeView> find(Collection<NoticeId> ids) {
    return reads.find(ids);
  }

  @Override
  public List<NoticeView> ofCase(UUID caseId) {
    return reads.ofCase(caseId);
  }

  @Override
  public List<NoticeView> ofCustomer(UUID customerId) {
    return reads.ofCustomer(customerId);
  }

  @Override
  public Optional<Letter> letter(NoticeId id) {
    return Optional.ofNullable(reads.letters(List.of(id.value())).get(id.value()));
  }

  @Override
  public Optional<LetterDocument> document(NoticeId id, LetterFormat format) {
    return reads.document(id.value(), format);
  }

  private LetterVariant variant(NoticeToIssue notice) {
    LetterVariant wanted = notice.variant();
    return wanted != null ? wanted : AgreedVersion.of(agreed(notice));
  }

  private List<AdjustmentView> agreed(NoticeToIssue notice) {
    return adjustments.agreed(new CustomerId(notice.customerId()));
  }

  private NoticeView get(UUID id) {
    return reads.find(id).orElseThrow();
  }

  private Optional<PolicyInForce> terms(UUID policyVersion) {
    return policies.terms(new PolicyVersionId(policyVersion));
  }

  private Figures figuresOf(NoticeRow row) {
    return terms(row.policyVersionId()).orElseThrow().figures();
  }

  /** Everything that somebody wrote for this letter. */
  private Stream<String> texts(NoticeToIssue notice) {
    NoticeParts parts = notice.parts();
    AppealPart appeal = parts.appeal();
    return Stream.concat(
        Stream.of(
            notice.addresseeName(),
            notice.planned().address(),
            signatory(notice.signedBy()),
            parts.why(),
            parts.howToReachUs(),
            Objects.toString(parts.whyNoAppeal(), ""),
            appeal == null ? "" : appeal.toWhom() + appeal.how(),
            parts.dataRights(),
            parts.adjustments()),
        parts.actions().stream()
            .flatMap(
                a ->
                    Stream.of(
                        a.what(),
                        Objects.toString(a.howToEndSooner(), ""),
                        Objects.toString(a.noEndBecause(), ""))));
  }

  private @Nullable LocalDate printedLastDay(NoticeToIssue notice, Figures figures) {
    return notice.appealable()
        ? AppealWindow.lastDay(
            Notification.planned(notice.planned(), figures, calendar), figures, calendar)
        : null;
  }

  /** What the letter promised stands even where it arrived sooner than planned (F4). */
  private @Nullable LocalDate lastDay(
      NoticeRow row, @Nullable Notification notification, Figures figures) {
    LocalDate printed = row.printedLastAppealDay();
    if (notification == null || printed == null) {
      return null;
    }
    LocalDate counted = AppealWindow.lastDay(notification.on(), figures, calendar);
    return counted.isBefore(printed) ? printed : counted;
  }

  private String signatory(ActorId signedBy) {
    return officers
        .find(signedBy)
        .map(o -> o.name() + ", " + o.post())
        .or(() -> currentActor.find().filter(a -> a.id().equals(signedBy)).map(Actor::name))
        .orElse(signedBy.value());
  }

  private boolean signedByHead(ActorId signedBy) {
    return currentActor
        .find()
        .filter(a -> a.id().equals(signedBy) && a.holds(Role.HEAD_OF_CUSTOMER_SERVICES))
        .isPresent();
  }

  private Role ownerOfRecording() {
    return currentActor.find().filter(a -> !a.holds(Role.HEAD_OF_SERVICE)).isPresent()
        ? Role.HEAD_OF_CUSTOMER_SERVICES
        : Role.HEAD_OF_SERVICE;
  }

  private static int version(NoticeRow row) {
    Integer version = row.version();
    return version == null ? 0 : version;
  }
}
