package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Sequences.FRONT_DESK_REVISION;
import static org.evenhand.restrictions.internal.jooq.Tables.APPEAL_PENDING;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_CONTACT;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_DIRECTORY;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_EDITION;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_IDENTIFIER;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_PERSON;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_PLACE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentity;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.Identifier;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.policy.RouteChannel;
import org.evenhand.policy.Strength;
import org.evenhand.restrictions.FrontDesk;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.CarveOutStrength;
import org.evenhand.rules.RuleNeeds;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.Texts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the front-desk projection. Each row is made anew from what the owning modules say, in the
 * transaction of the act that changed it, one writer of a customer's row at a time.
 */
@Component
class FrontDeskWriter implements FrontDesk {

  /** Kinds of identifier as the projection knows them. */
  static final String REFERENCE = "REFERENCE";

  static final String NAME_AND_BIRTH = "NAME_AND_BIRTH";

  private static final int AT_A_TIME = 200;

  private final DSLContext dsl;
  private final ImposedActions actions;
  private final MissedSlots missedSlots;
  private final SafetyAtDesk safety;
  private final CourtTermsAtDesk courts;
  private final Customers customers;
  private final Adjustments adjustments;
  private final Notices notices;
  private final Officers officers;
  private final Buildings buildings;
  private final ServiceAreas serviceAreas;
  private final Policies policies;
  private final Clock clock;

