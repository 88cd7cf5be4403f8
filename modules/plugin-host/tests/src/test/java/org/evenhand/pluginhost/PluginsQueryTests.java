package org.evenhand.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a plugin administrator sees, against the real schema and a real database. */
class PluginsQueryTests extends PluginHostModuleTest {

  private static final String QUERY =
      """
      { plugins { name version state spiRange sha256 installedAt installedAt
          reasons { code message howToMend parameters { name value } }
          uses extensions { extensionPoint id name { value lang } }
          checks { name passed }
          calls { total failed timedOut meanMilliseconds longestMilliseconds lastFailureAt } } }
      """;

  private static final Set<String> READERS =
      Set.of("PLUGIN_ADMINISTRATOR", "HEAD_OF_CUSTOMER_SERVICES", "AUDITOR");

  @Test
  @DisplayName("P9.1: a type that a service area brought is there for the core to use")
  void handsOutTheTypesOfAPlugin() {
    assertThat(extensions.restrictionTypes())
        .filteredOn(installed -> installed.pluginId().equals("parks"))
        .singleElement()
        .satisfies(
            installed -> {
              assertThat(installed.pluginId()).isEqualTo("parks");
              assertThat(installed.version()).isEqualTo("1.2.0");
              assertThat(installed.type().id().value()).isEqualTo("parks.quiet");
            });
  }

  @Test
  void listsGoodAndBadWithReasonAndWhatToDo() {
    As.pluginAdministrator()
        .run(
            () -> {
              var answer = graphQl.document(QUERY).execute();
              answer.path("plugins[0].state").entity(String.class).isEqualTo("ACTIVE");
              answer.path("plugins[1].state").entity(String.class).isEqualTo("REFUSED");
              answer
                  .path("plugins[0].extensions[0].name.value")
                  .entity(String.class)
                  .isEqualTo("Quiet");
              answer.path("plugins[0].reasons").entityList(Object.class).hasSize(0);
              answer
                  .path("plugins[1].reasons[0].code")
                  .entity(String.class)
                  .isEqualTo("PLUGIN_NOT_FOUND");
              answer
                  .path("plugins[1].reasons[0].message")
                  .entity(String.class)
                  .isEqualTo("No jar in the plugin folder says that it is gone.");
              answer
                  .path("plugins[1].reasons[0].howToMend")
                  .entity(String.class)
                  .satisfies(said -> assertThat(said).contains("evenhand.plugins.enabled"));
              answer.path("plugins[1].version").valueIsNull();
              answer.path("plugins[0].installedAt").hasValue();
            });
  }

  @Test
  void remembersWhenAFileWasFirstTakenIntoUse() {
    assertThat(plugins.all().getFirst().installedAt()).isNotNull();
    assertThat(plugins.all().get(1).installedAt()).isNull();
  }

  static Stream<As> everyRole() {
    return As.everyRole();
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  void isForPluginAdministratorsTheHeadOfCustomerServicesAndAuditorsOnly(As caller) {
    boolean mayRead =
        caller.authentication().getPrincipal() instanceof Jwt token
            && READERS.containsAll(token.getClaimAsStringList("roles"));
    caller.run(
        () ->
            graphQl
                .document("{ plugins { name } }")
                .execute()
                .errors()
                .satisfy(
                    errors -> {
                      if (mayRead) {
                        assertThat(errors).isEmpty();
                      } else {
                        assertThat(errors)
                            .singleElement()
                            .satisfies(
                                e ->
                                    assertThat(e.getExtensions())
                                        .containsEntry("code", "FORBIDDEN"));
                      }
                    }));
  }
}
