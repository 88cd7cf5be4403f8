package org.evenhand.spi;

/** What a {@link Ref} can point at. */
public enum RefKind {
  /** A member of staff or another actor of the council. */
  OFFICER,
  /** A group of officers who answer together. */
  TEAM,
  /** A service of the council, its own or a commissioned one. */
  SERVICE_AREA,
  /** A council building or site. */
  BUILDING,
  /** A named part of a building, or an area around it. */
  ZONE,
  /** Something a customer has asked for or complained about. */
  MATTER,
  /** A person or body outside the council, such as an advocate. */
  PARTY,
  /** A telephone number, address or mailbox at which somebody can be reached. */
  ENDPOINT
}
