package org.evenhand.rules;

/** The facts of a contact that somebody can be asked for. */
public enum FactName {
  DIRECTION,
  CHANNEL,
  COUNTERPART,
  SPEAKER,
  PLACE,
  BUILDING,
  ZONE,
  ACTIVITY,
  SERVICE_AREA,
  TOPIC,
  MATTER,
  RECENT_CONTACTS
}
