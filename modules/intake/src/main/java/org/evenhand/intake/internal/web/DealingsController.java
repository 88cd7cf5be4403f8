package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentId;
import org.evenhand.intake.AdjustmentVersion;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactSummary;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.DecidingAdjustments.AdjustmentDecision;
import org.evenhand.intake.DecidingAdjustments.AdjustmentToRequest;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.LoggingContacts.ContactToLog;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.RecordingMatters.MatterToRecord;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.RepresentativeView;
import org.evenhand.intake.Representatives;
import org.evenhand.intake.Speaker;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.intake.internal.Sight;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What a customer and the council have to do with each other: adjustments, matters, contacts. */
@Controller
class DealingsController {

  private final Customers customers;
  private final Adjustments adjustments;
  private final DecidingAdjustments deciding;
  private final Matters matters;
  private final RecordingMatters recording;
  private final ContactHistory contacts;
  private final LoggingContacts logging;
  private final Representatives representatives;
  private final ServiceAreas serviceAreas;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  DealingsController(
      Customers customers,
      Adjustments adjustments,
      DecidingAdjustments deciding,
      Matters matters,
      RecordingMatters recording,
      ContactHistory contacts,
      LoggingContacts logging,
      Representatives representatives,
      ServiceAreas serviceAreas,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.customers = customers;
    this.adjustments = adjustments;
    this.deciding = deciding;
    this.matters = matters;
    this.recording = recording;
    this.contacts = contacts;
    this.logging = logging;
    this.representatives = representatives;
    this.serviceAreas = serviceAreas;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record CustomerAdjustmentRequestInput(
      @Nullable String idempotencyKey,
      String customer,
      AdjustmentCode what,
      @Nullable String description,
      List<Channel> channelsNeeded,
      List<Channel> channelsUnusable,
      @Nullable LocalDate requestedOn) {}

  record CustomerAdjustmentDecideInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      boolean agreed,
      String reason) {}

