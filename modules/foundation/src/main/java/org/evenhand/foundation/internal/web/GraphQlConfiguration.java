package org.evenhand.foundation.internal.web;

import graphql.scalars.ExtendedScalars;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.ClassNameTypeResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** How the Java types of the house stand for the types of the schema. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

  @Bean
  RuntimeWiringConfigurer scalarsAndDirectives(MayCall mayCall) {
    return wiring ->
        wiring
            .scalar(Dates.SCALAR)
            .scalar(DateTimes.SCALAR)
            .scalar(ExtendedScalars.LocalTime)
            .directive(MayCall.DIRECTIVE, mayCall);
  }

  /**
   * A view {@code CustomerView} is the type {@code Customer}; other records bear their type's name.
   */
  @Bean
  GraphQlSourceBuilderCustomizer viewsByName() {
    var resolver = new ClassNameTypeResolver();
    resolver.setClassNameExtractor(
        type -> {
          String name = type.getSimpleName();
          return name.endsWith("View") ? name.substring(0, name.length() - 4) : name;
        });
    return builder -> builder.defaultTypeResolver(resolver);
  }
}
