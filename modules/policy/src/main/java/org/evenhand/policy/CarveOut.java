package org.evenhand.policy;

/**
 * A topic that is looked at before any rule (F8).
 *
 * @param topic stable code, lower-case words joined by hyphens
 */
public record CarveOut(String topic, Strength strength, Route route) {}
