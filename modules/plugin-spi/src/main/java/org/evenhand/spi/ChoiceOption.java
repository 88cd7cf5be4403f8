package org.evenhand.spi;

/**
 * One answer to a choice.
 *
 * @param code lower-case words joined by hyphens; what is stored
 * @param label what is shown
 */
public record ChoiceOption(String code, Texts label) {
  public ChoiceOption {
    Names.requireKebab(code, "An option's code");
  }
}
