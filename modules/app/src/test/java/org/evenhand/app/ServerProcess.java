package org.evenhand.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.evenhand.EvenhandApplication;

/** The product in a process of its own, so that it can be killed. */
final class ServerProcess implements AutoCloseable {

  private static final Pattern LISTENS = Pattern.compile("listens at http://localhost:(\\d+)/");

  private final Process process;
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
    Thread.startVirtualThread(this::listen);
  }

  /** Starts it; it may still be on its way up. */
  static ServerProcess start(List<String> args) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=Europe/London",
                "-classpath",
                System.getProperty("java.class.path"),
                EvenhandApplication.class.getName()));
    command.addAll(args);
    return new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void listen() {
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        var listens = LISTENS.matcher(line);
        if (listens.find()) {
          port.complete(Integer.parseInt(listens.group(1)));
        }
      }
      port.completeExceptionally(new IllegalStateException("it ended: " + said));
    } catch (IOException e) {
      port.completeExceptionally(e);
    }
  }

  /** Where it listens, once it does. */
  int port() {
    return port.orTimeout(5, TimeUnit.MINUTES).join();
  }

  /** What it printed, after it has ended by itself. */
  List<String> said(int expectedExitCode) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not end: " + said);
    }
    if (process.exitValue() != expectedExitCode) {
      throw new IllegalStateException("it ended with " + process.exitValue() + ": " + said);
    }
    port.handle((ignored, ended) -> true).join();
    return List.copyOf(said);
  }

  /** As kill -9 does: it gets no chance to tidy up. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
