package org.evenhand.correspondence.internal;

import java.util.List;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** When the recording of a notice on the CRM may be confirmed (P4.2): once. */
public final class CrmRules {

  private CrmRules() {}

  public static List<Refusal> refusals(@Nullable String reference) {
    return reference == null ? List.of() : List.of(Refusal.of("NOTICE_ALREADY_ON_CRM"));
  }
}
