package org.evenhand.correspondence.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailboxSettings.class)
class CorrespondenceConfiguration {

  private static final String WORDS = "/correspondence/unsuitable-words.txt";

  @Bean
  PartsCheck partsCheck() {
    return new PartsCheck(unsuitableWords());
  }

  /** Words that a letter does not use about a person (T28). */
  static List<String> unsuitableWords() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CorrespondenceConfiguration.class.getResourceAsStream(WORDS)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
