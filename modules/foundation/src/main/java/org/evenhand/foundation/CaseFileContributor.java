package org.evenhand.foundation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A module's part of a case file (F7, question 12): dated entries, each about something the module
 * keeps. The asker merges what all contribute; no module reads another's tables.
 */
public interface CaseFileContributor {

  /**
   * One line of the chronology.
   *
   * @param code what happened, with a text {@code casefile.<CODE>} in the bundles
   * @param objectType the GraphQL type of what it is about
   * @param by who did it; null where nobody did
   * @param aboutOthers names of parameters that tell of third parties: withheld from whoever is
   *     outside the council
   */
  record Entry(
      Instant at,
      String code,
      Map<String, String> parameters,
      String objectType,
      UUID objectId,
      @Nullable ActorId by,
      Set<String> aboutOthers) {
    public Entry {
      parameters = Map.copyOf(parameters);
      aboutOthers = Set.copyOf(aboutOthers);
    }

    /** One that tells of nobody else. */
    public Entry(
        Instant at,
        String code,
        Map<String, String> parameters,
        String objectType,
        UUID objectId,
        @Nullable ActorId by) {
      this(at, code, parameters, objectType, objectId, by, Set.of());
    }
  }

  /** Entries about this person that belong to this case, or to no case; in any order. */
  List<Entry> contribute(UUID caseId, UUID personId);
}
