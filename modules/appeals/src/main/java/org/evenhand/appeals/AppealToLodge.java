package org.evenhand.appeals;

import java.time.LocalDate;
import java.util.Set;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.intake.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it came in.
 *
 * @param representative who lodged it; for {@link LodgedBy#REPRESENTATIVE} only, else null
 * @param adjustment what called for taking it down; for {@link LodgedBy#TAKEN_DOWN} only, else null
 * @param receivedOn the day it reached us, Europe/London
 * @param sentOn the day it was sent, where that is known: a postmark, a header
 * @param grounds why the customer disagrees; null while they have not said (T7)
 * @param groundCodes the same in kinds, beside the words; none counts as {@link GroundCode#OTHER}
 */
public record AppealToLodge(
    NoticeId notice,
    LodgedBy lodgedBy,
    @Nullable RepresentativeId representative,
    @Nullable String adjustment,
    AppealChannel channel,
    LocalDate receivedOn,
    @Nullable LocalDate sentOn,
    @Nullable String grounds,
    Set<GroundCode> groundCodes) {
  public AppealToLodge {
    groundCodes = Set.copyOf(groundCodes);
  }

  /** With words only, or without grounds. */
  public AppealToLodge(
      NoticeId notice,
      LodgedBy lodgedBy,
      @Nullable RepresentativeId representative,
      @Nullable String adjustment,
      AppealChannel channel,
      LocalDate receivedOn,
      @Nullable LocalDate sentOn,
      @Nullable String grounds) {
    this(
        notice,
        lodgedBy,
        representative,
        adjustment,
        channel,
        receivedOn,
        sentOn,
        grounds,
        Set.of());
  }
}
