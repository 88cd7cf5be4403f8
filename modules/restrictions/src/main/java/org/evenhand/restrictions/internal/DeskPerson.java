package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.Bound;
import org.evenhand.rules.PersonPrecaution;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What the front line may need about one customer, and nothing of the story (T20). Past and
 * suspended actions are not in it; a moment of effect that lies ahead and a last day are told by
 * their times.
 *
 * @param actions told and not ended, by restriction
 * @param precautions how to stay safe; a second register with rules of its own (T17)
 * @param alsoKnown names and birthdays on other records of the same person; empty for most
 * @param courtTerms what courts said, which outranks all else; null in a row older than that
 * @param groups the groups the customer is a member of; their actions do not bind a member (T15)
 */
record DeskPerson(
    UUID customerId,
    String reference,
    String nameKey,
    @Nullable LocalDate dateOfBirth,
    boolean electedMember,
    boolean capacityInDoubt,
    List<Action> actions,
    List<AgreedAdjustment> adjustments,
    List<PersonPrecaution> precautions,
    boolean appealPending,
    List<UUID> groups,
    @Nullable List<Known> alsoKnown,
    @Nullable List<CourtTermsInForce> courtTerms) {

  /** A name and a birthday as another record has them. */
  record Known(String nameKey, @Nullable LocalDate dateOfBirth) {}

  /**
   * One action as the front line meets it.
   *
   * @param reference what letters and colleagues call it
   * @param startsAt first moment of effect
   * @param endsAt first moment without effect; null while none is in sight
   * @param noticeReference the notice that tells of it; null for an emergency not told yet
   */
  record Action(
      UUID restrictionId,
      @Nullable String reference,
      String type,
      Nature nature,
      RuleSet rules,
      Instant startsAt,
      @Nullable Instant endsAt,
      boolean served,
      LocalDate reviewOn,
      String leadService,
      @Nullable String noticeReference) {

    List<RuleInForce> rulesAt(Instant now) {
      boolean overdue = Standing.reviewOverdue(reviewOn, now);
      return rules.rules().stream()
          .map(
              rule ->
                  new RuleInForce(
                      restrictionId,
                      rule,
                      nature,
                      startsAt,
                      endsAt,
                      served,
                      overdue,
                      Bound.CUSTOMER,
                      noticeReference))
          .toList();
    }
  }

  DeskPerson {
    actions = List.copyOf(actions);
    adjustments = List.copyOf(adjustments);
    precautions = List.copyOf(precautions);
    groups = List.copyOf(groups);
    alsoKnown = alsoKnown == null ? List.of() : List.copyOf(alsoKnown);
    courtTerms = courtTerms == null ? List.of() : List.copyOf(courtTerms);
  }

  /** Every name under which the person is on record. */
  Stream<String> nameKeys() {
    return Stream.concat(Stream.of(nameKey), others().map(Known::nameKey));
  }

  /** Every birthday that is on record; more than one while the records differ. */
  Stream<LocalDate> birthdays() {
    return Stream.concat(
        Stream.ofNullable(dateOfBirth), others().flatMap(o -> Stream.ofNullable(o.dateOfBirth())));
  }

  private Stream<Known> others() {
    return alsoKnown == null ? Stream.of() : alsoKnown.stream();
  }

  Stream<CourtTermsInForce> courts() {
    return courtTerms == null ? Stream.of() : courtTerms.stream();
  }

  /** Whether it is a court's terms that go by this id, and no action of the council. */
  boolean ofCourt(UUID id) {
    return courts().anyMatch(terms -> terms.id().equals(id));
  }

  List<RuleInForce> rulesAt(Instant now) {
    return Stream.concat(
            actions.stream().flatMap(action -> action.rulesAt(now).stream()),
            courts().flatMap(terms -> terms.rulesAt(now).stream()))
        .toList();
  }

  boolean childOn(LocalDate day) {
    return birthdays().anyMatch(born -> day.isBefore(born.plusYears(18)));
  }
}
