package org.evenhand.appeals;

/** How an appeal came in. By telephone or in person only where it was taken down (P10.2). */
public enum AppealChannel {
  LETTER(true),
  EMAIL(true),
  WEB_FORM(true),
  PORTAL(true),
  TELEPHONE(false),
  IN_PERSON(false);

  private final boolean written;

  AppealChannel(boolean written) {
    this.written = written;
  }

  public boolean written() {
    return written;
  }
}
