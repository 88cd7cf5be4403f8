package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.SETTINGS_FORM;
import static org.evenhand.restrictions.internal.jooq.Tables.TOLD_BY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.LetterPreview;
import org.evenhand.correspondence.NoticeDraftView;
import org.evenhand.correspondence.NoticeDrafts;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.StandardWording;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.NamingOmbudsmen;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.Matters;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.IssuingNotices;
import org.evenhand.restrictions.NoticeToWrite;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RefKind;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composes the notice of a case from what was determined and what was decided on and not yet told,
 * and hands its finished parts to whoever renders and serves it (P9.2, F4, F12).
 */
@Service
class WritingNotices implements IssuingNotices {

  private final ImposedActions actions;
  private final InstalledTypes types;
  private final Considerations considerations;
  private final Customers customers;
  private final Matters matters;
  private final NamingOmbudsmen ombudsmen;
  private final Notices notices;
  private final NoticeDrafts drafts;
  private final StandardWording standard;
  private final Policies policies;
  private final FrontDeskWriter frontDesk;
  private final RecordsOfActions records;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final DSLContext dsl;
  private final Clock clock;

  WritingNotices(
      ImposedActions actions,
      InstalledTypes types,
      Considerations considerations,
      Customers customers,
      Matters matters,
      NamingOmbudsmen ombudsmen,
      Notices notices,
      NoticeDrafts drafts,
      StandardWording standard,
      Policies policies,
      FrontDeskWriter frontDesk,
      RecordsOfActions records,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays workingDays,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.types = types;
    this.considerations = considerations;
    this.customers = customers;
    this.matters = matters;
    this.ombudsmen = ombudsmen;
    this.notices = notices;
    this.drafts = drafts;
    this.standard = standard;
    this.policies = policies;
    this.frontDesk = frontDesk;
    this.records = records;
    this.duties = duties;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<NoticeView> issue(NoticeToWrite wanted) {
    return written(
        asDrafted(wanted),
        letter ->
            switch (notices.issue(letter.toIssue())) {
              case Outcome.Refused<NoticeView>(List<Refusal> why) -> Outcome.refused(why);
              case Outcome.Done<NoticeView>(NoticeView notice, var warnings) -> {
                letter.told().accept(notice);
                drafts.discard(wanted.considerationId().value(), notice.customerId());
                yield Outcome.done(notice, warnings);
              }
            });
  }

  @Override
  public Outcome<LetterPreview> preview(NoticeToWrite wanted) {
    return written(asDrafted(wanted), letter -> notices.preview(letter.toIssue()));
  }

  @Override
  public List<Refusal> problems(NoticeToWrite wanted) {
    return this.<NoticeToIssue>written(
            asDrafted(wanted),
            letter -> {
              List<Refusal> problems = notices.problems(letter.toIssue());
              return problems.isEmpty()
                  ? Outcome.done(letter.toIssue())
                  : Outcome.refused(problems);
            })
        .refusals();
  }

  @Override
  @Transactional
  public Outcome<NoticeDraftView> draft(NoticeToWrite wanted, @Nullable Integer expectedVersion) {
    NoticeToWrite drafted = asDrafted(wanted);
    return written(
        drafted,
        letter ->
            drafts.save(
                new NoticeDrafts.DraftToSave(
                    wanted.considerationId().value(),
                    letter.toIssue().customerId(),
                    expectedVersion,
                    letter.toIssue().parts().why(),
                    letter.toIssue().parts().howToReachUs(),
                    drafted.ombudsman(),
                    drafted.planned(),
                    drafted.lang(),
                    drafted.variant())));
  }

  /** What is left out is taken from the draft, where there is one. */
  private NoticeToWrite asDrafted(NoticeToWrite wanted) {
    UUID consideration = wanted.considerationId().value();
    CustomerId customer = wanted.customerId();
    return Optional.ofNullable(customer)
        .or(() -> considerations.basis(wanted.considerationId()).map(ImposingBasis::customerId))
        .flatMap(to -> drafts.of(consideration, to.value()))
        .map(
            draft ->
                new NoticeToWrite(
                    wanted.considerationId(),
                    customer,
                    wanted.why() == null ? draft.why() : wanted.why(),
                    wanted.howToReachUs() == null ? draft.howToReachUs() : wanted.howToReachUs(),
                    wanted.ombudsman().isEmpty() ? draft.ombudsman() : wanted.ombudsman(),
                    wanted.planned(),
                    wanted.lang(),
                    wanted.variant() == null ? draft.variant() : wanted.variant()))
        .orElse(wanted);
  }

  /**
   * A notice that is ready to be issued.
   *
   * @param told what is noted once it was
   */
  private record ToIssue(NoticeToIssue toIssue, Consumer<NoticeView> told) {}

  private <T> Outcome<T> written(NoticeToWrite wanted, Function<ToIssue, Outcome<T>> use) {
    Instant now = clock.instant();
    Optional<ImposingBasis> found = considerations.basis(wanted.considerationId());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    ImposingBasis basis = found.get();
    CustomerId to = wanted.customerId() == null ? basis.customerId() : wanted.customerId();
    Optional<CustomerView> addressee = customers.find(to);
    if (addressee.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "customer"));
    }
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      return Outcome.refused(Policies.noneInForce());
    }
    var refusals = new ArrayList<Refusal>();
    if (!to.equals(basis.customerId())
        && basis.boundMembers().stream().noneMatch(m -> m.memberId().equals(to))) {
      refusals.add(Refusal.at("CUSTOMER_NOT_CONSIDERED", "customer"));
    }
    List<ImposedAction> live =
        actions.ofConsideration(wanted.considerationId().value()).stream()
            .filter(a -> a.decided().customerId().equals(to.value()))
            .filter(a -> !Standing.at(a, now).ended())
            .toList();
    List<ImposedAction> untold =
        live.stream().filter(a -> a.progress().noticeId() == null).toList();
    List<ImposedAction> kept = live.stream().filter(a -> keptAndNotTold(a)).toList();
    List<ImposedAction> paused = live.stream().filter(a -> pausedAndNotTold(a)).toList();
    boolean findings = basis.category() != null && !toldOfFindings(basis, to);
    boolean decided = !untold.isEmpty() || !kept.isEmpty() || !paused.isEmpty() || findings;
    List<ImposedAction> ended = decided ? List.of() : endedAndNotTold(wanted, to, now);
    if (!decided && ended.isEmpty()) {
      refusals.add(Refusal.of("NOTHING_TO_NOTIFY"));
    }
    if (untold.stream()
        .anyMatch(a -> owes(a, DutyKinds.GROUND_GONE) || owes(a, DutyKinds.GROUND_CORRECTED))) {
      refusals.add(Refusal.of("GROUND_TO_BE_DECIDED"));
    }
    if (untold.stream().anyMatch(a -> wouldStart(a) && !basis.restrictiveAllowed())) {
      refusals.add(
          new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", List.of("DETERMINATION")));
    }
    Actor actor = currentActor.get();
    boolean corporate = basis.corporate() || live.stream().anyMatch(a -> a.decided().corporate());
    if (!writes(actor, basis, corporate)) {
      refusals.add(
          corporate
              ? AuthorityRefusal.of("CORPORATE_DECISION", Role.HEAD_OF_CUSTOMER_SERVICES)
              : AuthorityRefusal.of(
                  "NOT_YOURS_TO_DECIDE", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var toTell = new ToTell(untold, kept, paused, findings);
    var toIssue =
        decided
            ? compose(wanted, basis, addressee.get(), policy.get(), toTell)
            : composeEnd(wanted, addressee.get(), policy.get(), ended);
    return use.apply(
        new ToIssue(
            toIssue,
            notice -> {
              told(notice.id().value(), decided ? toTell.all() : ended, now);
              records.writtenIn(notice.id(), untold);
            }));
  }

  /** Another module's letter tells of these: what an appeal decided, in the appeal's letter. */
  void toldElsewhere(UUID notice, List<ImposedAction> actions, Instant now) {
    told(notice, actions, now);
  }

  /** What was not told yet is imposed by this notice; of the rest it only tells. */
  private void told(UUID notice, List<ImposedAction> all, Instant now) {
    for (ImposedAction action : all) {
      boolean ended = Standing.at(action, now).ended();
      boolean imposes = !ended && action.progress().noticeId() == null;
      tell(notice, action, imposes);
      if (imposes) {
        actions.save(action.with(action.progress().inNotice(notice)));
      } else if (!ended && resumes(action)) {
        actions.save(action.with(action.course().resumptionIn(notice)));
      }
      for (String kind :
          List.of(
              DutyKinds.ISSUE_NOTICE,
              DutyKinds.TELL_REVIEW,
              DutyKinds.TELL_SUSPENDED,
              DutyKinds.TELL_RESUMED,
              DutyKinds.TELL_END)) {
        duties.discharge(kind, action.id(), action.decided().reference(), null, now);
      }
    }
    all.stream()
        .filter(a -> a.progress().noticeId() == null)
        .map(a -> new CustomerId(a.decided().customerId()))
        .distinct()
        .forEach(frontDesk::person);
  }

  /** F1: taken over and not told so far, it would begin without any step on record. */
  private static boolean wouldStart(ImposedAction action) {
    return action.decided().takenOver() && action.progress().effectiveFrom() == null;
  }

  private static boolean resumes(ImposedAction action) {
    return action.course().resumeDecidedAt() != null && action.course().resumedFrom() == null;
  }

  private void tell(UUID notice, ImposedAction action, boolean imposes) {
    dsl.insertInto(TOLD_BY)
        .set(TOLD_BY.NOTICE_ID, notice)
        .set(TOLD_BY.RESTRICTION_ID, action.id())
        .set(TOLD_BY.IMPOSES, imposes)
        .execute();
  }

  private boolean keptAndNotTold(ImposedAction action) {
    return action.progress().noticeId() != null && owes(action, DutyKinds.TELL_REVIEW);
  }

  private boolean pausedAndNotTold(ImposedAction action) {
    return action.progress().noticeId() != null
        && (owes(action, DutyKinds.TELL_SUSPENDED) || owes(action, DutyKinds.TELL_RESUMED));
  }

  /** F11: whoever was told of an action is told of its end. */
  private List<ImposedAction> endedAndNotTold(NoticeToWrite wanted, CustomerId to, Instant now) {
    return actions.ofConsideration(wanted.considerationId().value()).stream()
        .filter(a -> a.decided().customerId().equals(to.value()))
        .filter(a -> Standing.at(a, now).ended() && owes(a, DutyKinds.TELL_END))
        .toList();
  }

  private boolean owes(ImposedAction action, String duty) {
    return duties.openFor(action.id()).stream().anyMatch(d -> d.kind().equals(duty));
  }

  private boolean toldOfFindings(ImposingBasis basis, CustomerId to) {
    Instant determined = basis.determinedAt();
    return determined != null
        && notices.ofCase(basis.considerationId().value()).stream()
            .filter(n -> n.customerId().equals(to.value()))
            .filter(
                n -> n.kind() == NoticeKind.DETERMINATION || n.kind() == NoticeKind.RESTRICTIONS)
            .anyMatch(n -> !n.issuedAt().isBefore(determined));
  }

  /** P9.2: the head of the service writes; where the approach is corporate, the corporate head. */
  private static boolean writes(Actor actor, ImposingBasis basis, boolean corporate) {
    return actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        || (!corporate && actor.heads(basis.leadService()));
  }

  // The parts

  /**
   * What a notice is about.
   *
   * @param untold decided on and not told
   * @param kept kept at a review and not told
   * @param paused set aside or taken up again and not told
   * @param findings whether it tells what was found
   */
  private record ToTell(
      List<ImposedAction> untold,
      List<ImposedAction> kept,
      List<ImposedAction> paused,
      boolean findings) {

    List<ImposedAction> all() {
      return Stream.of(untold, kept, paused).flatMap(List::stream).distinct().toList();
    }

    boolean restricts() {
      return untold.stream().anyMatch(ImposedAction::narrows)
          || !kept.isEmpty()
          || !paused.isEmpty();
    }

    private boolean tellsOf(RestrictionDecision decision) {
      return untold.stream().anyMatch(a -> a.succession().decision() == decision);
    }

    NoticeKind kind(ImposingBasis basis) {
      if (!restricts()) {
        return findings || basis.category() != null ? NoticeKind.DETERMINATION : NoticeKind.WARNING;
      }
      if (findings || tellsOf(RestrictionDecision.IMPOSED)) {
        return NoticeKind.RESTRICTIONS;
      }
      if (tellsOf(RestrictionDecision.EXTENDED)) {
        return NoticeKind.EXTENDED;
      }
      return kept.isEmpty() || !untold.isEmpty() ? NoticeKind.VARIED : NoticeKind.REFUSAL_TO_LIFT;
    }
  }

  private NoticeToIssue compose(
      NoticeToWrite wanted,
      ImposingBasis basis,
      CustomerView addressee,
      PolicyInForce policy,
      ToTell toTell) {
    boolean findings = toTell.findings();
    List<ImposedAction> untold = toTell.untold();
    String lang = language(wanted.lang());
    boolean designates = findings && basis.category() != null && basis.category().designates();
    boolean restricts = toTell.restricts();
    boolean onItsFacts = untold.stream().anyMatch(a -> a.decided().appealable());
    boolean appealable = designates || restricts || onItsFacts;
    List<ImposedAction> all = toTell.all();
    var words = all.stream().map(a -> words(a, lang)).toList();
    NoticeKind kind = toTell.kind(basis);
    return new NoticeToIssue(
        kind,
        addressee.id().value(),
        addressee.name(),
        basis.considerationId().value(),
        policyVersion(basis, untold, policy),
        designates,
        restricts,
        new NoticeParts(
            why(wanted.why(), basis, all, findings),
            words.stream().map(Words::part).toList(),
            howToReachUs(wanted.howToReachUs(), words, lang),
            appealable || kind.alwaysAppealable() ? standard.appeal(wanted.lang()) : null,
            appealable || kind.alwaysAppealable()
                ? null
                : Wording.word(
                    findings ? "notice.no-appeal.findings" : "notice.no-appeal.support", lang),
            ombudsmen.of(wanted.considerationId(), addressee.id(), wanted.ombudsman()),
            standard.dataRights(wanted.lang()),
            standard.adjustments(wanted.lang())),
        wanted.planned(),
        currentActor.get().id(),
        wanted.lang(),
        wanted.variant());
  }

  private NoticeToIssue composeEnd(
      NoticeToWrite wanted,
      CustomerView addressee,
      PolicyInForce policy,
      List<ImposedAction> ended) {
    String lang = language(wanted.lang());
    String why = wanted.why();
    String howToReachUs = wanted.howToReachUs();
    return new NoticeToIssue(
        NoticeKind.LIFTED,
        addressee.id().value(),
        addressee.name(),
        wanted.considerationId().value(),
        policy.id().value(),
        false,
        false,
        new NoticeParts(
            why == null || why.isBlank() ? Wording.word("notice.ended.why", lang) : why,
            ended.stream().map(a -> endPart(a, lang)).toList(),
            howToReachUs == null || howToReachUs.isBlank()
                ? Wording.word("notice.ended.reach", lang)
                : howToReachUs,
            null,
            Wording.word("notice.no-appeal.ended", lang),
            ombudsmen.of(wanted.considerationId(), addressee.id(), wanted.ombudsman()),
            standard.dataRights(wanted.lang()),
            standard.adjustments(wanted.lang())),
        wanted.planned(),
        currentActor.get().id(),
        wanted.lang(),
        wanted.variant());
  }

  private ActionPart endPart(ImposedAction action, String lang) {
    ActionPart was = words(action, lang).part();
    Instant at = action.progress().endedAt();
    LocalDate last = action.decided().endsOn();
    LocalDate day = at == null ? last : at.atZone(WorkingDays.LONDON).toLocalDate();
    return new ActionPart(
        action.id(), Wording.word("notice.ended.what", lang) + "\n" + was.what(), day, null, null);
  }

  private static UUID policyVersion(
      ImposingBasis basis, List<ImposedAction> untold, PolicyInForce policy) {
    if (!untold.isEmpty()) {
      return untold.getFirst().decided().policyVersion();
    }
    return basis.policyVersionId() == null ? policy.id().value() : basis.policyVersionId().value();
  }

  private static String why(
      @Nullable String wanted, ImposingBasis basis, List<ImposedAction> all, boolean findings) {
    if (wanted != null && !wanted.isBlank()) {
      return wanted;
    }
    var sentences = new LinkedHashSet<String>();
    if (findings && basis.reasons() != null) {
      sentences.add(basis.reasons());
    }
    all.forEach(
        a -> {
          sentences.add(a.decided().conduct());
          sentences.add(a.decided().harm());
        });
    return sentences.stream().filter(s -> !s.isBlank()).collect(Collectors.joining("\n\n"));
  }

  private static String howToReachUs(@Nullable String wanted, List<Words> words, String lang) {
    if (wanted != null && !wanted.isBlank()) {
      return wanted;
    }
    var sentences = new LinkedHashSet<String>();
    words.forEach(w -> sentences.add(w.still()));
    sentences.add(Wording.word("notice.always-open", lang));
    return String.join("\n\n", sentences);
  }

  /** What a letter says of one action. */
  private record Words(ActionPart part, String still) {}

  private Words words(ImposedAction action, String lang) {
    var decided = action.decided();
    Settings settings = StoredForm.settings(decided.settings());
    Optional<LetterWording> letter = letter(decided.typeId(), settings);
    String what =
        letter
            .map(
                l ->
                    said(l.what(), lang)
                        + labelled("notice.where", said(l.where(), lang), lang)
                        + labelled("notice.when", said(l.when(), lang), lang))
            .orElse(decided.conduct());
    String ends =
        decided.endsSoonerWhen().isBlank()
            ? letter
                .map(l -> said(l.endsSooner(), lang))
                .filter(words -> !words.isBlank())
                .orElse(Wording.word("notice.ends-sooner", lang))
            : decided.endsSoonerWhen();
    LocalDate until = decided.endsOn();
    String noEnd =
        until == null
            ? decided.permanent()
                ? decided.extremeCaseReason()
                : Wording.word("notice.no-end.support", lang)
            : null;
    return new Words(
        new ActionPart(
            action.id(),
            announced(action, lang) + what + pointers(decided.formDigest(), settings, lang),
            until,
            action.progress().reviewOn(),
            ends,
            noEnd),
        letter.map(l -> said(l.stillServed(), lang)).orElse(""));
  }

  /** What became of it, where it is not new (T10). */
  private static String announced(ImposedAction action, String lang) {
    String key =
        switch (action.succession().decision()) {
          case IMPOSED -> null;
          case VARIED ->
              action.succession().loosens() ? "notice.loosened.what" : "notice.varied.what";
          case EXTENDED -> "notice.extended.what";
        };
    if (action.progress().noticeId() != null) {
      key =
          action.progress().status() != RestrictionStatus.SUSPENDED
              ? null
              : resumes(action) ? "notice.resumed.what" : "notice.suspended.what";
    }
    return key == null ? "" : Wording.word(key, lang) + "\n";
  }

  /** The type's words; a type that is gone cannot say anything new about what it made. */
  private Optional<LetterWording> letter(String typeId, Settings settings) {
    try {
      return types.find(TypeId.of(typeId)).map(t -> t.type().letter(settings));
    } catch (PluginUnavailableException e) {
      return Optional.empty();
    }
  }

  private static String labelled(String key, String words, String lang) {
    return words.isBlank() ? "" : "\n" + Wording.word(key, lang) + " " + words;
  }

  private static String said(Texts texts, String lang) {
    return texts.silent() ? "" : texts.in(lang).value();
  }

  /**
   * What the settings point at, by name under the form's own labels: a type knows no names, and the
   * customer cannot keep to what is not named (F12).
   */
  private String pointers(String formDigest, Settings settings, String lang) {
    DeskDirectory directory = frontDesk.currentDirectory(workingDays);
    var lines = new StringBuilder();
    for (SettingDescriptor descriptor : form(formDigest)) {
      settings
          .find(descriptor.key())
          .map(value -> names(value, directory, lang))
          .filter(names -> !names.isEmpty())
          .ifPresent(
              names ->
                  lines
                      .append('\n')
                      .append(descriptor.field().label().in(lang).value())
                      .append(": ")
                      .append(InWords.joined(names, lang)));
    }
    return lines.toString();
  }

  private List<SettingDescriptor> form(String digest) {
    return dsl.select(SETTINGS_FORM.DESCRIPTORS)
        .from(SETTINGS_FORM)
        .where(SETTINGS_FORM.DIGEST.eq(digest))
        .fetchOptional(SETTINGS_FORM.DESCRIPTORS)
        .map(StoredForm::descriptors)
        .orElse(List.of());
  }

  private List<String> names(SettingValue value, DeskDirectory directory, String lang) {
    return switch (value) {
      case SettingValue.BuildingSetValue v ->
          v.buildings().stream().map(ref -> name(ref, directory)).sorted().toList();
      case SettingValue.ZoneValue v -> List.of(name(v.zone(), directory));
      case SettingValue.ServiceAreaValue v -> List.of(name(v.serviceArea(), directory));
      case SettingValue.OfficerValue v -> List.of(name(v.officer(), directory));
      case SettingValue.EndpointValue v -> List.of(name(v.endpoint(), directory));
      case SettingValue.TeamValue v -> List.of(v.team().id());
      case SettingValue.PartyValue v -> List.of(v.party().id());
      case SettingValue.MatterValue v -> matter(v.matter());
      case SettingValue.ListValue v ->
          v.values().stream().flatMap(each -> names(each, directory, lang).stream()).toList();
      default -> List.of();
    };
  }

  private String name(Ref ref, DeskDirectory directory) {
    var entry = directory.find(ref, clock.instant());
    if (entry == null) {
      return ref.id();
    }
    return entry.reachAt() == null || ref.kind() == RefKind.SERVICE_AREA
        ? entry.name()
        : entry.name() + " (" + entry.reachAt() + ")";
  }

  private List<String> matter(Ref ref) {
    try {
      return matters
          .find(new MatterId(UUID.fromString(ref.id())))
          .map(m -> m.subject() == null ? m.reference() : m.reference() + ", " + m.subject())
          .stream()
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static String language(Language lang) {
    String language = lang.locale().getLanguage();
    return language.isEmpty() ? "en" : language;
  }
}
