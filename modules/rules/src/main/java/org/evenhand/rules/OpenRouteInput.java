package org.evenhand.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.WeeklySlots;

/**
 * What the open-route check looks at (P9.3). Carve-outs are not among it: they do not count as a
 * route for ordinary business.
 *
 * @param rules all that would be in force, the one to be imposed among them; served or not
 * @param adjustments agreed ones
 * @param offered channels the council offers to everybody
 * @param buildings where it receives people; may be empty when it does not matter which
 * @param officeHours when somebody answers or receives on a working day
 * @param from first day looked at
 * @param until last day looked at
 * @param closedDays days that are no working days
 * @param workingDays within how many working days a route has to be open; the policy says
 * @param directory resolves endpoints and tells who is gone
 */
public record OpenRouteInput(
    List<RuleInForce> rules,
    List<AgreedAdjustment> adjustments,
    Set<Channel> offered,
    Set<Ref> buildings,
    WeeklySlots officeHours,
    LocalDate from,
    LocalDate until,
    ClosedDays closedDays,
    int workingDays,
    Directory directory) {
  /** Working days within which a route has to be open where the policy says nothing else. */
  public static final int USUAL_WORKING_DAYS = 5;

  /** What a council offers to everybody unless it says otherwise. */
  public static final Set<Channel> USUALLY_OFFERED =
      Collections.unmodifiableSet(
          EnumSet.of(
              Channel.PHONE,
              Channel.EMAIL,
              Channel.LETTER,
              Channel.WEB_FORM,
              Channel.FACE_TO_FACE));

  /** Monday to Friday, nine to five. */
  public static final WeeklySlots USUAL_HOURS =
      WeeklySlots.on(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0));

  public OpenRouteInput {
    rules = List.copyOf(rules);
    adjustments = List.copyOf(adjustments);
    var channels = EnumSet.noneOf(Channel.class);
    channels.addAll(offered);
    offered = Collections.unmodifiableSet(channels);
    buildings = Collections.unmodifiableSet(new TreeSet<>(new HashSet<>(buildings)));
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("The last day looked at is before the first");
    }
    if (workingDays < 1) {
      throw new IllegalArgumentException("A route is looked for within one working day at least");
    }
  }

  /** What councils usually offer, looked at for twelve months, with nothing in the directory. */
  public static OpenRouteInput of(
      List<RuleInForce> rules,
      List<AgreedAdjustment> adjustments,
      LocalDate from,
      ClosedDays closedDays) {
    return new OpenRouteInput(
        rules,
        adjustments,
        USUALLY_OFFERED,
        Set.of(),
        USUAL_HOURS,
        from,
        from.plusMonths(12),
        closedDays,
        USUAL_WORKING_DAYS,
        Directory.empty());
  }

  public OpenRouteInput offered(Set<Channel> channels) {
    return new OpenRouteInput(
        rules,
        adjustments,
        channels,
        buildings,
        officeHours,
        from,
        until,
        closedDays,
        workingDays,
        directory);
  }

  public OpenRouteInput buildings(Set<Ref> refs) {
    return new OpenRouteInput(
        rules,
        adjustments,
        offered,
        refs,
        officeHours,
        from,
        until,
        closedDays,
        workingDays,
        directory);
  }

  public OpenRouteInput officeHours(WeeklySlots hours) {
    return new OpenRouteInput(
        rules,
        adjustments,
        offered,
        buildings,
        hours,
        from,
        until,
        closedDays,
        workingDays,
        directory);
  }

  public OpenRouteInput until(LocalDate last) {
    return new OpenRouteInput(
        rules,
        adjustments,
        offered,
        buildings,
        officeHours,
        from,
        last,
        closedDays,
        workingDays,
        directory);
  }

  /** The policy's own number of working days. */
  public OpenRouteInput within(int days) {
    return new OpenRouteInput(
        rules,
        adjustments,
        offered,
        buildings,
        officeHours,
        from,
        until,
        closedDays,
        days,
        directory);
  }

  public OpenRouteInput directory(Directory resolver) {
    return new OpenRouteInput(
        rules,
        adjustments,
        offered,
        buildings,
        officeHours,
        from,
        until,
        closedDays,
        workingDays,
        resolver);
  }
}
