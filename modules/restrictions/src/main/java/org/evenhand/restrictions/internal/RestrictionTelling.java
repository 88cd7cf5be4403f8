package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody besides the customer who was told of a restriction, and has to know of its end (F11).
 *
 * @param told what it is that was told
 * @param toldKey the code of a service area, the id of a building, the id of an officer
 * @param endToldAt when it ended; null while it has not
 */
@Table(schema = "restrictions", name = "telling")
public record RestrictionTelling(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID restrictionId,
    Told told,
    String toldKey,
    Instant toldAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant endToldAt,
    @Nullable Instant endAcknowledgedAt,
    @Nullable String endAcknowledgedBy) {

  /** Who is told when a restriction comes into force. */
  public enum Told {
    /** A service that it is for. */
    SERVICE_AREA,
    /** Whoever provides a commissioned service that it is for (F6). */
    PROVIDER,
    /** The desk of a building that it names. */
    BUILDING,
    /** An officer whom it names: the single point of contact, the deputy (P8.3.10). */
    OFFICER
  }

  static RestrictionTelling of(UUID id, UUID restriction, Told told, String key, Instant at) {
    return new RestrictionTelling(
        id, null, restriction, told, key, at, null, null, null, null, null);
  }

  /** Whether whoever was told still owes an acknowledgement, of the end where it has ended. */
  boolean open() {
    return endToldAt == null ? acknowledgedAt == null : endAcknowledgedAt == null;
  }

  RestrictionTelling ended(Instant at) {
    return new RestrictionTelling(
        id,
        version,
        restrictionId,
        told,
        toldKey,
        toldAt,
        acknowledgedAt,
        acknowledgedBy,
        at,
        null,
        null);
  }

  RestrictionTelling acknowledged(Instant at, String by) {
    return endToldAt == null
        ? new RestrictionTelling(
            id, version, restrictionId, told, toldKey, toldAt, at, by, null, null, null)
        : new RestrictionTelling(
            id,
            version,
            restrictionId,
            told,
            toldKey,
            toldAt,
            acknowledgedAt,
            acknowledgedBy,
            endToldAt,
            at,
            by);
  }
}
