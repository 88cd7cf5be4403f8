package org.evenhand.appeals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;

/** The appeals on record. Reading here is not logged: who shows them to somebody logs it (T20). */
public interface Appeals {

  Optional<AppealView> find(AppealId id);

  /** The one appeal against a notice (P10.1). */
  Optional<AppealView> against(NoticeId notice);

  /** Those of a customer that wait for a decision, oldest first. */
  List<AppealView> pending(UUID customerId);

  /** Those about a case, oldest first. */
  List<AppealView> ofCase(UUID caseId);
}
