package org.evenhandfixtures.crooked;

import org.springframework.modulith.Modulithic;

/** Wrong on purpose: its parlour reaches into the kitchen's cupboard, and the kitchen back. */
@Modulithic
public class CrookedApplication {}
