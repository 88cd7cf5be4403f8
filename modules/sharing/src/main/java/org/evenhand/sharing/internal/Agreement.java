package org.evenhand.sharing.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An agreement as it is written.
 *
 * @param limbs names with commas between, in the order of the enum
 * @param exports stable names of forms with commas between, sorted; empty for none
 */
@Table(schema = "sharing", name = "agreement")
record Agreement(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID partner,
    String purpose,
    String limbs,
    String lawfulBasis,
    @Nullable String legalPower,
    @Nullable String extraConditions,
    String reference,
    LocalDate validFrom,
    LocalDate validUntil,
    String exports) {}
