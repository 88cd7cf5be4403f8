package org.evenhand.restrictions.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;

/**
 * Holds a type's rules to the scope that was decided: a rule for one service says nothing about
 * another (F8, F12). What is about places is held to its places by the type itself.
 */
final class Scoping {

  private Scoping() {}

  /** The rules with the scope as their outermost condition. */
  static List<Rule> bind(List<Rule> rules, ActionScope scope, Axis axis) {
    if (scope.wholeCouncil() || axis == Axis.WHERE || scope.serviceAreas().isEmpty()) {
      return rules;
    }
    Condition inScope =
        new Condition.ServiceAreaIn(
            scope.serviceAreas().stream()
                .map(code -> Ref.serviceArea(code.value()))
                .collect(Collectors.toSet()),
            false);
    return rules.stream()
        .map(rule -> with(rule, new Condition.AllOf(List.of(inScope, rule.when()))))
        .toList();
  }

  /** The rules as the type wrote them, to compare those of overlapping scopes with each other. */
  static Rule unbind(Rule rule) {
    return rule.when() instanceof Condition.AllOf(List<Condition> parts)
            && parts.size() == 2
            && parts.getFirst() instanceof Condition.ServiceAreaIn
        ? with(rule, parts.get(1))
        : rule;
  }

  /** Whether two actions speak about some service both. No named service means every one. */
  static boolean overlap(
      boolean oneWhole, Set<ServiceAreaCode> one, boolean otherWhole, Set<ServiceAreaCode> other) {
    return oneWhole
        || otherWhole
        || one.isEmpty()
        || other.isEmpty()
        || one.stream().anyMatch(other::contains);
  }

  private static Rule with(Rule rule, Condition when) {
    return new Rule(rule.id(), when, rule.effect(), rule.words(), rule.citation(), rule.source());
  }
}
