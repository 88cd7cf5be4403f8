package org.evenhand.foundation;

import java.util.regex.Pattern;

/** The stable code of a service area, as tokens, rules and settings name it: {@code housing}. */
public record ServiceAreaCode(String value) implements Comparable<ServiceAreaCode> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  public ServiceAreaCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a service area's code has 2 to 40 lower-case letters, digits and hyphens");
    }
  }

  @Override
  public int compareTo(ServiceAreaCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
