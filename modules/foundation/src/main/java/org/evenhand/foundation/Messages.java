package org.evenhand.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words for codes: each module brings {@code messages/<module>.properties}, and for Welsh
 * {@code messages/<module>_cy.properties}. Placeholders are named: {@code {longest}}.
 */
@Component
public class Messages {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)\\}");

  private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

  Messages() {
    bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
    bundles.setFallbackToSystemLocale(false);
    bundles.setUseCodeAsDefaultMessage(true);
    bundles.setBasenames(names());
  }

  /** In the language of the request. */
  public String say(String code, Map<String, String> parameters) {
    return say(code, parameters, LocaleContextHolder.getLocale());
  }

  /** The text for the code with its parameters in place; the code itself where there is none. */
  public String say(String code, Map<String, String> parameters, Locale locale) {
    String text = bundles.getMessage(code, null, locale);
    if (text == null) {
      return code;
    }
    if (text.indexOf('{') < 0) {
      return text;
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    var said = new StringBuilder();
    while (matcher.find()) {
      String value = parameters.getOrDefault(matcher.group(1), matcher.group());
      matcher.appendReplacement(said, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(said).toString();
  }

  private static String[] names() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:messages/*.properties"))
          .map(r -> String.valueOf(r.getFilename()))
          .map(f -> f.substring(0, f.length() - ".properties".length()))
          .map(f -> f.endsWith("_cy") ? f.substring(0, f.length() - 3) : f)
          .distinct()
          .sorted()
          .map(f -> "messages/" + f)
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
