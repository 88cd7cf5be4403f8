package org.evenhand.foundation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param seals how many links were checked
 * @param entries how many entries they cover
 * @param unsealed entries written since the last link: they are not protected yet
 * @param head the digest of the last link in hexadecimal; kept elsewhere, it proves that nothing
 *     was cut off at the end. Null while there is none
 * @param breaks what does not hold, in the order of the chain; empty when all does
 */
public record AuditVerification(
    long seals, long entries, long unsealed, @Nullable String head, List<Break> breaks) {

  /** One link that does not hold: its number and why. */
  public record Break(long seq, Reason reason) {}

  public enum Reason {
    /** An entry was changed, added or removed behind the seal. */
    ENTRIES_DIFFER,
    /** The link does not follow from the one before it. */
    NOT_CONNECTED,
    /** A link is missing. */
    LINK_MISSING
  }

  public boolean intact() {
    return breaks.isEmpty();
  }
}
