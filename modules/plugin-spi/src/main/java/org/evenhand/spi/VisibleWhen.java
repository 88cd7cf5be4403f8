package org.evenhand.spi;

/**
 * A setting is asked for only while another has a value.
 *
 * @param key the other setting
 * @param equals the value it must have
 */
public record VisibleWhen(String key, SettingValue equals) {}
