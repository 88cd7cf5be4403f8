package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a challenge to accuracy. */
public record AccuracyChallengeId(UUID value) {

  public static AccuracyChallengeId next() {
    return new AccuracyChallengeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
