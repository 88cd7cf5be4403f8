package org.evenhand.correspondence;

/**
 * To whom and how the decision can be challenged (P9.2, P10.2). The last day is worked out, not
 * handed in.
 */
public record AppealPart(String toWhom, String how) {}
