package org.evenhand.sharing;

/** In which form something is signed and sealed; it follows from the partner's key (T22). */
public enum SealFormat {
  /** A JWS within a JWE. */
  JOSE,
  /** An OpenPGP message in ASCII armour, signed and then encrypted. */
  OPENPGP
}
