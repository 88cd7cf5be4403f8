package org.evenhand.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Texts;

/**
 * A reasonable adjustment that was agreed (F3): what is done, never why. It is shown before any
 * rule, in every service, and outranks rules of the policy and of providers.
 *
 * @param id the core's identifier
 * @param code of the kind of adjustment
 * @param words what the officer does
 * @param cannotUse channels this customer cannot use: nobody is sent there
 * @param mustHave channels this customer must be able to use: nobody is turned away there
 */
public record AgreedAdjustment(
    String id, String code, Texts words, Set<Channel> cannotUse, Set<Channel> mustHave) {
  public AgreedAdjustment {
    cannotUse = copy(cannotUse);
    mustHave = copy(mustHave);
  }

  private static Set<Channel> copy(Set<Channel> channels) {
    var copy = EnumSet.noneOf(Channel.class);
    copy.addAll(channels);
    return Collections.unmodifiableSet(copy);
  }
}
