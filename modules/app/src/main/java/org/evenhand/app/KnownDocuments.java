package org.evenhand.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Parses and validates an operation once, within limits, and remembers it. The cache is bounded by
 * the length of what it holds.
 */
final class KnownDocuments implements PreparsedDocumentProvider {

  private static final int MOST_CHARACTERS = 8_000_000;

  /** Far above any operation that a front end writes, far below what costs anything. */
  static final ParserOptions PARSER =
      ParserOptions.newParserOptions()
          .maxCharacters(100_000)
          .maxTokens(5_000)
          .maxWhitespaceTokens(50_000)
          .maxRuleDepth(150)
          .captureIgnoredChars(false)
          .captureLineComments(false)
          .build();

  private final Cache<String, PreparsedDocumentEntry> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
          .build();
  private final OperationLimits limits;

  KnownDocuments(OperationLimits limits) {
    this.limits = limits;
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    PreparsedDocumentEntry entry = known.getIfPresent(input.getQuery());
    if (entry == null) {
      entry = prepare(input, parseAndValidate);
      if (!entry.hasErrors()) {
        known.put(input.getQuery(), entry);
      }
    }
    return CompletableFuture.completedFuture(entry);
  }

  private PreparsedDocumentEntry prepare(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    Document document;
    try {
      document =
          new Parser()
              .parseDocument(
                  ParserEnvironment.newParserEnvironment()
                      .document(input.getQuery())
                      .parserOptions(PARSER)
                      .build());
    } catch (InvalidSyntaxException e) {
      return new PreparsedDocumentEntry(e.toInvalidSyntaxError());
    }
    Optional<GraphQLError> exceeded = limits.exceededBy(document);
    return exceeded.isPresent()
        ? new PreparsedDocumentEntry(exceeded.get())
        : parseAndValidate.apply(input);
  }
}
