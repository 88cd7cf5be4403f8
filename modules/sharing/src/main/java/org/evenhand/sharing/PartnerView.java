package org.evenhand.sharing;

import java.time.LocalDate;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A body that the council may share with.
 *
 * @param protocolVersion the version it signed; null where it signed none
 * @param signedOn null where it signed none
 * @param validUntil last day on which its signature counts; null where it signed none
 * @param designatedOfficer the post or person who receives for it; null where it signed none
 * @param secureAddress where sealed data goes; null where it signed none
 * @param sandbox whether it is there to try out a machine: told of nobody who lives, ever
 * @param delivery by which way sealed data are taken to it; null where its machine fetches them
 */
public record PartnerView(
    PartnerId id,
    int version,
    String name,
    PartnerKind kind,
    ProtocolStanding standing,
    @Nullable String protocolVersion,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate validUntil,
    @Nullable String designatedOfficer,
    @Nullable String secureAddress,
    @Nullable TypeId delivery,
    boolean sandbox) {

  /** Whether anything may be shared with it on that day, given an agreement (T22). */
  public boolean mayReceive(LocalDate on) {
    return !sandbox && standing.mayReceive() && !lapsed(on);
  }

  /** Whether its signature has run out. */
  public boolean lapsed(LocalDate on) {
    return validUntil != null && on.isAfter(validUntil);
  }
}
