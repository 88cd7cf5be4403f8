package org.evenhand.intake;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.spi.Channel;

/** What is adjusted: the adjustment, never the condition behind it (F3). */
public enum AdjustmentCode {
  WRITTEN_ONLY,
  NO_TELEPHONE,
  TELEPHONE_ONLY,
  FACE_TO_FACE,
  LARGE_PRINT,
  EASY_READ,
  BRAILLE,
  AUDIO,
  SIGN_LANGUAGE,
  RELAY_SERVICE,
  INTERPRETER,
  LONGER_APPOINTMENTS,
  MORE_TIME_TO_ANSWER,
  SINGLE_CONTACT,
  SUPPORTER_PRESENT,
  HOME_VISITS,
  /** Something else, in words. */
  OTHER;

  /**
   * The channels that this rules out by what it is, whether or not anybody recorded them with it: a
   * customer who does not telephone is never sent to the telephone (F3, P9.3).
   */
  public Set<Channel> unusable() {
    return switch (this) {
      case NO_TELEPHONE -> EnumSet.of(Channel.PHONE);
      case WRITTEN_ONLY ->
          EnumSet.of(Channel.PHONE, Channel.VIDEO, Channel.FACE_TO_FACE, Channel.HOME_VISIT);
      case TELEPHONE_ONLY -> EnumSet.complementOf(EnumSet.of(Channel.PHONE));
      default -> Set.of();
    };
  }
}
