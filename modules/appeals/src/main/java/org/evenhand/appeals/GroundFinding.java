package org.evenhand.appeals;

/** What was found about one ground of an appeal (P10.4). */
public record GroundFinding(GroundCode ground, BorneOut borneOut, String words) {}