  FrontDeskWriter(
      DSLContext dsl,
      ImposedActions actions,
      MissedSlots missedSlots,
      SafetyAtDesk safety,
      CourtTermsAtDesk courts,
      Customers customers,
      Adjustments adjustments,
      Notices notices,
      Officers officers,
      Buildings buildings,
      ServiceAreas serviceAreas,
      Policies policies,
      Clock clock) {
    this.dsl = dsl;
    this.actions = actions;
    this.missedSlots = missedSlots;
    this.safety = safety;
    this.courts = courts;
    this.customers = customers;
    this.adjustments = adjustments;
    this.notices = notices;
    this.officers = officers;
    this.buildings = buildings;
    this.serviceAreas = serviceAreas;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  @Transactional
  public int rebuild() {
    dsl.deleteFrom(FRONT_DESK_IDENTIFIER).execute();
    dsl.deleteFrom(FRONT_DESK_PERSON).execute();
    dsl.deleteFrom(FRONT_DESK_DIRECTORY).execute();
    dsl.deleteFrom(FRONT_DESK_PLACE).execute();
    directory();
    safety.places().forEach(this::place);
    int count = 0;
    CustomerId after = null;
    while (true) {
      List<CustomerIdentity> some = customers.identities(after, AT_A_TIME);
      if (some.isEmpty()) {
        return count;
      }
      for (CustomerIdentity identity : some) {
        person(identity.id());
        count++;
      }
      after = some.getLast().id();
    }
  }

  /**
   * Makes a person's row anew: one for all records about them, under the kept one; none for
   * somebody who was erased (T26).
   */
  @Transactional
  void person(CustomerId id) {
    List<CustomerId> records = alone(id);
    CustomerId kept = records.getFirst();
    List<UUID> ids = records.stream().map(CustomerId::value).toList();
    List<CustomerIdentity> identities =
        records.stream().flatMap(record -> customers.identity(record).stream()).toList();
    List<CustomerView> views = customers.find(records);
    dsl.deleteFrom(FRONT_DESK_IDENTIFIER)
        .where(FRONT_DESK_IDENTIFIER.CUSTOMER_ID.in(ids))
        .execute();
    dsl.deleteFrom(FRONT_DESK_PERSON)
        .where(FRONT_DESK_PERSON.CUSTOMER_ID.in(ids))
        .and(
            FRONT_DESK_PERSON
                .CUSTOMER_ID
                .ne(kept.value())
                .or(DSL.val(identities.isEmpty()).isTrue()))
        .execute();
    if (identities.isEmpty()) {
      return;
    }
    DeskPerson person = person(identities, views);
    long revision = nextRevision();
    dsl.insertInto(FRONT_DESK_PERSON)
        .set(FRONT_DESK_PERSON.CUSTOMER_ID, kept.value())
        .set(FRONT_DESK_PERSON.REVISION, revision)
        .set(FRONT_DESK_PERSON.NAME_KEY, person.nameKey())
        .set(FRONT_DESK_PERSON.DATE_OF_BIRTH, person.dateOfBirth())
        .set(FRONT_DESK_PERSON.COUNTS_CONTACTS, countsContacts(person))
        .set(FRONT_DESK_PERSON.CONTENT, StoredForm.write(person))
        .set(FRONT_DESK_PERSON.RECORDS, ids.toArray(UUID[]::new))
        .onConflict(FRONT_DESK_PERSON.CUSTOMER_ID)
        .doUpdate()
        .setAllToExcluded()
        .where(saysSomethingElse())
        .execute();
    identifiers(identities)
        .forEach(
            (kindAndValue, doubtful) ->
                dsl.insertInto(FRONT_DESK_IDENTIFIER)
                    .set(FRONT_DESK_IDENTIFIER.KIND, kindAndValue.kind())
                    .set(FRONT_DESK_IDENTIFIER.VALUE, kindAndValue.value())
                    .set(FRONT_DESK_IDENTIFIER.CUSTOMER_ID, kept.value())
                    .set(FRONT_DESK_IDENTIFIER.DOUBTFUL, doubtful)
                    .execute());
  }

  /** What to know at a place, whoever is there (T21); nothing leaves no row. */
  void place(String place) {
    var precautions = safety.atPlace(place);
    dsl.deleteFrom(FRONT_DESK_PLACE).where(FRONT_DESK_PLACE.PLACE.eq(place)).execute();
    if (!precautions.isEmpty()) {
      dsl.insertInto(FRONT_DESK_PLACE)
          .set(FRONT_DESK_PLACE.PLACE, place)
          .set(FRONT_DESK_PLACE.CONTENT, StoredForm.write(new DeskPlace(precautions)))
          .onConflict(FRONT_DESK_PLACE.PLACE)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
  }

  /** A row that says the same keeps its revision: nothing new came to be known. */
  private static Condition saysSomethingElse() {
    return DSL.row(
            FRONT_DESK_PERSON.CONTENT,
            FRONT_DESK_PERSON.NAME_KEY,
            FRONT_DESK_PERSON.DATE_OF_BIRTH,
            FRONT_DESK_PERSON.COUNTS_CONTACTS,
            FRONT_DESK_PERSON.RECORDS)
        .isDistinctFrom(
            DSL.row(
                DSL.excluded(FRONT_DESK_PERSON.CONTENT),
                DSL.excluded(FRONT_DESK_PERSON.NAME_KEY),
                DSL.excluded(FRONT_DESK_PERSON.DATE_OF_BIRTH),
                DSL.excluded(FRONT_DESK_PERSON.COUNTS_CONTACTS),
                DSL.excluded(FRONT_DESK_PERSON.RECORDS)));
  }

  void officer(OfficerId id) {
    long edition = newEdition();
    officers
        .find(id)
        .ifPresent(
            officer ->
                row(
                    DeskDirectory.OFFICER,
                    id.value().toString(),
                    DeskDirectory.Officer.of(officer),
                    edition));
  }

  void building(BuildingId id) {
    long edition = newEdition();
    buildings
        .find(id)
        .ifPresent(
            building ->
                row(
                    DeskDirectory.BUILDING,
                    id.value().toString(),
                    DeskDirectory.Building.of(building),
                    edition));
  }

  void serviceArea(ServiceAreaCode code) {
    long edition = newEdition();
    serviceAreas
        .find(code)
        .ifPresent(
            area ->
                row(
                    DeskDirectory.SERVICE_AREA,
                    code.value(),
                    DeskDirectory.Area.of(area),
                    edition));
  }

  void policy(PolicyVersionId id, Instant inForceFrom) {
    long edition = newEdition();
    policies
        .terms(id)
        .ifPresent(
            terms ->
                row(
                    DeskDirectory.POLICY,
                    id.value().toString(),
                    new DeskDirectory.Policy(id.value(), terms.label(), inForceFrom, topics(terms)),
                    edition));
  }

  void appealPending(UUID customer, boolean pending) {
    if (pending) {
      dsl.insertInto(APPEAL_PENDING)
          .set(APPEAL_PENDING.CUSTOMER_ID, customer)
          .onConflictDoNothing()
          .execute();
    } else {
      dsl.deleteFrom(APPEAL_PENDING).where(APPEAL_PENDING.CUSTOMER_ID.eq(customer)).execute();
    }
    person(new CustomerId(customer));
  }

  /** Keeps what counts towards a limit: in, no protected topic, not caused by us (P6.3a, F16). */
  void contact(ContactLogged logged) {
    if (logged.direction() == ContactDirection.IN
        && !logged.causedByUs()
        && logged.statutoryTopic() == null) {
      dsl.insertInto(FRONT_DESK_CONTACT)
          .set(FRONT_DESK_CONTACT.CONTACT_ID, logged.contactId().value())
          .set(FRONT_DESK_CONTACT.CUSTOMER_ID, logged.customerId().value())
          .set(FRONT_DESK_CONTACT.AT, logged.at().atOffset(ZoneOffset.UTC))
          .set(FRONT_DESK_CONTACT.CHANNEL, logged.channel().name())
          .onConflictDoNothing()
          .execute();
    }
  }

  private DeskPerson person(List<CustomerIdentity> identities, List<CustomerView> views) {
    Instant now = clock.instant();
    CustomerIdentity kept = identities.getFirst();
    var told = new ArrayList<DeskPerson.Action>();
    var groups = new TreeSet<UUID>();
    boolean appealPending = false;
    for (CustomerIdentity identity : identities) {
      UUID record = identity.id().value();
      for (ImposedAction action : actions.ofCustomer(record)) {
        RestrictionStatus status = Standing.at(action, now);
        Instant from = action.progress().effectiveFrom();
        if (from != null
            && action.progress().status() == RestrictionStatus.IN_FORCE
            && !status.ended()) {
          Instant again = action.course().resumedFrom();
          told.add(deskAction(action, again == null || again.isBefore(from) ? from : again));
        }
      }
      customers.groupsOf(identity.id()).forEach(group -> groups.add(group.value()));
      appealPending |= dsl.fetchExists(APPEAL_PENDING, APPEAL_PENDING.CUSTOMER_ID.eq(record));
    }
    return new DeskPerson(
        kept.id().value(),
        kept.reference(),
        kept.nameKey(),
        kept.dateOfBirth(),
        views.stream().anyMatch(CustomerView::electedMember),
        views.stream().anyMatch(view -> view.circumstances().capacityInDoubt()),
        told,
        agreed(kept.id(), identities),
        safety.withPerson(identities.stream().map(identity -> identity.id().value()).toList()),
        appealPending,
        List.copyOf(groups),
        identities.stream()
            .skip(1)
            .map(other -> new DeskPerson.Known(other.nameKey(), other.dateOfBirth()))
            .toList(),
        courts.on(identities.stream().map(identity -> identity.id().value()).toList()));
  }

  private DeskPerson.Action deskAction(ImposedAction action, Instant from) {
    var decided = action.decided();
    var progress = action.progress();
    UUID notice = progress.noticeId();
    return new DeskPerson.Action(
        action.id(),
        decided.reference(),
        decided.typeId(),
        decided.nature(),
        withOtherTimes(action.id(), StoredForm.rules(decided.rules())),
        from,
        Standing.end(action),
        progress.notifiedAt() != null
            || decided.nature() == Nature.SUPPORTIVE
            || action.succession().loosens(),
        progress.reviewOn(),
        decided.leadService(),
        notice == null
            ? null
            : notices.find(new NoticeId(notice)).map(NoticeView::reference).orElse(null));
  }

  /** Set times widened by those that the customer gets for times that we missed (P8.3.2). */
  private RuleSet withOtherTimes(UUID restriction, RuleSet rules) {
    if (!SlotOnce.hasSlots(rules)) {
      return rules;
    }
    var extra = new ArrayList<SlotOnce>();
    for (MissedSlot one : missedSlots.replaced(restriction)) {
      Instant from = one.replacementFrom();
      Instant to = one.replacementTo();
      if (from != null && to != null) {
        extra.add(new SlotOnce(from, to));
      }
    }
    return SlotOnce.widen(rules, extra);
  }

  private List<AgreedAdjustment> agreed(CustomerId kept, List<CustomerIdentity> identities) {
    return adjustments.agreed(kept).stream()
        .map(
            view ->
                view.what() == AdjustmentCode.SINGLE_CONTACT && view.description() == null
                    ? withContact(adjustment(view), identities)
                    : adjustment(view))
        .toList();
  }

  /**
   * T14: agreed as an adjustment, the point of contact is whoever was last named, also when the
   * restriction that named them has ended; nobody who has left or is about to.
   */
  private AgreedAdjustment withContact(
      AgreedAdjustment adjustment, List<CustomerIdentity> identities) {
    List<OfficerView> named =
        actions
            .ofCustomers(identities.stream().map(identity -> identity.id().value()).toList())
            .stream()
            .filter(action -> ContactOfficer.of(action).isPresent())
            .max(Comparator.comparing(ImposedAction::id))
            .flatMap(ContactOfficer::of)
            .stream()
            .flatMap(one -> Stream.of(one.officer(), one.deputy()))
            .flatMap(officer -> officers.find(officer).stream())
            .filter(officer -> officer.leftOn() == null)
            .toList();
    if (named.isEmpty()) {
      return adjustment;
    }
    String who =
        named.stream()
            .map(
                officer ->
                    officer.telephone() == null
                        ? officer.name()
                        : officer.name() + " (" + officer.telephone() + ")")
            .collect(Collectors.joining(", "));
    return new AgreedAdjustment(
        adjustment.id(),
        adjustment.code(),
        withDescription(adjustment.words(), who + "."),
        adjustment.cannotUse(),
        adjustment.mustHave());
  }

  /** The rows that name this officer as a point of contact, also by what has ended (T14). */
  void namedAsContact(OfficerId id) {
    actions.ofKindNaming(ContactOfficer.KIND.value(), id.value().toString()).stream()
        .map(action -> new CustomerId(action.decided().customerId()))
        .distinct()
        .filter(
            customer ->
                adjustments.agreed(customer).stream()
                    .anyMatch(view -> view.what() == AdjustmentCode.SINGLE_CONTACT))
        .forEach(this::person);
  }

  static AgreedAdjustment adjustment(AdjustmentView view) {
    Texts words = Wording.text("adjustment." + view.what().name());
    String description = view.description();
    return new AgreedAdjustment(
        view.id().value().toString(),
        view.what().name(),
        description == null ? words : withDescription(words, description),
        view.channelsUnusable(),
        view.channelsNeeded());
  }

  private static Texts withDescription(Texts words, String description) {
    var all = new LinkedHashMap<String, String>();
    words.values().forEach((lang, text) -> all.put(lang, text + " " + description));
    return new Texts(all);
  }

  private static boolean countsContacts(DeskPerson person) {
    return !RuleNeeds.counts(
            person.actions().stream().flatMap(a -> a.rulesAt(a.startsAt()).stream()).toList())
        .isEmpty();
  }

  private record KindAndValue(String kind, String value) {}

  /** By what the person can be recognised, on whichever record; a vehicle proves nothing (T21). */
  private static Map<KindAndValue, Boolean> identifiers(List<CustomerIdentity> identities) {
    var all = new LinkedHashMap<KindAndValue, Boolean>();
    for (CustomerIdentity identity : identities) {
      IdentifierForm.reference(identity.reference())
          .ifPresent(value -> all.put(new KindAndValue(REFERENCE, value), false));
      for (Identifier identifier : identity.identifiers()) {
        if (identifier.kind() != IdentifierKind.VEHICLE) {
          all.merge(
              new KindAndValue(identifier.kind().name(), identifier.value()),
              identifier.confidence() == Confidence.UNCERTAIN,
              Boolean::logicalAnd);
        }
      }
      LocalDate born = identity.dateOfBirth();
      if (born != null && !identity.nameKey().isBlank()) {
        all.put(new KindAndValue(NAME_AND_BIRTH, nameAndBirth(identity.nameKey(), born)), false);
      }
    }
    return all;
  }

  static String nameAndBirth(String nameKey, LocalDate born) {
    return nameKey + "|" + born;
  }

  /**
   * One writer of a person's row at a time, so that none overwrites what it has not seen. Who
   * waited looks again which records are the person's: a merge may have come first.
   *
   * @return the records about the person, the kept one first
   */
  private List<CustomerId> alone(CustomerId id) {
    List<CustomerId> records = customers.recordsOf(id);
    while (true) {
      records.stream()
          .map(record -> record.value().toString())
          .sorted()
          .forEach(
              record ->
                  dsl.query("select pg_advisory_xact_lock(hashtextextended({0}, 7203))", record)
                      .execute());
      List<CustomerId> again = customers.recordsOf(id);
      if (again.equals(records)) {
        return records;
      }
      records = again;
    }
  }

  private void directory() {
    Instant now = clock.instant();
    long edition = newEdition();
    for (var area : serviceAreas.all()) {
      row(DeskDirectory.SERVICE_AREA, area.code().value(), DeskDirectory.Area.of(area), edition);
    }
    for (var building : buildings.all()) {
      row(
          DeskDirectory.BUILDING,
          building.id().value().toString(),
          DeskDirectory.Building.of(building),
          edition);
    }
    everyPage(request -> officers.page(null, null, null, request), o -> o.id().value())
        .forEach(
            officer ->
                row(
                    DeskDirectory.OFFICER,
                    officer.id().value().toString(),
                    DeskDirectory.Officer.of(officer),
                    edition));
    everyPage(
            request ->
                policies.versions(
                    List.of(
                        PolicyVersionStatus.ADOPTED,
                        PolicyVersionStatus.APPROVED,
                        PolicyVersionStatus.SUPERSEDED),
                    null,
                    request,
                    now),
            v -> v.id().value())
        .forEach(version -> publishedPolicy(version, edition));
  }

  private void publishedPolicy(PolicyVersionView version, long edition) {
    Instant from = version.inForceFrom();
    if (from != null) {
      policies
          .terms(version.id())
          .ifPresent(
              terms ->
                  row(
                      DeskDirectory.POLICY,
                      version.id().value().toString(),
                      new DeskDirectory.Policy(
                          version.id().value(), terms.label(), from, topics(terms)),
                      edition));
    }
  }

  private interface Paging<T> {
    Page<T> page(Page.Request request);
  }

  private static <T> List<T> everyPage(Paging<T> paging, java.util.function.Function<T, UUID> id) {
    var all = new ArrayList<T>();
    UUID after = null;
    while (true) {
      Page<T> page = paging.page(new Page.Request(Page.MOST, after));
      Collection<T> nodes = page.nodes();
      all.addAll(nodes);
      if (!page.pageInfo().isHasNextPage() || nodes.isEmpty()) {
        return all;
      }
      after = id.apply(all.getLast());
    }
  }

  private static List<DeskDirectory.Protected> topics(PolicyInForce terms) {
    return terms.carveOuts().stream()
        .map(
            c ->
                new DeskDirectory.Protected(
                    c.topic(),
                    c.strength() == Strength.ABSOLUTE
                        ? CarveOutStrength.ABSOLUTE
                        : CarveOutStrength.ROUTE_GUARANTEED,
                    c.route().channels().stream()
                        .map(FrontDeskWriter::channel)
                        .sorted(java.util.Comparator.comparing(FrontDeskWriter::usefulness))
                        .toList(),
                    c.route().contact(),
                    new Texts(c.route().words())))
        .toList();
  }

  static Channel channel(RouteChannel way) {
    return switch (way) {
      case PHONE -> Channel.PHONE;
      case EMAIL -> Channel.EMAIL;
      case LETTER -> Channel.LETTER;
      case WEB_FORM -> Channel.WEB_FORM;
      case PORTAL -> Channel.PORTAL;
      case FACE_TO_FACE -> Channel.FACE_TO_FACE;
    };
  }

  /** In person first: a route has it only where the thing itself happens in person. */
  private static int usefulness(Channel channel) {
    return switch (channel) {
      case FACE_TO_FACE -> 0;
      case PHONE -> 1;
      case WEB_FORM -> 2;
      case PORTAL -> 3;
      case EMAIL -> 4;
      default -> 5;
    };
  }

  private void row(String kind, String id, Object content, long edition) {
    String written = StoredForm.write(content);
    dsl.insertInto(FRONT_DESK_DIRECTORY)
        .set(FRONT_DESK_DIRECTORY.KIND, kind)
        .set(FRONT_DESK_DIRECTORY.ID, id)
        .set(FRONT_DESK_DIRECTORY.CONTENT, written)
        .set(FRONT_DESK_DIRECTORY.EDITION, edition)
        .onConflict(FRONT_DESK_DIRECTORY.KIND, FRONT_DESK_DIRECTORY.ID)
        .doUpdate()
        .set(FRONT_DESK_DIRECTORY.CONTENT, written)
        .set(FRONT_DESK_DIRECTORY.EDITION, edition)
        .where(FRONT_DESK_DIRECTORY.CONTENT.ne(written))
        .execute();
  }

  /** Comes before the rows of it: one edition is written at a time, in the order of the numbers. */
  private long newEdition() {
    return dsl.fetchSingle(
            """
            update restrictions.front_desk_edition
               set revision = nextval('restrictions.front_desk_revision')
             where name = 'directory' returning revision
            """)
        .get(0, Long.class);
  }

  private long nextRevision() {
    Long next = dsl.nextval(FRONT_DESK_REVISION);
    return next == null ? 0 : next;
  }

  /** The directory as this transaction sees it. */
  DeskDirectory currentDirectory(WorkingDays workingDays) {
    var edition =
        dsl.select(FRONT_DESK_EDITION.REVISION)
            .from(FRONT_DESK_EDITION)
            .where(FRONT_DESK_EDITION.NAME.eq("directory"))
            .fetchOptional(FRONT_DESK_EDITION.REVISION);
    return new DeskDirectory(
        edition.orElse(-1L),
        dsl.selectFrom(FRONT_DESK_DIRECTORY)
            .fetch(r -> new DeskDirectory.Row(r.getKind(), r.getId(), r.getContent())),
        workingDays::isWorkingDay);
  }
}
