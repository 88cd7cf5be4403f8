package org.evenhand.restrictions.internal.options;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.intake.ConductFamily;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of action can do about conduct, read from what it declares and from nothing else: its
 * axis, what it can be, and what its form asks for. A kind that a plugin brings is weighed like the
 * policy's own.
 *
 * @param reaches the channels that it bears on
 * @param keeps where it moves contact to channels of choice, how many are left; null where it moves
 *     none
 */
public record Means(
    TypeId type, Nature nature, Axis axis, Set<Channel> reaches, @Nullable Integer keeps) {

  /** In conversation; what is written waits until somebody reads it. */
  private static final Set<Channel> LIVE =
      Collections.unmodifiableSet(
          EnumSet.of(
              Channel.PHONE,
              Channel.WEB_CHAT,
              Channel.VIDEO,
              Channel.FACE_TO_FACE,
              Channel.HOME_VISIT));

  private static final Set<Channel> IN_PERSON =
      Collections.unmodifiableSet(EnumSet.of(Channel.FACE_TO_FACE, Channel.HOME_VISIT));

  /** What sort of conduct each side of contact bears on. */
  private static final Set<ConductFamily> HOW_OFTEN =
      EnumSet.of(ConductFamily.PERSISTENCE, ConductFamily.DEMANDS);

  private static final Set<ConductFamily> WITH_WHOM =
      EnumSet.of(ConductFamily.PERSISTENCE, ConductFamily.DEMANDS, ConductFamily.COOPERATION);

  private static final Set<ConductFamily> ABOUT_WHAT =
      EnumSet.of(ConductFamily.PERSISTENCE, ConductFamily.ARGUMENT);

  private static final Set<ConductFamily> HELPED_BY_SOMEBODY =
      EnumSet.of(
          ConductFamily.PERSISTENCE,
          ConductFamily.DEMANDS,
          ConductFamily.COOPERATION,
          ConductFamily.ARGUMENT);

  public Means {
    reaches = Set.copyOf(reaches);
  }

  /** What this kind can do when it is imposed as that. */
  public static Means of(RestrictionType type, Nature nature) {
    return of(type.id(), nature, type.axis(), type.settings());
  }

  static Means of(TypeId type, Nature nature, Axis axis, List<SettingDescriptor> form) {
    Set<Channel> chosen = EnumSet.noneOf(Channel.class);
    Integer most = null;
    boolean times = false;
    for (SettingDescriptor asked : form) {
      switch (asked) {
        case SettingDescriptor.ChannelSetSetting channels -> {
          most = channels.most();
          chosen.addAll(
              channels.offered().isEmpty() ? EnumSet.allOf(Channel.class) : channels.offered());
        }
        case SettingDescriptor.WeeklySlotsSetting ignored -> times = true;
        case SettingDescriptor.RecurrenceSetting ignored -> times = true;
        default -> {}
      }
    }
    boolean moves = axis == Axis.HOW && !times && most != null;
    return new Means(type, nature, axis, reach(axis, chosen, moves), moves ? most : null);
  }

  private static Set<Channel> reach(Axis axis, Set<Channel> chosen, boolean moves) {
    return switch (axis) {
      case WHERE -> EnumSet.of(Channel.FACE_TO_FACE);
      case WHEN -> chosen.isEmpty() ? LIVE : chosen;
      case HOW -> moves ? EnumSet.allOf(Channel.class) : IN_PERSON;
      case WHO, WHAT -> EnumSet.allOf(Channel.class);
    };
  }

  boolean supportive() {
    return nature == Nature.SUPPORTIVE;
  }

  /**
   * Whether it would stop this conduct. Help answers what is not grave; whatever moves contact
   * answers what happens on one channel if a usable one is left on which nothing happened.
   *
   * @param left the channels that the customer can use and on which nothing went wrong
   */
  boolean answers(Conduct conduct, Set<Channel> left) {
    if (supportive()) {
      return !conduct.grave()
          && switch (axis) {
            case WHO, WHEN, WHERE -> of(HELPED_BY_SOMEBODY, conduct);
            case WHAT, HOW -> true;
          };
    }
    if (!reaches.contains(conduct.channel())) {
      return false;
    }
    return switch (axis) {
      case WHO -> of(WITH_WHOM, conduct);
      case WHAT -> of(ABOUT_WHAT, conduct);
      case WHEN -> of(HOW_OFTEN, conduct);
      case WHERE -> true;
      case HOW -> keeps == null ? conduct.family() == ConductFamily.MANNER : !left.isEmpty();
    };
  }

  private static boolean of(Set<ConductFamily> families, Conduct conduct) {
    return conduct.family() != null && families.contains(conduct.family());
  }

  /**
   * The channels that it would narrow: none for help, nor where contact goes on with somebody else
   * or about something else.
   *
   * @param offered the channels that the council offers everybody
   * @param left as for {@link #answers}
   */
  Set<Channel> narrows(Set<Channel> offered, Set<Channel> left) {
    Set<Channel> narrowed = EnumSet.noneOf(Channel.class);
    if (supportive() || axis == Axis.WHO || axis == Axis.WHAT) {
      return narrowed;
    }
    if (keeps != null) {
      narrowed.addAll(offered);
      left.stream().filter(offered::contains).sorted().limit(keeps).forEach(narrowed::remove);
    } else {
      narrowed.addAll(reaches);
      narrowed.retainAll(offered);
    }
    return narrowed;
  }
}
