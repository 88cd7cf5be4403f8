package org.evenhand.restrictions;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.spi.Channel;

/**
 * How to stay safe: a closed set, so that none can turn somebody away (T17). Each matters on some
 * channels only, and is shown on those alone (T20).
 */
public enum Precaution {
  VISIT_IN_PAIRS(Channel.HOME_VISIT),
  RING_BEFORE_VISITING(Channel.HOME_VISIT),
  REPORT_IN_BEFORE_AND_AFTER(Channel.HOME_VISIT),
  CARRY_ALARM(Channel.HOME_VISIT),
  ANIMAL_SECURED_FIRST(Channel.HOME_VISIT),
  PROTECTIVE_CLOTHING(Channel.HOME_VISIT),
  MEET_IN_PAIRS(Channel.FACE_TO_FACE),
  MEET_WITHIN_SIGHT(Channel.FACE_TO_FACE),
  WAY_OUT_CLEAR(Channel.FACE_TO_FACE, Channel.HOME_VISIT),
  COLLEAGUE_LISTENS(Channel.PHONE, Channel.VIDEO, Channel.WEB_CHAT);

  private final Set<Channel> channels;

  Precaution(Channel first, Channel... more) {
    this.channels = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  /** Where it matters; never empty. */
  public Set<Channel> channels() {
    return channels;
  }
}
