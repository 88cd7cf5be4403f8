package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.internal.DueList;
import org.evenhand.foundation.internal.ServiceAreaCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class DueListController {

  record DueListFilter(
      boolean mine,
      @Nullable Role ownerRole,
      @Nullable String serviceArea,
      @Nullable String kind,
      @Nullable String subject,
      boolean overdue,
      @Nullable LocalDate dueBy) {}

  private final DueList dueList;
  private final ServiceAreas serviceAreas;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Messages messages;
  private final Clock clock;

  DueListController(
      DueList dueList,
      ServiceAreas serviceAreas,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Messages messages,
      Clock clock) {
    this.dueList = dueList;
    this.serviceAreas = serviceAreas;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.messages = messages;
    this.clock = clock;
  }

  @QueryMapping
  Page<DutyView> dueList(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable DueListFilter filter) {
    Page.Request request = Page.request(first, after);
    DueListFilter wanted =
        filter == null ? new DueListFilter(false, null, null, null, null, false, null) : filter;
    Optional<ServiceAreaCode> area =
        Optional.ofNullable(wanted.serviceArea()).flatMap(ServiceAreaCodes::parse);
    Optional<GlobalId> subject = Optional.ofNullable(wanted.subject()).flatMap(GlobalId::parse);
    if ((wanted.serviceArea() != null && area.isEmpty())
        || (wanted.subject() != null && subject.isEmpty())) {
      return Page.of(List.of(), request, DutyView::id, 0);
    }
    Page<DutyView> page =
        dueList.page(
            currentActor.get(),
            new DueList.Wanted(
                wanted.mine(),
                wanted.ownerRole(),
                area.orElse(null),
                wanted.kind(),
                subject.orElse(null),
                wanted.overdue(),
                wanted.dueBy()),
            clock.instant(),
            request);
    auditTrail.recordRead(
        "dueList",
        "Duty",
        page.nodes().stream().map(DutyView::person).filter(Objects::nonNull).toList());
    return page;
  }

  @SchemaMapping(typeName = "Duty", field = "id")
  String id(DutyView duty) {
    return GlobalId.of("Duty", duty.id());
  }

  @SchemaMapping(typeName = "Duty", field = "title")
  String title(DutyView duty, Locale locale) {
    return messages.say("duty." + duty.kind(), Map.of(), locale);
  }

  @SchemaMapping(typeName = "Duty", field = "subject")
  String subject(DutyView duty) {
    return GlobalId.of(duty.subjectType(), duty.subject());
  }

  @SchemaMapping(typeName = "Duty", field = "ownerActor")
  @Nullable String ownerActor(DutyView duty) {
    return duty.owner() == null ? null : duty.owner().value();
  }

  @SchemaMapping(typeName = "Duty", field = "overdue")
  boolean overdue(DutyView duty) {
    return duty.overdue(clock.instant());
  }

  @BatchMapping(typeName = "Duty", field = "serviceArea")
  Map<DutyView, ServiceAreaView> serviceArea(List<DutyView> duties) {
    var areas =
        serviceAreas.named(
            duties.stream().map(DutyView::serviceArea).filter(Objects::nonNull).toList());
    var found = new HashMap<DutyView, ServiceAreaView>();
    for (DutyView duty : duties) {
      ServiceAreaView area = duty.serviceArea() == null ? null : areas.get(duty.serviceArea());
      if (area != null) {
        found.put(duty, area);
      }
    }
    return found;
  }
}
