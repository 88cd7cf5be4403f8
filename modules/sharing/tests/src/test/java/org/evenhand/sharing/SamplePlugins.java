package org.evenhand.sharing;

import java.util.List;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.InstalledReferralExport;
import org.evenhand.pluginhost.InstalledRestrictionType;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.spi.ReferralExport;

/** Plugins that bring what a test needs; {@link #clear()} puts the sample forms back. */
final class SamplePlugins implements PluginExtensions {

  private volatile List<ReferralExport> forms = List.copyOf(SampleForm.all());

  private volatile List<InstalledDelivery> deliveries = List.of();

  void clear() {
    forms = List.copyOf(SampleForm.all());
    deliveries = List.of();
  }

  void bring(List<? extends ReferralExport> forms) {
    this.forms = List.copyOf(forms);
  }

  void bring(InstalledDelivery delivery) {
    deliveries = List.of(delivery);
  }

  @Override
  public List<InstalledDelivery> deliveries() {
    return deliveries;
  }

  @Override
  public List<InstalledReferralExport> referralExports() {
    return forms.stream()
        .map(form -> new InstalledReferralExport("sample-forms", "1.0.0", form))
        .toList();
  }

  @Override
  public List<InstalledRestrictionType> restrictionTypes() {
    return List.of();
  }

  @Override
  public List<InstalledBehaviours> behaviours() {
    return List.of();
  }

  @Override
  public List<InstalledRecordSystem> recordSystems() {
    return List.of();
  }
}
