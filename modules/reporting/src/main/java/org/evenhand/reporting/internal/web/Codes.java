package org.evenhand.reporting.internal.web;

import java.util.Optional;
import org.evenhand.foundation.ServiceAreaCode;

/** Codes as callers give them. */
final class Codes {

  private Codes() {}

  /** Empty for a text that can be no code. */
  static Optional<ServiceAreaCode> area(String code) {
    try {
      return Optional.of(new ServiceAreaCode(code));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
