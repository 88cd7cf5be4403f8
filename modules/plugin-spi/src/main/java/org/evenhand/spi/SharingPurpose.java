package org.evenhand.spi;

/** What sharing under the protocol may be for (T22). */
public enum SharingPurpose {
  MANAGE,
  IDENTIFY_WIDER_ISSUES,
  SAFEGUARD
}
