package org.evenhand.sharing.internal;

import java.util.List;
import java.util.Optional;
import org.evenhand.sharing.ReferralForm;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.TypeId;
import org.springframework.stereotype.Component;

/** The forms that there are. Nothing here asks who brought one. */
@Component
class ReferralForms {

  List<ReferralExport> all() {
    return List.copyOf(StandardForm.all());
  }

  Optional<ReferralExport> find(TypeId id) {
    return all().stream().filter(form -> form.id().equals(id)).findFirst();
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
