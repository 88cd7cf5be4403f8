package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Sequences.REFERENCE_NUMBER;
import static org.evenhand.restrictions.internal.jooq.Tables.SETTINGS_FORM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.restrictions.internal.Judging.Judged;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes down what was decided, with the form it was filled in with and the rules it became. */
@Component
class StoringActions {

  private final ImposedActions actions;
  private final WorkingDays workingDays;
  private final DSLContext dsl;

  StoringActions(ImposedActions actions, WorkingDays workingDays, DSLContext dsl) {
    this.actions = actions;
    this.workingDays = workingDays;
    this.dsl = dsl;
  }

  /** A new row; what earlier rows say is not touched. */
  ImposedAction store(
      RestrictionToImpose proposed,
      Judged judged,
      Role as,
      ImposedAction.Succession succession,
      ImposedAction.Progress progress,
      Instant now) {
    return store(proposed, judged, as, succession, progress, now, false);
  }

  /** As above, of what was decided on another day and elsewhere. */
  ImposedAction takeOver(
      RestrictionToImpose proposed,
      Judged judged,
      ImposedAction.Progress progress,
      Instant imposedAt) {
    return store(
        proposed,
        judged,
        Role.HEAD_OF_CUSTOMER_SERVICES,
        ImposedAction.Succession.FIRST,
        progress,
        imposedAt,
        true);
  }

  private ImposedAction store(
      RestrictionToImpose proposed,
      Judged judged,
      Role as,
      ImposedAction.Succession succession,
      ImposedAction.Progress progress,
      Instant imposedAt,
      boolean takenOver) {
    Proposal proposal = judged.proposal();
    Surroundings around = judged.around();
    Installed installed = Objects.requireNonNull(judged.installed());
    String descriptors = StoredForm.descriptors(installed.type().settings());
    String digest = StoredForm.digest(descriptors);
    dsl.insertInto(SETTINGS_FORM)
        .set(SETTINGS_FORM.DIGEST, digest)
        .set(SETTINGS_FORM.TYPE_ID, proposed.type().value())
        .set(SETTINGS_FORM.SETTINGS_VERSION, installed.type().settingsVersion())
        .set(SETTINGS_FORM.DESCRIPTORS, descriptors)
        .onConflictDoNothing()
        .execute();
    LocalDate today = around.today();
    ActorId by = around.actor().id();
    var scope = proposed.scope();
    var decided =
        new ImposedAction.Decided(
            String.format(Locale.ROOT, "R-%06d", dsl.nextval(REFERENCE_NUMBER)),
            around.customer().id().value(),
            proposed.considerationId().value(),
            proposed.type().value(),
            installed.pluginId(),
            installed.pluginVersion(),
            proposed.nature(),
            proposal.appealable(),
            StoredForm.settings(proposal.settings()),
            installed.type().settingsVersion(),
            digest,
            StoredForm.rules(proposal.ruleSet()),
            around.basis().leadService().value(),
            scope.serviceAreas().stream().map(ServiceAreaCode::value).toList(),
            proposal.buildings().stream().map(UUID::toString).sorted().toList(),
            scope.wholeCouncil(),
            proposal.corporate(),
            proposed.reasons().conduct(),
            proposed.reasons().harm(),
            proposed.reasons().whyThis(),
            proposed.reasons().whyNothingLess(),
            proposed.answering(),
            proposed.endsSoonerWhen(),
            proposed.startsOn(),
            proposed.endsOn(),
            proposed.permanent(),
            proposed.extremeCaseReason(),
            proposed.longerTermReason(),
            proposed.emergency(),
            proposed.emergencyReason(),
            proposed.emergency() ? workingDays.plus(today, 1) : null,
            around.policy().id().value(),
            imposedAt,
            by.value(),
            as,
            takenOver);
    return actions.save(
        new ImposedAction(
            Ids.next(), null, decided, succession, progress, ImposedAction.Course.STRAIGHT));
  }
}
