package org.evenhand.intake.internal;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * References that people read out on the telephone: short, with no letter that looks or sounds like
 * another or makes words, and drawn by chance, so that one tells nothing of the next.
 */
final class References {

  private static final String ALPHABET = "23456789BCDFGHJKMNPQRTVWXZ";
  private static final SecureRandom CHANCE = new SecureRandom();

  private References() {}

  static String draw(char kind) {
    return draw(kind, CHANCE);
  }

  static String draw(char kind, RandomGenerator chance) {
    var drawn = new StringBuilder().append(kind);
    for (int i = 0; i < 8; i++) {
      if (i % 4 == 0) {
        drawn.append('-');
      }
      drawn.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return drawn.toString();
  }
}
