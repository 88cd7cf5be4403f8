package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * An action as it stands at a moment, with all it rests on (P9.2, F12, F17).
 *
 * @param version grows with each change; hand it back as the expected one
 * @param reference what letters and colleagues call it
 * @param pluginId the plugin whose type it is; null for one of the house's own
 * @param status at the moment of reading
 * @param form the descriptors that the settings were filled in with
 * @param rules what the front line goes by; compiled when it was imposed and stored
 * @param corporate whether it was the Head of Customer Services' to decide (T5)
 * @param reviewOverdue its review date has passed without a decision (F2)
 * @param lapsesAt when an emergency measure ends unless confirmed; null otherwise
 * @param noticeDueOn by when an emergency measure must be told; null otherwise
 * @param effectiveFrom the moment from which it has effect; null while the customer is not told
 * @param chain the decisions that it follows and that follow it
 * @param suspension the last time that it was set aside; null where it never was
 */
public record RestrictionView(
    RestrictionId id,
    int version,
    String reference,
    CustomerId customerId,
    ConsiderationId considerationId,
    TypeId type,
    @Nullable String pluginId,
    @Nullable String pluginVersion,
    Nature nature,
    boolean appealable,
    RestrictionStatus status,
    Settings settings,
    int settingsVersion,
    List<SettingDescriptor> form,
    RuleSet rules,
    ServiceAreaCode leadService,
    ActionScope scope,
    Set<UUID> buildings,
    boolean corporate,
    Reasons reasons,
    String endsSoonerWhen,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    boolean permanent,
    @Nullable String extremeCaseReason,
    @Nullable String longerTermReason,
    LocalDate reviewOn,
    boolean reviewOverdue,
    boolean emergency,
    @Nullable LocalDate noticeDueOn,
    @Nullable Instant lapsesAt,
    @Nullable Instant confirmedAt,
    UUID policyVersionId,
    Instant imposedAt,
    ActorId imposedBy,
    Role imposedAs,
    @Nullable NoticeId noticeId,
    @Nullable Instant notifiedAt,
    @Nullable Instant effectiveFrom,
    @Nullable Instant endedAt,
    @Nullable ActorId endedBy,
    @Nullable String endReason,
    List<ReviewView> reviews,
    ChainView chain,
    @Nullable SuspensionView suspension) {
  public RestrictionView {
    form = List.copyOf(form);
    buildings = Set.copyOf(buildings);
    reviews = List.copyOf(reviews);
  }
}
