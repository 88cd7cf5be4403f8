package org.evenhand.spi;

/**
 * Why settings cannot be accepted.
 *
 * @param keyPath the setting, and inside a list its place: {@code slots}, {@code officers[2]}
 * @param code lower-case words joined by hyphens; stable, for front ends
 * @param message for the person who filled in the form; silent where the code says it all
 */
public record SettingProblem(String keyPath, String code, Texts message) {
  public SettingProblem {
    Names.requireKebab(code, "A problem's code");
  }
}
