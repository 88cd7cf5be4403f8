package org.evenhand.appeals.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.Bar;
import org.evenhand.appeals.ConflictDeclaration;
import org.evenhand.appeals.DeclaredPart;
import org.evenhand.appeals.MayAct;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.Involvement;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who had a part in what an appeal is against, worked out from what was recorded as it happened
 * (T6): who signed the notice, who decided or reviewed what it tells of, who had to do with the
 * case, what somebody declared, and who looked into the appeal. Advice on procedure and mediation
 * bar nobody.
 */
@Component
public class Independence {

  private final Notices notices;
  private final Restrictions restrictions;
  private final Involvement involvement;
  private final Officers officers;

  Independence(
      Notices notices, Restrictions restrictions, Involvement involvement, Officers officers) {
    this.notices = notices;
    this.restrictions = restrictions;
    this.involvement = involvement;
    this.officers = officers;
  }

  /** Of one person. */
  MayAct of(AppealView appeal, ActorId person) {
    return Objects.requireNonNull(of(List.of(appeal), person).get(appeal));
  }

  /** Of one person in several appeals, in as many statements as for one. */
  public Map<AppealView, MayAct> of(Collection<AppealView> appeals, ActorId person) {
    Map<ActorId, OfficerView> names = officers.actingAs(Set.of(person));
    var each = new HashMap<AppealView, MayAct>();
    bars(appeals).forEach((appeal, bars) -> each.put(appeal, mayAct(appeal, person, bars, names)));
    return each;
  }

  /** Of several, in the order given, with their names where they are officers. */
  public List<MayAct> of(AppealView appeal, Collection<ActorId> people) {
    Map<ActorId, Set<Bar>> bars = Objects.requireNonNull(bars(List.of(appeal)).get(appeal));
    Map<ActorId, OfficerView> names = officers.actingAs(new HashSet<>(people));
    return people.stream().map(p -> mayAct(appeal, p, bars, names)).toList();
  }

  /** What to tell somebody who may not act. */
  static Map<String, String> why(MayAct part) {
    return Map.of("parts", part.bars().stream().map(Bar::name).collect(Collectors.joining(", ")));
  }

  private static MayAct mayAct(
      AppealView appeal,
      ActorId person,
      Map<ActorId, Set<Bar>> bars,
      Map<ActorId, OfficerView> names) {
    OfficerView officer = names.get(person);
    Set<Bar> own = bars.getOrDefault(person, Set.of());
    boolean free =
        !own.contains(Bar.DECLARED)
            && appeal.course().declarations().stream().anyMatch(d -> d.person().equals(person));
    return new MayAct(person, officer == null ? null : officer.name(), own, free);
  }

  private Map<AppealView, Map<ActorId, Set<Bar>>> bars(Collection<AppealView> appeals) {
    List<NoticeId> against = appeals.stream().map(AppealView::noticeId).distinct().toList();
    Map<NoticeId, NoticeView> letters = notices.find(against);
    Map<NoticeId, List<RestrictionView>> told = restrictions.ofNotices(against);
    Map<UUID, List<Involvement.Entry>> involved =
        involvement.of(
            appeals.stream()
                .flatMap(appeal -> Stream.ofNullable(appeal.caseId()))
                .distinct()
                .toList());
    var each = new HashMap<AppealView, Map<ActorId, Set<Bar>>>();
    for (AppealView appeal : appeals) {
      UUID caseId = appeal.caseId();
      each.put(
          appeal,
          bars(
              appeal,
              letters.get(appeal.noticeId()),
              told.getOrDefault(appeal.noticeId(), List.of()),
              caseId == null ? List.of() : involved.getOrDefault(caseId, List.of())));
    }
    return each;
  }

  private static Map<ActorId, Set<Bar>> bars(
      AppealView appeal,
      @Nullable NoticeView against,
      List<RestrictionView> told,
      List<Involvement.Entry> involved) {
    var bars = new HashMap<ActorId, Set<Bar>>();
    if (against != null) {
      add(bars, against.signedBy(), Bar.DECIDED);
    }
    for (RestrictionView one : told) {
      add(bars, one.imposedBy(), Bar.DECIDED);
      one.reviews().forEach(review -> add(bars, review.by(), Bar.DECIDED));
    }
    for (Involvement.Entry entry : involved) {
      if (entry.kind().disqualifies()) {
        add(bars, entry.person(), bar(entry.kind()));
      }
    }
    for (ConflictDeclaration declared : appeal.course().declarations()) {
      if (declared.part() != DeclaredPart.NONE) {
        add(bars, declared.person(), Bar.DECLARED);
      }
    }
    appeal.course().investigators().forEach(i -> add(bars, i.person(), Bar.INVESTIGATED));
    appeal.course().investigation().forEach(e -> add(bars, e.by(), Bar.INVESTIGATED));
    var findings = appeal.course().findings();
    if (findings != null) {
      add(bars, findings.by(), Bar.INVESTIGATED);
    }
    return bars;
  }

  private static Bar bar(InvolvementKind kind) {
    return switch (kind) {
      case CONSIDERED -> Bar.CONSIDERED;
      case ADVISED -> Bar.ADVISED;
      case DECIDED -> Bar.DECIDED;
      case DECIDERS_LINE_MANAGER -> Bar.DECIDERS_LINE_MANAGER;
      case PROCEDURAL_ADVICE, MEDIATED -> throw new IllegalArgumentException(kind + " bars nobody");
    };
  }

  private static void add(Map<ActorId, Set<Bar>> bars, ActorId person, Bar bar) {
    bars.computeIfAbsent(person, p -> EnumSet.noneOf(Bar.class)).add(bar);
  }
}
