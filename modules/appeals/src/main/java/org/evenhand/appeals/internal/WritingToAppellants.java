package org.evenhand.appeals.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.appeals.AnsweringAppeals;
import org.evenhand.appeals.AppealAnswered;
import org.evenhand.appeals.AppealDetermination;
import org.evenhand.appeals.AppealLetter;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.GroundDecision;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.NamedInvestigator;
import org.evenhand.appeals.internal.jooq.tables.records.LetterRecord;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.StandardWording;
import org.evenhand.correspondence.StandardWording.NoAppeal;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.NamingOmbudsmen;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.RestrictionsOnAppeal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters about an appeal itself: correspondence renders, keeps and serves them. */
@Service
class WritingToAppellants implements AnsweringAppeals {

  static final String ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT";
  static final String OUTCOME = "OUTCOME";

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final AppealActions actions;
  private final Notices notices;
  private final StandardWording wording;
  private final NamingOmbudsmen naming;
  private final Messages messages;
  private final DutiesOfAppeals duties;
  private final Restrictions restrictions;
  private final RestrictionsOnAppeal onAppeal;
  private final ApplicationEventPublisher events;
  private final CurrentActor currentActor;
  private final Clock clock;

  WritingToAppellants(
      StoredAppeals stored,
      AppealReads reads,
      AppealActions actions,
      Notices notices,
      StandardWording wording,
      NamingOmbudsmen naming,
      Messages messages,
      DutiesOfAppeals duties,
      Restrictions restrictions,
      RestrictionsOnAppeal onAppeal,
      ApplicationEventPublisher events,
      CurrentActor currentActor,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.actions = actions;
    this.notices = notices;
    this.wording = wording;
    this.naming = naming;
    this.messages = messages;
    this.duties = duties;
    this.restrictions = restrictions;
    this.onAppeal = onAppeal;
    this.events = events;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<AppealView> acknowledge(LetterToWrite letter) {
    Optional<AppealView> found = reads.find(letter.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    List<Refusal> refusals = guard(AllowedAct.ACKNOWLEDGE, appeal, letter);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Outcome<NoticeView> issued =
        notices.issue(
            letter(
                appeal,
                letter,
                NoticeKind.APPEAL_ACKNOWLEDGEMENT,
                NoAppeal.APPEAL_ACKNOWLEDGEMENT,
                whatHappensNow(appeal, letter),
                List.of()));
    return kept(issued, appeal, ACKNOWLEDGEMENT, DutiesOfAppeals.ACKNOWLEDGE, appeal.status());
  }

  @Override
  @Transactional
  public Outcome<AppealView> issueOutcome(LetterToWrite letter) {
    Optional<AppealView> found = reads.find(letter.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    List<Refusal> refusals = guard(AllowedAct.ISSUE_OUTCOME, appeal, letter);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Outcome<NoticeView> issued =
        notices.issue(
            letter(
                appeal,
                letter,
                NoticeKind.APPEAL_OUTCOME,
                NoAppeal.APPEAL_OUTCOME,
                whatBecameOfIt(appeal, letter),
                whatFollows(appeal, letter)));
    AppealStatus then =
        appeal.status() == AppealStatus.DETERMINED ? AppealStatus.ANSWERED : appeal.status();
    Outcome<AppealView> answered = kept(issued, appeal, OUTCOME, DutiesOfAppeals.TELL, then);
    if (answered instanceof Outcome.Done<AppealView>(AppealView now, var ignored)) {
      AppealLetter written = now.course().outcome();
      if (written != null) {
        onAppeal.toldBy(written.noticeId(), changed(now));
      }
      events.publishEvent(
          new AppealAnswered(
              appeal.id().value(),
              appeal.noticeId().value(),
              appeal.customerId(),
              appeal.caseId(),
              !reads.pending(appeal.customerId()).isEmpty(),
              clock.instant(),
              currentActor.get().id()));
    }
    return answered;
  }

  /** What the appeal changed, so that its letter tells of it and no other has to. */
  private static Set<RestrictionId> changed(AppealView appeal) {
    var changed = new HashSet<>(appeal.course().suspended());
    AppealDetermination decided = appeal.course().determination();
    if (decided != null) {
      changed.addAll(decided.lifted());
      changed.removeAll(decided.varied().keySet());
      changed.addAll(decided.varied().values());
    }
    return changed;
  }

  private String whatBecameOfIt(AppealView appeal, LetterToWrite letter) {
    Say say = new Say(letter.lang().locale());
    var words = new ArrayList<String>();
    words.add(
        say.words(
            "received",
            Map.of("reference", appeal.reference(), "received", say.day(appeal.receivedOn()))));
    AppealDetermination decided = appeal.course().determination();
    LateDecision late = appeal.lateDecision();
    if (decided != null) {
      words.add(say.words("outcome." + decided.outcome(), Map.of()));
      for (GroundDecision ground : decided.grounds()) {
        words.add(
            say.words("ground." + ground.ground(), Map.of())
                + " "
                + say.words("accepted." + ground.accepted(), Map.of())
                + "\n"
                + ground.reasons());
      }
      words.add(decided.reasons());
      if (decided.findingsSetAside()) {
        words.add(say.words("findings-set-aside", Map.of()));
      }
    } else if (appeal.status() == AppealStatus.WITHDRAWN) {
      words.add(say.words("withdrawn", Map.of()));
    } else if (late != null) {
      words.add(say.words("out-of-time", Map.of()));
      words.add(late.reason());
    }
    add(words, letter.words());
    return String.join("\n\n", words);
  }

  /** What of the earlier letter ends and what stays, in the words that the customer has read. */
  private List<ActionPart> whatFollows(AppealView appeal, LetterToWrite letter) {
    Say say = new Say(letter.lang().locale());
    AppealDetermination decided = appeal.course().determination();
    Map<UUID, RestrictionView> now =
        restrictions.ofNotice(appeal.noticeId()).stream()
            .collect(Collectors.toMap(r -> r.id().value(), r -> r));
    var parts = new ArrayList<ActionPart>();
    for (ActionPart told : notices.find(appeal.noticeId()).orElseThrow().parts().actions()) {
      UUID id = told.restrictionId();
      RestrictionView restriction = id == null ? null : now.get(id);
      if (restriction == null) {
        continue;
      }
      RestrictionId gentler = decided == null ? null : decided.varied().get(restriction.id());
      if (decided != null && decided.lifted().contains(restriction.id())) {
        parts.add(
            new ActionPart(
                id,
                say.words("ends", Map.of()) + "\n" + told.what(),
                decided.at().atZone(WorkingDays.LONDON).toLocalDate(),
                null,
                null));
      } else if (gentler != null) {
        restrictions
            .find(gentler)
            .ifPresent(
                later ->
                    parts.add(
                        new ActionPart(
                            later.id().value(),
                            say.words("changes", Map.of()) + "\n" + told.what(),
                            later.endsOn(),
                            later.reviewOn(),
                            later.endsSoonerWhen(),
                            told.noEndBecause())));
      } else if (!restriction.status().ended()) {
        parts.add(
            new ActionPart(
                id,
                say.words("stays", Map.of()) + "\n" + told.what(),
                restriction.endsOn(),
                restriction.reviewOn(),
                told.howToEndSooner(),
                told.noEndBecause()));
      }
    }
    return parts;
  }

  private String whatHappensNow(AppealView appeal, LetterToWrite letter) {
    NamedInvestigator named = appeal.course().investigator();
    Say say = new Say(letter.lang().locale());
    var words = new ArrayList<String>();
    words.add(
        say.words(
            "received",
            Map.of("reference", appeal.reference(), "received", say.day(appeal.receivedOn()))));
    words.add(
        named == null
            ? say.words("investigator.head", Map.of())
            : say.words("investigator.named", Map.of("name", named.name())));
    words.add(say.words("present", Map.of("by", say.day(appeal.presentBy()))));
    words.add(say.words(appeal.grounds() == null ? "grounds.missing" : "grounds.kept", Map.of()));
    words.add(say.words("meanwhile", Map.of()));
    add(words, letter.words());
    return String.join("\n\n", words);
  }

  /** A letter that restricts nothing and cannot itself be appealed. */
  private NoticeToIssue letter(
      AppealView appeal,
      LetterToWrite letter,
      NoticeKind kind,
      NoAppeal whyNoAppeal,
      String why,
      List<ActionPart> whatFollows) {
    NoticeView against = notices.find(appeal.noticeId()).orElseThrow();
    return new NoticeToIssue(
        kind,
        appeal.customerId(),
        against.addresseeName(),
        appeal.caseId(),
        against.policyVersionId(),
        false,
        false,
        new NoticeParts(
            why,
            whatFollows,
            new Say(letter.lang().locale()).words("reach-us", Map.of()),
            null,
            wording.whyNoAppeal(letter.lang(), whyNoAppeal),
            ombudsmen(against, appeal, letter),
            wording.dataRights(letter.lang()),
            wording.adjustments(letter.lang())),
        letter.planned(),
        currentActor.get().id(),
        letter.lang());
  }

  /** F4: by the matters of the case; without a case those that the notice named. */
  private Set<Ombudsman> ombudsmen(NoticeView against, AppealView appeal, LetterToWrite letter) {
    UUID caseId = appeal.caseId();
    if (caseId != null) {
      return naming.of(
          new ConsiderationId(caseId), new CustomerId(appeal.customerId()), letter.ombudsman());
    }
    var named = new HashSet<>(against.parts().ombudsman());
    named.addAll(letter.ombudsman());
    return named;
  }

  private Outcome<AppealView> kept(
      Outcome<NoticeView> issued, AppealView appeal, String kind, String duty, AppealStatus then) {
    Instant now = clock.instant();
    return switch (issued) {
      case Outcome.Refused<NoticeView>(List<Refusal> why) -> Outcome.refused(why);
      case Outcome.Done<NoticeView>(NoticeView notice, List<Warning> warnings) -> {
        var row = new LetterRecord();
        row.setId(Ids.next());
        row.setAppealId(appeal.id().value());
        row.setKind(kind);
        row.setNoticeId(notice.id().value());
        row.setByActor(currentActor.get().id().value());
        row.setAt(now.atOffset(ZoneOffset.UTC));
        stored.add(row);
        stored.status(appeal, then);
        duties.discharge(duty, appeal, now);
        yield Outcome.done(reads.find(appeal.id()).orElseThrow(), warnings);
      }
    };
  }

  private List<Refusal> guard(AllowedAct act, AppealView appeal, LetterToWrite letter) {
    List<Refusal> refusals = new ArrayList<>(actions.refusals(act, appeal, currentActor.get()));
    add(refusals, Acts.stale(letter.expectedVersion(), appeal.version()));
    if (!wording.speaks(letter.lang())) {
      refusals.add(Refusal.at("NOTICE_LANGUAGE_WITHOUT_WORDING", "lang"));
    }
    String words = letter.words();
    if (words != null) {
      add(refusals, Acts.text(words, FindingsRules.LONGEST_TEXT, "words"));
    }
    return refusals;
  }

  /** Words and days in the language of a letter. */
  private final class Say {
    private final Locale locale;

    private Say(Locale locale) {
      this.locale = locale;
    }

    private String words(String key, Map<String, String> parameters) {
      return messages.say("appeal.letter." + key, parameters, locale);
    }

    private String day(LocalDate day) {
      return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale).format(day);
    }
  }

  private static <T> void add(List<T> all, @Nullable T more) {
    if (more != null) {
      all.add(more);
    }
  }
}
