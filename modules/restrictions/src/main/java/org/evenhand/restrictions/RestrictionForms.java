package org.evenhand.restrictions;

import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.Outcome;

/** The forms that kinds of action are filled in with, for whatever draws forms by itself (P8.3). */
public interface RestrictionForms {

  /** Where the form of that kind in that version is served, relative to the server. */
  static String path(String type, int version) {
    return "/files/settings/" + type + "/" + version;
  }

  /**
   * The form as JSON Schema 2020-12. It describes an object with a member for each setting, whose
   * value is the API's {@code SettingValueInput}; each member is one {@code SettingInput}.
   *
   * <p>Refused: no such kind (NOT_FOUND), a form of another version than the one that counts now
   * (SETTINGS_CHANGED).
   *
   * @param locale of the labels, where the kind has words in it
   */
  Outcome<Map<String, Object>> schema(String type, int version, Locale locale);
}
