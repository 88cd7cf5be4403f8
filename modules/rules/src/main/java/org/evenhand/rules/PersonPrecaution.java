package org.evenhand.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How to stay safe (T17). It never changes the verdict and never refuses anybody a service.
 *
 * @param id the marker's identifier
 * @param about whether it goes with the person or with the address
 * @param words what the officer does
 * @param channels where it matters; empty means everywhere
 * @param until first moment it no longer holds; null while it has no end in sight
 */
public record PersonPrecaution(
    String id, About about, Texts words, Set<Channel> channels, @Nullable Instant until) {

  /** What a precaution goes with. */
  public enum About {
    PERSON,
    /** Stays even when nobody knows who is there (T21). */
    ADDRESS
  }

  public PersonPrecaution {
    var copy = EnumSet.noneOf(Channel.class);
    copy.addAll(channels);
    channels = Collections.unmodifiableSet(copy);
  }

  boolean matters(ContactFacts facts) {
    if (until != null && !facts.at().isBefore(until)) {
      return false;
    }
    return channels.isEmpty()
        || facts.channel().value() == null
        || channels.contains(facts.channel().value());
  }
}
