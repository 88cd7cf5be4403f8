package org.evenhand.policy.internal.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicySection;

/** Policies to lint, named for what they are. */
public final class PolicyTexts {

  private PolicyTexts() {}

  /** A policy that says all it should. */
  public static String goodText() {
    try (var in = PolicyTexts.class.getResourceAsStream("/policy/good-policy.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PolicyDocument good() {
    return PolicyTextImport.read(goodText());
  }

  /** The good policy with some of its words exchanged. */
  static PolicyDocument goodBut(String words, String others) {
    PolicyDocument good = good();
    var changed =
        good.sections().stream()
            .map(s -> new PolicySection(s.number(), s.title(), s.text().replace(words, others)))
            .toList();
    if (changed.equals(good.sections())) {
      throw new IllegalArgumentException("the good policy does not say: " + words);
    }
    return new PolicyDocument(
        good.title(),
        good.declaredStatus(),
        good.declaredVersion(),
        good.revisions(),
        good.signatories(),
        changed);
  }

  /** The council's own document, where the folder that holds it lies beside this work tree. */
  static Optional<String> councilsOwn() {
    Path folder = Path.of("..", "..", "..", "..", "shared", "policy");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("000_.*\\.txt"))
          .findFirst()
          .map(PolicyTexts::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
