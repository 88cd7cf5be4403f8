package org.evenhand.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which identifiers and names are compared, whoever typed them: telephone numbers
 * as E.164 (a number without a country is taken as British), email in lower case, an address as its
 * postcode and its first line without punctuation. Empty where the text cannot be one.
 */
public final class IdentifierForm {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern BRITISH = Pattern.compile("\\+44[1-9][0-9]{8,9}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\"<>]{1,64}@[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?");
  private static final Pattern POSTCODE =
      Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)([0-9][A-Z]{2})");
  private static final Pattern UPRN = Pattern.compile("[0-9]{1,12}");
  private static final Pattern VEHICLE = Pattern.compile("(?=.*[0-9])[A-Z0-9]{2,10}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9][A-Z0-9 ./:_-]{1,59}");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private IdentifierForm() {}

  /**
   * The form of any kind of identifier.
   *
   * @param postcode for {@link IdentifierKind#ADDRESS} only, where it is needed
   */
  public static Optional<String> of(IdentifierKind kind, String value, @Nullable String postcode) {
    return switch (kind) {
      case TELEPHONE -> telephone(value);
      case EMAIL -> email(value);
      case ADDRESS -> postcode == null ? Optional.empty() : address(value, postcode);
      case UPRN -> uprn(value);
      case REFERENCE -> reference(value);
      case VEHICLE -> vehicle(value);
    };
  }

  public static Optional<String> telephone(String text) {
    String bare = text.strip().replace("(0)", "").replaceAll("[\\s().\\-\u2010-\u2015]", "");
    if (bare.startsWith("00")) {
      bare = "+" + bare.substring(2);
    } else if (bare.startsWith("0")) {
      bare = "+44" + bare.substring(1);
    }
    if (bare.startsWith("+440")) {
      bare = "+44" + bare.substring(4);
    }
    Pattern form = bare.startsWith("+44") ? BRITISH : E164;
    return form.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
  }

  public static Optional<String> email(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.length() <= 254 && EMAIL.matcher(lower).matches() && !lower.contains("..")
        ? Optional.of(lower)
        : Optional.empty();
  }

  /** Upper case, one space before the last three characters: {@code B79 7BZ}. */
  public static Optional<String> postcode(String text) {
    var found = POSTCODE.matcher(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    return found.matches() ? Optional.of(found.group(1) + " " + found.group(2)) : Optional.empty();
  }

  /** Postcode, stroke, first line in lower case with single spaces and no punctuation. */
  public static Optional<String> address(String line, String postcode) {
    String plain = words(line);
    return plain.isEmpty() ? Optional.empty() : postcode(postcode).map(code -> code + "/" + plain);
  }

  public static Optional<String> uprn(String text) {
    String bare = text.strip();
    return UPRN.matcher(bare).matches()
        ? Optional.of(bare.replaceFirst("^0+(?=.)", ""))
        : Optional.empty();
  }

  /** A registration mark, without spaces: {@code AB12CDE}. */
  public static Optional<String> vehicle(String text) {
    String bare = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return VEHICLE.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
  }

  /** A number of another system, or one of our own: upper case. */
  public static Optional<String> reference(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return REFERENCE.matcher(upper).matches() ? Optional.of(upper) : Optional.empty();
  }

  /** A name for comparing: lower case, no accents, no punctuation, single spaces. */
  public static String nameKey(String name) {
    return words(name);
  }

  private static String words(String text) {
    String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTER_OR_DIGIT
        .matcher(plain.replaceAll("['\u2019]", "").toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }
}
