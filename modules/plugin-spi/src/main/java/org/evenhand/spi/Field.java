package org.evenhand.spi;

import org.jspecify.annotations.Nullable;

/**
 * What every setting has in common, enough to draw its part of a form.
 *
 * @param key lower-case words joined by hyphens, unique among the settings of one type and stable
 * @param label what it is called
 * @param help what it does and how to choose; may be silent
 * @param required refused when missing, while it is visible
 * @param visibleWhen null when it always is
 * @param group key of the group it is drawn in; null for none
 * @param defaultValue what stands when nothing was chosen; of the setting's own kind
 */
public record Field(
    String key,
    Texts label,
    Texts help,
    boolean required,
    @Nullable VisibleWhen visibleWhen,
    @Nullable String group,
    @Nullable SettingValue defaultValue) {
  public Field {
    Names.requireKebab(key, "A setting's key");
  }

  /** Optional, always visible, without help, group or default. */
  public static Field of(String key, Texts label) {
    return new Field(key, label, Texts.none(), false, null, null, null);
  }

  /** As {@link #of}, but required. */
  public static Field required(String key, Texts label) {
    return new Field(key, label, Texts.none(), true, null, null, null);
  }

  public Field help(Texts words) {
    return new Field(key, label, words, required, visibleWhen, group, defaultValue);
  }

  public Field visibleWhen(String otherKey, SettingValue equals) {
    return new Field(
        key, label, help, required, new VisibleWhen(otherKey, equals), group, defaultValue);
  }

  public Field group(String name) {
    return new Field(key, label, help, required, visibleWhen, name, defaultValue);
  }

  public Field defaultValue(SettingValue value) {
    return new Field(key, label, help, required, visibleWhen, group, value);
  }
}
