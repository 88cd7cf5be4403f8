package org.evenhand.appeals.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.appeals.AppealCorrection;
import org.evenhand.appeals.AppealCourse;
import org.evenhand.appeals.AppealDetermination;
import org.evenhand.appeals.AppealLetter;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.Bar;
import org.evenhand.appeals.ConflictDeclaration;
import org.evenhand.appeals.InvestigationEntry;
import org.evenhand.appeals.MayAct;
import org.evenhand.appeals.NamedInvestigator;
import org.evenhand.appeals.PresentedFindings;
import org.evenhand.appeals.SuspensionDecision;
import org.evenhand.appeals.Withdrawal;
import org.evenhand.appeals.internal.Independence;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.Involvement;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What an appeal shows of how it is looked into (questions 12 and 14). */
@Controller
class CourseFields {

  private static final String TYPE = "Appeal";

  private final Sight sight;
  private final Independence independence;
  private final Assignments assignments;
  private final Involvement involvement;
  private final Notices notices;
  private final Restrictions restrictions;
  private final Files files;
  private final ObjectProvider<CaseFileContributor> contributors;
  private final Messages messages;
  private final Clock clock;

  CourseFields(
      Sight sight,
      Independence independence,
      Assignments assignments,
      Involvement involvement,
      Notices notices,
      Restrictions restrictions,
      Files files,
      ObjectProvider<CaseFileContributor> contributors,
      Messages messages,
      Clock clock) {
    this.sight = sight;
    this.independence = independence;
    this.assignments = assignments;
    this.involvement = involvement;
    this.notices = notices;
    this.restrictions = restrictions;
    this.files = files;
    this.contributors = contributors;
    this.messages = messages;
    this.clock = clock;
  }

  /** One line of the whole file. */
  record FileLine(CaseFileContributor.Entry entry) {}

  /** Why somebody may not act, with its words. */
  record BarSaid(Bar bar, String message) {}

  @SchemaMapping(typeName = TYPE, field = "investigator")
  @Nullable NamedInvestigator investigator(AppealView appeal) {
    return appeal.course().investigator();
  }

  @SchemaMapping(typeName = TYPE, field = "declarations")
  @Nullable List<ConflictDeclaration> declarations(AppealView appeal) {
    return sight.seesWithin(appeal) ? appeal.course().declarations() : null;
  }

  @SchemaMapping(typeName = TYPE, field = "investigation")
  @Nullable List<InvestigationEntry> investigation(AppealView appeal) {
    return sight.seesWithin(appeal) ? appeal.course().investigation() : null;
  }

  @SchemaMapping(typeName = TYPE, field = "corrections")
  @Nullable List<AppealCorrection> corrections(AppealView appeal) {
    return sight.seesWithin(appeal) ? appeal.course().corrections() : null;
  }

  @SchemaMapping(typeName = TYPE, field = "findings")
  @Nullable PresentedFindings findings(AppealView appeal) {
    return sight.seesWithin(appeal) ? appeal.course().findings() : null;
  }

  @BatchMapping(typeName = TYPE, field = "acknowledgement")
  Map<AppealView, NoticeView> acknowledgement(List<AppealView> of) {
    return letters(of, AppealCourse::acknowledgement);
  }

  /** Shown to everybody who sees the appeal once the customer was written to. */
  @SchemaMapping(typeName = TYPE, field = "determination")
  @Nullable AppealDetermination determination(AppealView appeal) {
    return sight.seesDecision(appeal) ? appeal.course().determination() : null;
  }

  @SchemaMapping(typeName = TYPE, field = "suspensions")
  @Nullable List<SuspensionDecision> suspensions(AppealView appeal) {
    return sight.sees(appeal) ? appeal.course().suspensions() : null;
  }

