package org.evenhand.app;

import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the product, or runs one of its commands and ends. */
public final class Start {

  private static final String VERIFY_AUDIT = "--verify-audit";
  private static final String VERIFY_PACK = "--verify-pack";

  private Start() {}

  /**
   * With {@code --verify-audit} the audit chain is verified and the process ends with 0 or 1; with
   * {@code --verify-pack FILE} an evidence pack is, without anything else being started.
   */
  public static void with(Class<?> application, String[] args) {
    try {
      if (Arrays.asList(args).contains(VERIFY_PACK)) {
        System.exit(VerifyPack.run(args));
      }
      if (Arrays.asList(args).contains(VERIFY_AUDIT)) {
        System.exit(verifyAudit(application, args));
      }
      server(application, Map.of(), args);
    } catch (RuntimeException e) {
      if (WrongSetting.in(e) instanceof WrongSetting wrong) {
        wrong.stop();
      }
      throw e;
    }
  }

  /** Starts everything; a wrong setting ends the process. */
  static ConfigurableApplicationContext server(
      Class<?> application, Map<String, Object> defaults, String... args) {
    var spring = new SpringApplication(application);
    spring.addListeners(
        (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
            event -> Settings.check(event.getEnvironment()));
    spring.setDefaultProperties(defaults);
    return spring.run(args);
  }

  /** Starts as the server does but without its sweeps, verifies, and stops; the exit code. */
  static int verifyAudit(Class<?> application, String... args) {
    try (var context = server(application, Map.of("evenhand.sweeps.enabled", "false"), args)) {
      return VerifyAudit.run(context);
    }
  }
}
