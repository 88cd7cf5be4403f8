package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.CONTACT_ENDED;
import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.spi.Channel;
import org.evenhand.spi.TypeId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Live contacts that were ended because nothing new was offered about one matter: only under an
 * action of that kind, only after the words of warning were said, and always with a log (P8.3.6).
 */
@Service
public class EndedContacts {

  private static final int LONGEST = 2_000;

  private final ImposedActions actions;
  private final ContactHistory contacts;
  private final Customers customers;
  private final CurrentActor currentActor;
  private final DSLContext dsl;
  private final Clock clock;

  EndedContacts(
      ImposedActions actions,
      ContactHistory contacts,
      Customers customers,
      CurrentActor currentActor,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.contacts = contacts;
    this.customers = customers;
    this.currentActor = currentActor;
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * A contact that was ended.
   *
   * @param contact as it was logged
   * @param warnedAt when the words of warning were said
   * @param wordsSaid the words of warning as they were said
   */
  public record ToRecord(
      RestrictionId restriction,
      ContactId contact,
      Instant warnedAt,
      String wordsSaid,
      Instant endedAt) {}

  /** A contact that was ended, with the warning before it. */
  public record Ended(
      UUID id,
      UUID restrictionId,
      CustomerId customerId,
      String reference,
      ServiceAreaCode leadService,
      ContactId contactId,
      Instant warnedAt,
      String wordsSaid,
      Instant endedAt,
      ActorId by,
      Instant at) {}

  /**
   * Records that a logged contact was ended (P8.3.6).
   *
   * <p>Refused: another kind of action, or one not in force; one whose review is overdue, since it
   * only advises then (ONLY_ADVISES_NOW, F2); somebody else's contact, our own, or one from before
   * it had effect (CONTACT_NOT_UNDER_IT); one in writing (WRITTEN_IS_READ); one about another
   * matter (ANOTHER_MATTER); one that offered something new (SOMETHING_NEW_WAS_OFFERED) or used a
   * right (A_RIGHT_WAS_USED); no words of warning; a warning before the contact, after its end, or
   * ahead (WARNING_NOT_BEFORE_THE_END); one recorded before (ENDED_BEFORE).
   */
  @Transactional
  public Outcome<Ended> ended(ToRecord wanted) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(wanted.restriction().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    TypeId type = TypeId.of(action.decided().typeId());
    var refusals =
        new ArrayList<Refusal>(
            ActOfKind.RECORD_CONTACT_ENDED.refusals(
                type, Standing.at(action, now), action.leadService(), currentActor.get()));
    if (!ActOfKind.RECORD_CONTACT_ENDED.isFor(type)) {
      return Outcome.refused(refusals);
    }
    Optional<ContactView> contact = contacts.find(wanted.contact());
    if (contact.isEmpty()) {
      refusals.add(Refusal.notFound("Contact", "contact"));
    } else {
      refusals.addAll(notForEnding(wanted, action, contact.get(), now));
    }
    Refusal words = Acts.text(wanted.wordsSaid(), LONGEST, "wordsSaid");
    if (words != null) {
      refusals.add(words);
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    UUID id = Ids.next();
    dsl.insertInto(CONTACT_ENDED)
        .set(CONTACT_ENDED.ID, id)
        .set(CONTACT_ENDED.RESTRICTION_ID, action.id())
        .set(CONTACT_ENDED.CONTACT_ID, wanted.contact().value())
        .set(CONTACT_ENDED.WARNED_AT, wanted.warnedAt().atOffset(ZoneOffset.UTC))
        .set(CONTACT_ENDED.WORDS_SAID, wanted.wordsSaid())
        .set(CONTACT_ENDED.ENDED_AT, wanted.endedAt().atOffset(ZoneOffset.UTC))
        .set(CONTACT_ENDED.ENDED_BY, currentActor.get().id().value())
        .set(CONTACT_ENDED.AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    return Outcome.done(find(id).orElseThrow());
  }

  private List<Refusal> notForEnding(
      ToRecord wanted, ImposedAction action, ContactView contact, Instant now) {
    var refusals = new ArrayList<Refusal>();
    Instant from = action.progress().effectiveFrom();
    boolean theirs =
        customers
            .recordsOf(new CustomerId(action.decided().customerId()))
            .contains(contact.customerId());
    if (!theirs) {
      refusals.add(Refusal.notFound("Contact", "contact"));
    } else if (contact.direction() != ContactDirection.IN
        || from == null
        || contact.at().isBefore(from)) {
      refusals.add(Refusal.at("CONTACT_NOT_UNDER_IT", "contact"));
    }
    if (Standing.reviewOverdue(action.progress().reviewOn(), contact.at())) {
      refusals.add(Refusal.at("ONLY_ADVISES_NOW", "restriction"));
    }
    if (!live(contact.channel())) {
      refusals.add(Refusal.at("WRITTEN_IS_READ", "contact"));
    }
    if (!MatterOfAction.in(action).filter(m -> m.equals(contact.matterId())).isPresent()) {
      refusals.add(Refusal.at("ANOTHER_MATTER", "contact"));
    }
    if (contact.offersNewInformation()) {
      refusals.add(Refusal.at("SOMETHING_NEW_WAS_OFFERED", "contact"));
    }
    if (contact.statutoryTopic() != null) {
      refusals.add(
          Refusal.at(
              "A_RIGHT_WAS_USED", Map.of("right", contact.statutoryTopic().name()), "contact"));
    }
    if (wanted.warnedAt().isBefore(contact.at())
        || wanted.endedAt().isBefore(wanted.warnedAt())
        || wanted.endedAt().isAfter(now)) {
      refusals.add(Refusal.at("WARNING_NOT_BEFORE_THE_END", "warnedAt"));
    }
    if (dsl.fetchExists(CONTACT_ENDED, CONTACT_ENDED.CONTACT_ID.eq(contact.id().value()))) {
      refusals.add(Refusal.at("ENDED_BEFORE", "contact"));
    }
    return refusals;
  }

  /** Spoken, or as good as: what is written is read whoever it is from (F19). */
  private static boolean live(Channel channel) {
    return switch (channel) {
      case PHONE, WEB_CHAT, VIDEO, FACE_TO_FACE, HOME_VISIT -> true;
      case EMAIL, LETTER, WEB_FORM, PORTAL, TEXT_MESSAGE, SOCIAL_MEDIA -> false;
    };
  }

  public Optional<Ended> find(UUID id) {
    return read(CONTACT_ENDED.ID.eq(id)).stream().findFirst();
  }

  /** Under each of these restrictions, the first one first; in one statement. */
  public Map<UUID, List<Ended>> of(Collection<UUID> restrictions) {
    Map<UUID, List<Ended>> each = new HashMap<>();
    read(CONTACT_ENDED.RESTRICTION_ID.in(restrictions))
        .forEach(
            one ->
                each.computeIfAbsent(one.restrictionId(), ignored -> new ArrayList<>()).add(one));
    return each;
  }

  /** Of these records, which are one person's; in one statement. */
  List<Ended> ofCustomers(Collection<CustomerId> records) {
    return read(IMPOSED.CUSTOMER_ID.in(records.stream().map(CustomerId::value).toList()));
  }

  private List<Ended> read(Condition where) {
    return dsl.select(
            CONTACT_ENDED.asterisk(), IMPOSED.CUSTOMER_ID, IMPOSED.REFERENCE, IMPOSED.LEAD_SERVICE)
        .from(CONTACT_ENDED)
        .join(IMPOSED)
        .on(IMPOSED.ID.eq(CONTACT_ENDED.RESTRICTION_ID))
        .where(where)
        .orderBy(CONTACT_ENDED.ENDED_AT, CONTACT_ENDED.ID)
        .fetch(
            row ->
                new Ended(
                    row.get(CONTACT_ENDED.ID),
                    row.get(CONTACT_ENDED.RESTRICTION_ID),
                    new CustomerId(row.get(IMPOSED.CUSTOMER_ID)),
                    row.get(IMPOSED.REFERENCE),
                    new ServiceAreaCode(row.get(IMPOSED.LEAD_SERVICE)),
                    new ContactId(row.get(CONTACT_ENDED.CONTACT_ID)),
                    row.get(CONTACT_ENDED.WARNED_AT).toInstant(),
                    row.get(CONTACT_ENDED.WORDS_SAID),
                    row.get(CONTACT_ENDED.ENDED_AT).toInstant(),
                    new ActorId(row.get(CONTACT_ENDED.ENDED_BY)),
                    row.get(CONTACT_ENDED.AT).toInstant()));
  }
}
