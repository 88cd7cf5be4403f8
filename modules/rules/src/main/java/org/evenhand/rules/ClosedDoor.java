package org.evenhand.rules;

import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Why a channel is no open route.
 *
 * @param channel the channel
 * @param why the reason
 * @param origin the rule that closes it; null where no rule does
 */
public record ClosedDoor(Channel channel, Why why, @Nullable Origin origin) {
  /** Why a door is closed to ordinary business. */
  public enum Why {
    /** An agreed adjustment says that this customer cannot use it (F3). */
    UNUSABLE,
    DECLINED,
    /** Leads elsewhere; whether that is open is another door. */
    REDIRECTED,
    /** Once the number is used up it takes too long until the next. */
    LIMITED,
    /** Read, but answered too late. */
    ANSWERED_TOO_LATE,
    /** Only at a place that is not open to the customer. */
    ELSEWHERE_ONLY,
    /** Needs to be arranged, and nothing is left to arrange it by. */
    CANNOT_BE_ARRANGED,
    /** Nobody is there within the time. */
    OUT_OF_HOURS
  }
}
