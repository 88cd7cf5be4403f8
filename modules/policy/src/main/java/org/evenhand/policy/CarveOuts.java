package org.evenhand.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenhand.foundation.Refusal;

/**
 * The carve-outs of a version as a whole (F8): what they are at the least, and when they are too
 * few.
 */
public final class CarveOuts {

  /** As long as what an officer says may be. */
  private static final int LONGEST_WORDS = 500;

  private static final int LONGEST_TOPIC = 80;

  private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final List<String> LANGUAGES = List.of("en", "cy");
  private static final String BUNDLE = "messages/policy";

  private CarveOuts() {}

  /** Every protected topic, with the routes that any council has. */
  public static List<CarveOut> standard() {
    var all = new ArrayList<CarveOut>();
    for (ProtectedTopic topic : ProtectedTopic.values()) {
      all.add(new CarveOut(topic.code(), topic.strength(), standardRoute(topic)));
    }
    return List.copyOf(all);
  }

  private static Route standardRoute(ProtectedTopic topic) {
    var words = new TreeMap<String, String>();
    for (String language : LANGUAGES) {
      ResourceBundle bundle = bundle(language);
      String key = "route." + topic.code() + ".words";
      if (bundle.getLocale().getLanguage().equals(language) || language.equals("en")) {
        words.put(language, bundle.getString(key));
      }
    }
    return new Route(
        topic.strength() == Strength.ABSOLUTE
            ? EnumSet.allOf(RouteChannel.class)
            : usualChannels(topic),
        bundle("en").getString("route." + topic.code() + ".contact"),
        words);
  }

  private static EnumSet<RouteChannel> usualChannels(ProtectedTopic topic) {
    return switch (topic) {
      case ELECTIONS, PUBLIC_MEETINGS ->
          EnumSet.of(
              RouteChannel.PHONE,
              RouteChannel.EMAIL,
              RouteChannel.LETTER,
              RouteChannel.FACE_TO_FACE);
      case COURTS_AND_TRIBUNALS ->
          EnumSet.of(RouteChannel.LETTER, RouteChannel.EMAIL, RouteChannel.FACE_TO_FACE);
      default ->
          EnumSet.of(
              RouteChannel.PHONE, RouteChannel.EMAIL, RouteChannel.LETTER, RouteChannel.WEB_FORM);
    };
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        Locale.of(language),
        CarveOuts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** These carve-outs with some exchanged, topic by topic, and new ones behind. */
  public static List<CarveOut> merge(List<CarveOut> base, List<CarveOut> changes) {
    var byTopic = new LinkedHashMap<String, CarveOut>();
    base.forEach(c -> byTopic.put(c.topic(), c));
    changes.forEach(c -> byTopic.put(c.topic(), c));
    return List.copyOf(byTopic.values());
  }

  /**
   * What is wrong with changed carve-outs and the set that they make: a protected topic that is
   * missing ({@code CARVE_OUT_MISSING}) or weaker than it must be ({@code CARVE_OUT_WEAKENED}), one
   * named twice ({@code CARVE_OUT_TWICE}), one without a usable route ({@code
   * CARVE_OUT_WITHOUT_ROUTE}), a code that is none ({@code CARVE_OUT_MALFORMED}).
   *
   * @param changes as somebody states them; the path of a refusal counts in this list
   * @param whole the set with the changes in it
   */
  public static List<Refusal> faults(List<CarveOut> changes, List<CarveOut> whole) {
    var faults = new ArrayList<Refusal>();
    var stated = new HashSet<String>();
    for (int i = 0; i < changes.size(); i++) {
      CarveOut carveOut = changes.get(i);
      String[] path = {"carveOuts", Integer.toString(i)};
      if (!TOPIC.matcher(carveOut.topic()).matches() || carveOut.topic().length() > LONGEST_TOPIC) {
        faults.add(Refusal.at("CARVE_OUT_MALFORMED", path));
      }
      if (!stated.add(carveOut.topic())) {
        faults.add(fault("CARVE_OUT_TWICE", carveOut.topic(), path));
      }
      if (!usable(carveOut.route())) {
        faults.add(fault("CARVE_OUT_WITHOUT_ROUTE", carveOut.topic(), path));
      }
    }
    for (ProtectedTopic topic : ProtectedTopic.values()) {
      List<CarveOut> found = whole.stream().filter(c -> c.topic().equals(topic.code())).toList();
      if (found.isEmpty()) {
        faults.add(fault("CARVE_OUT_MISSING", topic.code(), "carveOuts"));
      } else if (topic.strength() == Strength.ABSOLUTE
          && found.stream().anyMatch(c -> c.strength() != Strength.ABSOLUTE)) {
        faults.add(fault("CARVE_OUT_WEAKENED", topic.code(), "carveOuts"));
      }
    }
    return faults;
  }

  private static boolean usable(Route route) {
    var languages = new HashSet<>(route.words().keySet());
    return !route.channels().isEmpty()
        && !route.contact().isBlank()
        && route.contact().length() <= LONGEST_WORDS
        && languages.contains("en")
        && languages.stream().allMatch(l -> LANGUAGE.matcher(l).matches())
        && route.words().values().stream()
            .allMatch(w -> !w.isBlank() && w.length() <= LONGEST_WORDS);
  }

  private static Refusal fault(String code, String topic, String... path) {
    return Refusal.at(code, Map.of("topic", topic), path);
  }
}
