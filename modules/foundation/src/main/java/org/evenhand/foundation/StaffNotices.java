package org.evenhand.foundation;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells staff what they have to know: in their inbox at once, and by email where the council has
 * set that up, at once or in the digest of the next working morning (P4.1, P4.2). Duties tell of
 * themselves: who opens a {@link DutyToOpen} tells nobody besides.
 */
public interface StaffNotices {

  /**
   * Puts a notice into the inbox of whom it is for. Runs in the transaction of the act that it
   * tells of, so nobody is told of what did not happen; without one it fails. A notice that was
   * told once under the same {@link StaffNotice#once() key} is not told again.
   */
  void tell(StaffNotice notice, Instant now);

  /**
   * Marks the notices with that code about that thing as settled: what they ask for has been done.
   * Settled notices stay in the inbox and count as unread no more.
   */
  void settle(String code, UUID about, Instant now);
}