  @BatchMapping(typeName = "AppealSuspension", field = "restrictions")
  Map<SuspensionDecision, List<RestrictionView>> suspended(List<SuspensionDecision> of) {
    Set<RestrictionId> ids =
        of.stream().flatMap(d -> d.restrictions().stream()).collect(Collectors.toSet());
    List<RestrictionView> known = ids.isEmpty() ? List.of() : restrictions.find(ids);
    var each = new HashMap<SuspensionDecision, List<RestrictionView>>();
    for (SuspensionDecision decided : of) {
      each.put(
          decided, known.stream().filter(r -> decided.restrictions().contains(r.id())).toList());
    }
    return each;
  }

  /** The gentler decisions. */
  @BatchMapping(typeName = "AppealDetermination", field = "varied")
  Map<AppealDetermination, List<RestrictionView>> varied(List<AppealDetermination> of) {
    Set<RestrictionId> ids =
        of.stream().flatMap(d -> d.varied().values().stream()).collect(Collectors.toSet());
    List<RestrictionView> known = ids.isEmpty() ? List.of() : restrictions.find(ids);
    var each = new HashMap<AppealDetermination, List<RestrictionView>>();
    for (AppealDetermination decided : of) {
      each.put(
          decided, known.stream().filter(r -> decided.varied().containsValue(r.id())).toList());
    }
    return each;
  }

  @SchemaMapping(typeName = TYPE, field = "withdrawal")
  @Nullable Withdrawal withdrawal(AppealView appeal) {
    return sight.sees(appeal) ? appeal.course().withdrawal() : null;
  }

  @BatchMapping(typeName = TYPE, field = "outcomeLetter")
  Map<AppealView, NoticeView> outcomeLetter(List<AppealView> of) {
    return letters(of, AppealCourse::outcome);
  }

  /** What an upheld appeal would end: those of the notice that have not ended. */
  @BatchMapping(typeName = TYPE, field = "atStake")
  Map<AppealView, List<RestrictionView>> atStake(List<AppealView> appeals) {
    List<AppealView> seen = appeals.stream().filter(sight::seesWithin).toList();
    Map<NoticeId, List<RestrictionView>> told =
        restrictions.ofNotices(seen.stream().map(AppealView::noticeId).distinct().toList());
    var each = new HashMap<AppealView, List<RestrictionView>>();
    for (AppealView appeal : seen) {
      each.put(
          appeal,
          told.getOrDefault(appeal.noticeId(), List.of()).stream()
              .filter(r -> !r.status().ended())
              .toList());
    }
    return each;
  }

  @BatchMapping(typeName = "AppealDetermination", field = "lifted")
  Map<AppealDetermination, List<RestrictionView>> lifted(List<AppealDetermination> of) {
    Set<RestrictionId> ids =
        of.stream().flatMap(d -> d.lifted().stream()).collect(Collectors.toSet());
    List<RestrictionView> known = ids.isEmpty() ? List.of() : restrictions.find(ids);
    var each = new HashMap<AppealDetermination, List<RestrictionView>>();
    for (AppealDetermination decided : of) {
      each.put(decided, known.stream().filter(r -> decided.lifted().contains(r.id())).toList());
    }
    return each;
  }

  @BatchMapping(typeName = TYPE, field = "mayIAct")
  Map<AppealView, MayAct> mayIAct(List<AppealView> appeals) {
    return independence.of(appeals.stream().filter(sight::seesWithin).toList(), sight.actor().id());
  }

  @SchemaMapping(typeName = TYPE, field = "managementTeam")
  @Nullable List<MayAct> managementTeam(AppealView appeal) {
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    return sight.seesWithin(appeal)
        ? independence.of(
            appeal,
            assignments.who(AssignmentKind.CORPORATE_MANAGEMENT_TEAM, null, today).stream()
                .map(OfficerView::actor)
                .toList())
        : null;
  }

  @SchemaMapping(typeName = "AppealMayAct", field = "bars")
  List<BarSaid> bars(MayAct part, Locale locale) {
    return part.bars().stream()
        .map(bar -> new BarSaid(bar, messages.say("appeal.bar." + bar, Map.of(), locale)))
        .toList();
  }

