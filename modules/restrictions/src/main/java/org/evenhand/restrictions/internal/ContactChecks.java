package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.restrictions.internal.FrontDeskReader.Candidate;
import org.evenhand.restrictions.internal.FrontDeskReader.Found;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ClosedDays;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Origin;
import org.evenhand.rules.PersonPrecaution;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Speaker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers the front line's question: this customer is here now, what may I do? One statement on the
 * projection and one line in the read log, which keeps what the answer rested on; no other module
 * is asked, and no plugin runs.
 *
 * <p>Without two independent identifiers of one and the same customer nothing is applied or told,
 * and the answer is the same as for somebody with no record (T21).
 */
@Service
public class ContactChecks {

  private final FrontDeskReader reader;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final CouncilCalendar calendar;
  private final PastChecks pastChecks;
  private final Clock clock;

  ContactChecks(
      FrontDeskReader reader,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Duties duties,
      WorkingDays workingDays,
      PastChecks pastChecks,
      Clock clock) {
    this.reader = reader;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.duties = duties;
    this.workingDays = workingDays;
    this.calendar = new CouncilCalendar(workingDays);
    this.pastChecks = pastChecks;
    this.clock = clock;
  }

  /**
   * What came of a check.
   *
   * @param check the id under which it can be recomputed
   * @param customer whose contact it is; null while that is not sure
   * @param references what the restrictions behind it are called, by their ids
   * @param ask what to ask for next to be sure; null when sure, or when everything was given
   * @param courtTerms which of the origins of its lines are a court's terms
   */
  public record Checked(
      UUID check,
      ContactAnswer answer,
      @Nullable UUID customer,
      Map<UUID, String> references,
      @Nullable Identifier ask,
      Set<UUID> courtTerms) {
    public Checked {
      courtTerms = Set.copyOf(courtTerms);
    }
  }

  public Checked check(ContactQuestion question) {
    Instant now = clock.instant();
    Instant at = question.at() == null || question.at().isBefore(now) ? now : question.at();
    Actor actor = currentActor.substantive();
    Given given = Given.of(question.identity());
    Found found = reader.find(given.kinds(), given.values(), now);
    Sure sure = whose(given, found.candidates(), question.speaker());
    Candidate candidate = sure == null ? null : sure.candidate();
    var years = calendar.years(at.atZone(WorkingDays.LONDON).toLocalDate());
    pastChecks.keep(years);
    var basis =
        CheckBasis.of(
            question,
            at,
            found.directory().revision(),
            years.digest(),
            officer(question, actor, found.directory()),
            candidate == null ? null : candidate.revision(),
            given.asked(),
            sure == null ? null : sure.confidence(),
            candidate == null ? null : candidate.counted(),
            found.atPlace());
    DeskPerson person = candidate == null ? null : candidate.person();
    ContactAnswer answer = answer(basis, found.directory(), person, years.closed());
    UUID customer = person == null ? null : person.customerId();
    UUID check =
        auditTrail.recordAnswer(
            PastChecks.ACT, PastChecks.TYPE, customer, basis.stored(), CanonicalAnswer.of(answer));
    if (person != null && answer.has(LineCode.OFFER_COPY)) {
      lookIntoNotices(person, answer, now);
    }
    return checked(check, basis, answer, person);
  }

  static Checked checked(
      UUID check, CheckBasis basis, ContactAnswer answer, @Nullable DeskPerson person) {
    return new Checked(
        check,
        answer,
        person == null ? null : person.customerId(),
        references(person),
        basis.ask(),
        person == null ? Set.of() : courtTerms(person, answer));
  }

  private static Set<UUID> courtTerms(DeskPerson person, ContactAnswer answer) {
    return answer.lines().stream()
        .flatMap(line -> Stream.ofNullable(line.origin()))
        .map(Origin::restrictionId)
        .filter(person::ofCourt)
        .collect(Collectors.toSet());
  }

  /**
   * Who is meant, with nothing of what is recorded about them (T21).
   *
   * @param customer null while that is not sure
   * @param given by what they were described
   * @param bound whether any rule that narrows, a court's among them, is in force for them
   */
  public record Recognised(@Nullable UUID customer, Set<Identifier> given, boolean bound) {}

  Recognised recognise(ContactQuestion.Identity identity, Instant now) {
    Given given = Given.of(identity);
    Sure sure =
        whose(given, reader.find(given.kinds(), given.values(), now).candidates(), Speaker.SELF);
    if (sure == null) {
      return new Recognised(null, given.asked(), false);
    }
    DeskPerson person = sure.candidate().person();
    return new Recognised(
        person.customerId(),
        given.asked(),
        person.rulesAt(now).stream()
            .anyMatch(rule -> rule.inForce(now) && rule.nature() != Nature.SUPPORTIVE));
  }

