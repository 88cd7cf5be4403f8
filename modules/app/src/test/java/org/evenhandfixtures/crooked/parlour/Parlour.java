package org.evenhandfixtures.crooked.parlour;

import org.evenhandfixtures.crooked.kitchen.internal.Cupboard;

/** Wrong on purpose: reaches into another room's internals. */
public class Parlour {
  public Cupboard reachedInto;
}
