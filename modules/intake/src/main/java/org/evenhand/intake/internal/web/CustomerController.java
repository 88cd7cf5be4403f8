package org.evenhand.intake.internal.web;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.Withheld;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.DecidingAdjustments.Offer;
import org.evenhand.intake.DecidingAdjustments.OfferAnswer;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.RegisteringCustomers.CustomerAmendment;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.RegisteringCustomers.RepresentativeToRecord;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.RepresentativeView;
import org.evenhand.intake.Representatives;
import org.evenhand.intake.internal.IntakePages;
import org.evenhand.intake.internal.IntakePages.CustomerFilter;
import org.evenhand.intake.internal.IntakePages.CustomerOrder;
import org.evenhand.intake.internal.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class CustomerController {

  private final Customers customers;
  private final Representatives representatives;
  private final RegisteringCustomers registering;
  private final DecidingAdjustments adjustments;
  private final IntakePages pages;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  CustomerController(
      Customers customers,
      Representatives representatives,
      RegisteringCustomers registering,
      DecidingAdjustments adjustments,
      IntakePages pages,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.customers = customers;
    this.representatives = representatives;
    this.registering = registering;
    this.adjustments = adjustments;
    this.pages = pages;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record IdentifierInput(
      IdentifierKind kind, String value, @Nullable String postcode, Confidence confidence) {
    IdentifierGiven given() {
      return new IdentifierGiven(kind, value, postcode, confidence);
    }
  }

  record CircumstancesInput(
      boolean vulnerable,
      @Nullable String vulnerabilityNote,
      boolean capacityInDoubt,
      @Nullable String capacityNote) {
    Circumstances given() {
      return new Circumstances(vulnerable, vulnerabilityNote, capacityInDoubt, capacityNote);
    }
  }

  record CustomerRegisterInput(
      @Nullable String idempotencyKey,
      CustomerKind kind,
      String name,
      @Nullable LocalDate dateOfBirth,
      boolean electedMember,
      List<IdentifierInput> identifiers,
      CircumstancesInput circumstances,
      @Nullable String preferredLanguage,
      @Nullable String safeContact,
      List<String> members) {}

  record CustomerAmendInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      @Nullable String name,
      @Nullable LocalDate dateOfBirth,
      @Nullable Boolean electedMember,
      @Nullable List<IdentifierInput> identifiers,
      @Nullable String preferredLanguage,
      @Nullable String safeContact,
      @Nullable List<String> members) {}

  record CustomerCircumstancesRecordInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      CircumstancesInput circumstances) {}

  record CustomerOfferRecordInput(
      @Nullable String idempotencyKey,
      String customer,
      Offer offer,
      OfferAnswer answer,
      @Nullable String note) {}

  record CustomerDisclosureRecordInput(
      @Nullable String idempotencyKey, String customer, @Nullable String serviceArea) {}

  record RepresentativeRecordInput(
      @Nullable String idempotencyKey,
      String customer,
      String name,
      @Nullable String organisation,
      String capacity,
      RepresentativeAuthority authority,
      @Nullable LocalDate authoritySeenOn,
      @Nullable String telephone,
      @Nullable String email,
      LocalDate startsOn,
      @Nullable LocalDate endsOn) {}

  record CustomerPayload(
      @Nullable CustomerView customer, List<Refusal> refusals, List<Warning> warnings) {
    static CustomerPayload of(Outcome<CustomerView> outcome) {
      return new CustomerPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record RepresentativePayload(
      @Nullable RepresentativeView representative, List<Refusal> refusals, List<Warning> warnings) {
    static RepresentativePayload of(Outcome<RepresentativeView> outcome) {
      return new RepresentativePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  @Nullable CustomerView customer(@Argument String id) {
    CustomerView found =
        GlobalId.uuid("Customer", id).map(CustomerId::new).flatMap(customers::find).orElse(null);
    if (found != null) {
      reader.log(
          "customer",
          "Customer",
          customers
              .recordsUnder(List.of(found.id()))
              .getOrDefault(found.id(), List.of(found.id())));
    }
    return found;
  }

  @QueryMapping
  Page<CustomerView> customers(
      @Argument @Nullable CustomerFilter filter,
      @Argument CustomerOrder orderBy,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingEnvironment asked) {
    Page<CustomerView> page =
        pages.customers(
            filter == null ? CustomerFilter.ALL : filter,
            orderBy,
            Page.request(first, after),
            asked.getSelectionSet().contains("totalCount"));
    reader.log("customers", "Customer", page.nodes().stream().map(CustomerView::id).toList());
    return page;
  }

  @MutationMapping
  CustomerPayload customerRegister(@Argument CustomerRegisterInput input) {
    var given = new Given();
    List<CustomerId> members = given.ids("Customer", CustomerId::new, input.members(), "members");
    Outcome<CustomerView> refused = given.refused();
    if (refused != null) {
      return CustomerPayload.of(refused);
    }
    return CustomerPayload.of(
        done("customerRegister", input.idempotencyKey(), input)
            .perform(
                () ->
                    registering.register(
                        new CustomerToRegister(
                            input.kind(),
                            input.name(),
                            input.dateOfBirth(),
                            input.electedMember(),
                            input.identifiers().stream().map(IdentifierInput::given).toList(),
                            input.circumstances().given(),
                            input.preferredLanguage(),
                            input.safeContact(),
                            members),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  CustomerPayload customerAmend(@Argument CustomerAmendInput input) {
    var given = new Given();
    CustomerId id = given.id("Customer", CustomerId::new, input.id(), "id");
    List<String> memberIds = input.members();
    List<CustomerId> members =
        memberIds == null ? null : given.ids("Customer", CustomerId::new, memberIds, "members");
    Outcome<CustomerView> refused = given.refused();
    if (refused != null) {
      return CustomerPayload.of(refused);
    }
    List<IdentifierInput> identifiers = input.identifiers();
    return CustomerPayload.of(
        done("customerAmend", input.idempotencyKey(), input)
            .perform(
                () ->
                    registering.amend(
                        new CustomerAmendment(
                            id,
                            input.expectedVersion(),
                            input.name(),
                            input.dateOfBirth(),
                            input.electedMember(),
                            identifiers == null
                                ? null
                                : identifiers.stream().map(IdentifierInput::given).toList(),
                            input.preferredLanguage(),
                            input.safeContact(),
                            members),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  CustomerPayload customerCircumstancesRecord(@Argument CustomerCircumstancesRecordInput input) {
    var given = new Given();
    CustomerId id = given.id("Customer", CustomerId::new, input.id(), "id");
    Outcome<CustomerView> refused = given.refused();
    if (refused != null) {
      return CustomerPayload.of(refused);
    }
    return CustomerPayload.of(
        done("customerCircumstancesRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    registering.recordCircumstances(
                        id,
                        input.expectedVersion(),
                        input.circumstances().given(),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  CustomerPayload customerOfferRecord(@Argument CustomerOfferRecordInput input) {
    var given = new Given();
    CustomerId id = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<CustomerView> refused = given.refused();
    if (refused != null) {
      return CustomerPayload.of(refused);
    }
    return CustomerPayload.of(
        done("customerOfferRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    adjustments.recordOffer(
                        id,
                        input.offer(),
                        input.answer(),
                        input.note(),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  CustomerPayload customerDisclosureRecord(@Argument CustomerDisclosureRecordInput input) {
    var given = new Given();
    CustomerId id = given.id("Customer", CustomerId::new, input.customer(), "customer");
    ServiceAreaCode area = given.areaOrNull(input.serviceArea(), "serviceArea");
    Outcome<CustomerView> refused = given.refused();
    if (refused != null) {
      return CustomerPayload.of(refused);
    }
    return CustomerPayload.of(
        done("customerDisclosureRecord", input.idempotencyKey(), input)
            .perform(() -> adjustments.disclosed(id, area, reader.actor(), clock.instant())));
  }

  @MutationMapping
  RepresentativePayload representativeRecord(@Argument RepresentativeRecordInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<RepresentativeView> refused = given.refused();
    if (refused != null) {
      return RepresentativePayload.of(refused);
    }
    return RepresentativePayload.of(
        acts.act("representativeRecord", input.idempotencyKey(), input)
            .<RepresentativeView>on(
                "Representative",
                r -> r.id().value(),
                id -> representatives.find(new RepresentativeId(id)).orElseThrow())
            .about(r -> r.customerId().value())
            .perform(
                () ->
                    registering.recordRepresentative(
                        new RepresentativeToRecord(
                            customer,
                            input.name(),
                            input.organisation(),
                            input.capacity(),
                            input.authority(),
                            input.authoritySeenOn(),
                            input.telephone(),
                            input.email(),
                            input.startsOn(),
                            input.endsOn()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<CustomerView> done(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<CustomerView>on(
            "Customer", c -> c.id().value(), id -> customers.find(new CustomerId(id)).orElseThrow())
        .about(c -> c.id().value());
  }

  @SchemaMapping(typeName = "Customer", field = "id")
  String id(CustomerView customer) {
    return GlobalId.of("Customer", customer.id().value());
  }

  @SchemaMapping(typeName = "Representative", field = "id")
  String representativeId(RepresentativeView representative) {
    return GlobalId.of("Representative", representative.id().value());
  }

  @SchemaMapping(typeName = "Customer", field = "child")
  boolean child(CustomerView customer) {
    return customer.childOn(LocalDate.ofInstant(clock.instant(), WorkingDays.LONDON));
  }

  @SchemaMapping(typeName = "Customer", field = "circumstances")
  @Nullable Circumstances circumstances(CustomerView customer) {
    return Sight.ofCircumstances(reader.actor()) ? customer.circumstances() : null;
  }

  @BatchMapping(typeName = "Customer", field = "members")
  Map<CustomerView, List<CustomerView>> members(List<CustomerView> groups) {
    List<CustomerId> ids = groups.stream().flatMap(g -> g.members().stream()).toList();
    Map<CustomerId, CustomerView> found =
        customers.find(ids).stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    reader.log("customer.members", "Customer", found.keySet());
    var members = new LinkedHashMap<CustomerView, List<CustomerView>>();
    for (CustomerView group : groups) {
      var theirs = new ArrayList<CustomerView>();
      for (CustomerId member : group.members()) {
        CustomerView one = found.get(member);
        if (one != null) {
          theirs.add(one);
        }
      }
      members.put(group, theirs);
    }
    return members;
  }

  @BatchMapping(typeName = "Customer", field = "groups")
  Map<CustomerView, List<CustomerView>> groups(List<CustomerView> members) {
    Map<CustomerId, List<CustomerView>> found =
        customers.groupsOf(members.stream().map(CustomerView::id).toList());
    reader.log(
        "customer.groups",
        "Customer",
        found.values().stream().flatMap(List::stream).map(CustomerView::id).toList());
    return members.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), m -> found.getOrDefault(m.id(), List.of()), (a, b) -> a));
  }

  @BatchMapping(typeName = "Customer", field = "representatives")
  Map<CustomerView, List<RepresentativeView>> representatives(List<CustomerView> of) {
    Map<CustomerId, List<CustomerId>> records =
        customers.recordsUnder(of.stream().map(CustomerView::id).toList());
    Map<CustomerId, List<RepresentativeView>> found =
        representatives
            .of(records.values().stream().flatMap(List::stream).distinct().toList())
            .stream()
            .collect(Collectors.groupingBy(RepresentativeView::customerId));
    var each = new LinkedHashMap<CustomerView, List<RepresentativeView>>();
    for (CustomerView customer : of) {
      each.put(
          customer,
          records.getOrDefault(customer.id(), List.of()).stream()
              .flatMap(record -> found.getOrDefault(record, List.of()).stream())
              .toList());
    }
    return each;
  }

  @SchemaMapping(typeName = "Customer", field = "withheld")
  List<Withheld> withheld(CustomerView customer) {
    var withheld = new ArrayList<Withheld>();
    if (!Sight.ofCircumstances(reader.actor())) {
      withheld.add(new Withheld("circumstances", "FOR_THOSE_WHO_DECIDE"));
      withheld.add(new Withheld("household", "FOR_THOSE_WHO_DECIDE"));
      withheld.add(new Withheld("legalHolds", "FOR_THOSE_WHO_DECIDE"));
    }
    if (!reader.sight().all()) {
      for (String field : List.of("matters", "contacts", "incidents", "concerns")) {
        withheld.add(new Withheld(field, "OTHER_SERVICES"));
      }
    }
    return withheld;
  }
}
