package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.pluginhost.ImpactOfPlugins;
import org.evenhand.pluginhost.InstalledRestrictionType;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Upgrade;
import org.springframework.stereotype.Component;

/**
 * The actions that stand and were made with what a plugin brings: what its leaving would cut off,
 * and which of them another version would compile differently. None of them changes by it: what was
 * compiled when it was decided is what counts, is explained and is reviewed (P8.3, T9).
 */
@Component
class ActionsOfPlugins implements OpenPluginWork, ImpactOfPlugins {

  private final ImposedActions actions;
  private final FrontDeskWriter frontDesk;
  private final WorkingDays workingDays;
  private final Clock clock;

  ActionsOfPlugins(
      ImposedActions actions, FrontDeskWriter frontDesk, WorkingDays workingDays, Clock clock) {
    this.actions = actions;
    this.frontDesk = frontDesk;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  @Override
  public List<OpenPluginWork.Item> of(Set<String> pluginIds) {
    return actions.liveOfPlugins(pluginIds).stream()
        .map(
            action ->
                new OpenPluginWork.Item(
                    "RESTRICTION", about(action), TypeId.of(action.decided().typeId())))
        .toList();
  }

  @Override
  public Impact of(String pluginId, List<InstalledRestrictionType> other) {
    List<ImposedAction> standing = actions.liveOfPlugins(Set.of(pluginId));
    var different = new ArrayList<ImpactOfPlugins.Item>();
    for (ImposedAction action : standing) {
      change(action, other)
          .ifPresent(
              change ->
                  different.add(
                      new ImpactOfPlugins.Item(
                          about(action), TypeId.of(action.decided().typeId()), change)));
    }
    return new Impact(standing.size(), different);
  }

  private static GlobalId about(ImposedAction action) {
    return new GlobalId("Restriction", action.id());
  }

  /** Empty where it would compile to the same. */
  private Optional<Change> change(ImposedAction action, List<InstalledRestrictionType> other) {
    var decided = action.decided();
    Optional<RestrictionType> type =
        other.stream()
            .map(InstalledRestrictionType::type)
            .filter(t -> t.id().value().equals(decided.typeId()))
            .findFirst();
    if (type.isEmpty()) {
      return Optional.of(Change.TYPE_GONE);
    }
    try {
      Settings settings = StoredForm.settings(decided.settings());
      if (type.get().settingsVersion() != decided.settingsVersion()) {
        switch (type.get().upgrade(decided.settingsVersion(), settings)) {
          case Upgrade.Upgraded(Settings upgraded) -> settings = upgraded;
          case Upgrade.NeedsDecision ignored -> {
            return Optional.of(Change.NEEDS_DECISION);
          }
        }
      }
      if (!type.get().validate(settings).isEmpty()) {
        return Optional.of(Change.NEEDS_DECISION);
      }
      return change(decided, type.get().compile(settings));
    } catch (PluginUnavailableException | IllegalArgumentException failed) {
      return Optional.of(Change.NOT_COMPILED);
    }
  }

  private Optional<Change> change(ImposedAction.Decided decided, List<Rule> compiled) {
    String rules = StoredForm.rules(RuleSet.of(compiled));
    if (rules.equals(decided.rules())) {
      return Optional.empty();
    }
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    boolean harsher =
        HarsherTerms.possible(
            new HarsherTerms.Terms(
                StoredForm.rules(decided.rules()).rules(), decided.nature(), decided.endsOn()),
            new HarsherTerms.Terms(compiled, decided.nature(), decided.endsOn()),
            today,
            frontDesk.currentDirectory(workingDays));
    return Optional.of(harsher ? Change.TIGHTENS : Change.LOOSENS);
  }
}
