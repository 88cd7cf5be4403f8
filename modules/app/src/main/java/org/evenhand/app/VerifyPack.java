package org.evenhand.app;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.evenhand.sharing.PackVerification;
import org.jspecify.annotations.Nullable;

/** The command that looks through an evidence pack and says what does not hold. */
final class VerifyPack {

  private static final String FILE = "--verify-pack";
  private static final String SIGNED_BY = "--signed-by";

  private VerifyPack() {}

  /** The process's exit code: 0 if the pack is whole, 1 if not, 2 if there is nothing to read. */
  static int run(String... args) {
    String file = after(FILE, args);
    if (file == null) {
      System.out.println("Say which file: " + FILE + " FILE [" + SIGNED_BY + " THUMBPRINT]");
      return 2;
    }
    List<String> problems;
    try {
      problems = PackVerification.problems(Path.of(file), after(SIGNED_BY, args));
    } catch (IOException | InvalidPathException e) {
      System.out.println("The file cannot be read: " + file);
      return 2;
    }
    problems.forEach(System.out::println);
    System.out.println(problems.isEmpty() ? "The pack is whole." : "The pack is not whole.");
    return problems.isEmpty() ? 0 : 1;
  }

  private static @Nullable String after(String option, String... args) {
    int at = Arrays.asList(args).indexOf(option);
    return at >= 0 && at + 1 < args.length ? args[at + 1] : null;
  }
}
