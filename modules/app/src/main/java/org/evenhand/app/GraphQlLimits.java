package org.evenhand.app;

import graphql.parser.ParserOptions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** What an operation may cost, and that each is parsed once. */
@Configuration(proxyBeanMethods = false)
class GraphQlLimits {

  /** A request whose query is a number is malformed, not a query. */
  @Bean
  JsonMapperBuilderCustomizer textIsText() {
    return builder ->
        builder.withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  /** Requests have a virtual thread of their own; a field needs no other. */
  @Bean
  static BeanPostProcessor fieldsOnTheRequestsThread() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof AnnotatedControllerConfigurer controllers) {
          controllers.setBlockingMethodPredicate(method -> false);
        }
        return bean;
      }
    };
  }

  @Bean
  GraphQlSourceBuilderCustomizer documents() {
    ParserOptions.setDefaultOperationParserOptions(KnownDocuments.PARSER);
    var documents = new KnownDocuments(OperationLimits.USUAL);
    return builder ->
        builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
  }
}
