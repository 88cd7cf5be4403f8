package org.evenhandfixtures.architecture.internal.jooq;

/** Stands for generated code. */
public class Tables {}
