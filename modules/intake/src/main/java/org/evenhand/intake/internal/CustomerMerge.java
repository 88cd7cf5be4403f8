package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.MergeGround;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "customer_merge")
record CustomerMerge(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID kept,
    UUID merged,
    MergeGround ground,
    List<String> agreeing,
    Confidence confidence,
    String why,
    @Nullable String evidence,
    Instant mergedAt,
    String mergedBy,
    String mergedAs,
    @Nullable Instant unmergedAt,
    @Nullable String unmergedBy,
    @Nullable String unmergedAs,
    @Nullable String unmergedBecause) {

  CustomerMerge ended(Instant at, String by, String as, String because) {
    return new CustomerMerge(
        id,
        version,
        kept,
        merged,
        ground,
        agreeing,
        confidence,
        why,
        evidence,
        mergedAt,
        mergedBy,
        mergedAs,
        at,
        by,
        as,
        because);
  }
}
