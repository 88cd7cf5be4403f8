package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "group_membership")
record GroupMembership(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID groupCustomer,
    UUID member,
    LocalDate joinedOn,
    @Nullable LocalDate leftOn) {

  GroupMembership left(LocalDate on) {
    return new GroupMembership(id, version, groupCustomer, member, joinedOn, on);
  }
}
