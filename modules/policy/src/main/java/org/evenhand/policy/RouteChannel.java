package org.evenhand.policy;

/** A way in which a carve-out's route can be used. */
public enum RouteChannel {
  PHONE,
  EMAIL,
  LETTER,
  WEB_FORM,
  PORTAL,
  FACE_TO_FACE
}
