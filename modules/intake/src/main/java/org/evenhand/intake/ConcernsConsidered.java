package org.evenhand.intake;

import java.time.Instant;
import java.util.List;

/**
 * What these concerns were about was considered and decided; their reporters are told that, and no
 * more (P4.1). Whoever decides publishes a record that implements this.
 */
public interface ConcernsConsidered {

  List<ConcernId> concernIds();

  Instant at();
}
