package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** A value in a notice's sentence: of a kind that cannot tell anything about a person. */
public sealed interface StaffNoticeValue {

  /** A day, written out in the reader's language. */
  record Day(LocalDate day) implements StaffNoticeValue {}

  /** How many. */
  record Count(int count) implements StaffNoticeValue {}

  /** A reference that we gave out, without blanks. */
  record Reference(String reference) implements StaffNoticeValue {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./:-]{0,59}");

    public Reference {
      if (!FORM.matcher(reference).matches()) {
        throw new IllegalArgumentException("no reference of ours");
      }
    }
  }

  /** Other words of the bundles, by their key: {@code duty.POLICE_REPORT}. */
  record Words(String key) implements StaffNoticeValue {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z]+(\\.[A-Za-z0-9_-]{1,80}){1,3}");

    public Words {
      if (!FORM.matcher(key).matches()) {
        throw new IllegalArgumentException("no key of the bundles");
      }
    }
  }

  static StaffNoticeValue day(LocalDate day) {
    return new Day(day);
  }

  static StaffNoticeValue count(int count) {
    return new Count(count);
  }

  static StaffNoticeValue reference(String reference) {
    return new Reference(reference);
  }

  static StaffNoticeValue words(String key) {
    return new Words(key);
  }
}
