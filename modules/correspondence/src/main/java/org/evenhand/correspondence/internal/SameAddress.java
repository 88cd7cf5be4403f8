package org.evenhand.correspondence.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenhand.intake.IdentifierForm;

/**
 * Whether two addresses, each as one text, may be the same. In doubt they are: a letter that waits
 * does less harm than one that somebody else reads.
 */
final class SameAddress {

  private static final Pattern POSTCODE =
      Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]?\\s*[0-9][A-Z]{2}\\b");
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+[a-z]?\\b");

  private SameAddress() {}

  static boolean maybe(String one, String other) {
    if (one.contains("@") || other.contains("@")) {
      return IdentifierForm.email(one).equals(IdentifierForm.email(other))
          && IdentifierForm.email(one).isPresent();
    }
    Optional<String> code = postcode(one);
    if (code.isEmpty() || postcode(other).isEmpty()) {
      return IdentifierForm.nameKey(one).equals(IdentifierForm.nameKey(other));
    }
    if (!code.equals(postcode(other))) {
      return false;
    }
    Set<String> numbers = numbers(one);
    Set<String> others = numbers(other);
    return numbers.containsAll(others) || others.containsAll(numbers);
  }

  private static Optional<String> postcode(String text) {
    return POSTCODE
        .matcher(text.toUpperCase(Locale.UK))
        .results()
        .map(found -> found.group().replaceAll("\\s", ""))
        .reduce((first, last) -> last);
  }

  private static Set<String> numbers(String text) {
    String line = POSTCODE.matcher(text.toUpperCase(Locale.UK)).replaceAll(" ");
    var numbers = new HashSet<String>();
    NUMBER
        .matcher(line.toLowerCase(Locale.UK))
        .results()
        .forEach(found -> numbers.add(found.group()));
    return numbers;
  }
}
