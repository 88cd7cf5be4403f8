package org.evenhand.pluginhost.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.SettingsRefusal;
import org.evenhand.rules.SettingsForm;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;

/**
 * A plugin's configuration as text by key, read against its own form. Values never stand in a
 * problem: they may be secrets.
 *
 * @param settings with defaults filled in; whole only if there is no problem
 * @param secrets by the name that a {@link SettingValue.SecretValue} holds
 */
public record ConfigurationText(
    Settings settings, Map<String, String> secrets, List<PluginProblem> problems) {

  private static final int LONGEST = 10_000;

  /** What the texts say, and what is wrong with them. */
  public static ConfigurationText read(List<SettingDescriptor> form, Map<String, String> texts) {
    var secrets = new TreeMap<String, String>();
    var malformed = new HashSet<String>();
    Settings given = Settings.empty();
    for (SettingDescriptor descriptor : form) {
      String key = descriptor.key();
      String text = texts.getOrDefault(key, "");
      if (text.isBlank()) {
        continue;
      }
      Optional<SettingValue> value = value(descriptor, text);
      if (value.isEmpty()) {
        malformed.add(key);
      } else {
        given = given.with(key, value.get());
        if (descriptor instanceof SettingDescriptor.SecretSetting) {
          secrets.put(key, text);
        }
      }
    }
    Settings whole = SettingsForm.withDefaults(form, given);
    var problems = new ArrayList<PluginProblem>();
    for (SettingProblem problem : SettingsForm.problems(form, whole)) {
      if (problem.code().equals(SettingsForm.NOT_ASKED_FOR)) {
        whole = whole.without(problem.keyPath());
      } else if (!malformed.contains(problem.keyPath())) {
        problems.add(
            PluginProblem.of(
                problem.code().equals(SettingsForm.REQUIRED)
                    ? "CONFIGURATION_MISSING"
                    : "CONFIGURATION_MALFORMED",
                "key",
                problem.keyPath()));
      }
    }
    malformed.stream()
        .sorted()
        .forEach(key -> problems.add(PluginProblem.of("CONFIGURATION_MALFORMED", "key", key)));
    return new ConfigurationText(whole, Map.copyOf(secrets), List.copyOf(problems));
  }

  /** What keeps settings that somebody filled in from being kept, in the order of the form. */
  public static List<SettingsRefusal.Problem> problems(
      List<SettingDescriptor> form, Settings given) {
    List<SettingDescriptor> open =
        form.stream().filter(d -> !(d instanceof SettingDescriptor.SecretSetting)).toList();
    var problems = new ArrayList<SettingsRefusal.Problem>();
    SettingsForm.problems(open, SettingsForm.withDefaults(open, given))
        .forEach(
            p -> problems.add(new SettingsRefusal.Problem(p.keyPath(), p.code(), p.message())));
    if (problems.isEmpty()) {
      for (SettingDescriptor descriptor : open) {
        given
            .find(descriptor.key())
            .filter(value -> !text(value).isBlank())
            .filter(value -> !value(descriptor, text(value)).equals(Optional.of(value)))
            .ifPresent(
                value ->
                    problems.add(
                        new SettingsRefusal.Problem(descriptor.key(), "malformed", Texts.none())));
      }
    }
    return problems;
  }

  /** Settings that have no problem, as they are kept; what was left empty is not. */
  public static Map<String, String> texts(Settings settings) {
    var texts = new TreeMap<String, String>();
    settings.values().forEach((key, value) -> texts.put(key, text(value)));
    texts.values().removeIf(String::isBlank);
    return texts;
  }

  /** Settings that were kept once, whatever the form asks for now. */
  static Settings kept(List<SettingDescriptor> form, Map<String, String> texts) {
    var values = new TreeMap<String, SettingValue>();
    texts.forEach(
        (key, text) ->
            values.put(
                key,
                form.stream()
                    .filter(descriptor -> descriptor.key().equals(key))
                    .filter(d -> !(d instanceof SettingDescriptor.SecretSetting))
                    .findFirst()
                    .flatMap(descriptor -> value(descriptor, text))
                    .orElseGet(() -> new SettingValue.TextValue(text))));
    return new Settings(values);
  }

  private static String text(SettingValue value) {
    return switch (value) {
      case SettingValue.TextValue(String text) -> text;
      case SettingValue.LongTextValue(String text) -> text;
      case SettingValue.ChoiceValue(String code) -> code;
      case SettingValue.NumberValue(BigDecimal number) -> number.toPlainString();
      case SettingValue.FlagValue(boolean flag) -> Boolean.toString(flag);
      case SettingValue.DateValue(LocalDate date) -> date.toString();
      case SettingValue.DurationValue(Duration duration) -> duration.toString();
      case SettingValue.PeriodValue(Period period) -> period.toString();
      case SettingValue.UrlValue(URI url) -> url.toString();
      case SettingValue.ListValue(List<SettingValue> values) ->
          values.stream().map(ConfigurationText::text).collect(Collectors.joining("\n"));
      default -> throw new IllegalArgumentException("no configuration holds such a value");
    };
  }

  /** Empty where the text does not have the form of its kind; range and size are the form's. */
  private static Optional<SettingValue> value(SettingDescriptor descriptor, String text) {
    try {
      return Optional.of(parsed(descriptor, text));
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }

  private static SettingValue parsed(SettingDescriptor descriptor, String text) {
    require(text.length() <= LONGEST);
    return switch (descriptor) {
      case SettingDescriptor.TextSetting ignored -> {
        require(text.lines().count() == 1);
        yield new SettingValue.TextValue(text);
      }
      case SettingDescriptor.LongTextSetting ignored -> new SettingValue.LongTextValue(text);
      case SettingDescriptor.ChoiceSetting ignored -> new SettingValue.ChoiceValue(text);
      case SettingDescriptor.NumberSetting ignored ->
          new SettingValue.NumberValue(new BigDecimal(text));
      case SettingDescriptor.FlagSetting ignored -> {
        require(text.equals("true") || text.equals("false"));
        yield new SettingValue.FlagValue(text.equals("true"));
      }
      case SettingDescriptor.DateSetting ignored ->
          new SettingValue.DateValue(LocalDate.parse(text));
      case SettingDescriptor.DurationSetting ignored ->
          new SettingValue.DurationValue(Duration.parse(text));
      case SettingDescriptor.PeriodSetting ignored ->
          new SettingValue.PeriodValue(Period.parse(text));
      case SettingDescriptor.UrlSetting ignored -> {
        URI url = URI.create(text);
        require(url.isAbsolute());
        yield new SettingValue.UrlValue(url);
      }
      case SettingDescriptor.SecretSetting ignored ->
          new SettingValue.SecretValue(descriptor.key());
      case SettingDescriptor.ListSetting list ->
          new SettingValue.ListValue(
              text.lines()
                  .filter(line -> !line.isBlank())
                  .map(line -> parsed(list.element(), line))
                  .toList());
      default -> throw new IllegalArgumentException();
    };
  }

  private static void require(boolean met) {
    if (!met) {
      throw new IllegalArgumentException();
    }
  }
}
