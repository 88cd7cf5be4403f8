package org.evenhand.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place that is visited; no person, and nothing about who lives there.
 *
 * @param uprn its number in the national gazetteer, as {@link IdentifierForm#uprn} writes it
 * @param accessNote how to get in, such as a gate or a dog; nothing about people
 */
public record PropertyView(
    PropertyId id,
    int version,
    String uprn,
    String addressLine,
    String postcode,
    @Nullable String accessNote,
    LocalDate recordedOn) {}
