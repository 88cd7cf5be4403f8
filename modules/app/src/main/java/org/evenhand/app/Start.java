package org.evenhand.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the product, or runs one of its commands and ends. */
public final class Start {

  private Start() {}

  /** With {@code --verify-audit} the audit chain is verified and the process ends with 0 or 1. */
  public static void with(Class<?> application, String[] args) {
    boolean verifyAudit = java.util.Arrays.asList(args).contains("--verify-audit");
    var spring = new SpringApplication(application);
    spring.addListeners(
        (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
            event -> Settings.check(event.getEnvironment()));
    if (verifyAudit) {
      spring.setDefaultProperties(java.util.Map.of("evenhand.sweeps.enabled", "false"));
    }
    try {
      ConfigurableApplicationContext context = spring.run(args);
      if (verifyAudit) {
        System.exit(VerifyAudit.run(context));
      }
    } catch (RuntimeException e) {
      if (WrongSetting.in(e) instanceof WrongSetting wrong) {
        wrong.stop();
      }
      throw e;
    }
  }
}
