package org.evenhand.spi;

/**
 * How a contact is made. Written contact is never turned away at the door: it is read and then
 * dealt with.
 */
public enum Channel {
  PHONE(false, false),
  EMAIL(true, false),
  LETTER(true, false),
  /** A form on the council's public pages, without signing in. */
  WEB_FORM(true, false),
  /** The signed-in customer account. */
  PORTAL(true, false),
  TEXT_MESSAGE(true, false),
  /** Live typing with an officer; it can be ended like a call, so it does not count as written. */
  WEB_CHAT(false, false),
  VIDEO(false, false),
  /** At a council building or anywhere else outside the customer's home. */
  FACE_TO_FACE(false, true),
  /** At the customer's home. */
  HOME_VISIT(false, true),
  SOCIAL_MEDIA(true, false);

  private final boolean written;
  private final boolean inPerson;

  Channel(boolean written, boolean inPerson) {
    this.written = written;
    this.inPerson = inPerson;
  }

  /** True where a message arrives and can be read whatever is then decided about it. */
  public boolean written() {
    return written;
  }

  /** True where customer and officer are in one place, so that building and zone matter. */
  public boolean inPerson() {
    return inPerson;
  }
}
