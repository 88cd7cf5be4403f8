package org.evenhand.appeals.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.appeals.AppealCorrectionKind;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.internal.jooq.tables.records.CorrectionRecord;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.CustomersUnmerged;
import org.evenhand.intake.IncidentChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is put right while an appeal is open is weighed in it: whoever looks into it is told, or
 * once it was presented whoever decides it, in the correction's own transaction (T27).
 */
@Component
class CorrectionsDuringAppeals {

  private final AppealReads reads;
  private final StoredAppeals stored;
  private final Considerations considerations;
  private final DutiesOfAppeals duties;

  CorrectionsDuringAppeals(
      AppealReads reads,
      StoredAppeals stored,
      Considerations considerations,
      DutiesOfAppeals duties) {
    this.reads = reads;
    this.stored = stored;
    this.considerations = considerations;
    this.duties = duties;
  }

  @EventListener
  void on(IncidentChanged change) {
    for (ConsiderationView view : considerations.restingOn(change.incidentId())) {
      reads.ofCase(view.id().value()).stream()
          .filter(appeal -> answersFor(appeal, view, change.before()))
          .forEach(
              appeal ->
                  flag(
                      appeal,
                      AppealCorrectionKind.valueOf("INCIDENT_" + change.kind()),
                      change.at(),
                      change.by()));
    }
  }

  /** T15: in a group a member's appeal is about incidents of their own. */
  private static boolean answersFor(
      AppealView appeal, ConsiderationView view, @Nullable CustomerId whose) {
    return view.boundMembers().isEmpty()
        || appeal.customerId().equals(view.customerId().value())
        || whose == null
        || whose.value().equals(appeal.customerId());
  }

  @EventListener
  void on(CustomersMerged merged) {
    ofEither(merged.kept(), merged.merged())
        .forEach(a -> flag(a, AppealCorrectionKind.RECORDS_MERGED, merged.at(), merged.by()));
  }

  @EventListener
  void on(CustomersUnmerged parted) {
    ofEither(parted.kept(), parted.merged())
        .forEach(a -> flag(a, AppealCorrectionKind.RECORDS_UNMERGED, parted.at(), parted.by()));
  }

  private Stream<AppealView> ofEither(CustomerId one, CustomerId other) {
    return Stream.of(one.value(), other.value()).flatMap((UUID id) -> reads.pending(id).stream());
  }

  private void flag(AppealView appeal, AppealCorrectionKind kind, Instant at, ActorId by) {
    if (!appeal.status().pending() || appeal.status() == AppealStatus.DETERMINED) {
      return;
    }
    var row = new CorrectionRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setKind(kind.name());
    row.setAt(at.atOffset(ZoneOffset.UTC));
    row.setByActor(by.value());
    stored.add(row);
    stored.touch(appeal);
    duties.weighCorrection(appeal, at);
  }
}
