package org.evenhand.kit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Settings;
import org.jspecify.annotations.Nullable;

/** What an extension is handed in a contract; its log is listened to. */
final class ContractContext {

  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());

  /** Each line that was logged, with what was filled in and thrown. */
  List<String> logged() {
    return List.copyOf(logged);
  }

  PluginContext of(Settings whole, Instant now, Function<String, Optional<String>> secrets) {
    return new PluginContext() {
      @Override
      public InstantSource clock() {
        return InstantSource.fixed(now);
      }

      @Override
      public System.Logger logger() {
        return new Listening();
      }

      @Override
      public Settings configuration() {
        return whole;
      }

      @Override
      public Optional<String> secret(String name) {
        return secrets.apply(name);
      }
    };
  }

  private final class Listening implements System.Logger {
    @Override
    public String getName() {
      return "plugin";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
      logged.add(message + " " + thrown);
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... values) {
      logged.add(format + " " + List.of(values == null ? new Object[0] : values));
    }
  }
}
