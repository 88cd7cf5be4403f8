package org.evenhand.restrictions.internal.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.IncidentId;
import org.evenhand.restrictions.EvidenceKind;
import org.evenhand.restrictions.NewEvidence;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The chain of decisions that a restriction belongs to (T10). */
@Controller
class ChainFields {

  private static final String TYPE = "Restriction";

  private final ReadingRestrictions reading;
  private final RestrictionSight sight;

  ChainFields(ReadingRestrictions reading, RestrictionSight sight) {
    this.reading = reading;
    this.sight = sight;
  }

  @SchemaMapping(typeName = TYPE, field = "decision")
  RestrictionDecision decision(RestrictionView view) {
    return view.chain().decision();
  }

  @SchemaMapping(typeName = TYPE, field = "loosens")
  boolean loosens(RestrictionView view) {
    return view.chain().loosens();
  }

  @SchemaMapping(typeName = TYPE, field = "decidedOnAppeal")
  boolean decidedOnAppeal(RestrictionView view) {
    return view.chain().onAppeal() != null;
  }

  /** What an extension rests on. */
  record Evidence(
      EvidenceKind kind,
      @Nullable String incident,
      @Nullable String reference,
      @Nullable LocalDate on,
      @Nullable String whyNone) {

    static Evidence of(NewEvidence evidence) {
      IncidentId incident = evidence.incident();
      return new Evidence(
          evidence.kind(),
          incident == null ? null : GlobalId.of("Incident", incident.value()),
          evidence.reference(),
          evidence.on(),
          evidence.whyNone());
    }
  }

  @SchemaMapping(typeName = TYPE, field = "newEvidence")
  @Nullable Evidence newEvidence(RestrictionView view) {
    NewEvidence evidence = view.chain().evidence();
    return evidence == null ? null : Evidence.of(evidence);
  }

  @SchemaMapping(typeName = "RestrictionSuspension", field = "onAppeal")
  boolean onAppeal(org.evenhand.restrictions.SuspensionView suspension) {
    return suspension.onAppeal() != null;
  }

  @BatchMapping(typeName = TYPE, field = "earlier")
  Map<RestrictionView, List<RestrictionView>> earlier(List<RestrictionView> views) {
    return chains("restriction.earlier", views, (one, other) -> before(other, one));
  }

  @BatchMapping(typeName = TYPE, field = "later")
  Map<RestrictionView, List<RestrictionView>> later(List<RestrictionView> views) {
    return chains("restriction.later", views, ChainFields::before);
  }

  /** Ids are handed out in the order of the decisions. */
  private static boolean before(RestrictionView one, RestrictionView other) {
    return compare(one.id().value(), other.id().value()) < 0;
  }

  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private Map<RestrictionView, List<RestrictionView>> chains(
      String act,
      List<RestrictionView> views,
      BiPredicate<RestrictionView, RestrictionView> wanted) {
    var first = new LinkedHashSet<RestrictionId>();
    views.forEach(view -> first.add(view.chain().first()));
    Map<RestrictionId, List<RestrictionView>> chains =
        sight.outOf(act, reading.chains(first)).orElse(List.of()).stream()
            .collect(Collectors.groupingBy(view -> view.chain().first()));
    var each = new HashMap<RestrictionView, List<RestrictionView>>();
    views.forEach(
        view ->
            each.put(
                view,
                chains.getOrDefault(view.chain().first(), List.of()).stream()
                    .filter(other -> wanted.test(view, other))
                    .toList()));
    return each;
  }
}
