package org.evenhand.correspondence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Ends the process, as far as a test can, in the transaction that notes a notice as served. */
class FailingListener {

  /** The process ends here. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private volatile @Nullable UUID armed;

  /** Once, for this notice. */
  void arm(UUID notice) {
    armed = notice;
  }

  @EventListener
  void on(NoticeServed served) {
    if (served.noticeId().equals(armed)) {
      armed = null;
      throw new Killed();
    }
  }
}
