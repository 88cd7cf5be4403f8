package org.evenhand.rules;

import static org.evenhand.rules.EffectKind.ANSWER_ON;
import static org.evenhand.rules.EffectKind.DECLINE;
import static org.evenhand.rules.EffectKind.LIMIT;
import static org.evenhand.rules.EffectKind.REDIRECT;
import static org.evenhand.rules.EffectKind.REQUIRE;
import static org.evenhand.rules.Resolution.ADD_UP;
import static org.evenhand.rules.Resolution.BOTH_STAND;
import static org.evenhand.rules.Resolution.EARLIER_DAY;
import static org.evenhand.rules.Resolution.HIGHER_STANDS;
import static org.evenhand.rules.Resolution.HIGHER_WHERE_SAME_KIND;
import static org.evenhand.rules.Resolution.REDIRECT_STANDS;
import static org.evenhand.rules.Resolution.REDIRECT_UNLESS_BARRED;

import java.util.List;
import org.evenhand.spi.RuleSource;

/**
 * The combination table: how any two effects from any two sources stand to each other when both
 * apply to one contact. Carve-outs come before it. It is symmetric, so the order of rules cannot
 * matter, and total: a pair that no row names stands side by side.
 *
 * <p>Standing: a court over safety over the policy and providers, which are alike.
 */
public final class Combination {
  /** What a row says about the standing of the first effect against the second. */
  public enum Against {
    HIGHER,
    EQUAL,
    LOWER,
    /** HIGHER or EQUAL. */
    AT_LEAST,
    /** HIGHER or LOWER. */
    UNEQUAL,
    ANY;

    boolean holds(int difference) {
      return switch (this) {
        case HIGHER -> difference > 0;
        case EQUAL -> difference == 0;
        case LOWER -> difference < 0;
        case AT_LEAST -> difference >= 0;
        case UNEQUAL -> difference != 0;
        case ANY -> true;
      };
    }
  }

  /**
   * One row: {@code first}, standing so against {@code second}, gives {@code resolution}; read in
   * both directions.
   */
  public record Row(EffectKind first, Against standing, EffectKind second, Resolution resolution) {}

  /** The table as written down; every pair that is not here gives {@link Resolution#BOTH_STAND}. */
  public static final List<Row> ROWS =
      List.of(
          new Row(DECLINE, Against.AT_LEAST, REDIRECT, REDIRECT_UNLESS_BARRED),
          new Row(DECLINE, Against.LOWER, REDIRECT, REDIRECT_STANDS),
          new Row(LIMIT, Against.AT_LEAST, REDIRECT, REDIRECT_UNLESS_BARRED),
          new Row(LIMIT, Against.LOWER, REDIRECT, REDIRECT_STANDS),
          new Row(REDIRECT, Against.UNEQUAL, REDIRECT, HIGHER_WHERE_SAME_KIND),
          new Row(REQUIRE, Against.ANY, REQUIRE, ADD_UP),
          new Row(ANSWER_ON, Against.UNEQUAL, ANSWER_ON, HIGHER_STANDS),
          new Row(ANSWER_ON, Against.EQUAL, ANSWER_ON, EARLIER_DAY));

  private static final int KINDS = EffectKind.values().length;
  private static final int SOURCES = RuleSource.values().length;
  private static final Resolution[] TABLE = table();

  private Combination() {}

  /** The standing of a source: more outranks less, equal ranks alike. */
  public static int rank(RuleSource source) {
    return switch (source) {
      case COURT -> 2;
      case SAFETY -> 1;
      case POLICY, PROVIDER -> 0;
    };
  }

  /** How an effect of one source stands to an effect of another; never null. */
  public static Resolution of(
      EffectKind first, RuleSource firstSource, EffectKind second, RuleSource secondSource) {
    return TABLE[index(first, firstSource, second, secondSource)];
  }

  private static int index(EffectKind a, RuleSource sa, EffectKind b, RuleSource sb) {
    return ((a.ordinal() * SOURCES + sa.ordinal()) * KINDS + b.ordinal()) * SOURCES + sb.ordinal();
  }

  private static Resolution[] table() {
    var table = new Resolution[KINDS * SOURCES * KINDS * SOURCES];
    for (EffectKind a : EffectKind.values()) {
      for (RuleSource sa : RuleSource.values()) {
        for (EffectKind b : EffectKind.values()) {
          for (RuleSource sb : RuleSource.values()) {
            table[index(a, sa, b, sb)] = written(a, sa, b, sb);
          }
        }
      }
    }
    return table;
  }

  private static Resolution written(EffectKind a, RuleSource sa, EffectKind b, RuleSource sb) {
    int difference = rank(sa) - rank(sb);
    for (Row row : ROWS) {
      boolean forward = row.first() == a && row.second() == b && row.standing().holds(difference);
      boolean backward = row.first() == b && row.second() == a && row.standing().holds(-difference);
      if (forward || backward) {
        return row.resolution();
      }
    }
    return BOTH_STAND;
  }
}
