package org.evenhand.spi;

/**
 * The version of this interface: a plugin's {@code Plugin-Requires} is a range that must hold it.
 * The first number rises when a plugin would have to change, the second when something is added.
 */
public final class SpiVersion {
  public static final String CURRENT = "1.0.0";

  private SpiVersion() {}
}
