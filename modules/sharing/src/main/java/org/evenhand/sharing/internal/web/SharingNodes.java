package org.evenhand.sharing.internal.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Role;
import org.evenhand.sharing.EvidencePackId;
import org.evenhand.sharing.EvidencePackView;
import org.evenhand.sharing.EvidencePacks;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKeyId;
import org.evenhand.sharing.PartnerKeys;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.SharingAgreementId;
import org.evenhand.sharing.SharingAgreements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Partners and agreements by their ids, for those who may also list them. */
@Configuration(proxyBeanMethods = false)
class SharingNodes {

  private record Nodes(String type, CurrentActor currentActor, Function<UUID, Optional<?>> finder)
      implements NodeSource {
    @Override
    public Optional<?> find(UUID id) {
      return currentActor
              .get()
              .holdsAny(Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR)
          ? finder.apply(id)
          : Optional.empty();
    }
  }

  @Bean
  NodeSource partnerNodes(Partners partners, CurrentActor currentActor) {
    return new Nodes("Partner", currentActor, id -> partners.find(new PartnerId(id)));
  }

  @Bean
  NodeSource sharingAgreementNodes(SharingAgreements agreements, CurrentActor currentActor) {
    return new Nodes(
        "SharingAgreement", currentActor, id -> agreements.find(new SharingAgreementId(id)));
  }

  @Bean
  NodeSource partnerKeyNodes(PartnerKeys keys, CurrentActor currentActor) {
    return new Nodes("PartnerKey", currentActor, id -> keys.find(new PartnerKeyId(id)));
  }

  @Bean
  NodeSource evidencePackNodes(
      EvidencePacks packs, CurrentActor currentActor, AuditTrail auditTrail) {
    return new NodeSource() {
      @Override
      public String type() {
        return "EvidencePack";
      }

      @Override
      public Optional<?> find(UUID id) {
        Optional<EvidencePackView> found =
            currentActor
                    .get()
                    .holdsAny(
                        Role.LEGAL,
                        Role.HEAD_OF_CUSTOMER_SERVICES,
                        Role.DATA_PROTECTION_OFFICER,
                        Role.AUDITOR)
                ? packs.find(new EvidencePackId(id))
                : Optional.empty();
        found.ifPresent(
            pack ->
                auditTrail.recordRead("node", "EvidencePack", List.of(pack.customerId().value())));
        return found;
      }
    };
  }
}
