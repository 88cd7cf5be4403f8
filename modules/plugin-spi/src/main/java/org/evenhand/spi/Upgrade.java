package org.evenhand.spi;

/** What became of settings that an earlier version of a type stored. */
public sealed interface Upgrade {

  /** They mean the same in this form. */
  record Upgraded(Settings settings) implements Upgrade {}

  /** A person has to choose; until then the restriction stays as it was compiled. */
  record NeedsDecision(Texts why) implements Upgrade {}
}
