package org.evenhandfixtures.crooked.kitchen.internal;

/** Nobody else's business. */
public class Cupboard {}
