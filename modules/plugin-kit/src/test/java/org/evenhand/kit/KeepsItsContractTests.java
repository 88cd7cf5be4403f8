package org.evenhand.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.evenhand.spi.Upgrade;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A good type keeps the whole contract; a type spoiled in one place breaks the part about it. */
class KeepsItsContractTests extends RestrictionTypeContractTests {

  @Override
  protected RestrictionType type() {
    return new NoDrones();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(NoDrones.SETTINGS);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "a drone is asked down",
            NoDrones.SETTINGS,
            ContactFacts.ordinary(at(MONDAY, 12, 0), Channel.FACE_TO_FACE)
                .activity("drone-flying")
                .build(),
            Verdict.DECLINE_THIS_CONTACT,
            LineCode.DECLINED));
  }

  /** The contract as a spoiled type's author would run it. */
  private static final class ContractOf extends RestrictionTypeContractTests {
    private final RestrictionType type;
    private final List<Settings> examples;
    private final Map<Integer, List<Settings>> stored;

    ContractOf(RestrictionType type) {
      this(type, List.of(NoDrones.SETTINGS), Map.of());
    }

    ContractOf(RestrictionType type, List<Settings> examples, Map<Integer, List<Settings>> stored) {
      this.type = type;
      this.examples = examples;
      this.stored = stored;
    }

    @Override
    protected RestrictionType type() {
      return type;
    }

    @Override
    protected List<Settings> examples() {
      return examples;
    }

    @Override
    protected Map<Integer, List<Settings>> stored() {
      return stored;
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of();
    }
  }

  private interface Part {
    void run(RestrictionTypeContractTests contract) throws Exception;
  }

  private static void breaks(RestrictionType type, Part part) {
    breaks(new ContractOf(type), part);
  }

  private static void breaks(RestrictionTypeContractTests contract, Part part) {
    assertThatThrownBy(() -> part.run(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("F2: a review later than 12 months is found")
  void findsALateReview() {
    breaks(
        new NoDrones() {
          @Override
          public Period reviewInterval() {
            return Period.ofMonths(13);
          }
        },
        RestrictionTypeContractTests::describesItself);
  }

  @Test
  @DisplayName("P10.1: a restrictive type without appeal is found")
  void findsAMissingAppeal() {
    breaks(
        new NoDrones() {
          @Override
          public Appealability appealability() {
            return Appealability.NOT_APPEALABLE;
          }
        },
        RestrictionTypeContractTests::whatCanRestrictCanBeAppealed);
  }

  @Test
  @DisplayName("P9.3: a type that closes every door is found")
  void findsATypeThatLeavesNoRoute() {
    breaks(
        new NoDrones() {
          @Override
          public List<Rule> compile(Settings settings) {
            return List.of(rule(Condition.inbound(), Effect.decline()));
          }
        },
        RestrictionTypeContractTests::leavesARouteOpen);
  }

  @Test
  @DisplayName("T28: words that blame are found, in letters and at the desk")
  void findsWordsThatBlame() {
    breaks(
        new NoDrones() {
          @Override
          public LetterWording letter(Settings settings) {
            return new LetterWording(
                Texts.en("You are banned from flying."),
                Texts.none(),
                Texts.none(),
                Texts.en("The park stays open to you."),
                Texts.none());
          }
        },
        RestrictionTypeContractTests::wordsAreFreeOfBlame);
    assertThat(PlainWords.blame(Texts.en("An urban bandstand, Cuban music"))).isEmpty();
    assertThat(PlainWords.blame(Texts.enCy("Hello", "niwsans"))).hasSize(1);
  }

  @Test
  void findsWordsThatDependOnChance() {
    var counter = new AtomicInteger();
    breaks(
        new NoDrones() {
          @Override
          public LetterWording letter(Settings settings) {
            return new LetterWording(
                Texts.en("Letter " + counter.incrementAndGet()),
                Texts.none(),
                Texts.none(),
                Texts.en("The park stays open to you."),
                Texts.none());
          }
        },
        RestrictionTypeContractTests::isDeterministic);
  }

  @Test
  void findsRulesThatDependOnTheCountryOfTheMachine() {
    breaks(
        new NoDrones() {
          @Override
          public LetterWording letter(Settings settings) {
            return new LetterWording(
                Texts.en(String.format("%S", "in the park")),
                Texts.none(),
                Texts.none(),
                Texts.en("The park stays open to you."),
                Texts.none());
          }
        },
        RestrictionTypeContractTests::isDeterministic);
  }

  @Test
  void findsPlaceholdersThatNobodyFills() {
    breaks(
        new NoDrones() {
          @Override
          public Texts description() {
            return Texts.en("For {customer}");
          }
        },
        RestrictionTypeContractTests::placeholdersAreKnown);
    breaks(
        new NoDrones() {
          @Override
          public LetterWording letter(Settings settings) {
            return new LetterWording(
                Texts.en("Ask for {officer}."),
                Texts.none(),
                Texts.none(),
                Texts.en("The park stays open to you."),
                Texts.none());
          }
        },
        RestrictionTypeContractTests::placeholdersAreKnown);
  }

  @Test
  void findsExamplesThatTheFormRefusesAndSettingsNobodyTried() {
    var contract = new ContractOf(new NoDrones(), List.of(Settings.empty()), Map.of());
    breaks(contract, RestrictionTypeContractTests::acceptsItsExamples);
    breaks(contract, RestrictionTypeContractTests::examplesUseEverySetting);
  }

  @Test
  @DisplayName("a second settings version without fixtures of the first is found")
  void findsMissingFixtures() {
    breaks(
        new NoDrones() {
          @Override
          public int settingsVersion() {
            return 2;
          }
        },
        RestrictionTypeContractTests::readsWhatEarlierVersionsStored);
  }

  @Test
  void findsAnUpgradeThatItsOwnFormRefuses() {
    var spoiled =
        new NoDrones() {
          @Override
          public int settingsVersion() {
            return 2;
          }

          @Override
          public Upgrade upgrade(int fromVersion, Settings settings) {
            return new Upgrade.Upgraded(settings.without("park"));
          }
        };
    breaks(
        new ContractOf(spoiled, List.of(NoDrones.SETTINGS), Map.of(1, List.of(NoDrones.SETTINGS))),
        RestrictionTypeContractTests::readsWhatEarlierVersionsStored);
    breaks(spoiled, RestrictionTypeContractTests::ownVersionNeedsNoUpgrade);
    breaks(spoiled, RestrictionTypeContractTests::settingsOfALaterVersionNeedADecision);
  }

  @Test
  @DisplayName("F8: with carve-outs switched off the protected topics would be declined")
  void theVectorsOfCarveOutsCanFail() {
    var all =
        new NoDrones() {
          @Override
          public List<Rule> compile(Settings settings) {
            return List.of(rule(Condition.channelIn(Channel.PHONE), Effect.decline()));
          }
        };
    var rules = TryRules.of(all, NoDrones.SETTINGS);
    var call = ContactFacts.ordinary(at(MONDAY, 10, 0), Channel.PHONE);

    assertThat(rules.check(call.build()).verdict()).isEqualTo(Verdict.DECLINE_THIS_CONTACT);
    assertThat(rules.check(call.topic("emergency-repair").build()).verdict())
        .isEqualTo(Verdict.ALLOWED);
    assertThat(rules.check(call.topic("payments").build()).verdict())
        .isNotEqualTo(Verdict.DECLINE_THIS_CONTACT);
    assertThat(Set.copyOf(Protected.ABSOLUTE))
        .doesNotContainAnyElementsOf(Protected.ROUTE_GUARANTEED);
  }
}