  record MatterRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      @Nullable String id,
      String customer,
      String reference,
      String system,
      @Nullable MatterKind kind,
      @Nullable String subject,
      String serviceArea,
      @Nullable LocalDate standardDue,
      boolean standardMissed,
      @Nullable LocalDate decisionReachedOn,
      @Nullable String decisionBy,
      @Nullable LocalDate closingLetterSentOn) {}

  record ContactLogInput(
      @Nullable String idempotencyKey,
      String customer,
      @Nullable String matter,
      String serviceArea,
      Channel channel,
      ContactDirection direction,
      @Nullable OffsetDateTime at,
      ContactCause cause,
      @Nullable StatutoryTopic statutoryTopic,
      @Nullable Integer minutesSpent,
      Speaker speaker,
      @Nullable String representative,
      @Nullable String speakerAuthority,
      @Nullable String note,
      boolean offersNewInformation,
      boolean disclosedDisability,
      boolean customerDistressed,
      @Nullable String notARightBecause,
      boolean answered) {}

  record AdjustmentPayload(
      @Nullable AdjustmentView adjustment, List<Refusal> refusals, List<Warning> warnings) {
    static AdjustmentPayload of(Outcome<AdjustmentView> outcome) {
      return new AdjustmentPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record MatterPayload(
      @Nullable MatterView matter, List<Refusal> refusals, List<Warning> warnings) {
    static MatterPayload of(Outcome<MatterView> outcome) {
      return new MatterPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record ContactPayload(
      @Nullable ContactView contact, List<Refusal> refusals, List<Warning> warnings) {
    static ContactPayload of(Outcome<ContactView> outcome) {
      return new ContactPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record ContactsByCause(ContactCause cause, int contacts) {}

  @MutationMapping
  AdjustmentPayload customerAdjustmentRequest(@Argument CustomerAdjustmentRequestInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<AdjustmentView> refused = given.refused();
    if (refused != null) {
      return AdjustmentPayload.of(refused);
    }
    LocalDate requestedOn = input.requestedOn() == null ? today() : input.requestedOn();
    return AdjustmentPayload.of(
        adjusted("customerAdjustmentRequest", input.idempotencyKey(), input)
            .perform(
                () ->
                    deciding.request(
                        new AdjustmentToRequest(
                            customer,
                            input.what(),
                            input.description(),
                            channels(input.channelsNeeded()),
                            channels(input.channelsUnusable()),
                            requestedOn),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  AdjustmentPayload customerAdjustmentDecide(@Argument CustomerAdjustmentDecideInput input) {
    var given = new Given();
    AdjustmentId id = given.id("Adjustment", AdjustmentId::new, input.id(), "id");
    Outcome<AdjustmentView> refused = given.refused();
    if (refused != null) {
      return AdjustmentPayload.of(refused);
    }
    return AdjustmentPayload.of(
        adjusted("customerAdjustmentDecide", input.idempotencyKey(), input)
            .perform(
                () ->
                    deciding.decide(
                        new AdjustmentDecision(
                            id, input.expectedVersion(), input.agreed(), input.reason()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  MatterPayload matterRecord(@Argument MatterRecordInput input) {
    var given = new Given();
    MatterId id = given.idOrNull("Matter", MatterId::new, input.id(), "id");
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    ServiceAreaCode area = given.area(input.serviceArea(), "serviceArea");
    ActorId decisionBy = given.actorOrNull(input.decisionBy(), "decisionBy");
    Outcome<MatterView> refused = given.refused();
    if (refused != null) {
      return MatterPayload.of(refused);
    }
    return MatterPayload.of(
        acts.act("matterRecord", input.idempotencyKey(), input)
            .<MatterView>on(
                "Matter",
                m -> m.id().value(),
                uuid -> matters.find(new MatterId(uuid)).orElseThrow())
            .about(m -> m.customerId().value())
            .perform(
                () ->
                    recording.record(
                        new MatterToRecord(
                            id,
                            input.expectedVersion(),
                            customer,
                            input.reference(),
                            input.system(),
                            input.subject(),
                            area,
                            input.standardDue(),
                            input.standardMissed(),
                            input.decisionReachedOn(),
                            decisionBy,
                            input.closingLetterSentOn(),
                            input.kind()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ContactPayload contactLog(@Argument ContactLogInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    MatterId matter = given.idOrNull("Matter", MatterId::new, input.matter(), "matter");
    ServiceAreaCode area = given.area(input.serviceArea(), "serviceArea");
    RepresentativeId representative =
        given.idOrNull(
            "Representative", RepresentativeId::new, input.representative(), "representative");
    Outcome<ContactView> refused = given.refused();
    if (refused != null) {
      return ContactPayload.of(refused);
    }
    OffsetDateTime at = input.at();
    return ContactPayload.of(
        acts.act("contactLog", input.idempotencyKey(), input)
            .<ContactView>on(
                "Contact",
                c -> c.id().value(),
                uuid -> contacts.find(new ContactId(uuid)).orElseThrow())
            .about(c -> c.customerId().value())
            .perform(
                () ->
                    logging.log(
                        new ContactToLog(
                            customer,
                            matter,
                            area,
                            input.channel(),
                            input.direction(),
                            at == null ? clock.instant() : at.toInstant(),
                            input.cause(),
                            input.statutoryTopic(),
                            input.minutesSpent(),
                            input.speaker(),
                            representative,
                            input.speakerAuthority(),
                            input.note(),
                            input.offersNewInformation(),
                            input.disclosedDisability(),
                            input.customerDistressed(),
                            input.notARightBecause(),
                            input.answered()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<AdjustmentView> adjusted(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<AdjustmentView>on(
            "Adjustment",
            a -> a.id().value(),
            id -> adjustments.find(new AdjustmentId(id)).orElseThrow())
        .about(a -> a.customerId().value());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.LONDON);
  }

  private static Set<Channel> channels(List<Channel> given) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    channels.addAll(given);
    return channels;
  }

  @BatchMapping(typeName = "Customer", field = "adjustments")
  Map<CustomerView, List<AdjustmentView>> adjustments(List<CustomerView> of) {
    Map<CustomerId, List<CustomerId>> records = customers.recordsUnder(ids(of));
    return each(of, records, adjustments.of(all(records)), AdjustmentView::customerId);
  }

  @BatchMapping(typeName = "Customer", field = "matters")
  Map<CustomerView, List<MatterView>> matters(List<CustomerView> of) {
    Sight sight = reader.sight();
    Map<CustomerId, List<CustomerId>> records = customers.recordsUnder(ids(of));
    return each(
        of,
        records,
        matters.of(all(records)).stream()
            .filter(m -> sight.all() || sight.areas().contains(m.serviceArea().value()))
            .toList(),
        MatterView::customerId);
  }

  private static List<CustomerId> ids(List<CustomerView> customers) {
    return customers.stream().map(CustomerView::id).toList();
  }

  private static List<CustomerId> all(Map<CustomerId, List<CustomerId>> records) {
    return records.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** The kept record shows what lies on those merged into it. */
  private static <T> Map<CustomerView, List<T>> each(
      List<CustomerView> customers,
      Map<CustomerId, List<CustomerId>> records,
      List<T> things,
      Function<T, CustomerId> whose) {
    Map<CustomerId, List<T>> found = things.stream().collect(Collectors.groupingBy(whose));
    var each = new HashMap<CustomerView, List<T>>();
    for (CustomerView customer : customers) {
      each.put(
          customer,
          records.getOrDefault(customer.id(), List.of(customer.id())).stream()
              .flatMap(record -> found.getOrDefault(record, List.of()).stream())
              .toList());
    }
    return each;
  }

  @SchemaMapping(typeName = "Customer", field = "contactSummary")
  ContactSummary contactSummary(
      CustomerView customer, @Argument LocalDate from, @Argument LocalDate until) {
    return contacts.summary(customer.id(), from, until);
  }

  @SchemaMapping(typeName = "ContactSummary", field = "byCause")
  List<ContactsByCause> byCause(ContactSummary summary) {
    return summary.byCause().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new ContactsByCause(e.getKey(), e.getValue()))
        .toList();
  }

  @SchemaMapping(typeName = "Adjustment", field = "id")
  String adjustmentId(AdjustmentView adjustment) {
    return GlobalId.of("Adjustment", adjustment.id().value());
  }

  @SchemaMapping(typeName = "Adjustment", field = "requestedBy")
  String requestedBy(AdjustmentView adjustment) {
    return adjustment.requestedBy().value();
  }

  @SchemaMapping(typeName = "Adjustment", field = "decidedBy")
  @Nullable String adjustmentDecidedBy(AdjustmentView adjustment) {
    return name(adjustment.decidedBy());
  }

  @SchemaMapping(typeName = "Adjustment", field = "channelsNeeded")
  List<Channel> channelsNeeded(AdjustmentView adjustment) {
    return adjustment.channelsNeeded().stream().sorted().toList();
  }

  @SchemaMapping(typeName = "Adjustment", field = "channelsUnusable")
  List<Channel> channelsUnusable(AdjustmentView adjustment) {
    return adjustment.channelsUnusable().stream().sorted().toList();
  }

  @BatchMapping(typeName = "Adjustment", field = "earlier")
  Map<AdjustmentView, List<AdjustmentVersion>> earlier(List<AdjustmentView> of) {
    Map<AdjustmentId, List<AdjustmentVersion>> found =
        adjustments.earlier(of.stream().map(AdjustmentView::id).toList()).stream()
            .collect(Collectors.groupingBy(AdjustmentVersion::id));
    var each = new HashMap<AdjustmentView, List<AdjustmentVersion>>();
    of.forEach(a -> each.put(a, found.getOrDefault(a.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "AdjustmentVersion", field = "knownBy")
  String knownBy(AdjustmentVersion version) {
    return version.knownBy().value();
  }

  @BatchMapping(typeName = "Adjustment", field = "customer")
  Map<AdjustmentView, CustomerView> adjustmentCustomer(List<AdjustmentView> adjusted) {
    return reader.customersOf(adjusted, AdjustmentView::customerId, "adjustment.customer");
  }

  @SchemaMapping(typeName = "Matter", field = "id")
  String matterId(MatterView matter) {
    return GlobalId.of("Matter", matter.id().value());
  }

  @SchemaMapping(typeName = "Matter", field = "decisionBy")
  @Nullable String decisionBy(MatterView matter) {
    return name(matter.decisionBy());
  }

  @BatchMapping(typeName = "Matter", field = "serviceArea")
  Map<MatterView, ServiceAreaView> matterArea(List<MatterView> of) {
    return Reader.areas(of, MatterView::serviceArea, serviceAreas);
  }

  @SchemaMapping(typeName = "Contact", field = "id")
  String contactId(ContactView contact) {
    return GlobalId.of("Contact", contact.id().value());
  }

  @SchemaMapping(typeName = "Contact", field = "loggedBy")
  String loggedBy(ContactView contact) {
    return contact.loggedBy().value();
  }

  @BatchMapping(typeName = "Contact", field = "serviceArea")
  Map<ContactView, ServiceAreaView> contactArea(List<ContactView> of) {
    return Reader.areas(of, ContactView::serviceArea, serviceAreas);
  }

  @BatchMapping(typeName = "Contact", field = "customer")
  Map<ContactView, CustomerView> contactCustomer(List<ContactView> of) {
    return reader.customersOf(of, ContactView::customerId, "contact.customer");
  }

  @BatchMapping(typeName = "Contact", field = "matter")
  Map<ContactView, MatterView> contactMatter(List<ContactView> of) {
    Map<MatterId, MatterView> found =
        matters.of(of.stream().map(ContactView::customerId).toList()).stream()
            .collect(Collectors.toMap(MatterView::id, Function.identity()));
    return named(of, ContactView::matterId, found);
  }

  @BatchMapping(typeName = "Contact", field = "representative")
  Map<ContactView, RepresentativeView> contactRepresentative(List<ContactView> of) {
    Map<RepresentativeId, RepresentativeView> found =
        representatives.of(of.stream().map(ContactView::customerId).toList()).stream()
            .collect(Collectors.toMap(RepresentativeView::id, Function.identity()));
    return named(of, ContactView::representativeId, found);
  }

  private static <T, I, V> Map<T, V> named(
      List<T> things, Function<T, @Nullable I> id, Map<I, V> found) {
    var named = new HashMap<T, V>();
    for (T thing : things) {
      I wanted = id.apply(thing);
      V value = wanted == null ? null : found.get(wanted);
      if (value != null) {
        named.put(thing, value);
      }
    }
    return named;
  }

  private static @Nullable String name(@Nullable ActorId actor) {
    return actor == null ? null : actor.value();
  }
}
