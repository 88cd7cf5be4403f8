package org.evenhand.designation.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.Ombudsmen;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.NamingOmbudsmen;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.LinkedKind;
import org.evenhand.intake.LinkingMatters;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.springframework.stereotype.Component;

@Component
class OmbudsmenByMatter implements NamingOmbudsmen {

  private final StoredConsiderations stored;
  private final LinkingMatters linking;
  private final Matters matters;

  OmbudsmenByMatter(StoredConsiderations stored, LinkingMatters linking, Matters matters) {
    this.stored = stored;
    this.linking = linking;
    this.matters = matters;
  }

  @Override
  public Set<Ombudsman> of(
      ConsiderationId consideration, CustomerId customer, Collection<Ombudsman> added) {
    Set<MatterId> linked = new LinkedHashSet<>();
    linking
        .to(LinkedKind.CONSIDERATION, List.of(consideration.value()))
        .forEach(link -> linked.add(link.matterId()));
    stored
        .find(consideration)
        .ifPresent(
            view ->
                linking
                    .to(
                        LinkedKind.INCIDENT,
                        Preconditions.allIncidents(view).stream().map(IncidentId::value).toList())
                    .forEach(link -> linked.add(link.matterId())));
    return Ombudsmen.of(linked.isEmpty() ? landlordOnly(customer) : matters.find(linked), added);
  }

  private List<MatterView> landlordOnly(CustomerId customer) {
    List<MatterView> open = matters.of(customer);
    return open.stream().allMatch(m -> m.kind() == MatterKind.TENANCY) ? open : List.of();
  }
}
