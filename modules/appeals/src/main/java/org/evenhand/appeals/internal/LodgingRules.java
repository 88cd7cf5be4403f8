package org.evenhand.appeals.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.appeals.AppealToLodge;
import org.evenhand.appeals.LodgedBy;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.intake.RepresentativeView;
import org.jspecify.annotations.Nullable;

/** What an appeal must be to be put on record. Being late is no reason to refuse it here (T8). */
final class LodgingRules {

  private static final int LONGEST_GROUNDS = 10_000;
  private static final int LONGEST_ADJUSTMENT = 500;

  private LodgingRules() {}

  /**
   * @param records all that are known to be about the person whom the notice is to
   * @param representative the one named, if recorded
   * @param lodgedBefore whether there is an appeal against this notice
   */
  static List<Refusal> refusals(
      AppealToLodge appeal,
      NoticeView notice,
      Collection<CustomerId> records,
      Optional<RepresentativeView> representative,
      boolean lodgedBefore,
      LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    if (!notice.appealable()) {
      refusals.add(Refusal.at("NOTICE_NOT_APPEALABLE", "notice"));
    }
    if (lodgedBefore) {
      refusals.add(Refusal.at("APPEAL_ALREADY_LODGED", "notice"));
    }
    checkWho(appeal, records, representative, refusals);
    checkDates(appeal, notice, today, refusals);
    if (appeal.grounds() != null) {
      add(refusals, Acts.text(appeal.grounds(), LONGEST_GROUNDS, "grounds"));
    } else if (!appeal.groundCodes().isEmpty()) {
      refusals.add(Refusal.at("APPEAL_CODES_WITHOUT_WORDS", "grounds"));
    }
    return refusals;
  }

  private static void checkWho(
      AppealToLodge appeal,
      Collection<CustomerId> records,
      Optional<RepresentativeView> representative,
      List<Refusal> refusals) {
    if (appeal.lodgedBy() != LodgedBy.TAKEN_DOWN) {
      if (!appeal.channel().written()) {
        refusals.add(Refusal.at("APPEAL_NOT_IN_WRITING", "channel"));
      }
      if (appeal.adjustment() != null) {
        refusals.add(Refusal.at("APPEAL_ADJUSTMENT_NOT_EXPECTED", "adjustment"));
      }
    } else if (appeal.adjustment() == null || appeal.adjustment().isBlank()) {
      refusals.add(Refusal.at("APPEAL_ADJUSTMENT_MISSING", "adjustment"));
    } else {
      add(refusals, Acts.text(appeal.adjustment(), LONGEST_ADJUSTMENT, "adjustment"));
    }
    if (appeal.lodgedBy() != LodgedBy.REPRESENTATIVE) {
      if (appeal.representative() != null) {
        refusals.add(Refusal.at("REPRESENTATIVE_NOT_EXPECTED", "representative"));
      }
    } else if (appeal.representative() == null) {
      refusals.add(Refusal.at("REPRESENTATIVE_MISSING", "representative"));
    } else if (representative.filter(r -> records.contains(r.customerId())).isEmpty()) {
      refusals.add(Refusal.notFound("Representative", "representative"));
    } else if (representative
        .filter(r -> r.authority() != RepresentativeAuthority.NONE_SEEN)
        .filter(r -> r.runsOn(appeal.receivedOn()))
        .isEmpty()) {
      refusals.add(Refusal.at("REPRESENTATIVE_WITHOUT_AUTHORITY", "representative"));
    }
  }

  private static void checkDates(
      AppealToLodge appeal, NoticeView notice, LocalDate today, List<Refusal> refusals) {
    LocalDate issued = notice.issuedAt().atZone(WorkingDays.LONDON).toLocalDate();
    if (appeal.receivedOn().isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "receivedOn"));
    }
    LocalDate sentOn = appeal.sentOn();
    if (sentOn != null && sentOn.isAfter(appeal.receivedOn())) {
      refusals.add(Refusal.at("APPEAL_SENT_AFTER_RECEIVED", "sentOn"));
    }
    if (appeal.receivedOn().isBefore(issued)) {
      refusals.add(
          Refusal.at("APPEAL_BEFORE_NOTICE", Map.of("issued", issued.toString()), "receivedOn"));
    } else if (sentOn != null && sentOn.isBefore(issued)) {
      refusals.add(
          Refusal.at("APPEAL_BEFORE_NOTICE", Map.of("issued", issued.toString()), "sentOn"));
    }
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
