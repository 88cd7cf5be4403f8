package org.evenhand.restrictions.internal.types;

import java.util.List;
import org.evenhand.spi.RestrictionType;

/** The thirteen listed actions in the policy's order, and the open one (P8.3, P9.1). */
public final class BuiltInTypes {

  private static final List<RestrictionType> ALL =
      List.of(
          new HatPolicy(),
          new TimeSlot(),
          new OneMedium(),
          new WitnessPresent(),
          new NoSameMatter(),
          new EndContact(),
          new ResolutionMeeting(),
          new PolicySharedWithWarning(),
          new StrategyMeeting(),
          new SinglePointOfContact(),
          new IndependentAdvocate(),
          new VoluntaryAgreement(),
          new BuildingExclusion(),
          new OtherAction());

  private BuiltInTypes() {}

  public static List<RestrictionType> all() {
    return ALL;
  }
}
