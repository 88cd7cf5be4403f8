package org.evenhand.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhandtest.As;
import org.evenhandtest.PluginJar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What a plugin administrator sees, against the real schema and a real database. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@AutoConfigureGraphQlTester
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "spring.graphql.schema.locations=classpath:none-but-this-module/",
      "spring.graphql.schema.additional-files="
          + "classpath:graphql/foundation.graphqls,classpath:graphql/plugins.graphqls"
    })
class PluginsQueryTests {

  private static final String QUERY =
      """
      { plugins { pluginId version state spiRange sha256 installedAt installedAt
          reasons { code message howToMend parameters { name value } }
          uses extensions { extensionPoint extensionId name { value lang } }
          checks { name passed }
          calls { total failed timedOut meanMilliseconds longestMilliseconds lastFailureAt } } }
      """;

  private static final Set<String> READERS =
      Set.of("PLUGIN_ADMINISTRATOR", "HEAD_OF_CUSTOMER_SERVICES", "AUDITOR");

  @Autowired GraphQlTester graphQl;
  @Autowired PluginExtensions extensions;
  @Autowired Plugins plugins;

  @DynamicPropertySource
  static void twoPlugins(DynamicPropertyRegistry properties) throws IOException {
    Path folder = Files.createTempDirectory("plugins");
    PluginJar.plugin("parks", "1.2.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .source(
            "parks.Quiet",
            """
            package parks;

            import java.time.Period;
            import java.util.List;
            import java.util.Set;
            import org.evenhand.spi.*;

            @org.pf4j.Extension
            public class Quiet implements RestrictionType {
              public TypeId id() { return TypeId.of("parks.quiet"); }
              public Texts name() { return Texts.enCy("Quiet", "Tawel"); }
              public Texts description() { return Texts.en("Quiet in the parks."); }
              public Set<Nature> natures() { return Set.of(Nature.SUPPORTIVE); }
              public Axis axis() { return Axis.HOW; }
              public Appealability appealability() { return Appealability.NOT_APPEALABLE; }
              public AuthorityAction authority() { return AuthorityAction.OFFER_SUPPORT; }
              public Period reviewInterval() { return Period.ofMonths(6); }
              public List<SettingDescriptor> settings() { return List.of(); }
              public int settingsVersion() { return 1; }
              public List<Rule> compile(Settings settings) { return List.of(); }
              public LetterWording letter(Settings settings) {
                return new LetterWording(Texts.en("Quiet, please."), Texts.none(), Texts.none(),
                    Texts.en("All parks stay open to you."), Texts.none());
              }
              public StaffWording staffWording(Settings settings) {
                return new StaffWording(Texts.en("Quiet"), Texts.en("Ask for quiet."));
              }
            }
            """)
        .writeTo(folder);
    properties.add("evenhand.plugins.folder", folder::toString);
    properties.add("evenhand.plugins.enabled", () -> "parks,gone");
  }

  @Test
  @DisplayName("P9.1: a type that a service area brought is there for the core to use")
  void handsOutTheTypesOfAPlugin() {
    assertThat(extensions.restrictionTypes())
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
              answer
                  .path("plugins[*].state")
                  .entityList(String.class)
                  .containsExactly("ACTIVE", "REFUSED");
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
                .document("{ plugins { pluginId } }")
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
