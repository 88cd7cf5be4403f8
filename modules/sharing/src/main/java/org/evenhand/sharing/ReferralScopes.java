package org.evenhand.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.spi.SharingPurpose;

/**
 * One scope for each purpose (P8.2): the token of a partner's machine opens what was shared for the
 * purposes that it names. What was shared for another looks to it as if it did not exist (question
 * 23), whoever it speaks for.
 */
public final class ReferralScopes {

  private ReferralScopes() {}

  /** Such as {@code referral:safeguard}. */
  public static String of(SharingPurpose purpose) {
    return "referral:" + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All that there are. */
  public static List<String> all() {
    return Arrays.stream(SharingPurpose.values()).map(ReferralScopes::of).toList();
  }

  /** The purposes that this machine's token names. */
  public static Set<SharingPurpose> purposes(Actor machine) {
    return Arrays.stream(SharingPurpose.values())
        .filter(purpose -> machine.scopes().contains(of(purpose)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
