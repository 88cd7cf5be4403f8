package org.evenhand.appeals;

/** Whether what was found bears a ground out; the investigator finds, somebody else decides. */
public enum BorneOut {
  YES,
  PARTLY,
  NO
}
