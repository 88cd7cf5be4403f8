package org.evenhand.sharing;

/** What a partner is, so that the right form and the right officer can be found. */
public enum PartnerKind {
  POLICE,
  FIRE_AND_RESCUE,
  PROBATION,
  CHILDREN_SOCIAL_CARE,
  ADULT_SOCIAL_CARE,
  HEALTH,
  EDUCATION,
  LOCAL_AUTHORITY,
  HOUSING_PROVIDER,
  DOMESTIC_ABUSE_SERVICE,
  COMMUNITY_SAFETY_HUB,
  VOLUNTARY_SECTOR,
  OTHER
}
