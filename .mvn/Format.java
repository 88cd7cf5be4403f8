import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java file of the house, or says which are not formatted. It runs on the build's JDK
 * 25, whatever JDK Maven runs on; the formatter reads the language of the JDK that it runs on.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    List<Path> files;
    try (var walk = Files.walk(root)) {
      files =
          walk.filter(p -> p.toString().endsWith(".java"))
              .filter(p -> !p.toString().contains("/target/"))
              .filter(p -> !p.toString().contains("/node_modules/"))
              .filter(p -> args.length < 3 || p.toString().contains(args[2]))
              .toList();
    }
    var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    var unformatted = new ArrayList<Path>();
    for (Path file : files) {
      String before = Files.readString(file);
      String after;
      try {
        after =
            formatter.formatSource(
                RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(before, JavaFormatterOptions.Style.GOOGLE)));
      } catch (Exception e) {
        System.err.println(
            "Cannot be read as Java: " + root.relativize(file) + ": " + e.getMessage());
        System.exit(2);
        return;
      }
      if (!after.equals(before)) {
        unformatted.add(root.relativize(file));
        if (apply) {
          Files.writeString(file, after);
        }
      }
    }
    System.out.println(
        files.size()
            + " Java files, "
            + unformatted.size()
            + (apply ? " formatted" : " to format"));
    if (!apply && !unformatted.isEmpty()) {
      unformatted.forEach(f -> System.err.println("Not formatted: " + f));
      System.err.println("Put it right with: mvn -N compile exec:exec@format");
      System.exit(1);
    }
  }
}
