package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.CustomerKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "customer")
record Customer(
    @Id UUID id,
    @Version @Nullable Integer version,
    String reference,
    CustomerKind kind,
    String name,
    String nameKey,
    @Nullable LocalDate dateOfBirth,
    boolean electedMember,
    boolean vulnerable,
    @Nullable String vulnerabilityNote,
    boolean capacityInDoubt,
    @Nullable String capacityNote,
    @Nullable String preferredLanguage,
    @Nullable String safeContact,
    LocalDate registeredOn) {

  Customer amended(
      String newName,
      String newNameKey,
      @Nullable LocalDate bornOn,
      boolean isElectedMember,
      @Nullable String language,
      @Nullable String safely) {
    return new Customer(
        id,
        version,
        reference,
        kind,
        newName,
        newNameKey,
        bornOn,
        isElectedMember,
        vulnerable,
        vulnerabilityNote,
        capacityInDoubt,
        capacityNote,
        language,
        safely,
        registeredOn);
  }

  Customer under(Circumstances now) {
    return new Customer(
        id,
        version,
        reference,
        kind,
        name,
        nameKey,
        dateOfBirth,
        electedMember,
        now.vulnerable(),
        now.vulnerabilityNote(),
        now.capacityInDoubt(),
        now.capacityNote(),
        preferredLanguage,
        safeContact,
        registeredOn);
  }
}
