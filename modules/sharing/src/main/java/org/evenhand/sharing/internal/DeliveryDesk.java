package org.evenhand.sharing.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.sharing.DeliveryWay;
import org.evenhand.sharing.ReferralDeliveries;
import org.evenhand.sharing.ReferralDeliveryView;
import org.evenhand.sharing.ReferralId;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.ReferralView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DeliveryDesk implements ReferralDeliveries {

  private final DeliveryRows rows;
  private final ReferralRows referrals;
  private final PluginExtensions plugins;
  private final Duties duties;

  DeliveryDesk(DeliveryRows rows, ReferralRows referrals, PluginExtensions plugins, Duties duties) {
    this.rows = rows;
    this.referrals = referrals;
    this.plugins = plugins;
    this.duties = duties;
  }

  @Override
  public List<DeliveryWay> ways() {
    return plugins.deliveries().stream()
        .map(delivery -> new DeliveryWay(delivery.id(), delivery.name()))
        .toList();
  }

  @Override
  public Map<ReferralVersionId, List<ReferralDeliveryView>> of(
      Collection<ReferralVersionId> versions) {
    return rows.of(versions);
  }

  @Override
  @Transactional
  public Outcome<ReferralView> again(
      ReferralId id, @Nullable Integer expectedVersion, Actor by, Instant now) {
    Optional<ReferralView> found = referrals.find(id);
    var reasons = new Reasons();
    if (found.isEmpty()) {
      reasons.add(Refusal.notFound(ReferralDesk.TYPE, "referral"));
    } else {
      reasons.add(Acts.stale(expectedVersion, found.get().version()));
      ReferralAct.DELIVER.refusals(found.get(), by).forEach(reasons::add);
    }
    reasons.addIf(reasons.none() && rows.dueNow(id, now) == 0, "NOTHING_TO_DELIVER", "referral");
    if (!reasons.none()) {
      return reasons.refused();
    }
    duties.discharge(DeliveryOutbox.REFUSED, id.value(), null, "TRIED_AGAIN", now);
    return Outcome.done(found.orElseThrow());
  }
}
