package org.evenhandtest;

import com.tngtech.archunit.core.importer.ImportOption;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ApplicationModulesFactory;

/**
 * The modules as a module's own tests know them: without the generated table classes, which are a
 * third of the code, hold no bean and would cost each module's tests half a minute of reading.
 */
public final class ModulesWithoutTables implements ApplicationModulesFactory {

  @Override
  public ApplicationModules of(Class<?> application) {
    return ApplicationModules.of(
        application,
        (ImportOption)
            location ->
                new ImportOption.DoNotIncludeTests().includes(location)
                    && !location.contains("/internal/jooq/"));
  }
}
