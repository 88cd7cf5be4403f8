package org.evenhand.policy;

/** How strongly a topic is kept out of every restriction's reach (F8). */
public enum Strength {
  /** Always helped, here and now, whatever is recorded. */
  ABSOLUTE,
  /** Never declined without a named route that is usable in time; may be redirected to it. */
  ROUTE_GUARANTEED
}
