package org.evenhand.pluginhost.internal;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What a node does by itself: takes up each second what was decided, says how its plugins fare, and
 * stages jars that were dropped into its folder or named on its command line.
 */
@Component
class PluginSweep {

  private static final Logger LOG = LoggerFactory.getLogger(PluginSweep.class);
  private static final Duration SAYS_AGAIN = Duration.ofSeconds(5);

  private final PluginHost host;
  private final NodeReports reports;
  private final DecidingOnPlugins deciding;
  private final PluginHostSettings settings;
  private final Clock clock;
  private final boolean sweeping;
  private final Map<Path, String> looked = new HashMap<>();
  private Instant saidAt = Instant.EPOCH;

  PluginSweep(
      PluginHost host,
      NodeReports reports,
      DecidingOnPlugins deciding,
      PluginHostSettings settings,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.host = host;
    this.reports = reports;
    this.deciding = deciding;
    this.settings = settings;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @EventListener(ApplicationReadyEvent.class)
  void takeFromCommandLine() {
    settings.install().forEach(jar -> stage(jar, PluginRoute.COMMAND_LINE));
  }

  @Scheduled(fixedDelayString = "${evenhand.plugins.take-up-every:PT1S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /**
   * Takes up what was decided and says so; more often than every five seconds only if it changed.
   */
  synchronized void sweep(Instant now) {
    if (host.takeUp() || Duration.between(saidAt, now).abs().compareTo(SAYS_AGAIN) >= 0) {
      lookIntoFolder();
      reports.report(host.all(), now);
      saidAt = now;
    }
  }

  private void lookIntoFolder() {
    for (Path jar : host.jars()) {
      try {
        String now = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        if (!now.equals(looked.put(jar, now))) {
          stage(jar, PluginRoute.FOLDER);
        }
      } catch (IOException e) {
        LOG.warn("{} cannot be read", jar.getFileName());
      }
    }
  }

  private void stage(Path jar, PluginRoute route) {
    List<PluginProblem> problems =
        switch (PluginArchive.read(jar, ArchiveLimits.USUAL)) {
          case PluginArchive.Read.Bad(PluginProblem problem) -> List.of(problem);
          case PluginArchive.Read.Good(PluginArchive archive)
              when host.isConfigured(archive.attribute("Plugin-Id").orElse("")) ->
              List.of();
          case PluginArchive.Read.Good(PluginArchive archive) ->
              deciding.stage(archive, route, clock.instant());
        };
    host.lying(jar, problems);
    if (!problems.isEmpty()) {
      LOG.warn("{} is not staged: {}", jar.getFileName(), problems);
    }
  }

  @PreDestroy
  void leave() {
    if (sweeping) {
      reports.leave();
    }
  }
}
