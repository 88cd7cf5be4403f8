package org.evenhand.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.evenhand.spi.VisibleWhen;

/**
 * Checks settings against the descriptors their form was drawn from. A type's own {@code validate}
 * comes after this and need not look at presence, kind or range again.
 */
public final class SettingsForm {
  /** A visible, required setting has no value, or a blank one. */
  public static final String REQUIRED = "required";

  /** No descriptor has this key. */
  public static final String UNKNOWN_KEY = "unknown-key";

  /** The value is of another kind. */
  public static final String WRONG_KIND = "wrong-kind";

  public static final String TOO_LONG = "too-long";
  public static final String NOT_AN_OPTION = "not-an-option";
  public static final String OUT_OF_RANGE = "out-of-range";
  public static final String WHOLE_ONLY = "whole-only";
  public static final String TOO_FEW = "too-few";
  public static final String TOO_MANY = "too-many";
  public static final String NOT_ALLOWED = "not-allowed";

  /** The setting has a value though another one makes it invisible. */
  public static final String NOT_ASKED_FOR = "not-asked-for";

  private SettingsForm() {}

  /** The settings, with the default of each visible setting that has no value. */
  public static Settings withDefaults(List<SettingDescriptor> descriptors, Settings settings) {
    Settings all = settings;
    for (SettingDescriptor descriptor : descriptors) {
      SettingValue value = descriptor.field().defaultValue();
      if (value != null && !all.has(descriptor.key()) && visible(descriptor, all)) {
        all = all.with(descriptor.key(), value);
      }
    }
    return all;
  }

  /** What is wrong, in the order of the form; empty when nothing is. Messages are silent. */
  public static List<SettingProblem> problems(
      List<SettingDescriptor> descriptors, Settings settings) {
    var problems = new ArrayList<SettingProblem>();
    Map<String, SettingDescriptor> byKey = new HashMap<>();
    for (SettingDescriptor descriptor : descriptors) {
      byKey.put(descriptor.key(), descriptor);
      SettingValue value = settings.values().get(descriptor.key());
      if (!visible(descriptor, settings)) {
        if (value != null) {
          problem(problems, descriptor.key(), NOT_ASKED_FOR);
        }
      } else if (value == null) {
        if (descriptor.field().required()) {
          problem(problems, descriptor.key(), REQUIRED);
        }
      } else {
        check(descriptor, value, descriptor.key(), problems);
      }
    }
    for (String key : settings.values().keySet()) {
      if (!byKey.containsKey(key)) {
        problem(problems, key, UNKNOWN_KEY);
      }
    }
    return problems;
  }

  private static boolean visible(SettingDescriptor descriptor, Settings settings) {
    VisibleWhen condition = descriptor.field().visibleWhen();
    return condition == null || condition.equals().equals(settings.values().get(condition.key()));
  }

  private static void check(
      SettingDescriptor descriptor,
      SettingValue value,
      String path,
      List<SettingProblem> problems) {
    if (!descriptor.valueType().isInstance(value)) {
      problem(problems, path, WRONG_KIND);
      return;
    }
    switch (descriptor) {
      case SettingDescriptor.TextSetting d ->
          text(
              ((SettingValue.TextValue) value).text(),
              d.maxLength(),
              d.field().required(),
              path,
              problems);
      case SettingDescriptor.LongTextSetting d ->
          text(
              ((SettingValue.LongTextValue) value).text(),
              d.maxLength(),
              d.field().required(),
              path,
              problems);
      case SettingDescriptor.ChoiceSetting d -> {
        String code = ((SettingValue.ChoiceValue) value).code();
        boolean offered = false;
        for (ChoiceOption option : d.options()) {
          offered |= option.code().equals(code);
        }
        if (!offered) {
          problem(problems, path, NOT_AN_OPTION);
        }
      }
      case SettingDescriptor.NumberSetting d -> {
        var number = ((SettingValue.NumberValue) value).number();
        if (d.wholeOnly() && number.scale() > 0) {
          problem(problems, path, WHOLE_ONLY);
        } else if ((d.minimum() != null && number.compareTo(d.minimum()) < 0)
            || (d.maximum() != null && number.compareTo(d.maximum()) > 0)) {
          problem(problems, path, OUT_OF_RANGE);
        }
      }
      case SettingDescriptor.DurationSetting d -> {
        var duration = ((SettingValue.DurationValue) value).duration();
        if ((d.minimum() != null && duration.compareTo(d.minimum()) < 0)
            || (d.maximum() != null && duration.compareTo(d.maximum()) > 0)) {
          problem(problems, path, OUT_OF_RANGE);
        }
      }
      case SettingDescriptor.PeriodSetting ignored -> {
        var period = ((SettingValue.PeriodValue) value).period();
        if (period.isNegative() || period.isZero()) {
          problem(problems, path, OUT_OF_RANGE);
        }
      }
      case SettingDescriptor.ChannelSetSetting d -> {
        var channels = ((SettingValue.ChannelSetValue) value).channels();
        size(channels.size(), d.fewest(), d.most(), path, problems);
        if (!d.offered().isEmpty() && !d.offered().containsAll(channels)) {
          problem(problems, path, NOT_ALLOWED);
        }
      }
      case SettingDescriptor.BuildingSetSetting d ->
          size(
              ((SettingValue.BuildingSetValue) value).buildings().size(),
              d.fewest(),
              d.most(),
              path,
              problems);
      case SettingDescriptor.ListSetting d -> {
        var values = ((SettingValue.ListValue) value).values();
        size(values.size(), d.fewest(), d.most(), path, problems);
        for (int i = 0; i < values.size(); i++) {
          check(d.element(), values.get(i), path + "[" + i + "]", problems);
        }
      }
      case SettingDescriptor.UrlSetting d -> {
        String scheme = ((SettingValue.UrlValue) value).url().getScheme();
        if (scheme == null || (!d.schemes().isEmpty() && !d.schemes().contains(scheme))) {
          problem(problems, path, NOT_ALLOWED);
        }
      }
      default -> {}
    }
  }

  private static void text(
      String text, int maxLength, boolean required, String path, List<SettingProblem> problems) {
    if (required && text.isBlank()) {
      problem(problems, path, REQUIRED);
    } else if (text.length() > maxLength) {
      problem(problems, path, TOO_LONG);
    }
  }

  private static void size(
      int size, int fewest, int most, String path, List<SettingProblem> problems) {
    if (size < fewest) {
      problem(problems, path, TOO_FEW);
    } else if (size > most) {
      problem(problems, path, TOO_MANY);
    }
  }

  private static void problem(List<SettingProblem> problems, String path, String code) {
    problems.add(new SettingProblem(path, code, Texts.none()));
  }
}
