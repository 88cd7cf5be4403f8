package org.evenhandtest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.evenhand.ModuleTestApplication;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.test.context.TestConstructor;

/**
 * A test of one module with all that it builds on, and Modulith's {@code Scenario} for what it
 * publishes. What stands to the right of the module is not on its class path, so nothing has to be
 * left out by looking at every class first, as {@code @ApplicationModuleTest} does; boundaries are
 * verified once, by {@code ModularityTests} of {@code app}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@EnableScenarios
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ModuleTest {
  /** What is started: all modules of the class path, unless a test names less. */
  @AliasFor(annotation = SpringBootTest.class)
  Class<?>[] classes() default ModuleTestApplication.class;
}
