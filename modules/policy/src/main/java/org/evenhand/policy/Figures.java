package org.evenhand.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;

/**
 * All figures of a version, each within its bounds and in harmony with the others. A key that is
 * not set has the policy's own value, so that a version written before a figure existed has it too.
 * Values that are out of bounds or do not agree cannot be made into figures.
 */
public final class Figures {

  private static final Figures STANDARD = new Figures(new EnumMap<>(FigureKey.class));

  private final Map<FigureKey, Integer> values;

  private Figures(Map<FigureKey, Integer> set) {
    var all = new EnumMap<FigureKey, Integer>(FigureKey.class);
    for (FigureKey key : FigureKey.values()) {
      all.put(key, set.getOrDefault(key, key.standard()));
    }
    this.values = Collections.unmodifiableMap(all);
  }

  /** The policy's own values. */
  public static Figures standard() {
    return STANDARD;
  }

  /**
   * As kept in a version.
   *
   * @throws IllegalArgumentException if a value is out of bounds or does not agree with another
   */
  public static Figures of(Map<FigureKey, Integer> set) {
    List<Figure> stated =
        set.entrySet().stream()
            .map(e -> new Figure(e.getKey(), e.getValue(), e.getKey().unit()))
            .toList();
    return switch (STANDARD.with(stated)) {
      case Outcome.Done<Figures>(Figures figures, var ignored) -> figures;
      case Outcome.Refused<Figures>(List<Refusal> refusals) ->
          throw new IllegalArgumentException("not a version's figures: " + refusals);
    };
  }

  /**
   * These figures with some of them changed. Refused: another unit than the figure's ({@code
   * FIGURE_WRONG_UNIT}), a value outside the bounds ({@code FIGURE_OUT_OF_BOUNDS}), a figure stated
   * twice ({@code FIGURE_TWICE}), and figures that contradict each other ({@code
   * FIGURES_DISAGREE}).
   */
  public Outcome<Figures> with(List<Figure> changes) {
    var refusals = new ArrayList<Refusal>();
    var changed = new EnumMap<FigureKey, Integer>(FigureKey.class);
    for (int i = 0; i < changes.size(); i++) {
      Figure figure = changes.get(i);
      FigureKey key = figure.key();
      String place = Integer.toString(i);
      if (figure.unit() != key.unit()) {
        refusals.add(
            Refusal.at(
                "FIGURE_WRONG_UNIT",
                Map.of("figure", key.name(), "unit", key.unit().name()),
                "figures",
                place,
                "unit"));
      }
      if (figure.value() < key.least() || figure.value() > key.most()) {
        refusals.add(
            Refusal.at(
                "FIGURE_OUT_OF_BOUNDS",
                Map.of(
                    "figure",
                    key.name(),
                    "least",
                    Integer.toString(key.least()),
                    "most",
                    Integer.toString(key.most())),
                "figures",
                place,
                "value"));
      }
      if (changed.put(key, figure.value()) != null) {
        refusals.add(
            Refusal.at("FIGURE_TWICE", Map.of("figure", key.name()), "figures", place, "key"));
      }
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var merged = new HashMap<>(values);
    merged.putAll(changed);
    var figures = new Figures(merged);
    refusals.addAll(figures.disagreements());
    return refusals.isEmpty() ? Outcome.done(figures) : Outcome.refused(refusals);
  }

  private List<Refusal> disagreements() {
    var found = new ArrayList<Refusal>();
    notAfter(FigureKey.REVIEW_AFTER_MONTHS, FigureKey.LONGEST_REVIEW_MONTHS, found);
    notAfter(FigureKey.FIRST_CLASS, FigureKey.SECOND_CLASS, found);
    notAfter(FigureKey.KEEP_UNFOUNDED_MONTHS, FigureKey.KEEP_INCIDENT_MONTHS, found);
    notAfter(FigureKey.KEEP_INCIDENT_MONTHS, FigureKey.KEEP_DECISION_MONTHS, found);
    notAfter(FigureKey.OMBUDSMAN_MONTHS, FigureKey.KEEP_DECISION_MONTHS, found);
    return found;
  }

  private void notAfter(FigureKey sooner, FigureKey later, List<Refusal> found) {
    if (get(sooner) > get(later)) {
      found.add(
          Refusal.at(
              "FIGURES_DISAGREE",
              Map.of("figure", sooner.name(), "other", later.name()),
              "figures"));
    }
  }

  /** The value, in the key's own unit. */
  public int get(FigureKey key) {
    return values.getOrDefault(key, key.standard());
  }

  /**
   * Yes or no.
   *
   * @throws IllegalArgumentException for a figure that is no flag
   */
  public boolean flag(FigureKey key) {
    if (key.unit() != FigureUnit.FLAG) {
      throw new IllegalArgumentException(key + " is counted in " + key.unit());
    }
    return get(key) == 1;
  }

  /** Every key with its value. */
  public Map<FigureKey, Integer> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && values.equals(figures.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
