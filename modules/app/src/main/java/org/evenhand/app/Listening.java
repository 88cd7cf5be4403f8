package org.evenhand.app;

import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once everything is up, where it listens and, in the local profile, how to sign in. */
@Component
class Listening {

  private final Environment environment;

  Listening(Environment environment) {
    this.environment = environment;
  }

  @EventListener
  void say(ApplicationReadyEvent event) {
    if (!(event.getApplicationContext() instanceof WebServerApplicationContext web)
        || web.getWebServer() == null) {
      return;
    }
    String base = "http://localhost:" + web.getWebServer().getPort();
    var text = new StringBuilder("\nEvenhand listens at ").append(base).append("/graphql\n");
    if (Settings.local(environment)) {
      text.append("GraphiQL: ").append(base).append("/graphiql/index.html\n");
      if (environment.getProperty(Settings.ISSUER_URL, "").isBlank()) {
        text.append("Roles that can sign in (client id and secret are the same): ")
            .append(
                LocalPeople.ALL.stream()
                    .map(LocalPeople.Person::client)
                    .collect(Collectors.joining(", ")))
            .append(
                "\nGet a token with:\n  curl -s -u officer:officer -d grant_type=client_credentials ")
            .append(base)
            .append("/oauth2/token\n");
      }
    }
    System.out.println(text);
  }
}
