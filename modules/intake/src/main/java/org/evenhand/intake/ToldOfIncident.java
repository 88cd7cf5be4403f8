package org.evenhand.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Each module names whom it told, directly or by what rests on it, of an incident; when that turns
 * out otherwise, everybody told is told (T27). Asked before anything changes.
 */
public interface ToldOfIncident {

  /**
   * Somebody who was told.
   *
   * @param name as far as it helps to find them again, such as the force and its reference
   * @param throughType the GraphQL type of what they were told by
   */
  record Told(
      CorrectionRecipient recipient, @Nullable String name, String throughType, UUID throughId) {}

  List<Told> toldOf(IncidentView incident);
}
