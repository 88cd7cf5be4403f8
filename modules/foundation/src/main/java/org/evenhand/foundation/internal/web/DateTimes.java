package org.evenhand.foundation.internal.web;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The scalar {@code DateTime} over {@link Instant}, which the house's own types use throughout. */
final class DateTimes implements Coercing<Object, Object> {

  static final GraphQLScalarType SCALAR =
      ExtendedScalars.DateTime.transform(scalar -> scalar.coercing(new DateTimes()));

  private final Coercing<?, ?> offsets = ExtendedScalars.DateTime.getCoercing();

  private DateTimes() {}

  @Override
  public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
    return offsets.serialize(
        value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value,
        context,
        locale);
  }

  @Override
  public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale) {
    return offsets.parseValue(input, context, locale);
  }

  @Override
  public @Nullable Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return offsets.parseLiteral(input, variables, context, locale);
  }

  @Override
  public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
    return offsets.valueToLiteral(
        value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value,
        context,
        locale);
  }
}
