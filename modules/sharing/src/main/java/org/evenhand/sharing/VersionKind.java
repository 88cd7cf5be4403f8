package org.evenhand.sharing;

/** What a version of a referral tells the partner. */
public enum VersionKind {
  FIRST,
  /** It takes the place of the version before. */
  CORRECTION,
  /** Nothing that was told holds any more. */
  WITHDRAWAL
}
