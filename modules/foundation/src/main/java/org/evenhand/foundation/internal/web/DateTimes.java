package org.evenhand.foundation.internal.web;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The scalar {@code DateTime} over {@link Instant}, which the house's own types use throughout. Its
 * year has four digits, as RFC 3339 says: the library's own takes years that no database has.
 */
final class DateTimes implements Coercing<Object, Object> {

  static final GraphQLScalarType SCALAR =
      ExtendedScalars.DateTime.transform(scalar -> scalar.coercing(new DateTimes()));

  private static final String EXPECTED =
      "Expected an instant with a year of four digits, as '2026-11-23T16:30:00Z'.";

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
    Object parsed = offsets.parseValue(input, context, locale);
    if (beyond(parsed)) {
      throw new CoercingParseValueException(EXPECTED);
    }
    return parsed;
  }

  @Override
  public @Nullable Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Object parsed = offsets.parseLiteral(input, variables, context, locale);
    if (beyond(parsed)) {
      throw new CoercingParseLiteralException(EXPECTED);
    }
    return parsed;
  }

  private static boolean beyond(@Nullable Object parsed) {
    if (parsed instanceof OffsetDateTime moment) {
      int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
      return year < 1 || year > 9_999;
    }
    return false;
  }

  @Override
  public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
    return offsets.valueToLiteral(
        value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value,
        context,
        locale);
  }
}
