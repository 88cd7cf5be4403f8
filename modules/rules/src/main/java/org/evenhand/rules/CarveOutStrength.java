package org.evenhand.rules;

/** How firmly a topic is protected from every rule (F8). */
public enum CarveOutStrength {
  /** Always helped, here and now. */
  ABSOLUTE,
  /** Never declined without a named route that works in time. */
  ROUTE_GUARANTEED
}
