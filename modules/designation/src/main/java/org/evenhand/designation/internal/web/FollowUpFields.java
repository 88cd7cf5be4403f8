package org.evenhand.designation.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.Check;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.MonitoringView;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.WarningView;
import org.evenhand.designation.internal.CaseSight;
import org.evenhand.designation.internal.MonitoringDesk;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What warnings, monitoring periods and strategy meetings show. */
@Controller
class FollowUpFields {

  private final CaseSight sight;
  private final MonitoringDesk monitoringDesk;
  private final Customers customers;
  private final Incidents incidents;
  private final Notices notices;
  private final ServiceAreas serviceAreas;
  private final Policies policies;
  private final Files files;
  private final Clock clock;

  FollowUpFields(
      CaseSight sight,
      MonitoringDesk monitoringDesk,
      Customers customers,
      Incidents incidents,
      Notices notices,
      ServiceAreas serviceAreas,
      Policies policies,
      Files files,
      Clock clock) {
    this.sight = sight;
    this.monitoringDesk = monitoringDesk;
    this.customers = customers;
    this.incidents = incidents;
    this.notices = notices;
    this.serviceAreas = serviceAreas;
    this.policies = policies;
    this.files = files;
    this.clock = clock;
  }

  @SchemaMapping(typeName = "Consideration", field = "warnings")
  List<WarningView> warnings(ConsiderationView consideration) {
    return sight.warnings(consideration);
  }

  @SchemaMapping(typeName = "Consideration", field = "monitoring")
  List<MonitoringView> monitoring(ConsiderationView consideration) {
    return sight.monitoring(consideration);
  }

  @SchemaMapping(typeName = "Consideration", field = "strategyMeetings")
  List<StrategyMeetingView> strategyMeetings(ConsiderationView consideration) {
    return sight.meetings(consideration);
  }

  @SchemaMapping(typeName = "Customer", field = "warnings")
  @Nullable List<WarningView> warnings(CustomerView customer) {
    return sight.warnings(customer.id()).orElse(null);
  }

  @SchemaMapping(typeName = "ConductWarning", field = "id")
  String id(WarningView warning) {
    return GlobalId.of("ConductWarning", warning.id().value());
  }

  @BatchMapping(typeName = "ConductWarning", field = "customer")
  Map<WarningView, CustomerView> warned(List<WarningView> warnings) {
    return customers(warnings, WarningView::customerId);
  }

  @BatchMapping(typeName = "ConductWarning", field = "incidents")
  Map<WarningView, List<IncidentView>> incidents(List<WarningView> warnings) {
    Set<IncidentId> ids =
        warnings.stream().flatMap(w -> w.incidentIds().stream()).collect(Collectors.toSet());
    List<IncidentView> known = ids.isEmpty() ? List.of() : incidents.find(ids);
    return each(
        warnings, w -> known.stream().filter(i -> w.incidentIds().contains(i.id())).toList());
  }

  @BatchMapping(typeName = "ConductWarning", field = "notice")
  Map<WarningView, NoticeView> letter(List<WarningView> warnings) {
    return letters(warnings, WarningView::noticeId);
  }

  @SchemaMapping(typeName = "ConductWarning", field = "policyVersion")
  @Nullable PolicyVersionView policyVersion(WarningView warning) {
    Instant now = clock.instant();
    return warning.policyVersionId() == null
        ? null
        : policies.find(warning.policyVersionId(), now).orElse(null);
  }

  @SchemaMapping(typeName = "ConductWarning", field = "availableActions")
  List<AvailableAction> availableActions(WarningView warning) {
    return sight.availableActions(warning);
  }

  @SchemaMapping(typeName = "Monitoring", field = "id")
  String id(MonitoringView monitoring) {
    return GlobalId.of("Monitoring", monitoring.id().value());
  }

  @BatchMapping(typeName = "Monitoring", field = "customer")
  Map<MonitoringView, CustomerView> watched(List<MonitoringView> monitoring) {
    return customers(monitoring, MonitoringView::customerId);
  }

  @SchemaMapping(typeName = "Monitoring", field = "incidents")
  List<IncidentView> incidents(MonitoringView monitoring) {
    return monitoringDesk.incidentsOf(monitoring);
  }

  @BatchMapping(typeName = "Monitoring", field = "notice")
  Map<MonitoringView, NoticeView> told(List<MonitoringView> monitoring) {
    return letters(monitoring, MonitoringView::noticeId);
  }

  @SchemaMapping(typeName = "Monitoring", field = "availableActions")
  List<AvailableAction> availableActions(MonitoringView monitoring) {
    return sight.availableActions(monitoring);
  }

  @SchemaMapping(typeName = "StrategyMeeting", field = "id")
  String id(StrategyMeetingView meeting) {
    return GlobalId.of("StrategyMeeting", meeting.id().value());
  }

  @BatchMapping(typeName = "StrategyMeeting", field = "departments")
  Map<StrategyMeetingView, List<ServiceAreaView>> departments(List<StrategyMeetingView> meetings) {
    var known = areas(meetings.stream().flatMap(m -> m.departments().stream()).toList());
    return each(
        meetings,
        m ->
            m.departments().stream()
                .sorted()
                .flatMap(code -> Stream.ofNullable(known.get(code)))
                .toList());
  }

  @SchemaMapping(typeName = "StrategyAction", field = "id")
  String id(StrategyMeetingView.Action action) {
    return GlobalId.of("StrategyAction", action.id().value());
  }

  @BatchMapping(typeName = "StrategyAction", field = "service")
  Map<StrategyMeetingView.Action, ServiceAreaView> service(
      List<StrategyMeetingView.Action> actions) {
    var known = areas(actions.stream().map(StrategyMeetingView.Action::service).toList());
    return each(actions, a -> known.get(a.service()));
  }

  @BatchMapping(typeName = "CheckEntry", field = "files")
  Map<Check, List<FileView>> files(List<Check> checks) {
    Set<FileId> ids = checks.stream().flatMap(c -> c.files().stream()).collect(Collectors.toSet());
    Map<FileId, FileView> known = ids.isEmpty() ? Map.of() : files.named(ids);
    return each(
        checks, c -> c.files().stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList());
  }

  private <K> Map<K, CustomerView> customers(List<K> rows, Function<K, CustomerId> whose) {
    Map<CustomerId, CustomerView> known =
        customers.find(new HashSet<>(rows.stream().map(whose).toList())).stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    return each(rows, row -> known.get(whose.apply(row)));
  }

  private <K> Map<K, NoticeView> letters(List<K> rows, Function<K, @Nullable NoticeId> of) {
    Set<NoticeId> ids = new HashSet<>();
    for (K row : rows) {
      NoticeId id = of.apply(row);
      if (id != null) {
        ids.add(id);
      }
    }
    Map<NoticeId, NoticeView> known = ids.isEmpty() ? Map.of() : notices.find(ids);
    return each(
        rows,
        row -> {
          NoticeId id = of.apply(row);
          return id == null ? null : known.get(id);
        });
  }

  private Map<ServiceAreaCode, ServiceAreaView> areas(Collection<ServiceAreaCode> codes) {
    return codes.isEmpty() ? Map.of() : serviceAreas.named(codes);
  }

  private static <K, V> Map<K, V> each(List<K> keys, Function<K, @Nullable V> value) {
    Map<K, V> all = new HashMap<>();
    for (K key : keys) {
      V found = value.apply(key);
      if (found != null) {
        all.put(key, found);
      }
    }
    return all;
  }
}
