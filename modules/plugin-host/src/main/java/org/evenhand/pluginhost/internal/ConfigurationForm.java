package org.evenhand.pluginhost.internal;

import java.util.List;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingDescriptor.ChoiceSetting;
import org.evenhand.spi.SettingDescriptor.DateSetting;
import org.evenhand.spi.SettingDescriptor.DurationSetting;
import org.evenhand.spi.SettingDescriptor.FlagSetting;
import org.evenhand.spi.SettingDescriptor.ListSetting;
import org.evenhand.spi.SettingDescriptor.LongTextSetting;
import org.evenhand.spi.SettingDescriptor.NumberSetting;
import org.evenhand.spi.SettingDescriptor.PeriodSetting;
import org.evenhand.spi.SettingDescriptor.SecretSetting;
import org.evenhand.spi.SettingDescriptor.TextSetting;
import org.evenhand.spi.SettingDescriptor.UrlSetting;

/**
 * What an extension wants to be configured with. Only what can be written down configures a plugin:
 * nothing that points at a customer's, an officer's or a building's record.
 *
 * @param settings one for each key
 */
record ConfigurationForm(List<SettingDescriptor> settings) {

  ConfigurationForm {
    settings = List.copyOf(settings);
    if (settings.stream().map(SettingDescriptor::key).distinct().count() != settings.size()) {
      throw new DescribedType.IllDescribed("a configuration has one setting for each key");
    }
    if (!settings.stream().allMatch(ConfigurationForm::canBeWrittenDown)) {
      throw new DescribedType.IllDescribed(
          "a configuration asks for text, choices, numbers, flags, dates, lengths of time,"
              + " addresses on the web, lists of these, and secrets");
    }
  }

  private static boolean canBeWrittenDown(SettingDescriptor descriptor) {
    return switch (descriptor) {
      case TextSetting ignored -> true;
      case LongTextSetting ignored -> true;
      case ChoiceSetting ignored -> true;
      case NumberSetting ignored -> true;
      case FlagSetting ignored -> true;
      case DateSetting ignored -> true;
      case DurationSetting ignored -> true;
      case PeriodSetting ignored -> true;
      case UrlSetting ignored -> true;
      case SecretSetting ignored -> true;
      case ListSetting list ->
          canBeWrittenDown(list.element())
              && !(list.element() instanceof LongTextSetting)
              && !(list.element() instanceof SecretSetting);
      default -> false;
    };
  }
}
