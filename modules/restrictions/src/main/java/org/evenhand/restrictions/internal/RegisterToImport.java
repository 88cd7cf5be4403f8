package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A register that was kept before, as somebody hands it over.
 *
 * @param source what that register is called, always the same: with an entry's own reference it
 *     tells whether the entry is here already
 */
public record RegisterToImport(String source, List<Entry> entries) {

  public RegisterToImport {
    entries = List.copyOf(entries);
  }

  /** How it was sent, and on which day. */
  public record Sent(ServiceMethod how, LocalDate on) {}

  /**
   * One restriction of that register. What is not known is null, or blank; nothing is made up.
   *
   * @param reference what that register calls it
   * @param customer whom it binds; null where {@code identity} says who it is
   * @param identity by what the person can be recognised; who is not known here is registered
   * @param nature restrictive or safety; help needs no taking over
   * @param settings the form of the kind of action, as it was in effect
   * @param sent when and how the customer was told; null where that is not known, and then it has
   *     no effect before they are (T9)
   * @param endsOn null where none is known, which makes it no endless one (F2)
   * @param permanentBecause why it was decided without an end; null unless it was (P8.3.13)
   * @param reviewOn null where none is known, and then it is to be reviewed at once
   * @param decidedBy name and post; null where not known (F15)
   * @param appealTold whether the customer was told how to appeal (F4)
   * @param wording what it said, in that register's words; null unless given
   */
  public record Entry(
      String reference,
      @Nullable CustomerId customer,
      ContactQuestion.@Nullable Identity identity,
      TypeId type,
      Nature nature,
      Settings settings,
      int settingsVersion,
      ServiceAreaCode leadService,
      ActionScope scope,
      LocalDate imposedOn,
      @Nullable Sent sent,
      @Nullable LocalDate endsOn,
      @Nullable String permanentBecause,
      @Nullable LocalDate reviewOn,
      @Nullable String decidedBy,
      Reasons reasons,
      String endsSoonerWhen,
      boolean appealTold,
      @Nullable String wording) {

    RestrictionToImpose asDecided(ConsiderationId consideration, CustomerId whom, LocalDate today) {
      return new RestrictionToImpose(
          consideration,
          whom,
          type,
          nature,
          settings,
          settingsVersion,
          scope,
          reasons,
          Answering.MANNER,
          endsSoonerWhen,
          null,
          endsOn,
          permanentBecause != null,
          permanentBecause,
          null,
          reviewOn == null ? today : reviewOn,
          false,
          null);
    }

    /** The same for the same entry; whom it is about does not go into it. */
    String digest() {
      return StoredForm.digest(
          String.join(
              "\u001f",
              List.of(
                  type.value(),
                  nature.name(),
                  StoredForm.settings(settings),
                  leadService.value(),
                  new TreeSet<>(scope.serviceAreas()).toString(),
                  Boolean.toString(scope.wholeCouncil()),
                  imposedOn.toString(),
                  String.valueOf(sent),
                  String.valueOf(endsOn),
                  String.valueOf(permanentBecause),
                  String.valueOf(reviewOn),
                  String.valueOf(decidedBy),
                  reasons.toString(),
                  endsSoonerWhen,
                  Boolean.toString(appealTold),
                  String.valueOf(wording))));
    }
  }
}
