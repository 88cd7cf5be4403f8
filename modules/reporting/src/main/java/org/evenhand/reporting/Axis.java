package org.evenhand.reporting;

import java.util.Collection;
import java.util.List;

/** By what a number can be broken down. */
public enum Axis {
  /** The family of conduct (T28). */
  FAMILY,
  BEHAVIOUR,
  CHANNEL,
  /** Why somebody got in touch (P6.3a). */
  CAUSE,
  /** What hostility was perceived to be about (PR.4, T18). */
  STRAND,
  /** What a determination says (P6, T1). */
  CATEGORY,
  /** Why a case was closed. */
  CLOSING,
  /** The type of a restriction. */
  TYPE,
  /** Supportive, restrictive, or a safety measure. */
  NATURE,
  /** Varied or extended (T10). */
  CHANGE,
  /** How a restriction ended. */
  ENDING,
  /** How an appeal was decided (P10.5). */
  OUTCOME,
  /** What was decided about an adjustment (F3). */
  DECISION,
  /** What must be reported onward or recorded. */
  OBLIGATION,
  /** Any other kind of duty. */
  DUTY,
  /** Reported onward, or not (T18). */
  REPORT,
  /** A fault of a decision, F1 to F20. */
  FAULT,
  /** What people said of themselves for equality reports. */
  EQUALITY,
  /** What a commissioned service returned (PR.3). */
  RETURNED,
  /** What conduct did to those who were there for the council, the gravest of it (P6.2). */
  IMPACT;

  /** A code on this axis, as notes and facts keep it. */
  public String tag(String code) {
    return name() + ":" + code;
  }

  /** Codes on this axis, each once, in their order. */
  public List<String> tags(Collection<String> codes) {
    return codes.stream().distinct().sorted().map(this::tag).toList();
  }

  /** Whether a tag lies on this axis. */
  public boolean holds(String tag) {
    return tag.startsWith(name() + ":");
  }

  /** The axis of a tag. */
  public static Axis of(String tag) {
    return valueOf(tag.substring(0, tag.indexOf(':')));
  }

  /** The code of a tag. */
  public static String code(String tag) {
    return tag.substring(tag.indexOf(':') + 1);
  }
}
