package org.evenhand.spi;

/**
 * The line of the council's authority matrix that is asked whether somebody may take an action
 * (F15).
 *
 * @param code lower-case words joined by hyphens; a plugin may bring its own, which then has to be
 *     given to somebody before the type can be used
 */
public record AuthorityAction(String code) {
  public static final AuthorityAction OFFER_SUPPORT = new AuthorityAction("offer-support");
  public static final AuthorityAction WARN = new AuthorityAction("warn");
  public static final AuthorityAction RESTRICT_CONTACT = new AuthorityAction("restrict-contact");
  public static final AuthorityAction EXCLUDE_FROM_BUILDING =
      new AuthorityAction("exclude-from-building");
  public static final AuthorityAction SAFETY_MEASURE = new AuthorityAction("safety-measure");

  public AuthorityAction {
    Names.requireKebab(code, "An authority action");
  }
}
