package org.evenhand.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.Ids;
import org.evenhand.policy.Consultee;
import org.evenhand.policy.PolicyConsultation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A consultation as it is kept: one for a consultee, the latest answer. */
@Table(schema = "policy", value = "policy_consultation")
record ConsultationRecord(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID policyVersion,
    Consultee consultee,
    LocalDate answeredOn,
    String answer,
    Instant recordedAt,
    String recordedBy) {

  static ConsultationRecord of(UUID policyVersion, PolicyConsultation consultation) {
    return new ConsultationRecord(
        Ids.next(),
        null,
        policyVersion,
        consultation.consultee(),
        consultation.on(),
        consultation.answer(),
        consultation.recordedAt(),
        consultation.recordedBy().value());
  }

  ConsultationRecord replacedBy(PolicyConsultation consultation) {
    return new ConsultationRecord(
        id,
        version,
        policyVersion,
        consultee,
        consultation.on(),
        consultation.answer(),
        consultation.recordedAt(),
        consultation.recordedBy().value());
  }
}
