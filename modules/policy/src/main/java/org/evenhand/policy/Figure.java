package org.evenhand.policy;

/** A figure as somebody states it: nothing says yet that unit and value are right. */
public record Figure(FigureKey key, int value, FigureUnit unit) {}
