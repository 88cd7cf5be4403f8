package org.evenhand.pluginhost.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;

/**
 * A plugin's configuration, read against its own descriptors. Values never stand in a problem: they
 * may be secrets.
 *
 * @param settings with defaults filled in; whole only if there is no problem
 * @param secrets by the name that a {@link SettingValue.SecretValue} holds
 */
record ConfigurationText(
    Settings settings, Map<String, String> secrets, List<PluginProblem> problems) {

  private static final int LONGEST = 10_000;

  static ConfigurationText read(List<SettingDescriptor> descriptors, Map<String, String> texts) {
    var values = new TreeMap<String, SettingValue>();
    var secrets = new TreeMap<String, String>();
    var problems = new ArrayList<PluginProblem>();
    for (SettingDescriptor descriptor : descriptors) {
      String key = descriptor.key();
      String text = texts.getOrDefault(key, "").strip();
      SettingValue usual = descriptor.field().defaultValue();
      if (text.isEmpty()) {
        if (usual != null) {
          values.put(key, usual);
        } else if (descriptor.field().required()) {
          problems.add(PluginProblem.of("CONFIGURATION_MISSING", "key", key));
        }
        continue;
      }
      try {
        values.put(key, value(descriptor, text));
        if (descriptor instanceof SettingDescriptor.SecretSetting) {
          secrets.put(key, text);
        }
      } catch (RuntimeException malformed) {
        problems.add(PluginProblem.of("CONFIGURATION_MALFORMED", "key", key));
      }
    }
    return new ConfigurationText(new Settings(values), Map.copyOf(secrets), List.copyOf(problems));
  }

  /** Throws where the text does not have the form or the size that the descriptor asks for. */
  private static SettingValue value(SettingDescriptor descriptor, String text) {
    return switch (descriptor) {
      case SettingDescriptor.TextSetting setting -> {
        require(text.length() <= setting.maxLength() && text.lines().count() == 1);
        yield new SettingValue.TextValue(text);
      }
      case SettingDescriptor.LongTextSetting setting -> {
        require(text.length() <= setting.maxLength());
        yield new SettingValue.LongTextValue(text);
      }
      case SettingDescriptor.ChoiceSetting setting -> {
        require(setting.options().stream().anyMatch(option -> option.code().equals(text)));
        yield new SettingValue.ChoiceValue(text);
      }
      case SettingDescriptor.NumberSetting setting -> {
        var number = new BigDecimal(text);
        BigDecimal least = setting.minimum();
        BigDecimal most = setting.maximum();
        require(least == null || number.compareTo(least) >= 0);
        require(most == null || number.compareTo(most) <= 0);
        require(!setting.wholeOnly() || number.stripTrailingZeros().scale() <= 0);
        yield new SettingValue.NumberValue(number);
      }
      case SettingDescriptor.FlagSetting ignored -> {
        require(text.equals("true") || text.equals("false"));
        yield new SettingValue.FlagValue(text.equals("true"));
      }
      case SettingDescriptor.DateSetting ignored ->
          new SettingValue.DateValue(LocalDate.parse(text));
      case SettingDescriptor.DurationSetting setting -> {
        Duration duration = Duration.parse(text);
        Duration least = setting.minimum();
        Duration most = setting.maximum();
        require(least == null || duration.compareTo(least) >= 0);
        require(most == null || duration.compareTo(most) <= 0);
        yield new SettingValue.DurationValue(duration);
      }
      case SettingDescriptor.PeriodSetting ignored ->
          new SettingValue.PeriodValue(Period.parse(text));
      case SettingDescriptor.UrlSetting setting -> {
        URI url = URI.create(text);
        require(url.isAbsolute() && setting.schemes().contains(url.getScheme()));
        yield new SettingValue.UrlValue(url);
      }
      case SettingDescriptor.SecretSetting ignored -> {
        require(text.length() <= LONGEST);
        yield new SettingValue.SecretValue(descriptor.key());
      }
      // What points at a customer's, an officer's or a building's record configures no plugin.
      default -> throw new IllegalArgumentException();
    };
  }

  private static void require(boolean met) {
    if (!met) {
      throw new IllegalArgumentException();
    }
  }
}
