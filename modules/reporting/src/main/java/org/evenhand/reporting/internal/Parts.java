package org.evenhand.reporting.internal;

import java.util.Arrays;
import java.util.List;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.designation.Category;
import org.evenhand.designation.CloseCause;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.ObligationKind;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Measure;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;

/** The parts that a breakdown always has, so that one of which there was none can be told. */
final class Parts {

  private Parts() {}

  /** As codes; none where a council or a plugin adds its own. */
  static List<String> of(Measure measure, Axis axis) {
    return switch (axis) {
      case FAMILY -> codes(ConductFamily.values());
      case CHANNEL -> codes(Channel.values());
      case CAUSE -> codes(ContactCause.values());
      case STRAND -> codes(HateStrand.values());
      case CATEGORY -> codes(Category.values());
      case CLOSING -> codes(CloseCause.values());
      case NATURE -> codes(Nature.values());
      case CHANGE -> codes(RestrictionDecision.VARIED, RestrictionDecision.EXTENDED);
      case ENDING -> List.of("LIFTED", "LAPSED");
      case OUTCOME -> codes(AppealOutcome.values());
      case DECISION -> codes(AdjustmentStatus.AGREED, AdjustmentStatus.DECLINED);
      case OBLIGATION ->
          measure == Measure.ONWARD_REPORTS
              ? codes(ObligationKind.values())
              : Obligations.ALL.stream().sorted().toList();
      case FAULT -> codes(Fault.values());
      case BEHAVIOUR, TYPE, DUTY, REPORT, EQUALITY, RETURNED, IMPACT -> List.of();
    };
  }

  private static List<String> codes(Enum<?>... parts) {
    return Arrays.stream(parts).map(Enum::name).toList();
  }
}
