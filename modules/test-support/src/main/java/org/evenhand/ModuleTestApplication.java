package org.evenhand;

import org.evenhandtest.SharedPostgresConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Stands in for the application in a module's own tests; never on the application's class path. */
@SpringBootApplication
@Import(SharedPostgresConfiguration.class)
public class ModuleTestApplication {}
