package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * Who a single point of contact is, and within how many working days they answer (P8.3.10, T14).
 *
 * @param answerWithin working days
 */
public record ContactOfficer(OfficerId officer, OfficerId deputy, int answerWithin) {

  static final TypeId KIND = TypeId.builtIn("single-point-of-contact");

  /** How far ahead absences are looked at. */
  private static final int DAYS = 28;

  /** What an action of an earlier form left open. */
  private static final int USUAL = 5;

  static Optional<ContactOfficer> of(ImposedAction action) {
    return action.decided().typeId().equals(KIND.value())
        ? of(StoredForm.settings(action.decided().settings()))
        : Optional.empty();
  }

  static Optional<ContactOfficer> of(Settings settings) {
    UUID officer = uuid(settings.ref("officer"));
    UUID deputy = uuid(settings.ref("deputy"));
    int days =
        settings
            .find("answer-within", SettingValue.NumberValue.class)
            .map(n -> n.number().intValueExact())
            .orElse(USUAL);
    return officer == null || deputy == null
        ? Optional.empty()
        : Optional.of(new ContactOfficer(new OfficerId(officer), new OfficerId(deputy), days));
  }

  private static @Nullable UUID uuid(Ref ref) {
    try {
      return UUID.fromString(ref.id());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  boolean names(OfficerId one) {
    return officer.equals(one) || deputy.equals(one);
  }

  /**
   * The first day on which somebody has to be named: one of the two has left, or both are away at
   * once. Null while one of them is there on every day of the next four weeks (T14).
   */
  static @Nullable LocalDate uncoveredFrom(
      @Nullable OfficerView officer, @Nullable OfficerView deputy, LocalDate today) {
    if (officer == null || deputy == null) {
      return today;
    }
    LocalDate gone = earliest(officer.leftOn(), deputy.leftOn());
    for (int ahead = 0; ahead < DAYS; ahead++) {
      LocalDate day = today.plusDays(ahead);
      if (!officer.isThere(day) && !deputy.isThere(day)) {
        return gone == null || day.isBefore(gone) ? day : latest(gone, today);
      }
    }
    return gone == null ? null : latest(gone, today);
  }

  private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
