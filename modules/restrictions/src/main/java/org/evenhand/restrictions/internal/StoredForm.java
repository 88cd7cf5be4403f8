package org.evenhand.restrictions.internal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Settings, descriptors and rules as they lie in the database. Each stored value says what it is by
 * the {@code kind} that the rule language gives it, never by the name of a class; what a reader
 * does not know is refused, for a rule half understood would answer wrongly at the front desk.
 */
public final class StoredForm {

  private static final JsonMapper JSON = mapper();

  private static final JavaType DESCRIPTORS =
      JSON.getTypeFactory().constructCollectionType(List.class, SettingDescriptor.class);

  private StoredForm() {}

  static String settings(Settings settings) {
    return JSON.writeValueAsString(settings);
  }

  static Settings settings(String stored) {
    return JSON.readValue(stored, Settings.class);
  }

  public static String rules(RuleSet rules) {
    return JSON.writeValueAsString(rules);
  }

  public static RuleSet rules(String stored) {
    return JSON.readValue(stored, RuleSet.class);
  }

  static String descriptors(List<SettingDescriptor> descriptors) {
    return JSON.writerFor(DESCRIPTORS).writeValueAsString(descriptors);
  }

  static List<SettingDescriptor> descriptors(String stored) {
    return JSON.readValue(stored, DESCRIPTORS);
  }

  /** Any other record of ours that holds rules or words. */
  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String stored, Class<T> type) {
    return JSON.readValue(stored, type);
  }

  /** What two forms must have in common to be the same form. */
  static String digest(String storedDescriptors) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(storedDescriptors.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonMapper mapper() {
    var builder =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    RuleLanguage.families()
        .forEach(
            (family, kinds) -> {
              builder.addMixIn(family, Kind.class);
              kinds.forEach((kind, type) -> builder.registerSubtypes(new NamedType(type, kind)));
            });
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Kind {}
}
