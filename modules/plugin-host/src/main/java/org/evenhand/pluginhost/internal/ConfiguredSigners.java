package org.evenhand.pluginhost.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates that the settings of this server trust for every plugin, such as that of a
 * developer's own machine; and behind them those that somebody trusted for some.
 */
final class ConfiguredSigners implements TrustedSigners {

  private static final System.Logger LOG = System.getLogger(ConfiguredSigners.class.getName());

  private final Set<String> thumbprints;
  private final TrustedSigners others;

  ConfiguredSigners(List<Path> files, TrustedSigners others) {
    var read = new HashSet<String>();
    for (Path file : files) {
      try {
        Signer.read(Files.readAllBytes(file))
            .ifPresentOrElse(
                signer -> read.add(signer.thumbprint()),
                () ->
                    LOG.log(Level.WARNING, "{0} is no certificate; nobody is trusted by it", file));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "{0} cannot be read; nobody is trusted by it", file);
      }
    }
    this.thumbprints = Set.copyOf(read);
    this.others = others;
  }

  @Override
  public Standing of(Signer signer, String pluginId) {
    Standing recorded = others.of(signer, pluginId);
    return recorded != Standing.REVOKED && thumbprints.contains(signer.thumbprint())
        ? Standing.TRUSTED
        : recorded;
  }
}
