package org.evenhand.appeals;

/** What was decided about one ground, and why (P10.5). */
public record GroundDecision(GroundCode ground, BorneOut accepted, String reasons) {}
