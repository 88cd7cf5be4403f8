package org.evenhand.correspondence;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.jspecify.annotations.Nullable;

/**
 * Every response to a customer is recorded on the corporate CRM, by a connector or by hand (P4.2):
 * each notice, and each warning given with the policy. The obligation opens with the response; a
 * connector is asked once the response was sent.
 */
public interface CrmRecordings {

  /**
   * Closes the obligation with the CRM's reference. Runs inside an act.
   *
   * <p>Refused: {@code NOT_FOUND}, {@code STALE}, {@code NOTICE_ALREADY_ON_CRM} when it is closed,
   * {@code TEXT_MISSING}, {@code TEXT_TOO_LONG}.
   */
  Outcome<CrmRecordingView> confirm(
      CrmRecordingId id, @Nullable Integer expectedVersion, String crmReference);

  Optional<CrmRecordingView> find(CrmRecordingId id);

  /** By what was answered with, in one statement; those that exist. */
  Map<UUID, CrmRecordingView> ofSubjects(Collection<UUID> subjects);

  /** Soonest due first; in one state only, or all. */
  Page<CrmRecordingView> page(@Nullable CrmRecordingState state, Page.Request request);
}
