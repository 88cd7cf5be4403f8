package org.evenhand.foundation.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.evenhand.foundation.FileScan;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The virus scanner, where {@code evenhand.virus-scan} names one as {@code host:port}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${evenhand.virus-scan:}'.isBlank()")
class FileScanConfiguration {

  @Bean
  FileScan virusScan(
      @Value("${evenhand.virus-scan}") String address,
      @Value("${evenhand.virus-scan-patience:PT60S}") Duration patience) {
    int colon = address.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("evenhand.virus-scan is host:port");
    }
    return new ClamAv(
        InetSocketAddress.createUnresolved(
            address.substring(0, colon).strip(),
            Integer.parseInt(address.substring(colon + 1).strip())),
        patience);
  }
}
