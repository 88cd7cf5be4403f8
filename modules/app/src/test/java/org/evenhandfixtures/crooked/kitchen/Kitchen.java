package org.evenhandfixtures.crooked.kitchen;

import org.evenhandfixtures.crooked.parlour.Parlour;

/** Wrong on purpose: depends on a room to its right. */
public class Kitchen {
  public Parlour serves;
}
