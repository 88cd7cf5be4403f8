package org.evenhand.intake;

/**
 * A means to recognise a customer.
 *
 * @param value in the one form of {@link IdentifierForm}, for comparing
 * @param shown as the customer gave it
 */
public record Identifier(IdentifierKind kind, String value, String shown, Confidence confidence) {}
