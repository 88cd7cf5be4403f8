package org.evenhand.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Line;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.SettingsForm;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Answers a contact check against a plugin's jar, without a server:
 *
 * <pre>
 * TryOut housing.jar list
 * TryOut housing.jar housing.repairs-by-text --set text-number=repairs-texts
 *        --channel phone --topic repairs --at 2026-11-23T10:30
 * </pre>
 *
 * With {@code list}, or a jar alone, it lists what the jar brings. It says what the host would
 * refuse only where trying it out shows it; the host checks more.
 */
public final class TryOut {

  private static final String USAGE =
      """
      Usage: TryOut <jar> [list | <type id> [--set key=value]... [contact]]

      contact, each optional:
        --channel phone|email|letter|web-form|portal|text-message|web-chat|video|
                  face-to-face|home-visit|social-media
        --direction in|out          --speaker self|representative
        --topic <code>              --activity <code>
        --building <id>             --service-area <id>
        --at 2026-11-23T10:30       (London time; needed for nothing but rules about time)
        --lang cy                   (language of the words; English unless told)

      values of settings by kind:
        text, number, true|false, option code, 2026-11-23, PT30M, P6M, https://…, the id of an
        officer, team, building, zone, service area, matter, party or endpoint;
        channels and buildings with commas; weekly slots as "MON 10:00-12:00, THU 14:00-16:00"
      """;

  private final PrintStream out;

  private TryOut(PrintStream out) {
    this.out = out;
  }

