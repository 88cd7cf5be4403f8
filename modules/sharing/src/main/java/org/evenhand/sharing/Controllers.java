package org.evenhand.sharing;

/** Whether both bodies decide together what becomes of the data. */
public enum Controllers {
  SEPARATE,
  JOINT
}
