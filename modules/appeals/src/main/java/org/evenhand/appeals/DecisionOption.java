package org.evenhand.appeals;

/** A way in which an appeal could be decided, and what would follow (question 14). */
public record DecisionOption(String what, String effect) {}
