package org.evenhand.restrictions;

import java.util.Set;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A notice that somebody wants written.
 *
 * @param customerId whom it goes to; null for the customer considered; in a group a bound member,
 *     who is told of their own conduct only (T15)
 * @param why why the behaviour is not acceptable, or what was found, in words for the customer;
 *     null to use the reasons of the determination
 * @param howToReachUs how to get service meanwhile; null to use the words of the actions' types
 * @param ombudsman whom to turn to afterwards, besides those that the case's matters ask for (F4)
 * @param variant the version of the letter; null for the one that the agreed adjustments ask for
 */
public record NoticeToWrite(
    ConsiderationId considerationId,
    @Nullable CustomerId customerId,
    @Nullable String why,
    @Nullable String howToReachUs,
    Set<Ombudsman> ombudsman,
    PlannedService planned,
    Language lang,
    @Nullable LetterVariant variant) {

  /** In the version that the customer's agreed adjustments ask for (F3). */
  public NoticeToWrite(
      ConsiderationId considerationId,
      @Nullable CustomerId customerId,
      @Nullable String why,
      @Nullable String howToReachUs,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang) {
    this(considerationId, customerId, why, howToReachUs, ombudsman, planned, lang, null);
  }

  public NoticeToWrite {
    ombudsman = Set.copyOf(ombudsman);
  }
}