  /** Question 12: everything on record about the case, from every module that keeps some of it. */
  @SchemaMapping(typeName = TYPE, field = "file")
  @Nullable List<FileLine> file(AppealView appeal) {
    if (!sight.seesWithin(appeal)) {
      return null;
    }
    UUID caseId = appeal.caseId() == null ? appeal.id().value() : appeal.caseId();
    return contributors
        .orderedStream()
        .flatMap(c -> c.contribute(caseId, appeal.customerId()).stream())
        .sorted(
            Comparator.comparing(CaseFileContributor.Entry::at)
                .thenComparing(CaseFileContributor.Entry::code))
        .map(FileLine::new)
        .toList();
  }

  @SchemaMapping(typeName = "AppealFileLine", field = "at")
  Object at(FileLine line) {
    return line.entry().at();
  }

  @SchemaMapping(typeName = "AppealFileLine", field = "code")
  String code(FileLine line) {
    return line.entry().code();
  }

  @SchemaMapping(typeName = "AppealFileLine", field = "text")
  String text(FileLine line, Locale locale) {
    return messages.say("casefile." + line.entry().code(), line.entry().parameters(), locale);
  }

  @SchemaMapping(typeName = "AppealFileLine", field = "subjectType")
  String subjectType(FileLine line) {
    return line.entry().objectType();
  }

  @SchemaMapping(typeName = "AppealFileLine", field = "subject")
  String subject(FileLine line) {
    return GlobalId.of(line.entry().objectType(), line.entry().objectId());
  }

  @SchemaMapping(typeName = "AppealFileLine", field = "by")
  @Nullable String by(FileLine line) {
    return line.entry().by() == null ? null : line.entry().by().value();
  }

  /** The letters of the case, each with how it reached the customer. */
  @SchemaMapping(typeName = TYPE, field = "letters")
  @Nullable List<NoticeView> letters(AppealView appeal) {
    if (!sight.seesWithin(appeal)) {
      return null;
    }
    return appeal.caseId() == null
        ? notices.find(appeal.noticeId()).stream().toList()
        : notices.ofCase(appeal.caseId()).stream()
            .filter(n -> n.customerId().equals(appeal.customerId()))
            .toList();
  }

  @SchemaMapping(typeName = TYPE, field = "involvement")
  @Nullable List<Involvement.Entry> involvement(AppealView appeal) {
    if (!sight.seesWithin(appeal)) {
      return null;
    }
    return appeal.caseId() == null ? List.of() : involvement.of(appeal.caseId());
  }

  @BatchMapping(typeName = "InvestigationEntry", field = "files")
  Map<InvestigationEntry, List<FileView>> files(List<InvestigationEntry> entries) {
    Set<FileId> ids = entries.stream().flatMap(e -> e.files().stream()).collect(Collectors.toSet());
    Map<FileId, FileView> known = ids.isEmpty() ? Map.of() : files.named(ids);
    var each = new HashMap<InvestigationEntry, List<FileView>>();
    for (InvestigationEntry entry : entries) {
      each.put(
          entry, entry.files().stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList());
    }
    return each;
  }

  private Map<AppealView, NoticeView> letters(
      List<AppealView> of, Function<AppealCourse, @Nullable AppealLetter> which) {
    List<NoticeId> ids =
        of.stream()
            .map(a -> which.apply(a.course()))
            .filter(Objects::nonNull)
            .map(AppealLetter::noticeId)
            .toList();
    Map<NoticeId, NoticeView> known = ids.isEmpty() ? Map.of() : notices.find(ids);
    var found = new HashMap<AppealView, NoticeView>();
    for (AppealView appeal : of) {
      AppealLetter letter = which.apply(appeal.course());
      NoticeView notice = letter == null ? null : known.get(letter.noticeId());
      if (notice != null) {
        found.put(appeal, notice);
      }
    }
    return found;
  }
}
