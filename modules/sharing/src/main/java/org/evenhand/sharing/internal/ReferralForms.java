package org.evenhand.sharing.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.pluginhost.InstalledReferralExport;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.sharing.PartnerKind;
import org.evenhand.sharing.ReferralForm;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.TypeId;
import org.springframework.stereotype.Component;

/** The forms that there are: those of plugins, and the house has none of its own. */
@Component
class ReferralForms {

  private final PluginExtensions plugins;

  ReferralForms(PluginExtensions plugins) {
    this.plugins = plugins;
  }

  List<ReferralExport> all() {
    return plugins.referralExports().stream().map(InstalledReferralExport::export).toList();
  }

  Optional<ReferralExport> find(TypeId id) {
    return all().stream().filter(form -> form.id().equals(id)).findFirst();
  }

  static boolean isFor(ReferralExport form, PartnerKind kind) {
    return form.partnerKind().equals(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static ReferralForm view(ReferralExport form) {
    return new ReferralForm(
        form.id(),
        form.name(),
        form.partnerKind(),
        form.schemaVersion(),
        form.purposes().stream()
            .sorted()
            .map(purpose -> new ReferralForm.ForPurpose(purpose, form.fields(purpose)))
            .toList());
  }
}
