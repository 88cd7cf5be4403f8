package org.evenhandfixtures.crooked.cellar;

import org.evenhandfixtures.crooked.parlour.Parlour;

/** Wrong on purpose: uses a room that its package does not name. */
public class Cellar {
  public Parlour under;
}
