package org.evenhand.spi;

/**
 * One contact rule: plain data that the core stores with the restriction it came from and evaluates
 * without asking the type again. Any past answer can be recomputed from it.
 *
 * @param id lower-case words joined by hyphens, unique among the rules of one restriction
 * @param when the contacts it speaks about
 * @param effect what follows
 * @param words what the front line says and does
 * @param citation where it is written
 * @param source what gives it force
 */
public record Rule(
    String id, Condition when, Effect effect, Words words, Citation citation, RuleSource source) {
  public Rule {
    Names.requireKebab(id, "A rule's id");
  }
}
