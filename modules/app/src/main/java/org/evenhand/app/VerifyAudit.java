package org.evenhand.app;

import org.evenhand.foundation.AuditChain;
import org.evenhand.foundation.AuditVerification;
import org.springframework.context.ApplicationContext;

/** The command that walks the audit chain and says what it found. */
final class VerifyAudit {

  private VerifyAudit() {}

  /** The process's exit code: 0 if the chain holds. */
  static int run(ApplicationContext context) {
    AuditVerification found = context.getBean(AuditChain.class).verify();
    System.out.printf(
        "%d links over %d entries; %d entries not yet sealed; head %s%n",
        found.seals(), found.entries(), found.unsealed(), found.head());
    found
        .breaks()
        .forEach(b -> System.out.printf("link %d does not hold: %s%n", b.seq(), b.reason()));
    System.out.println(found.intact() ? "The audit chain holds." : "The audit chain is broken.");
    return found.intact() ? 0 : 1;
  }
}
