package org.evenhand.foundation.internal;

import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** Codes of service areas as callers send them: any text at all. */
public final class ServiceAreaCodes {

  private ServiceAreaCodes() {}

  /** Empty for a text that can be nobody's code. */
  public static Optional<ServiceAreaCode> parse(String text) {
    try {
      return Optional.of(new ServiceAreaCode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether somebody heads that area; what belongs to no one area has no head of service. */
  static boolean heads(Actor actor, @Nullable String area) {
    return area != null && parse(area).filter(actor::heads).isPresent();
  }
}
