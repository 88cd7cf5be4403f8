package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.ContactReweighed;
import org.evenhand.intake.ContactSummary;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.DecidingAdjustments.Offer;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.Speaker;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.spi.Channel;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ContactLog implements ContactHistory, LoggingContacts {

  /** The day in London on which a contact happened. */
  static final Field<LocalDate> DAY =
      DSL.function("timezone", SQLDataType.LOCALDATETIME, DSL.inline("Europe/London"), CONTACT.AT)
          .cast(SQLDataType.LOCALDATE);

  private static final Condition CAUSED_BY_US = CausedByUs.of(CONTACT, DAY, MATTER);

  private static final Field<Boolean> OURS =
      coalesce(field(CAUSED_BY_US), DSL.inline(false)).as("caused_by_us");

  static final List<SelectField<?>> WHOLE =
      List.of(
          CONTACT.ID,
          CONTACT.CUSTOMER,
          CONTACT.MATTER,
          CONTACT.SERVICE_AREA,
          CONTACT.CHANNEL,
          CONTACT.DIRECTION,
          CONTACT.AT,
          CONTACT.CAUSE,
          OURS,
          CONTACT.STATUTORY_TOPIC,
          CONTACT.MINUTES_SPENT,
          CONTACT.SPEAKER,
          CONTACT.REPRESENTATIVE,
          CONTACT.SPEAKER_AUTHORITY,
          CONTACT.NOTE,
          CONTACT.OFFERS_NEW_INFORMATION,
          CONTACT.DISCLOSED_DISABILITY,
          CONTACT.LOGGED_BY,
          CONTACT.VERSION,
          CONTACT.TOPIC_RECOGNISED,
          CONTACT.NOT_A_RIGHT_BECAUSE);

  private final StoredContacts stored;
  private final StoredCustomers customers;
  private final StoredRepresentatives representatives;
  private final MatterBook matters;
  private final OffersDue offers;
  private final MergeReading merges;
  private final AnswersDue answers;
  private final ServiceAreas serviceAreas;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  ContactLog(
      StoredContacts stored,
      StoredCustomers customers,
      StoredRepresentatives representatives,
      MatterBook matters,
      OffersDue offers,
      MergeReading merges,
      AnswersDue answers,
      ServiceAreas serviceAreas,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.customers = customers;
    this.representatives = representatives;
    this.matters = matters;
    this.offers = offers;
    this.merges = merges;
    this.answers = answers;
    this.serviceAreas = serviceAreas;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public Optional<ContactView> find(ContactId id) {
    return sql.select(WHOLE)
        .from(CONTACT)
        .leftJoin(MATTER)
        .on(MATTER.ID.eq(CONTACT.MATTER))
        .where(CONTACT.ID.eq(id.value()))
        .fetchOptional(ContactLog::view);
  }

  @Override
  public List<ContactView> find(Collection<ContactId> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.select(WHOLE)
            .from(CONTACT)
            .leftJoin(MATTER)
            .on(MATTER.ID.eq(CONTACT.MATTER))
            .where(CONTACT.ID.in(ids.stream().map(ContactId::value).toList()))
            .fetch(ContactLog::view);
  }

  @Override
  public ContactSummary summary(CustomerId customer, LocalDate from, LocalDate until) {
    Condition inbound = CONTACT.DIRECTION.eq(ContactDirection.IN.name());
    Condition counted = inbound.and(CONTACT.STATUTORY_TOPIC.isNull());
    var byCause = new EnumMap<ContactCause, Integer>(ContactCause.class);
    for (ContactCause cause : ContactCause.values()) {
      byCause.put(cause, 0);
    }
    int causedByUs = 0;
    int usingARight = 0;
    int byUs = 0;
    int minutes = 0;
    for (var row :
        sql.select(
                CONTACT.CAUSE,
                count().filterWhere(counted),
                count().filterWhere(counted.and(CAUSED_BY_US)),
                count().filterWhere(inbound.and(CONTACT.STATUTORY_TOPIC.isNotNull())),
                count().filterWhere(inbound.not()),
                coalesce(
                    sum(CONTACT.MINUTES_SPENT).filterWhere(counted), DSL.inline(BigDecimal.ZERO)))
            .from(CONTACT)
            .leftJoin(MATTER)
            .on(MATTER.ID.eq(CONTACT.MATTER))
            .where(CONTACT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
            .and(CONTACT.AT.ge(beginning(from)))
            .and(CONTACT.AT.lt(beginning(until.plusDays(1))))
            .groupBy(CONTACT.CAUSE)
            .fetch()) {
      byCause.put(ContactCause.valueOf(row.value1()), row.value2());
      causedByUs += row.value3();
      usingARight += row.value4();
      byUs += row.value5();
      minutes += row.value6().intValue();
    }
    int total = byCause.values().stream().mapToInt(Integer::intValue).sum();
    return new ContactSummary(total, causedByUs, usingARight, byUs, minutes, byCause);
  }

  @Override
  @Transactional
  public Outcome<ContactView> log(ContactToLog command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    CustomerId customer = merges.keptOf(command.customerId());
    List<CustomerId> records = merges.records(customer);
    MatterId matterId = command.matterId();
    Optional<MatterView> matter =
        matterId == null
            ? Optional.empty()
            : matters.find(matterId).filter(m -> records.contains(m.customerId()));
    RepresentativeId representative = command.representativeId();
    boolean theirs =
        representative == null
            || representatives
                .findById(representative.value())
                .filter(r -> records.contains(new CustomerId(r.customer())))
                .isPresent();
    String authority = Checked.tidy(command.speakerAuthority());
    String noRight = Checked.tidy(command.notARightBecause());
    var checked =
        new Checked()
            .refuse(
                !customers.existsById(command.customerId().value()),
                Refusal.notFound("Customer", "customer"))
            .refuse(merges.erased(command.customerId(), "customer"))
            .refuse(
                serviceAreas.find(command.serviceArea()).filter(a -> a.exists(today)).isEmpty(),
                Refusal.notFound("ServiceArea", "serviceArea"))
            .refuse(matterId != null && matter.isEmpty(), Refusal.notFound("Matter", "matter"))
            .refuse(!theirs, Refusal.notFound("Representative", "representative"))
            .notAfter(command.at(), now, "at")
            .minutes(command.minutesSpent(), "minutesSpent")
            .bounded(command.note(), Checked.ACCOUNT, "note")
            .bounded(authority, Checked.LINE, "speakerAuthority")
            .refuse(
                command.speaker() == Speaker.REPRESENTATIVE
                    && representative == null
                    && authority == null,
                Refusal.at("SPEAKER_AUTHORITY_MISSING", "speakerAuthority"))
            .refuse(
                command.speaker() != Speaker.REPRESENTATIVE && representative != null,
                Refusal.at("SPEAKER_CONTRADICTS", "representative"))
            .refuse(
                command.cause() == ContactCause.SAME_AGAIN && command.offersNewInformation(),
                Refusal.at("CAUSE_CONTRADICTS_NEW_INFORMATION", "cause"))
            .bounded(noRight, Checked.ACCOUNT, "notARightBecause")
            .refuse(
                command.statutoryTopic() != null && noRight != null,
                Refusal.at("RIGHT_CONTRADICTS", "notARightBecause"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    ContactId id = ContactId.next();
    Optional<StatutoryTopic> recognised = recognised(command);
    Contact contact =
        stored.save(
            new Contact(
                id.value(),
                null,
                customer.value(),
                matterId == null ? null : matterId.value(),
                command.serviceArea().value(),
                command.channel(),
                command.direction(),
                command.at(),
                command.cause(),
                recognised.orElse(command.statutoryTopic()),
                command.minutesSpent(),
                command.speaker(),
                representative == null ? null : representative.value(),
                authority,
                Checked.tidy(command.note()),
                command.offersNewInformation(),
                command.disclosedDisability(),
                actor.id().value(),
                now,
                recognised.isPresent(),
                noRight));
    answers.logged(contact, command.answered(), actor, now);
    if (command.disclosedDisability()) {
      offers.open(Offer.ADJUSTMENT, customer, command.serviceArea(), now);
    }
    if (command.customerDistressed()) {
      offers.open(Offer.SUPPORT, customer, command.serviceArea(), now);
    }
    ContactView view = find(id).orElseThrow();
    events.publishEvent(
        new ContactLogged(
            id,
            view.customerId(),
            view.matterId(),
            view.serviceArea(),
            view.channel(),
            view.direction(),
            view.at(),
            view.cause(),
            view.causedByUs(),
            view.statutoryTopic(),
            actor.id()));
    var warnings = new ArrayList<Warning>(merges.keptInstead(command.customerId()));
    recognised.ifPresent(
        right -> warnings.add(new Warning("LOOKS_LIKE_A_RIGHT", Map.of("right", right.name()))));
    return Outcome.done(view, warnings);
  }

  /** A right that the note names, where nobody said whether one was used (F18). */
  private static Optional<StatutoryTopic> recognised(ContactToLog command) {
    return command.direction() == ContactDirection.IN
            && command.statutoryTopic() == null
            && Checked.tidy(command.notARightBecause()) == null
        ? RightsRecognised.in(command.note())
        : Optional.empty();
  }

  @Override
  @Transactional
  public Outcome<ContactView> settleTopic(TopicToSettle command, Actor actor, Instant now) {
    Sight sight = Sight.of(actor);
    Optional<Contact> found =
        stored
            .findById(command.id().value())
            .filter(c -> sight.dealing(Rows.area(c.serviceArea()), new ActorId(c.loggedBy())));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Contact", "id"));
    }
    Contact contact = found.get();
    String none = Checked.tidy(command.notARightBecause());
    var checked =
        new Checked()
            .refuse(
                Acts.stale(
                    command.expectedVersion(), contact.version() == null ? 0 : contact.version()))
            .refuse(contact.direction() == ContactDirection.OUT, Refusal.of("CONTACT_IS_OURS"))
            .refuse(
                (command.right() == null) == (none == null),
                Refusal.at("RIGHT_CONTRADICTS", "notARightBecause"))
            .bounded(none, Checked.ACCOUNT, "notARightBecause");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    stored.save(contact.settled(command.right(), none));
    events.publishEvent(
        new ContactReweighed(
            new CustomerId(contact.customer()), List.of(command.id()), now, actor.id()));
    return Outcome.done(find(command.id()).orElseThrow());
  }

  static ContactView view(Record r) {
    var matter = r.get(CONTACT.MATTER);
    var representative = r.get(CONTACT.REPRESENTATIVE);
    return new ContactView(
        new ContactId(r.get(CONTACT.ID)),
        new CustomerId(r.get(CONTACT.CUSTOMER)),
        matter == null ? null : new MatterId(matter),
        new ServiceAreaCode(r.get(CONTACT.SERVICE_AREA)),
        Channel.valueOf(r.get(CONTACT.CHANNEL)),
        ContactDirection.valueOf(r.get(CONTACT.DIRECTION)),
        r.get(CONTACT.AT).toInstant(),
        ContactCause.valueOf(r.get(CONTACT.CAUSE)),
        r.get(OURS),
        Rows.one(StatutoryTopic.class, r.get(CONTACT.STATUTORY_TOPIC)),
        r.get(CONTACT.MINUTES_SPENT),
        Speaker.valueOf(r.get(CONTACT.SPEAKER)),
        representative == null ? null : new RepresentativeId(representative),
        r.get(CONTACT.SPEAKER_AUTHORITY),
        r.get(CONTACT.NOTE),
        r.get(CONTACT.OFFERS_NEW_INFORMATION),
        r.get(CONTACT.DISCLOSED_DISABILITY),
        new ActorId(r.get(CONTACT.LOGGED_BY)),
        r.get(CONTACT.VERSION),
        r.get(CONTACT.TOPIC_RECOGNISED),
        r.get(CONTACT.NOT_A_RIGHT_BECAUSE));
  }

  static OffsetDateTime beginning(LocalDate day) {
    return day.atStartOfDay(WorkingDays.LONDON).toInstant().atOffset(ZoneOffset.UTC);
  }
}
