package org.evenhand.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one contact check depends on.
 *
 * @param facts the contact
 * @param identity how sure it is whose contact it is
 * @param rules everything recorded; what is not in force is sorted out here
 * @param carveOuts of the policy in force
 * @param adjustments agreed ones
 * @param precautions for this person and this address
 * @param directory resolves references
 * @param closedDays days on which no opening is promised
 * @param showPrecautions the role of whoever asks, and their channel, need precautions (T20)
 * @param saysNeverTold the customer says that no letter came: rules count as unserved, safety aside
 * @param actsAsMember an elected member acting as one: their own restrictions stay out of it (T19)
 * @param safeguarded a child, or somebody who lacks capacity for this (T19)
 * @param appealPending an appeal is undecided
 * @param policyVersion the version in force; null when there is none
 */
public record CheckInput(
    ContactFacts facts,
    IdentityConfidence identity,
    List<RuleInForce> rules,
    List<CarveOut> carveOuts,
    List<AgreedAdjustment> adjustments,
    List<PersonPrecaution> precautions,
    Directory directory,
    ClosedDays closedDays,
    boolean showPrecautions,
    boolean saysNeverTold,
    boolean actsAsMember,
    boolean safeguarded,
    boolean appealPending,
    @Nullable String policyVersion) {
  public CheckInput {
    rules = List.copyOf(rules);
    carveOuts = List.copyOf(carveOuts);
    adjustments = List.copyOf(adjustments);
    precautions = List.copyOf(precautions);
  }

  public static Builder of(ContactFacts facts, IdentityConfidence identity) {
    return new Builder(facts, identity);
  }

  /** These, to be changed. */
  public Builder but() {
    return new Builder(this);
  }

  /** Collects what a check depends on; whatever is not said is empty or false. */
  public static final class Builder {
    private ContactFacts facts;
    private IdentityConfidence identity;
    private List<RuleInForce> rules = List.of();
    private List<CarveOut> carveOuts = List.of();
    private List<AgreedAdjustment> adjustments = List.of();
    private List<PersonPrecaution> precautions = List.of();
    private Directory directory = Directory.empty();
    private ClosedDays closedDays = ClosedDays.never();
    private boolean showPrecautions;
    private boolean saysNeverTold;
    private boolean actsAsMember;
    private boolean safeguarded;
    private boolean appealPending;
    private @Nullable String policyVersion;

    private Builder(ContactFacts facts, IdentityConfidence identity) {
      this.facts = facts;
      this.identity = identity;
    }

    private Builder(CheckInput from) {
      facts = from.facts;
      identity = from.identity;
      rules = from.rules;
      carveOuts = from.carveOuts;
      adjustments = from.adjustments;
      precautions = from.precautions;
      directory = from.directory;
      closedDays = from.closedDays;
      showPrecautions = from.showPrecautions;
      saysNeverTold = from.saysNeverTold;
      actsAsMember = from.actsAsMember;
      safeguarded = from.safeguarded;
      appealPending = from.appealPending;
      policyVersion = from.policyVersion;
    }

    public Builder facts(ContactFacts value) {
      facts = value;
      return this;
    }

    public Builder identity(IdentityConfidence value) {
      identity = value;
      return this;
    }

    public Builder rules(List<RuleInForce> value) {
      rules = value;
      return this;
    }

    public Builder carveOuts(List<CarveOut> value) {
      carveOuts = value;
      return this;
    }

    public Builder adjustments(List<AgreedAdjustment> value) {
      adjustments = value;
      return this;
    }

    public Builder precautions(List<PersonPrecaution> value) {
      precautions = value;
      return this;
    }

    public Builder directory(Directory value) {
      directory = value;
      return this;
    }

    public Builder closedDays(ClosedDays value) {
      closedDays = value;
      return this;
    }

    public Builder showPrecautions(boolean value) {
      showPrecautions = value;
      return this;
    }

    public Builder saysNeverTold(boolean value) {
      saysNeverTold = value;
      return this;
    }

    public Builder actsAsMember(boolean value) {
      actsAsMember = value;
      return this;
    }

    public Builder safeguarded(boolean value) {
      safeguarded = value;
      return this;
    }

    public Builder appealPending(boolean value) {
      appealPending = value;
      return this;
    }

    public Builder policyVersion(@Nullable String value) {
      policyVersion = value;
      return this;
    }

    public CheckInput build() {
      return new CheckInput(
          facts,
          identity,
          rules,
          carveOuts,
          adjustments,
          precautions,
          directory,
          closedDays,
          showPrecautions,
          saysNeverTold,
          actsAsMember,
          safeguarded,
          appealPending,
          policyVersion);
    }
  }
}
