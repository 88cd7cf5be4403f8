package org.evenhand.app;

import graphql.parser.ParserOptions;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operation may cost, and that each is parsed once. */
@Configuration(proxyBeanMethods = false)
class GraphQlLimits {

  @Bean
  GraphQlSourceBuilderCustomizer documents() {
    ParserOptions.setDefaultOperationParserOptions(KnownDocuments.PARSER);
    var documents = new KnownDocuments(OperationLimits.USUAL);
    return builder ->
        builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
  }
}
