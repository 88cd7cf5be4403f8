package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.BehaviourId;
import org.evenhand.intake.BehaviourSource;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.DefiningBehaviours;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BehaviourDesk implements DefiningBehaviours {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final int LONGEST_CODE = 60;
  private static final int LONGEST_DESCRIPTION = 2_000;

  private final StoredBehaviours stored;

  BehaviourDesk(StoredBehaviours stored) {
    this.stored = stored;
  }

  @Override
  @Transactional
  public Outcome<BehaviourView> define(BehaviourToDefine command, Actor actor, Instant now) {
    Optional<AddedBehaviour> before = stored.findByCode(command.code());
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate from =
        command.from() != null ? command.from() : before.map(b -> b.fromDay()).orElse(today);
    String english = Checked.tidy(command.words().values().get("en"));
    boolean ours = !Catalogue.OF_POLICY.containsKey(command.code());
    var checked =
        new Checked()
            .refuse(
                command.code().length() > LONGEST_CODE || !CODE.matcher(command.code()).matches(),
                Refusal.at("CODE_ILL_FORMED", "code"))
            .refuse(!ours, Refusal.at("BEHAVIOUR_NOT_OURS", "code"))
            .needed(english, Checked.LINE, "words")
            .bounded(command.words().values().get("cy"), Checked.LINE, "wordsInWelsh")
            .bounded(command.description().values().get("en"), LONGEST_DESCRIPTION, "description")
            .bounded(
                command.description().values().get("cy"), LONGEST_DESCRIPTION, "descriptionInWelsh")
            .refuse(
                NeutralWords.blame(command.words(), command.description())
                    .map(word -> Refusal.at("WORDS_NOT_NEUTRAL", Map.of("word", word), "words"))
                    .orElse(null))
            .refuse(
                command.family() == ConductFamily.PERSISTENCE && !command.patternOnly(),
                Refusal.at("PERSISTENCE_IS_A_PATTERN", "patternOnly"));
    before.ifPresentOrElse(
        b -> checked.refuse(mayChange(b, command, from)),
        () ->
            checked.refuse(
                command.expectedVersion() != null && ours, Refusal.notFound("Behaviour", "code")));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    return Outcome.done(
        stored
            .save(
                new AddedBehaviour(
                    before.map(AddedBehaviour::id).orElseGet(() -> BehaviourId.next().value()),
                    before.map(AddedBehaviour::version).orElse(null),
                    command.code(),
                    BehaviourSource.COUNCIL,
                    null,
                    command.family(),
                    command.patternOnly(),
                    Objects.requireNonNull(english),
                    Checked.tidy(command.words().values().get("cy")),
                    Checked.tidy(command.description().values().get("en")),
                    Checked.tidy(command.description().values().get("cy")),
                    Rows.names(command.opens()),
                    from,
                    null,
                    before.map(AddedBehaviour::definedAt).orElse(now),
                    before.map(AddedBehaviour::definedBy).orElse(actor.id().value()),
                    null))
            .view());
  }

  private static @Nullable Refusal mayChange(
      AddedBehaviour before, BehaviourToDefine command, LocalDate from) {
    if (before.source() != BehaviourSource.COUNCIL) {
      return Refusal.at("BEHAVIOUR_NOT_OURS", "code");
    }
    if (command.expectedVersion() == null) {
      return Refusal.at("BEHAVIOUR_ON_RECORD", "code");
    }
    if (before.retiredBecause() != null) {
      return Refusal.at("BEHAVIOUR_RETIRED", "code");
    }
    Refusal stale = Acts.stale(command.expectedVersion(), version(before));
    if (stale != null) {
      return stale;
    }
    return before.family() != command.family()
            || before.patternOnly() != command.patternOnly()
            || !before.fromDay().equals(from)
        ? Refusal.at("BEHAVIOUR_STAYS_WHAT_IT_IS", "code")
        : null;
  }

  @Override
  @Transactional
  public Outcome<BehaviourView> retire(BehaviourToRetire command, Actor actor, Instant now) {
    if (Catalogue.OF_POLICY.containsKey(command.code())) {
      return Outcome.refused(Refusal.at("BEHAVIOUR_NOT_OURS", "code"));
    }
    Optional<AddedBehaviour> found = stored.findByCode(command.code());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Behaviour", "code"));
    }
    AddedBehaviour before = found.get();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate lastDay = command.lastDay() == null ? today : command.lastDay();
    var checked =
        new Checked()
            .refuse(
                before.source() != BehaviourSource.COUNCIL,
                Refusal.at("BEHAVIOUR_NOT_OURS", "code"))
            .refuse(before.retiredBecause() != null, Refusal.at("BEHAVIOUR_RETIRED", "code"))
            .refuse(Acts.stale(command.expectedVersion(), version(before)))
            .needed(command.reason(), Checked.LINE, "reason")
            .notAfter(lastDay, today, "lastDay")
            .refuse(lastDay.isBefore(before.fromDay()), Refusal.at("ENDS_BEFORE_START", "lastDay"));
    return checked.refused()
        ? Outcome.refused(checked.refusals())
        : Outcome.done(stored.save(before.retired(lastDay, command.reason().strip())).view());
  }

  private static int version(AddedBehaviour behaviour) {
    return behaviour.version() == null ? 0 : behaviour.version();
  }
}