  /** Whether something that tells a person apart fits somebody on record (T21). */
  boolean fitsAnybody(ContactQuestion.Identity identity, Instant now) {
    Given given = Given.of(identity);
    return reader.find(given.kinds(), given.values(), now).candidates().stream()
        .flatMap(candidate -> candidate.matched().stream())
        .anyMatch(
            kind ->
                switch (kind) {
                  case FrontDeskWriter.REFERENCE,
                      FrontDeskWriter.NAME_AND_BIRTH,
                      "TELEPHONE",
                      "EMAIL" ->
                      true;
                  default -> false;
                });
  }

  /** The answer follows from these alone, so that the same ones give it again at any later time. */
  static ContactAnswer answer(
      CheckBasis basis, DeskDirectory directory, @Nullable DeskPerson person, ClosedDays closed) {
    Instant at = basis.at();
    var policy = directory.policyAt(at);
    var builder =
        CheckInput.of(basis.facts(), basis.confidence())
            .carveOuts(directory.carveOuts(policy, basis.channel()))
            .directory(directory)
            .closedDays(closed)
            .showPrecautions(true)
            .precautions(basis.atPlace())
            .policyVersion(policy == null ? null : policy.label());
    if (person != null) {
      LocalDate today = at.atZone(WorkingDays.LONDON).toLocalDate();
      builder
          .rules(person.rulesAt(at))
          .adjustments(person.adjustments())
          .precautions(together(person.precautions(), basis.atPlace()))
          .saysNeverTold(basis.noLetterReceived())
          .actsAsMember(basis.actsAsMember() && person.electedMember())
          .safeguarded(person.capacityInDoubt() || person.childOn(today))
          .appealPending(person.appealPending());
    }
    return ContactEvaluator.evaluate(builder.build());
  }

  private static List<PersonPrecaution> together(
      List<PersonPrecaution> ofPerson, List<PersonPrecaution> atPlace) {
    return Stream.concat(ofPerson.stream(), atPlace.stream()).toList();
  }

  static Map<UUID, String> references(@Nullable DeskPerson person) {
    if (person == null || person.actions().isEmpty()) {
      return Map.of();
    }
    var references = new HashMap<UUID, String>();
    for (DeskPerson.Action action : person.actions()) {
      if (action.reference() != null) {
        references.put(action.restrictionId(), action.reference());
      }
    }
    return references;
  }

  /** Whom it is with: the one asked for, else whoever puts the question, else nobody special. */
  private static @Nullable UUID officer(
      ContactQuestion question, Actor actor, DeskDirectory directory) {
    if (question.officer() != null) {
      return question.officer();
    }
    DeskDirectory.Officer asking = directory.officerOf(actor.id().value());
    return asking == null ? null : asking.id();
  }

  // Who it is

  private record Sure(Candidate candidate, IdentityConfidence confidence) {}

  /** T21: one customer whom two independent identifiers fit, and whom nothing given contradicts. */
  private static @Nullable Sure whose(
      Given given, List<Candidate> candidates, @Nullable Speaker speaker) {
    Sure sure = null;
    for (Candidate candidate : candidates) {
      IdentityConfidence confidence = given.confidence(candidate);
      if (!confidence.sufficient()) {
        continue;
      }
      if (sure != null) {
        return null;
      }
      sure = new Sure(candidate, confidence);
    }
    boolean forSomebody = speaker == Speaker.REPRESENTATIVE;
    return sure == null || (!forSomebody && given.contradicts(sure.candidate().person()))
        ? null
        : sure;
  }

