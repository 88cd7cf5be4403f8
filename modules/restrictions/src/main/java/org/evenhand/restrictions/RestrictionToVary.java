package org.evenhand.restrictions;

import java.time.LocalDate;
import org.evenhand.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A restriction as it shall be from now on, within the same kind of action. Whatever is null stays
 * as it was decided. A later end is an extension ({@link RestrictionToExtend}).
 *
 * @param settings the form, filled in anew; null to leave it
 * @param settingsVersion the version of that form; null where there are no settings
 * @param reasons why it changes, in four steps (F17)
 * @param startsOn its first day; null for as soon as it may have effect (T9)
 * @param endsOn an earlier last day; null to leave it
 * @param reviewOn an earlier review; null to leave it
 */
public record RestrictionToVary(
    RestrictionId id,
    @Nullable Integer expectedVersion,
    @Nullable Settings settings,
    @Nullable Integer settingsVersion,
    @Nullable ActionScope scope,
    Reasons reasons,
    @Nullable String endsSoonerWhen,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate reviewOn) {}
