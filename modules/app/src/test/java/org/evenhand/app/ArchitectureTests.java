package org.evenhand.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.stream.Stream;
import org.evenhand.foundation.WrittenOnce;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

/** The rules of the house that a class can break, each with a class that breaks it on purpose. */
class ArchitectureTests {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.evenhand");

  private static final JavaClasses WRONG_ON_PURPOSE =
      new ClassFileImporter().importPackages("org.evenhandfixtures.architecture");

  /** What a class that breaks it is called. */
  private record Rule(String name, ArchRule rule, String brokenBy) {}

  private static Stream<Rule> rules() {
    return Stream.of(
        new Rule(
            "names say what a thing is",
            noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|DTO|Dto)")
                .as("no class is an Impl, Manager, Util, Helper or DTO"),
            "CaseManager"),
        new Rule(
            "time is handed in",
            noClasses()
                .that(areOutside("org.evenhand.app"))
                .should()
                .callMethodWhere(readsTheTimeByItself()),
            "CaseManager.now()"),
        new Rule(
            "a zone is no clock",
            noClasses()
                .that(areOutside("org.evenhand.app"))
                .should()
                .callMethodWhere(readsTheTimeByItself()),
            "CaseManager.today()"),
        new Rule(
            "nothing is injected into fields",
            noFields().should().beAnnotatedWith(Autowired.class),
            "CaseManager.injected"),
        new Rule(
            "repositories are their module's own",
            classes().that().areAssignableTo(Repository.class).should().bePackagePrivate(),
            "PublicCases"),
        new Rule(
            "controllers stand in internal.web",
            classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("..internal.web.."),
            "LooseController"),
        new Rule(
            "nobody calls controllers",
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate(),
            "LooseController"),
        new Rule(
            "generated tables never leave the internals",
            classes().should(keepTables()),
            "CaseManager.tables()"),
        new Rule(
            "jOOQ stays inside the internals, but for what is about its SQL alone",
            noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .and()
                .doNotBelongToAnyOf(WrittenOnce.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq.."),
            "CaseManager.sql"));
  }

  @TestFactory
  Stream<DynamicTest> theHouseKeepsTheRules() {
    return rules().map(r -> DynamicTest.dynamicTest(r.name(), () -> r.rule().check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongOnPurposeIsFound() {
    return rules()
        .map(
            r ->
                DynamicTest.dynamicTest(
                    r.name(),
                    () ->
                        assertThatThrownBy(() -> r.rule().check(WRONG_ON_PURPOSE))
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining(r.brokenBy())));
  }

  @TestFactory
  Stream<DynamicTest> whatPluginsAndTheEvaluatorLeanOn() {
    return Stream.of(
            new Rule(
                "the SPI leans on the JDK, JSpecify and PF4J's two types",
                classes()
                    .that()
                    .resideInAPackage("org.evenhand.spi")
                    .should()
                    .onlyDependOnClassesThat(
                        inPackages(
                            "org.evenhand.spi", "java.", "org.jspecify.annotations", "org.pf4j")),
                "nobody"),
            new Rule(
                "the evaluator leans on the SPI and the JDK",
                classes()
                    .that()
                    .resideInAPackage("org.evenhand.rules")
                    .should()
                    .onlyDependOnClassesThat(
                        inPackages(
                            "org.evenhand.rules",
                            "org.evenhand.spi",
                            "java.",
                            "org.jspecify.annotations")),
                "nobody"))
        .map(r -> DynamicTest.dynamicTest(r.name(), () -> r.rule().check(HOUSE)));
  }

  private static DescribedPredicate<JavaClass> inPackages(String... starts) {
    return DescribedPredicate.describe(
        "in " + String.join(", ", starts),
        c ->
            c.isPrimitive()
                || c.isArray()
                || Stream.of(starts)
                    .anyMatch(
                        start ->
                            c.getPackageName().startsWith(start)
                                || (c.getPackageName() + ".").equals(start)));
  }

  private static DescribedPredicate<JavaClass> areOutside(String start) {
    return DescribedPredicate.describe(
        "outside " + start, c -> !c.getPackageName().startsWith(start));
  }

  /** {@code now}, unless a clock is handed to it, and the machine's milliseconds. */
  private static DescribedPredicate<JavaMethodCall> readsTheTimeByItself() {
    return DescribedPredicate.describe(
        "the time is read by themselves",
        call -> {
          JavaClass owner = call.getTargetOwner();
          return switch (call.getName()) {
            case "now" ->
                owner.getPackageName().equals("java.time")
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(t -> t.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            default -> false;
          };
        });
  }

  private static ArchCondition<JavaClass> keepTables() {
    return new ArchCondition<>("use generated tables only inside their own internals") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().contains(".internal.jooq"))
            .filter(
                d -> {
                  String tables = d.getTargetClass().getPackageName();
                  String internals = tables.substring(0, tables.indexOf(".jooq"));
                  return !user.getPackageName().startsWith(internals);
                })
            .forEach(d -> events.add(SimpleConditionEvent.violated(user, d.getDescription())));
      }
    };
  }
}
