package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.DutyDigestLine;
import org.evenhand.reporting.ExceptionList;
import org.evenhand.reporting.Exceptions;
import org.evenhand.reporting.ReportingException;
import org.evenhand.reporting.internal.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is not as it should be, live (questions 11, 15, 20, 24, 25, 28, 32). */
@Controller
class ExceptionController {

  private final Exceptions exceptions;
  private final Words words;
  private final ServiceAreas serviceAreas;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  ExceptionController(
      Exceptions exceptions,
      Words words,
      ServiceAreas serviceAreas,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.exceptions = exceptions;
    this.words = words;
    this.serviceAreas = serviceAreas;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<ReportingException> reportingExceptions(
      @Argument ExceptionList list,
      @Argument @Nullable String serviceArea,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    Page.Request request = Page.request(first, after);
    Optional<ServiceAreaCode> area = Optional.ofNullable(serviceArea).flatMap(Codes::area);
    if (serviceArea != null && area.isEmpty()) {
      return Page.of(List.of(), request, e -> e.duty().id(), null);
    }
    Page<ReportingException> page =
        exceptions.list(list, area.orElse(null), currentActor.get(), clock.instant(), request);
    auditTrail.recordRead(
        "reportingExceptions",
        "Duty",
        page.nodes().stream()
            .map(ReportingException::duty)
            .map(DutyView::person)
            .filter(Objects::nonNull)
            .toList());
    return page;
  }

  @QueryMapping
  List<DutyDigestLine> dutyDigest() {
    return exceptions.digest(currentActor.get(), clock.instant());
  }

  @SchemaMapping(typeName = "ReportingException", field = "faultName")
  @Nullable String faultName(ReportingException exception, Locale locale) {
    String fault = exception.fault();
    return fault == null ? null : words.part(Axis.FAULT, fault, locale);
  }

  @SchemaMapping(typeName = "DutyDigestLine", field = "title")
  String title(DutyDigestLine line, Locale locale) {
    return words.part(Axis.DUTY, line.kind(), locale);
  }

  @BatchMapping(typeName = "DutyDigestLine", field = "serviceArea")
  Map<DutyDigestLine, ServiceAreaView> serviceArea(List<DutyDigestLine> lines) {
    var areas =
        serviceAreas.named(
            lines.stream()
                .map(DutyDigestLine::serviceArea)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    var found = new HashMap<DutyDigestLine, ServiceAreaView>();
    for (DutyDigestLine line : lines) {
      ServiceAreaView area = line.serviceArea() == null ? null : areas.get(line.serviceArea());
      if (area != null) {
        found.put(line, area);
      }
    }
    return found;
  }
}
