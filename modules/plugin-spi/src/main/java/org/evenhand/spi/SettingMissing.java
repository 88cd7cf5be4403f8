package org.evenhand.spi;

/** A setting was read that has no value. */
public final class SettingMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;

  public SettingMissing(String key) {
    super("The setting " + key + " has no value");
    this.key = key;
  }

  public String key() {
    return key;
  }
}
