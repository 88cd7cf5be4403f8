package org.evenhand.foundation.internal.web;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The scalar {@code Date}: a day that the calendar has. The library's own takes 30 February and
 * makes it the 28th; a wrong birthday would then be recorded without a word.
 */
final class Dates implements Coercing<LocalDate, Object> {

  static final GraphQLScalarType SCALAR =
      ExtendedScalars.Date.transform(scalar -> scalar.coercing(new Dates()));

  private final Coercing<?, ?> days = ExtendedScalars.Date.getCoercing();

  private Dates() {}

  @Override
  public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
    return days.serialize(value, context, locale);
  }

  @Override
  public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof LocalDate day) {
      return day;
    }
    try {
      return day(input);
    } catch (DateTimeParseException e) {
      throw new CoercingParseValueException("Expected a day of the calendar as 'YYYY-MM-DD'.");
    }
  }

  @Override
  public LocalDate parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    try {
      return day(input instanceof StringValue text ? text.getValue() : null);
    } catch (DateTimeParseException e) {
      throw new CoercingParseLiteralException("Expected a day of the calendar as 'YYYY-MM-DD'.");
    }
  }

  @Override
  public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
    return days.valueToLiteral(value, context, locale);
  }

  private static LocalDate day(@Nullable Object text) {
    if (text instanceof String day && day.length() == "2026-11-23".length()) {
      return LocalDate.parse(day);
    }
    throw new DateTimeParseException("no day", "", 0);
  }
}
