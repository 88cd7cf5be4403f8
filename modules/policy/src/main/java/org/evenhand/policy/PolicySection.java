package org.evenhand.policy;

/**
 * A section of the policy's text.
 *
 * @param number as printed; empty for a heading without a number
 * @param text paragraphs, and list items that begin with a hyphen
 */
public record PolicySection(String number, String title, String text) {

  /** How a finding names this section. */
  public String clause() {
    return number.isEmpty() ? title : number;
  }
}
