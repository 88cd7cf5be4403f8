package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.REGISTRATION_REFUSED;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.Ombudsmen;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.StandardWording;
import org.evenhand.correspondence.StandardWording.NoAppeal;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.DisposingContacts;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.intake.DispositionView;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.intake.ReadFor;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.spi.TypeId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Not registering again what a decided matter holds nothing new about (P8.3.5, T13): each time the
 * contact is read through first, and each time the customer is told in writing, with the reasons
 * and the Ombudsman.
 */
@Service
public class RefusedRegistrations {

  private static final int LONGEST = 4_000;

  private final ImposedActions actions;
  private final ContactHistory contacts;
  private final DisposingContacts disposing;
  private final Matters matters;
  private final Customers customers;
  private final Notices notices;
  private final StandardWording standard;
  private final Policies policies;
  private final CurrentActor currentActor;
  private final DSLContext dsl;
  private final Clock clock;

  RefusedRegistrations(
      ImposedActions actions,
      ContactHistory contacts,
      DisposingContacts disposing,
      Matters matters,
      Customers customers,
      Notices notices,
      StandardWording standard,
      Policies policies,
      CurrentActor currentActor,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.contacts = contacts;
    this.disposing = disposing;
    this.matters = matters;
    this.customers = customers;
    this.notices = notices;
    this.standard = standard;
    this.policies = policies;
    this.currentActor = currentActor;
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * A contact not to register.
   *
   * @param reasons why it holds nothing new, for the customer to read
   * @param readFor for what it was read; all four (T13)
   * @param found what of that it held; nothing, or it is dealt with and not refused
   * @param ombudsman whom the writer names besides the one that the matter is for (F4)
   */
  public record ToRefuse(
      RestrictionId restriction,
      ContactId contact,
      String reasons,
      Set<ReadFor> readFor,
      Set<ReadFor> found,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang) {
    public ToRefuse {
      readFor = Set.copyOf(readFor);
      found = Set.copyOf(found);
      ombudsman = Set.copyOf(ombudsman);
    }
  }

  /** A contact that was not registered, and the letter that says so. */
  public record Refused(
      UUID id,
      UUID restrictionId,
      CustomerId customerId,
      ContactId contactId,
      MatterId matterId,
      String reasons,
      NoticeId noticeId,
      ActorId by,
      Role as,
      Instant at) {}

  /**
   * Records the refusal, files the contact, and writes the letter (P8.3.5, T13).
   *
   * <p>Refused: another kind of action or one not in force; somebody else's contact, our own, or
   * one from before the customer was told (CONTACT_NOT_UNDER_IT); one about another matter
   * (ANOTHER_MATTER); one that was not read for all four (NOT_READ_THROUGH) or holds something
   * (SOMETHING_NEW_IS_NOT_REFUSED) or uses a right (A_RIGHT_IS_NOT_REFUSED); a matter that is open
   * again or not explained (MATTER_NOT_CONCLUDED, F16); a second refusal (REFUSED_BEFORE); and
   * whatever the letter is refused for.
   */
  @Transactional
  public Outcome<Refused> refuse(ToRefuse wanted) {
    Instant now = clock.instant();
    Actor actor = currentActor.get();
    Optional<ImposedAction> found = actions.findById(wanted.restriction().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    TypeId type = TypeId.of(action.decided().typeId());
    var refusals =
        new ArrayList<Refusal>(
            ActOfKind.REFUSE_REGISTRATION.refusals(
                type, Standing.at(action, now), action.leadService(), actor));
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      refusals.add(Policies.noneInForce());
    }
    if (!ActOfKind.REFUSE_REGISTRATION.isFor(type) || policy.isEmpty()) {
      return Outcome.refused(refusals);
    }
    ContactView contact = contacts.find(wanted.contact()).orElse(null);
    Optional<CustomerView> customer = customers.find(new CustomerId(action.decided().customerId()));
    Optional<MatterView> matter = MatterOfAction.in(action).flatMap(matters::find);
    if (contact == null || customer.isEmpty() || matter.isEmpty()) {
      refusals.add(Refusal.notFound("Contact", "contact"));
      return Outcome.refused(refusals);
    }
    refusals.addAll(notForRefusal(wanted, action, contact, matter.get()));
    Refusal reasons = Acts.text(wanted.reasons(), LONGEST, "reasons");
    if (reasons != null) {
      refusals.add(reasons);
    }
    NoticeToIssue letter =
        letter(wanted, action, contact, matter.get(), customer.get(), policy.get());
    if (reasons == null) {
      refusals.addAll(notices.problems(letter));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    return switch (filed(wanted, contact, actor, now)) {
      case Outcome.Refused<ContactView>(List<Refusal> why) -> Outcome.refused(why);
      case Outcome.Done<ContactView> ignored ->
          switch (notices.issue(letter)) {
            case Outcome.Refused<NoticeView>(List<Refusal> why) -> Outcome.refused(why);
            case Outcome.Done<NoticeView>(NoticeView notice, List<Warning> warnings) ->
                Outcome.done(keep(wanted, action, matter.get(), notice.id(), actor, now), warnings);
          };
    };
  }

  /** T13, F16: what has to be so of the contact and its matter. */
  private List<Refusal> notForRefusal(
      ToRefuse wanted, ImposedAction action, ContactView contact, MatterView matter) {
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
    if (!matter.id().equals(contact.matterId())) {
      refusals.add(Refusal.at("ANOTHER_MATTER", "contact"));
    }
    if (!matter.concluded() || matter.stillOurs()) {
      refusals.add(Refusal.at("MATTER_NOT_CONCLUDED", "restriction"));
    }
    EnumSet<ReadFor> unread = EnumSet.allOf(ReadFor.class);
    unread.removeAll(wanted.readFor());
    if (!unread.isEmpty()) {
      refusals.add(
          Refusal.at(
              "NOT_READ_THROUGH",
              Map.of("missing", unread.stream().map(Enum::name).collect(Collectors.joining(", "))),
              "readFor"));
    }
    if (!wanted.found().isEmpty() || contact.offersNewInformation()) {
      refusals.add(Refusal.at("SOMETHING_NEW_IS_NOT_REFUSED", "found"));
    }
    if (contact.statutoryTopic() != null) {
      refusals.add(
          Refusal.at(
              "A_RIGHT_IS_NOT_REFUSED",
              Map.of("right", contact.statutoryTopic().name()),
              "contact"));
    }
    if (dsl.fetchExists(
        REGISTRATION_REFUSED, REGISTRATION_REFUSED.CONTACT_ID.eq(contact.id().value()))) {
      refusals.add(Refusal.at("REFUSED_BEFORE", "contact"));
    }
    return refusals;
  }

  /** Filed with the reason, unless something became of it already (F19). */
  private Outcome<ContactView> filed(
      ToRefuse wanted, ContactView contact, Actor actor, Instant now) {
    Optional<DispositionView> before = disposing.of(List.of(contact.id())).stream().findFirst();
    if (before.isPresent() && before.get().settled()) {
      return Outcome.done(contact);
    }
    return disposing.dispose(
        new DisposingContacts.ContactToDispose(
            contact.id(),
            before.map(DispositionView::version).orElse(null),
            DispositionOutcome.FILED,
            wanted.reasons(),
            null,
            null,
            wanted.readFor(),
            wanted.found()),
        actor,
        now);
  }

  private Refused keep(
      ToRefuse wanted,
      ImposedAction action,
      MatterView matter,
      NoticeId notice,
      Actor actor,
      Instant now) {
    Role as =
        actor
            .actsAs(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES)
            .orElse(Role.HEAD_OF_CUSTOMER_SERVICES);
    UUID id = Ids.next();
    dsl.insertInto(REGISTRATION_REFUSED)
        .set(REGISTRATION_REFUSED.ID, id)
        .set(REGISTRATION_REFUSED.RESTRICTION_ID, action.id())
        .set(REGISTRATION_REFUSED.CONTACT_ID, wanted.contact().value())
        .set(REGISTRATION_REFUSED.MATTER_ID, matter.id().value())
        .set(REGISTRATION_REFUSED.REASONS, wanted.reasons())
        .set(REGISTRATION_REFUSED.NOTICE_ID, notice.value())
        .set(REGISTRATION_REFUSED.REFUSED_BY, actor.id().value())
        .set(REGISTRATION_REFUSED.REFUSED_AS, as.name())
        .set(REGISTRATION_REFUSED.AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    return find(id).orElseThrow();
  }

  public Optional<Refused> find(UUID id) {
    return read(REGISTRATION_REFUSED.ID.eq(id)).stream().findFirst();
  }

  /** Under each of these restrictions, the first one first; in one statement. */
  public Map<UUID, List<Refused>> of(Collection<UUID> restrictions) {
    Map<UUID, List<Refused>> each = new HashMap<>();
    read(REGISTRATION_REFUSED.RESTRICTION_ID.in(restrictions))
        .forEach(
            one ->
                each.computeIfAbsent(one.restrictionId(), ignored -> new ArrayList<>()).add(one));
    return each;
  }

  private List<Refused> read(org.jooq.Condition where) {
    var imposed = org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;
    return dsl.select(REGISTRATION_REFUSED.asterisk(), imposed.CUSTOMER_ID)
        .from(REGISTRATION_REFUSED)
        .join(imposed)
        .on(imposed.ID.eq(REGISTRATION_REFUSED.RESTRICTION_ID))
        .where(where)
        .orderBy(REGISTRATION_REFUSED.AT, REGISTRATION_REFUSED.ID)
        .fetch(
            row ->
                new Refused(
                    row.get(REGISTRATION_REFUSED.ID),
                    row.get(REGISTRATION_REFUSED.RESTRICTION_ID),
                    new CustomerId(row.get(imposed.CUSTOMER_ID)),
                    new ContactId(row.get(REGISTRATION_REFUSED.CONTACT_ID)),
                    new MatterId(row.get(REGISTRATION_REFUSED.MATTER_ID)),
                    row.get(REGISTRATION_REFUSED.REASONS),
                    new NoticeId(row.get(REGISTRATION_REFUSED.NOTICE_ID)),
                    new ActorId(row.get(REGISTRATION_REFUSED.REFUSED_BY)),
                    Role.valueOf(row.get(REGISTRATION_REFUSED.REFUSED_AS)),
                    row.get(REGISTRATION_REFUSED.AT).toInstant()));
  }

  // The letter

  private NoticeToIssue letter(
      ToRefuse wanted,
      ImposedAction action,
      ContactView contact,
      MatterView matter,
      CustomerView customer,
      PolicyInForce policy) {
    String lang = language(wanted.lang());
    String named =
        matter.subject() == null
            ? matter.reference()
            : matter.reference() + ", " + matter.subject();
    String what =
        Wording.word("registration-refused.what", lang)
            .replace(
                "{on}", InWords.date(contact.at().atZone(WorkingDays.LONDON).toLocalDate(), lang))
            .replace("{matter}", named)
            .replace("{decision}", action.decided().reference());
    return new NoticeToIssue(
        NoticeKind.REFUSAL_TO_REGISTER,
        customer.id().value(),
        customer.name(),
        action.decided().considerationId(),
        policy.id().value(),
        false,
        false,
        new NoticeParts(
            wanted.reasons(),
            List.of(new ActionPart(null, what, null, null, null)),
            Wording.word("registration-refused.reach", lang),
            null,
            standard.whyNoAppeal(wanted.lang(), NoAppeal.REFUSAL_TO_REGISTER),
            Ombudsmen.of(List.of(matter), wanted.ombudsman()),
            standard.dataRights(wanted.lang()),
            standard.adjustments(wanted.lang())),
        wanted.planned(),
        currentActor.get().id(),
        wanted.lang());
  }

  private static String language(Language lang) {
    String language = lang.locale().getLanguage();
    return language.isEmpty() ? "en" : language;
  }
}
