package org.evenhandfixtures.crooked;

import org.springframework.modulith.Modulithic;

/**
 * Wrong on purpose: its parlour reaches into the kitchen's cupboard, the kitchen back, and the
 * cellar where it did not say it would.
 */
@Modulithic
public class CrookedApplication {}
