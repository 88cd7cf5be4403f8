package org.evenhand.intake;

/** What is adjusted: the adjustment, never the condition behind it (F3). */
public enum AdjustmentCode {
  WRITTEN_ONLY,
  NO_TELEPHONE,
  TELEPHONE_ONLY,
  FACE_TO_FACE,
  LARGE_PRINT,
  EASY_READ,
  BRAILLE,
  AUDIO,
  SIGN_LANGUAGE,
  RELAY_SERVICE,
  INTERPRETER,
  LONGER_APPOINTMENTS,
  MORE_TIME_TO_ANSWER,
  SINGLE_CONTACT,
  SUPPORTER_PRESENT,
  HOME_VISITS,
  /** Something else, in words. */
  OTHER
}
