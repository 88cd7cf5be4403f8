package org.evenhand.app;

import graphql.parser.ParserOptions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** What an operation may cost, and that each is parsed once. */
@Configuration(proxyBeanMethods = false)
class GraphQlLimits {

  /** A request whose query is a number is malformed, not a query; and so is null. */
  @Bean
  JsonMapperBuilderCustomizer textIsText() {
    var requests = new SimpleModule();
    requests.setDeserializerModifier(
        new ValueDeserializerModifier() {
          @Override
          public ValueDeserializer<?> modifyDeserializer(
              DeserializationConfig config,
              BeanDescription.Supplier bean,
              ValueDeserializer<?> reader) {
            return bean.getBeanClass() == SerializableGraphQlRequest.class
                ? new NeverNull(reader)
                : reader;
          }
        });
    return builder ->
        builder
            .addModule(requests)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  private static final class NeverNull extends DelegatingDeserializer {

    NeverNull(ValueDeserializer<?> reader) {
      super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
      return new NeverNull(reader);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return context.reportInputMismatch(this, "null is no request");
    }
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
