package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.EvenhandApplication;
import org.evenhandfixtures.crooked.CrookedApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** The rooms of the house and the arrows between them. */
class ModularityTests {

  /**
   * Without the generated table classes, a third of the code: ArchitectureTests keep those at home.
   */
  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          EvenhandApplication.class,
          (ImportOption)
              location ->
                  new ImportOption.DoNotIncludeTests().includes(location)
                      && !location.contains("/internal/jooq/"));

  /** Only test classes: by itself, Modulith leaves them out. */
  private static final ApplicationModules CROOKED =
      ApplicationModules.of(CrookedApplication.class, new ImportOption.OnlyIncludeTests());

  /** Each may use what stands before it. */
  private static final List<String> ROOMS =
      List.of(
          "spi",
          "rules",
          "foundation",
          "policy",
          "pluginhost",
          "intake",
          "correspondence",
          "designation",
          "restrictions",
          "appeals",
          "sharing",
          "reporting",
          "app");

  @Test
  void theHouseHasTheseRooms() {
    assertThat(MODULES.stream().map(m -> m.getIdentifier().toString()))
        .containsExactlyInAnyOrderElementsOf(ROOMS);
  }

  @Test
  void noRoomReachesIntoAnotherOrUsesWhatItDoesNotDeclare() {
    MODULES.verify();
  }

  @Test
  void everyArrowPointsToTheLeft() {
    for (ApplicationModule room : MODULES) {
      int stands = ROOMS.indexOf(room.getIdentifier().toString());
      assertThat(room.getDirectDependencies(MODULES).uniqueModules())
          .extracting(used -> used.getIdentifier().toString())
          .as("what %s uses", room.getIdentifier())
          .isSubsetOf(ROOMS.subList(0, stands));
    }
  }

  @Test
  void aCrookedHouseIsFound() {
    assertThatThrownBy(() -> CROOKED.verify())
        .isInstanceOf(Violations.class)
        .hasMessageContaining("'parlour' depends on non-exposed type")
        .hasMessageContaining("Cycle detected")
        .hasMessageContaining("'cellar' depends on module 'parlour'");
  }

  @Test
  void theDocumentationOfTheRoomsIsWritten() {
    new Documenter(MODULES).writeDocumentation();

    Path docs = Path.of("target", "spring-modulith-docs");
    assertThat(docs.resolve("components.puml")).content().contains("C4");
    for (String room : ROOMS) {
      assertThat(docs.resolve("module-" + room + ".adoc")).isNotEmptyFile();
      assertThat(docs.resolve("module-" + room + ".puml")).isNotEmptyFile();
    }
  }
}
