package org.evenhand.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Begins a plugin: copies {@code plugins/template} under an id of its own and names it among the
 * modules, so that it builds, passes its contract, and is signed from the first day. It needs
 * nothing but a JDK and is run as it stands, from the root of the project:
 *
 * <pre>
 * java modules/plugin-kit/src/main/java/org/evenhand/kit/NewPlugin.java parks "Parks service"
 * </pre>
 */
public final class NewPlugin {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final String TEMPLATE = "template";
  private static final String PACKAGE = "org.evenhand.plugins.";

  /** Ids that a plugin cannot have: the house's own, and this. */
  private static final List<String> TAKEN = List.of("evenhand", TEMPLATE, "target");

  private NewPlugin() {}

  /**
   * Begins a plugin in the folder that it is run in.
   *
   * @param args the id, and who provides it
   */
  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status = run(List.of(args), Path.of(""), out);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Zero if it was begun. */
  static int run(List<String> args, Path root, PrintStream out) throws IOException {
    if (args.size() != 2 || args.get(1).isBlank()) {
      out.println("Usage: NewPlugin <id> <who provides it>, such as: parks \"Parks service\"");
      return 1;
    }
    String id = args.get(0);
    Path plugins = root.resolve("plugins");
    Path folder = plugins.resolve(id);
    if (!ID.matcher(id).matches() || TAKEN.contains(id)) {
      out.println(id + " is no id: use lower-case words joined by hyphens, such as adult-care.");
      return 1;
    }
    if (!Files.isDirectory(plugins.resolve(TEMPLATE))) {
      out.println("There is no plugins/template here: run it from the root of the project.");
      return 1;
    }
    if (Files.exists(folder)) {
      out.println(folder + " is there already.");
      return 1;
    }
    copy(plugins.resolve(TEMPLATE), folder, id, args.get(1).strip());
    Path pom = plugins.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replaceFirst("( *)</modules>", "$1  <module>" + id + "</module>\n$1</modules>"));
    out.println("plugins/" + id + " is begun. Build, test and sign it with");
    out.println("  mvn -pl plugins/" + id + " -am install");
    out.println("the first time, which takes minutes, and then, in seconds, with");
    out.println("  mvn -pl plugins/" + id + " verify");
    return 0;
  }

  private static void copy(Path from, Path to, String id, String provider) throws IOException {
    String packaged = id.replace("-", "");
    List<Path> files;
    try (var all = Files.walk(from)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !from.relativize(file).startsWith("target"))
              .toList();
    }
    for (Path file : files) {
      Path copy = to;
      for (Path part : from.relativize(file)) {
        copy = copy.resolve(part.toString().equals(TEMPLATE) ? packaged : part.toString());
      }
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.writeString(
          copy,
          Files.readString(file)
              .replace(PACKAGE + TEMPLATE, PACKAGE + packaged)
              .replace("Template service", provider)
              .replace(TEMPLATE, id));
    }
  }
}
