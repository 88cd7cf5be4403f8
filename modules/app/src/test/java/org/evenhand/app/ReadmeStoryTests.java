package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of the README runs by copy and paste, in a shell, as a newcomer pastes it. */
class ReadmeStoryTests extends RunningEvenhand {

  private static final Pattern STORY = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theStoryOfTheReadmeRuns() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of("bash", "curl", "sed").allMatch(ReadmeStoryTests::onThePath),
        "a shell with curl is needed");
    String readme = Files.readString(Path.of(System.getProperty("evenhand.root"), "README.md"));
    Matcher story = STORY.matcher(readme);
    assertThat(story.find()).isTrue();
    Path script = Files.writeString(folder.resolve("story.sh"), story.group(1));
    clock.followTheMachine();

    var builder = new ProcessBuilder("bash", script.toString());
    builder.environment().put("E", "http://localhost:" + port);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process shell = builder.start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();

    List<String> answers = said.lines().toList();
    assertThat(answers).noneMatch(line -> line.contains("\"errors\""));
    assertThat(answers.stream().filter(line -> line.contains("\"refusals\":[{")))
        .as("only the determination that is tried too early is refused")
        .singleElement()
        .asString()
        .contains("DETERMINATION_STEPS_MISSING");
    assertThat(answers.stream().filter(l -> l.contains("\"contactCheck\"")).map(l -> verdict(l)))
        .containsExactly(
            "ALLOWED", "DECLINE_THIS_CONTACT", "REDIRECT", "REDIRECT", "ALLOWED", "ALLOWED");
  }

  private static String verdict(String answer) {
    return JSON.readTree(answer).at("/data/contactCheck/verdict").asString();
  }

  private static boolean onThePath(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
