package org.evenhand.intake;

import org.jspecify.annotations.Nullable;

/**
 * One kind of behaviour. What it is called stands in the bundle under {@code behaviour.<CODE>}, in
 * neutral words (T28).
 *
 * @param family null for OTHER, which can be anything
 * @param patternOnly it can be found only over several contacts, never on a first one (F18)
 * @param textNeeded it says nothing without words of its own
 */
public record BehaviourView(
    String code, @Nullable ConductFamily family, boolean patternOnly, boolean textNeeded) {}
