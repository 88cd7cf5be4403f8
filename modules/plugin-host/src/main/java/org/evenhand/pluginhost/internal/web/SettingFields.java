package org.evenhand.pluginhost.internal.web;

import java.util.Locale;
import org.evenhand.pluginhost.SettingsRefusal;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Text;
import org.evenhand.spi.Texts;
import org.evenhand.spi.VisibleWhen;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Descriptors of settings, each in a type of its own, and values that can be written down. Values
 * that point at records are shown by the module that has a use for them.
 */
@Controller
class SettingFields {

  @SchemaMapping(typeName = "SettingDescriptor", field = "key")
  String key(SettingDescriptor descriptor) {
    return descriptor.key();
  }

  @SchemaMapping(typeName = "SettingDescriptor", field = "label")
  Text label(SettingDescriptor descriptor, Locale locale) {
    return descriptor.field().label().in(locale.toLanguageTag());
  }

  @SchemaMapping(typeName = "SettingDescriptor", field = "help")
  @Nullable Text help(SettingDescriptor descriptor, Locale locale) {
    return text(descriptor.field().help(), locale);
  }

  @SchemaMapping(typeName = "SettingDescriptor", field = "required")
  boolean required(SettingDescriptor descriptor) {
    return descriptor.field().required();
  }

  @SchemaMapping(typeName = "SettingDescriptor", field = "group")
  @Nullable String group(SettingDescriptor descriptor) {
    return descriptor.field().group();
  }

  @SchemaMapping(typeName = "SettingDescriptor", field = "visibleWhen")
  @Nullable VisibleWhen visibleWhen(SettingDescriptor descriptor) {
    return descriptor.field().visibleWhen();
  }

  @SchemaMapping(typeName = "SettingDescriptor", field = "defaultValue")
  @Nullable SettingValue defaultValue(SettingDescriptor descriptor) {
    return descriptor.field().defaultValue();
  }

  @SchemaMapping(typeName = "SettingVisibleWhen", field = "equals")
  SettingValue equalTo(VisibleWhen condition) {
    return condition.equals();
  }

  @SchemaMapping(typeName = "SettingOption", field = "label")
  Text optionLabel(ChoiceOption option, Locale locale) {
    return option.label().in(locale.toLanguageTag());
  }

  @SchemaMapping(typeName = "NumberValue", field = "number")
  String number(SettingValue.NumberValue value) {
    return value.number().toPlainString();
  }

  @SchemaMapping(typeName = "SettingsProblem", field = "message")
  @Nullable Text message(SettingsRefusal.Problem problem, Locale locale) {
    return text(problem.message(), locale);
  }

  static @Nullable Text text(Texts texts, Locale locale) {
    return texts.silent() ? null : texts.in(locale.toLanguageTag());
  }
}