  /** What was given about somebody, in the form in which it is compared. */
  private record Given(
      List<String> kinds,
      List<String> values,
      Set<Identifier> asked,
      @Nullable String nameKey,
      @Nullable LocalDate born) {

    static Given of(ContactQuestion.Identity identity) {
      var kinds = new ArrayList<String>(4);
      var values = new ArrayList<String>(4);
      var asked = EnumSet.noneOf(Identifier.class);
      String reference = identity.reference();
      if (reference != null) {
        asked.add(Identifier.REFERENCE);
        add(kinds, values, FrontDeskWriter.REFERENCE, IdentifierForm.reference(reference));
      }
      String telephone = identity.telephone();
      if (telephone != null) {
        asked.add(Identifier.TELEPHONE);
        add(kinds, values, "TELEPHONE", IdentifierForm.telephone(telephone));
      }
      String email = identity.email();
      if (email != null) {
        asked.add(Identifier.EMAIL);
        add(kinds, values, "EMAIL", IdentifierForm.email(email));
      }
      String line = identity.addressLine();
      String postcode = identity.postcode();
      if (line != null && postcode != null) {
        asked.add(Identifier.ADDRESS);
        add(kinds, values, "ADDRESS", IdentifierForm.address(line, postcode));
      }
      String uprn = identity.uprn();
      if (uprn != null) {
        asked.add(Identifier.ADDRESS);
        add(kinds, values, "UPRN", IdentifierForm.uprn(uprn));
      }
      String name = identity.name();
      String nameKey = name == null || name.isBlank() ? null : IdentifierForm.nameKey(name);
      LocalDate born = identity.dateOfBirth();
      if (nameKey != null) {
        asked.add(Identifier.NAME);
      }
      if (born != null) {
        asked.add(Identifier.DATE_OF_BIRTH);
      }
      if (nameKey != null && born != null) {
        add(
            kinds,
            values,
            FrontDeskWriter.NAME_AND_BIRTH,
            Optional.of(FrontDeskWriter.nameAndBirth(nameKey, born)));
      }
      return new Given(kinds, values, asked, nameKey, born);
    }

    private static void add(
        List<String> kinds, List<String> values, String kind, Optional<String> value) {
      value.ifPresent(
          v -> {
            kinds.add(kind);
            values.add(v);
          });
    }

    IdentityConfidence confidence(Candidate candidate) {
      var matched = EnumSet.noneOf(Identifier.class);
      var shared = EnumSet.noneOf(Identifier.class);
      for (String kind : candidate.matched()) {
        boolean others = candidate.shared().contains(kind);
        switch (kind) {
          case FrontDeskWriter.NAME_AND_BIRTH -> {
            matched.add(Identifier.NAME);
            matched.add(Identifier.DATE_OF_BIRTH);
            if (others) {
              shared.add(Identifier.DATE_OF_BIRTH);
            }
          }
          case "ADDRESS", "UPRN" -> {
            matched.add(Identifier.ADDRESS);
            shared.add(Identifier.ADDRESS);
          }
          default -> {
            Identifier identifier = Identifier.valueOf(kind);
            matched.add(identifier);
            if (others) {
              shared.add(identifier);
            }
          }
        }
      }
      if (nameKey != null && candidate.person().nameKeys().anyMatch(nameKey::equals)) {
        matched.add(Identifier.NAME);
      }
      if (born != null && candidate.person().birthdays().anyMatch(born::equals)) {
        matched.add(Identifier.DATE_OF_BIRTH);
        if (candidate.shared().contains(FrontDeskWriter.NAME_AND_BIRTH)) {
          shared.add(Identifier.DATE_OF_BIRTH);
        }
      }
      return new IdentityConfidence(matched, shared);
    }

    /** A date of birth or a name that is on none of the person's records. */
    boolean contradicts(DeskPerson person) {
      return (born != null
              && person.birthdays().findAny().isPresent()
              && person.birthdays().noneMatch(born::equals))
          || (nameKey != null && person.nameKeys().noneMatch(n -> sameName(nameKey, n)));
    }

    /** One name holds all words of the other: J Smith is not told apart from Smith. */
    private static boolean sameName(String one, String other) {
      var words = List.of(one.split(" "));
      var others = List.of(other.split(" "));
      return words.containsAll(others) || others.containsAll(words);
    }
  }

  /** T9: somebody looks into whether the notice ever came; meanwhile it counts as unserved. */
  private void lookIntoNotices(DeskPerson person, ContactAnswer answer, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Set<UUID> untold =
        answer.lines(LineCode.OFFER_COPY).stream()
            .flatMap(line -> Stream.ofNullable(line.origin()))
            .map(origin -> origin.restrictionId())
            .collect(Collectors.toSet());
    for (DeskPerson.Action action : person.actions()) {
      if (action.nature() != Nature.SUPPORTIVE && untold.contains(action.restrictionId())) {
        duties.open(
            DutyToOpen.byDay(
                DutyKinds.NOTICE_NOT_RECEIVED,
                DutyKinds.SUBJECT,
                action.restrictionId(),
                person.customerId(),
                Role.HEAD_OF_SERVICE,
                new ServiceAreaCode(action.leadService()),
                workingDays.plus(today, 1)),
            now);
      }
    }
  }
}
