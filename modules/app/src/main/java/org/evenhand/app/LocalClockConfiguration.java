package org.evenhand.app;

import java.time.Clock;
import org.evenhand.foundation.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The clock of the local profile, which can tell the past. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalClockConfiguration {

  @Bean
  @Primary
  LocalClock localClock() {
    return new LocalClock(present());
  }

  static Clock present() {
    return Clock.system(WorkingDays.LONDON);
  }
}
