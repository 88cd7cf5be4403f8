package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.sharing.SubjectExportView;
import org.evenhand.sharing.SubjectExports;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** A person's own data, for whoever answers their request (question 21). */
@Controller
class SubjectExportController {

  record SubjectExportPayload(
      @Nullable SubjectExportView subjectExport, List<Refusal> refusals, List<Warning> warnings) {}

  private final SubjectExports exports;
  private final Files files;
  private final CurrentActor currentActor;
  private final Customers customers;
  private final Clock clock;

  SubjectExportController(
      SubjectExports exports,
      Files files,
      CurrentActor currentActor,
      Customers customers,
      Clock clock) {
    this.exports = exports;
    this.files = files;
    this.currentActor = currentActor;
    this.customers = customers;
    this.clock = clock;
  }

  @QueryMapping
  SubjectExportPayload subjectExport(@Argument String customer) {
    Optional<SubjectExportView> found =
        GlobalId.uuid("Customer", customer)
            .map(CustomerId::new)
            .flatMap(id -> exports.of(id, clock.instant()));
    return found
        .map(export -> new SubjectExportPayload(export, List.of(), export.warnings()))
        .orElseGet(
            () ->
                new SubjectExportPayload(
                    null, List.of(Refusal.notFound("Customer", "customer")), List.of()));
  }

  @SchemaMapping(typeName = "SubjectExportFile", field = "download")
  FileLink download(SubjectExportView.File file) {
    return files.link(file.id(), currentActor.get(), clock.instant());
  }

  @SchemaMapping(typeName = "SubjectExport", field = "customer")
  CustomerView customer(SubjectExportView export) {
    return customers.find(export.customer()).orElseThrow();
  }
}