  /** Exits with 0 if there was an answer, with 1 if the plugin or the settings were refused. */
  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = run(List.of(args), out);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** As {@link #main}, but says how it would exit. */
  static int run(List<String> args, PrintStream out) {
    try {
      return new TryOut(out).tryOut(new Arguments(args));
    } catch (Unusable e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  /** Something that the person at the keyboard can mend; the message says what. */
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  private static final class Arguments {
    final List<String> plain = new ArrayList<>();
    final Map<String, String> settings = new LinkedHashMap<>();
    final Map<String, String> options = new TreeMap<>();

    Arguments(List<String> args) {
      for (int i = 0; i < args.size(); i++) {
        String arg = args.get(i);
        if (!arg.startsWith("--")) {
          plain.add(arg);
          continue;
        }
        if (i + 1 == args.size()) {
          throw new Unusable(arg + " needs a value.\n\n" + USAGE);
        }
        String value = args.get(++i);
        if (arg.equals("--set")) {
          int equals = value.indexOf('=');
          if (equals < 1) {
            throw new Unusable("--set needs key=value, not " + value);
          }
          settings.put(value.substring(0, equals), value.substring(equals + 1));
        } else {
          options.put(arg.substring(2), value);
        }
      }
      if (plain.isEmpty()) {
        throw new Unusable(USAGE);
      }
    }
  }

  private int tryOut(Arguments arguments) {
    Path jar = Path.of(arguments.plain.getFirst());
    if (!Files.isRegularFile(jar)) {
      throw new Unusable("There is no jar " + jar + ". Build the plugin first: mvn package");
    }
    try (var file = new JarFile(jar.toFile());
        var loader =
            new URLClassLoader(
                "plugin", new URL[] {url(jar)}, RestrictionType.class.getClassLoader())) {
      manifest(file.getManifest());
      Map<String, RestrictionType> types = types(file, loader);
      if (arguments.plain.size() == 1 || arguments.plain.get(1).equals("list")) {
        types.values().forEach(this::describe);
        return 0;
      }
      RestrictionType type = types.get(arguments.plain.get(1));
      if (type == null) {
        throw new Unusable(
            "The jar has no type " + arguments.plain.get(1) + "; it has " + types.keySet());
      }
      return answer(type, arguments);
    } catch (IOException e) {
      throw new Unusable(jar + " cannot be read as a jar.");
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private void manifest(Manifest manifest) {
    for (String name : List.of("Plugin-Id", "Plugin-Version", "Plugin-Requires")) {
      String value = manifest == null ? null : manifest.getMainAttributes().getValue(name);
      out.println(name + ": " + (value == null ? "missing; the host will refuse the jar" : value));
    }
    out.println();
  }

  private static Map<String, RestrictionType> types(JarFile jar, ClassLoader loader)
      throws IOException {
    var entry = jar.getEntry("META-INF/extensions.idx");
    if (entry == null) {
      throw new Unusable(
          "The jar lists no extensions: the annotation processor did not run. Name PF4J under"
              + " annotationProcessorPaths of the compiler plugin.");
    }
    var types = new TreeMap<String, RestrictionType>();
    String index;
    try (var in = jar.getInputStream(entry)) {
      index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String line : index.lines().toList()) {
      String name = line.replaceFirst("#.*", "").strip();
      if (name.isEmpty()) {
        continue;
      }
      try {
        if (loader.loadClass(name).getDeclaredConstructor().newInstance()
            instanceof RestrictionType type) {
          types.put(type.id().value(), type);
        }
      } catch (ReflectiveOperationException | LinkageError e) {
        throw new Unusable(name + " cannot be made: " + e);
      }
    }
    return types;
  }

  private void describe(RestrictionType type) {
    out.println(type.id() + "  " + words(type.name(), "en"));
    out.println("  " + words(type.description(), "en"));
    for (SettingDescriptor setting : type.settings()) {
      out.println(
          "  --set "
              + setting.key()
              + "=<"
              + RuleLanguage.kinds().get(setting.getClass())
              + ">"
              + (setting.field().required() ? "" : "  (may be left out)")
              + "  "
              + words(setting.field().label(), "en"));
    }
    out.println();
  }

  private int answer(RestrictionType type, Arguments arguments) {
    Settings settings = settings(type, arguments.settings);
    var problems = new ArrayList<SettingProblem>(SettingsForm.problems(type.settings(), settings));
    if (problems.isEmpty()) {
      problems.addAll(type.validate(settings));
    }
    if (!problems.isEmpty()) {
      for (SettingProblem problem : problems) {
        out.println(
            "refused: "
                + problem.keyPath()
                + " "
                + problem.code()
                + " "
                + words(problem.message(), "en"));
      }
      out.println();
      describe(type);
      return 1;
    }
    String lang = arguments.options.getOrDefault("lang", "en");
    TryRules rules = TryRules.of(type, settings);
    out.println("Rules");
    for (var inForce : rules.rules()) {
      Rule rule = inForce.rule();
      out.println("  " + rule.id() + ": when " + rule.when() + " then " + rule.effect());
    }
    LetterWording letter = type.letter(settings);
    out.println("Letter");
    for (Texts part :
        List.of(
            letter.what(),
            letter.where(),
            letter.when(),
            letter.stillServed(),
            letter.endsSooner())) {
      if (!part.silent()) {
        out.println("  " + words(part, lang));
      }
    }
    Instant now = moment(arguments.options.get("at"));
    OpenRoute route = rules.openRoute(now.atZone(RuleLanguage.ZONE).toLocalDate());
    out.println(
        "Open route: "
            + switch (route) {
              case OpenRoute.Open open -> "yes, by " + open.routes().getFirst().channel();
              case OpenRoute.NoOpenRoute none -> "none on " + none.day() + " " + none.reasons();
            });
    ContactAnswer answer = rules.check(facts(now, arguments.options));
    out.println("Answer: " + answer.verdict());
    for (Line line : answer.lines()) {
      out.println(
          "  "
              + line.code()
              + (line.parameters().isEmpty() ? "" : " " + new TreeMap<>(line.parameters()))
              + (line.words().toSay().silent()
                  ? ""
                  : "  “" + words(line.words().toSay(), lang) + "”")
              + (line.words().instructions().silent()
                  ? ""
                  : "  [" + words(line.words().instructions(), lang) + "]"));
    }
    return route instanceof OpenRoute.Open ? 0 : 1;
  }

  private static Settings settings(RestrictionType type, Map<String, String> given) {
    Settings settings = Settings.empty();
    for (var entry : given.entrySet()) {
      SettingDescriptor descriptor =
          type.settings().stream()
              .filter(setting -> setting.key().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() -> new Unusable(type.id() + " has no setting " + entry.getKey()));
      try {
        settings = settings.with(entry.getKey(), SettingText.read(descriptor, entry.getValue()));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw new Unusable(
            entry.getValue()
                + " cannot be read as "
                + RuleLanguage.kinds().get(descriptor.getClass())
                + " for "
                + entry.getKey());
      }
    }
    return SettingsForm.withDefaults(type.settings(), settings);
  }

  private static Instant moment(@Nullable String at) {
    if (at == null) {
      return LocalDateTime.of(2026, 11, 23, 10, 30).atZone(RuleLanguage.ZONE).toInstant();
    }
    try {
      return LocalDateTime.parse(at).atZone(RuleLanguage.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw new Unusable("--at needs a day and a time such as 2026-11-23T10:30, not " + at);
    }
  }

  private static ContactFacts facts(Instant now, Map<String, String> options) {
    Channel channel = one(Channel.class, "channel", options.getOrDefault("channel", "phone"));
    var facts =
        ContactFacts.ordinary(now, channel)
            .direction(one(Direction.class, "direction", options.getOrDefault("direction", "in")))
            .speaker(one(Speaker.class, "speaker", options.getOrDefault("speaker", "self")));
    String topic = options.get("topic");
    if (topic != null) {
      facts.topic(topic);
    }
    String activity = options.get("activity");
    if (activity != null) {
      facts.activity(activity);
    }
    String building = options.get("building");
    if (building != null) {
      facts.building(Ref.building(building));
    }
    String serviceArea = options.get("service-area");
    if (serviceArea != null) {
      facts.serviceArea(Ref.serviceArea(serviceArea));
    }
    return facts.build();
  }

  private static <E extends Enum<E>> E one(Class<E> type, String option, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      var known = new ArrayList<String>();
      for (E constant : type.getEnumConstants()) {
        known.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      known.sort(Comparator.naturalOrder());
      throw new Unusable("--" + option + " can be " + String.join(", ", known) + ", not " + value);
    }
  }

  private static String words(Texts texts, String lang) {
    return texts.in(lang).value();
  }
}
