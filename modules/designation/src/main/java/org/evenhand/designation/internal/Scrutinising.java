package org.evenhand.designation.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.ReadinessContributor;
import org.evenhand.designation.ReadinessContributor.Evidence;
import org.evenhand.designation.Scrutiny;
import org.evenhand.designation.ScrutinyPoint;
import org.evenhand.designation.TriedKind;
import org.evenhand.foundation.WorkingDays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every module which evidence it holds for a case, and puts it under the seven things. */
@Component
public class Scrutinising {

  private final Notices notices;
  private final DrawingPictures pictures;
  private final ObjectProvider<ReadinessContributor> contributors;
  private final Clock clock;

  Scrutinising(
      Notices notices,
      DrawingPictures pictures,
      ObjectProvider<ReadinessContributor> contributors,
      Clock clock) {
    this.notices = notices;
    this.pictures = pictures;
    this.contributors = contributors;
    this.clock = clock;
  }

  public Scrutiny of(ConsiderationView view, Readiness readiness) {
    var today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    boolean triedBefore =
        pictures.of(view, null, null, today).tried().stream()
            .anyMatch(t -> lessRestrictive(t.kind()));
    var evidence =
        new ArrayList<Evidence>(
            new OwnEvidence(view, readiness, notices.ofCase(view.id().value()), triedBefore).all());
    contributors.orderedStream().forEach(c -> evidence.addAll(c.evidence(view.id())));
    Map<ScrutinyPoint, List<Evidence>> byPoint =
        evidence.stream().collect(Collectors.groupingBy(Evidence::point));
    return new Scrutiny(
        Arrays.stream(ScrutinyPoint.values())
            .map(point -> new Scrutiny.Point(point, byPoint.getOrDefault(point, List.of())))
            .toList());
  }

  private static boolean lessRestrictive(TriedKind kind) {
    return switch (kind) {
      case WARNING, MONITORING, STRATEGY_MEETING, ADJUSTMENT, SUPPORTIVE_ACTION -> true;
      case POLICY_SHARED, RESTRICTIVE_ACTION, SAFETY_MEASURE, APPEAL -> false;
    };
  }
}
