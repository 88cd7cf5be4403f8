package org.evenhand.appeals.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.internal.AppealActions;
import org.evenhand.appeals.internal.AppealReads;
import org.evenhand.appeals.internal.web.Inputs.AppealFilter;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Withheld;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AppealController implements NodeSource {

  private static final String TYPE = "Appeal";

  private final AppealReads reads;
  private final AppealActions actions;
  private final Notices notices;
  private final Customers customers;
  private final AuditTrail auditTrail;
  private final Sight sight;

  AppealController(
      AppealReads reads,
      AppealActions actions,
      Notices notices,
      Customers customers,
      AuditTrail auditTrail,
      Sight sight) {
    this.reads = reads;
    this.actions = actions;
    this.notices = notices;
    this.customers = customers;
    this.auditTrail = auditTrail;
    this.sight = sight;
  }

  @QueryMapping
  @Nullable AppealView appeal(@Argument String id) {
    return GlobalId.uuid(TYPE, id).flatMap(this::find).orElse(null);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<AppealView> find(UUID id) {
    Optional<AppealView> found = reads.find(new AppealId(id)).filter(sight::sees);
    found.ifPresent(a -> auditTrail.recordRead("appeal", TYPE, List.of(a.customerId())));
    return found;
  }

  @QueryMapping
  Page<AppealView> appeals(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable AppealFilter filter) {
    Page.Request request = Page.request(first, after);
    UUID customer = null;
    if (filter != null && filter.customer() != null) {
      customer = GlobalId.uuid("Customer", filter.customer()).orElse(null);
      if (customer == null) {
        return Page.of(List.of(), request, a -> a.id().value(), 0);
      }
    }
    Page<AppealView> page =
        reads.page(
            sight.areas(),
            filter == null ? Set.of() : Set.copyOf(filter.statuses()),
            customer,
            request);
    auditTrail.recordRead(
        "appeals", TYPE, page.nodes().stream().map(AppealView::customerId).toList());
    return page;
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(AppealView appeal) {
    return GlobalId.of(TYPE, appeal.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "grounds")
  @Nullable String grounds(AppealView appeal) {
    return sight.sees(appeal) ? appeal.grounds() : null;
  }

  @SchemaMapping(typeName = TYPE, field = "withheld")
  List<Withheld> withheld(AppealView appeal) {
    return sight.withheld(appeal).stream()
        .map(field -> new Withheld(field, "NOT_FOR_YOUR_ROLE"))
        .toList();
  }

  @BatchMapping(typeName = TYPE, field = "availableActions")
  Map<AppealView, List<AvailableAction>> availableActions(List<AppealView> appeals) {
    return actions.of(appeals, sight.actor());
  }

  @SchemaMapping(typeName = "LateDecision", field = "by")
  String by(LateDecision decision) {
    return decision.by().value();
  }

  @BatchMapping(typeName = TYPE, field = "notice")
  Map<AppealView, NoticeView> notice(List<AppealView> of) {
    Map<NoticeId, NoticeView> byId =
        notices.find(of.stream().map(AppealView::noticeId).distinct().toList());
    Map<AppealView, NoticeView> found = new HashMap<>();
    for (AppealView appeal : of) {
      NoticeView notice = byId.get(appeal.noticeId());
      if (notice != null) {
        found.put(appeal, notice);
      }
    }
    return found;
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<AppealView, CustomerView> customer(List<AppealView> of) {
    Map<CustomerId, CustomerView> byId = new HashMap<>();
    customers
        .find(of.stream().map(a -> new CustomerId(a.customerId())).distinct().toList())
        .forEach(c -> byId.put(c.id(), c));
    Map<AppealView, CustomerView> found = new HashMap<>();
    for (AppealView appeal : of) {
      CustomerView customer = byId.get(new CustomerId(appeal.customerId()));
      if (customer != null) {
        found.put(appeal, customer);
      }
    }
    return found;
  }

  @BatchMapping(typeName = "Notice", field = "appeal")
  Map<NoticeView, AppealView> appeal(List<NoticeView> of) {
    Map<UUID, AppealView> byNotice =
        reads.against(of.stream().map(n -> n.id().value()).distinct().toList());
    Map<NoticeView, AppealView> found = new HashMap<>();
    for (NoticeView notice : of) {
      AppealView appeal = byNotice.get(notice.id().value());
      if (appeal != null && sight.sees(appeal)) {
        found.put(notice, appeal);
      }
    }
    return found;
  }
}
