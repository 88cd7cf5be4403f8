package org.evenhand.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Telling a partner about a person (P8.2, T22): proposed, seen by data protection where needed,
 * authorised or refused by somebody else, sealed for the partner, corrected and withdrawn later.
 * Acts run inside {@code Acts}; every one refuses {@code NOT_FOUND}, and {@code STALE} where the
 * version differs.
 */
public interface Referrals {

  /** The forms that there are, by id. */
  List<ReferralForm> forms();

  Optional<ReferralView> find(ReferralId id);

  /** Those that exist. */
  Map<ReferralId, ReferralView> find(Collection<ReferralId> ids);

  /**
   * Latest first.
   *
   * @param customer null for all
   * @param decided only those that were decided, for or against
   */
  Page<ReferralView> page(@Nullable CustomerId customer, boolean decided, Page.Request request);

  /** Of each referral what the partner was told, oldest first. */
  Map<ReferralId, List<ReferralVersionView>> versions(Collection<ReferralId> referrals);

  /** What may be done with it now by this actor, from the table that guards the acts. */
  List<AvailableAction> actions(ReferralView referral, Actor actor);

  /**
   * Asks for a referral. Refused for texts that are missing, a form that does not exist, is for
   * another kind of partner or not for that purpose, a field that the form does not use or forbids
   * for that purpose, a field that it needs and that nothing is said of, no limb, no enactment
   * where the basis needs one, no consent without a reason; and, unless it is an emergency, a
   * partner that may not receive, no live agreement, a limb or a basis that the agreement does not
   * cover.
   */
  Outcome<ReferralView> propose(ReferralToPropose referral, Actor by, java.time.Instant now);

  /** The data protection officer's view, before the decision or, in an emergency, after it. */
  Outcome<ReferralView> view(
      ReferralId id,
      @Nullable Integer expectedVersion,
      boolean inFavour,
      String reasons,
      Actor by,
      java.time.Instant now);

  /**
   * Shares it: renders, signs, seals, and puts it where the partner's machine fetches it. Refused
   * for one's own proposal (but in an emergency), without the view that it needs, for what was no
   * reason against it when it was proposed and is now, and without a key to seal with.
   */
  Outcome<ReferralView> authorise(
      ReferralId id,
      @Nullable Integer expectedVersion,
      String reasons,
      Actor by,
      java.time.Instant now);

  /** Decides against it; that is on record too. */
  Outcome<ReferralView> refuse(
      ReferralId id,
      @Nullable Integer expectedVersion,
      String reasons,
      Actor by,
      java.time.Instant now);

  /** Tells the partner the whole anew, in place of what it was told. */
  Outcome<ReferralView> correct(
      ReferralId id,
      @Nullable Integer expectedVersion,
      List<FieldAnswer> answers,
      String because,
      Actor by,
      java.time.Instant now);

  /**
   * Before the decision takes the proposal back; after it tells the partner that it holds no more.
   */
  Outcome<ReferralView> withdraw(
      ReferralId id,
      @Nullable Integer expectedVersion,
      String because,
      Actor by,
      java.time.Instant now);

  /** What the partner would be given now. */
  Outcome<ReferralPreview> preview(ReferralId id);
}
