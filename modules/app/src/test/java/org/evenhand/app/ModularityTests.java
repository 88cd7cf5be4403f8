package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.EvenhandApplication;
import org.evenhandfixtures.crooked.CrookedApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** The rooms of the house and the arrows between them. */
class ModularityTests {

  private static final ApplicationModules MODULES =
      ApplicationModules.of(EvenhandApplication.class);

  @Test
  void theHouseHasTheseRooms() {
    assertThat(MODULES.stream().map(m -> m.getIdentifier().toString()))
        .containsExactlyInAnyOrder(
            "foundation",
            "policy",
            "pluginhost",
            "spi",
            "rules",
            "intake",
            "correspondence",
            "designation",
            "restrictions",
            "appeals",
            "sharing",
            "reporting",
            "app");
  }

  @Test
  void everyArrowPointsToTheLeft() {
    MODULES.verify();
  }

  @Test
  void aCrookedHouseIsFound() {
    assertThatThrownBy(() -> ApplicationModules.of(CrookedApplication.class).verify())
        .isInstanceOf(Violations.class)
        .hasMessageContaining("kitchen")
        .hasMessageContaining("internal");
  }

  @Test
  void theDocumentationOfTheRoomsIsWritten() {
    new Documenter(MODULES).writeDocumentation();

    Path docs = Path.of("target", "spring-modulith-docs");
    assertThat(docs.resolve("components.puml")).exists();
    assertThat(docs.resolve("module-restrictions.adoc")).exists();
    assertThat(Files.exists(docs.resolve("module-restrictions.puml"))).isTrue();
  }
}
