package org.evenhand.app;

import java.time.Clock;
import org.evenhand.foundation.WorkingDays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
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
  @ConditionalOnMissingBean
  LocalClock localClock() {
    return new LocalClock(Clock.system(WorkingDays.LONDON));
  }
}
