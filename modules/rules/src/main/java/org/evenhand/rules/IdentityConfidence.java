package org.evenhand.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is that the contact is this customer's (T21). Two independent identifiers have to
 * match before any rule applies or anything is disclosed. One that several people share (the
 * household's telephone, an address) counts for nothing; a name counts once and is never enough.
 *
 * @param matched what was given and fits this customer
 * @param shared of these, what fits somebody else as well
 */
public record IdentityConfidence(Set<Identifier> matched, Set<Identifier> shared) {
  private static final IdentityConfidence NOBODY = new IdentityConfidence(Set.of(), Set.of());

  public IdentityConfidence {
    matched = copy(matched);
    shared = copy(shared);
  }

  public static IdentityConfidence of(Identifier... matched) {
    return new IdentityConfidence(Set.of(matched), Set.of());
  }

  /** Nothing matches. */
  public static IdentityConfidence nobody() {
    return NOBODY;
  }

  /** True when at least two identifiers match this customer and nobody else. */
  public boolean sufficient() {
    int independent = 0;
    for (Identifier identifier : matched) {
      // Many people share a name; it identifies nobody by itself, but it does next to another.
      if (identifier == Identifier.NAME || !shared.contains(identifier)) {
        independent++;
      }
    }
    return independent >= 2;
  }

  /** What to ask for next; null when everything was given. */
  public @Nullable Identifier next() {
    for (Identifier identifier : Identifier.values()) {
      if (!matched.contains(identifier)) {
        return identifier;
      }
    }
    return null;
  }

  private static Set<Identifier> copy(Set<Identifier> identifiers) {
    var copy = EnumSet.noneOf(Identifier.class);
    copy.addAll(identifiers);
    return Collections.unmodifiableSet(copy);
  }
}
