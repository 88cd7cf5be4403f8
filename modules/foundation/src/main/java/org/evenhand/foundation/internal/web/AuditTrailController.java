package org.evenhand.foundation.internal.web;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.AuditChain;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AuditVerification;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.internal.AuditReading;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuditTrailController {

  record AuditTrailFilter(
      @Nullable String person,
      @Nullable String actor,
      @Nullable String act,
      @Nullable String object,
      AuditReading.@Nullable Kind kind,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until) {}

  private final AuditReading reading;
  private final AuditTrail auditTrail;
  private final AuditChain chain;

  AuditTrailController(AuditReading reading, AuditTrail auditTrail, AuditChain chain) {
    this.reading = reading;
    this.auditTrail = auditTrail;
    this.chain = chain;
  }

  @QueryMapping
  Page<AuditReading.Entry> auditTrail(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable AuditTrailFilter filter,
      DataFetchingEnvironment environment) {
    Page.Request request = Page.request(first, after);
    AuditTrailFilter wanted =
        filter == null ? new AuditTrailFilter(null, null, null, null, null, null, null) : filter;
    Optional<UUID> person =
        Optional.ofNullable(wanted.person())
            .flatMap(id -> GlobalId.uuid(PlacesAndPeopleNodes.PERSON, id));
    Optional<UUID> object =
        Optional.ofNullable(wanted.object()).flatMap(GlobalId::parse).map(GlobalId::id);
    if ((wanted.person() != null && person.isEmpty())
        || (wanted.object() != null && object.isEmpty())) {
      return Page.of(List.of(), request, AuditReading.Entry::id, 0);
    }
    Page<AuditReading.Entry> page =
        reading.page(
            new AuditReading.Wanted(
                person.orElse(null),
                wanted.actor(),
                wanted.act(),
                object.orElse(null),
                wanted.kind(),
                instant(wanted.from()),
                instant(wanted.until())),
            request,
            environment.getSelectionSet().contains("totalCount"));
    auditTrail.recordRead(
        "auditTrail",
        "AuditEntry",
        Stream.concat(
                person.stream(),
                page.nodes().stream().map(AuditReading.Entry::person).filter(Objects::nonNull))
            .toList());
    return page;
  }

  @QueryMapping
  AuditVerification auditVerification() {
    return chain.verify();
  }

  @SchemaMapping(typeName = "AuditEntry", field = "id")
  String id(AuditReading.Entry entry) {
    return GlobalId.of("AuditEntry", entry.id());
  }

  @SchemaMapping(typeName = "AuditEntry", field = "object")
  @Nullable String object(AuditReading.Entry entry) {
    return entry.object() == null || entry.objectType() == null
        ? null
        : GlobalId.of(entry.objectType(), entry.object());
  }

  @SchemaMapping(typeName = "AuditEntry", field = "person")
  @Nullable String person(AuditReading.Entry entry) {
    return entry.person() == null ? null : GlobalId.of(PlacesAndPeopleNodes.PERSON, entry.person());
  }

  @SchemaMapping(typeName = "AuditEntry", field = "policyVersion")
  @Nullable String policyVersion(AuditReading.Entry entry) {
    return entry.policyVersion() == null
        ? null
        : GlobalId.of("PolicyVersion", entry.policyVersion());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
