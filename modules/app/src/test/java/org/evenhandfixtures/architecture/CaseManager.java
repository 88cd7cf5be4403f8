package org.evenhandfixtures.architecture;

import java.time.Instant;
import org.evenhandfixtures.architecture.internal.jooq.Tables;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong on purpose: a name that says nothing, its own clock, field injection, foreign tables. */
public class CaseManager {

  @Autowired Object injected;

  public Instant now() {
    return Instant.now();
  }

  public Object tables() {
    return new Tables();
  }
}
