package org.evenhand.restrictions;

import java.time.LocalDate;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * An action as somebody proposes it (P8.3, P9.1).
 *
 * @param customerId whom it binds; null for the customer considered; in a group a bound member
 *     (T15)
 * @param nature what it is to be this time; one of those its type can be
 * @param settings values by key, as the form was filled in
 * @param settingsVersion the version of the form
 * @param reasons mandatory for restrictive action and safety measures (F17)
 * @param answering what it answers
 * @param endsSoonerWhen what would end it before its last day (F12)
 * @param startsOn first day; null for at once when the customer is told
 * @param endsOn last day; null only for a permanent one
 * @param permanent without an end; only in an extreme case (P8.3.13)
 * @param extremeCaseReason why the case is extreme; null unless permanent
 * @param longerTermReason why it must last longer than usual (F2); null unless it does
 * @param reviewOn by when it is reviewed; null for the policy's default (F2)
 * @param emergency a safety measure that starts at once, before notice (F1, F9)
 * @param emergencyReason why the steps are dispensed with; null unless an emergency
 */
public record RestrictionToImpose(
    ConsiderationId considerationId,
    @Nullable CustomerId customerId,
    TypeId type,
    Nature nature,
    Settings settings,
    int settingsVersion,
    ActionScope scope,
    Reasons reasons,
    Answering answering,
    String endsSoonerWhen,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    boolean permanent,
    @Nullable String extremeCaseReason,
    @Nullable String longerTermReason,
    @Nullable LocalDate reviewOn,
    boolean emergency,
    @Nullable String emergencyReason) {}
