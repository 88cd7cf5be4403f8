package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A complaint to an Ombudsman as it stands. That somebody complained is the use of a right: it
 * counts for nothing in the person's pattern (F18).
 *
 * @param schemeReference what the scheme quotes it by
 * @param noticeId the notice it is about; null where it is about the case as a whole
 * @param appealId the appeal that came before; null where there was none
 * @param caseId the consideration behind it; null where the notice has none
 * @param serviceArea the service that leads the case; null where there is no case
 * @param receivedOn the day the council heard of it
 * @param decision null until the scheme ended it
 * @param requests oldest first
 * @param remedies in the order of the decision
 */
public record OmbudsmanComplaintView(
    OmbudsmanComplaintId id,
    int version,
    Ombudsman scheme,
    String schemeReference,
    UUID customerId,
    @Nullable NoticeId noticeId,
    @Nullable AppealId appealId,
    @Nullable UUID caseId,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate receivedOn,
    String about,
    Instant recordedAt,
    ActorId recordedBy,
    List<OmbudsmanRequest> requests,
    @Nullable OmbudsmanDecision decision,
    List<OmbudsmanRemedy> remedies) {
  public OmbudsmanComplaintView {
    requests = List.copyOf(requests);
    remedies = List.copyOf(remedies);
  }

  public OmbudsmanStage stage() {
    if (decision != null) {
      return openRemedies().isEmpty() ? OmbudsmanStage.CLOSED : OmbudsmanStage.REMEDIES;
    }
    if (requests.isEmpty()) {
      return OmbudsmanStage.RECEIVED;
    }
    return requests.stream().anyMatch(r -> r.kind() == OmbudsmanRequestKind.DRAFT_DECISION)
        ? OmbudsmanStage.DRAFT_DECISION
        : OmbudsmanStage.ENQUIRIES;
  }

  /** What still wants an answer; nothing once the scheme has decided. */
  public List<OmbudsmanRequest> openRequests() {
    return decision != null ? List.of() : requests.stream().filter(r -> r.reply() == null).toList();
  }

  public List<OmbudsmanRemedy> openRemedies() {
    return remedies.stream().filter(r -> r.completion() == null).toList();
  }
}
