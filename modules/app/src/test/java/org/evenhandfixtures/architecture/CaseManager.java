package org.evenhandfixtures.architecture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.evenhandfixtures.architecture.internal.jooq.Tables;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong on purpose: a name that says nothing, its own clock, field injection, foreign tables. */
public class CaseManager {

  @Autowired Object injected;

  DSLContext sql;

  public LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }

  public Instant now() {
    return Instant.now();
  }

  public Object tables() {
    return new Tables();
  }
}
