package org.evenhand.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Effect;
import org.evenhand.spi.RuleLanguage;
import org.jspecify.annotations.Nullable;

/** What has to be looked up before rules can be evaluated. */
public final class RuleNeeds {
  private RuleNeeds() {}

  /** Which recent contacts the rules count; empty when they count none. */
  public static Set<CountScope> counts(List<RuleInForce> rules) {
    var scopes = new HashSet<CountScope>();
    for (RuleInForce inForce : rules) {
      collect(inForce.rule().when(), scopes);
      if (inForce.rule().effect() instanceof Effect.Limit limit) {
        scopes.add(limit.scope());
      } else if (inForce.rule().effect() instanceof Effect.Ask ask) {
        if (ask.ifYes() instanceof Effect.Limit limit) {
          scopes.add(limit.scope());
        }
        if (ask.ifNo() instanceof Effect.Limit limit) {
          scopes.add(limit.scope());
        }
      }
    }
    return scopes;
  }

  /** The moment from which recent contacts matter; null when none do. */
  public static @Nullable Instant lookBackTo(List<RuleInForce> rules, Instant at) {
    Instant earliest = null;
    for (CountScope scope : counts(rules)) {
      Instant from = at.atZone(RuleLanguage.ZONE).minus(scope.period()).toInstant();
      if (earliest == null || from.isBefore(earliest)) {
        earliest = from;
      }
    }
    return earliest;
  }

  private static void collect(Condition condition, Set<CountScope> scopes) {
    switch (condition) {
      case Condition.RecentContacts c -> scopes.add(c.scope());
      case Condition.AllOf c -> c.conditions().forEach(part -> collect(part, scopes));
      case Condition.AnyOf c -> c.conditions().forEach(part -> collect(part, scopes));
      case Condition.Not c -> collect(c.condition(), scopes);
      default -> {}
    }
  }
}
