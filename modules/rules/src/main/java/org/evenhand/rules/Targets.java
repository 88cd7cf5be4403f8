package org.evenhand.rules;

import java.util.HashMap;
import java.util.Map;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.Target;
import org.jspecify.annotations.Nullable;

/** Where a contact can be taken: whether it is there already, and what it would be there. */
final class Targets {
  private Targets() {}

  /** True when the contact is known to be there already. */
  static boolean reached(Target target, ContactFacts facts) {
    return switch (target) {
      case Target.ToChannel t -> facts.channel().value() == t.channel();
      case Target.ToOfficer t -> {
        Ref officer = facts.officer().value();
        yield officer != null && (officer.equals(t.officer()) || officer.equals(t.deputy()));
      }
      case Target.ToTeam t -> t.team().equals(facts.team().value());
      case Target.ToBuilding t -> t.building().equals(facts.building().value());
      case Target.ToEndpoint t -> t.endpoint().equals(facts.endpoint().value());
    };
  }

  /** The contact as it would be there; what the move leaves open is unknown. */
  static ContactFacts moved(Target target, ContactFacts facts, Directory directory) {
    var there = facts.but();
    switch (target) {
      case Target.ToChannel t -> onChannel(there, t.channel());
      case Target.ToOfficer t -> there.officer(t.officer());
      case Target.ToTeam t -> there.team(Fact.of(t.team()));
      case Target.ToBuilding t -> onChannel(there, Channel.FACE_TO_FACE).building(t.building());
      case Target.ToEndpoint t -> {
        DirectoryEntry entry = directory.find(t.endpoint(), facts.at());
        there.endpoint(Fact.of(t.endpoint()));
        if (entry != null && entry.channel() != null) {
          onChannel(there, entry.channel());
        } else {
          there.channel(Fact.unknown()).place(Fact.unknown());
          there.building(Fact.unknown()).zone(Fact.unknown());
        }
      }
    }
    return there.build();
  }

  private static ContactFacts.Builder onChannel(ContactFacts.Builder there, Channel channel) {
    return there
        .channel(channel)
        .place(Fact.unknown())
        .building(Fact.unknown())
        .zone(Fact.unknown());
  }

  /** The channel a target settles; null when it leaves the channel as it is, or open. */
  static @Nullable Channel channel(Target target, ContactFacts facts, Directory directory) {
    return switch (target) {
      case Target.ToChannel t -> t.channel();
      case Target.ToBuilding ignored -> Channel.FACE_TO_FACE;
      case Target.ToEndpoint t -> {
        DirectoryEntry entry = directory.find(t.endpoint(), facts.at());
        yield entry == null ? null : entry.channel();
      }
      case Target.ToOfficer ignored -> null;
      case Target.ToTeam ignored -> null;
    };
  }

  /** True when nobody is left there: officer and deputy gone, building or endpoint closed. */
  static boolean gone(Target target, ContactFacts facts, Directory directory) {
    return switch (target) {
      case Target.ToChannel ignored -> false;
      case Target.ToOfficer t ->
          gone(t.officer(), facts, directory)
              && (t.deputy() == null || gone(t.deputy(), facts, directory));
      case Target.ToTeam t -> gone(t.team(), facts, directory);
      case Target.ToBuilding t -> gone(t.building(), facts, directory);
      case Target.ToEndpoint t -> gone(t.endpoint(), facts, directory);
    };
  }

  private static boolean gone(Ref ref, ContactFacts facts, Directory directory) {
    DirectoryEntry entry = directory.find(ref, facts.at());
    return entry != null && entry.availability() == Availability.GONE;
  }

  /** The parameters of a line that names a target, as {@link LineCode#REDIRECTED} says. */
  static Map<String, Object> parameters(Target target, ContactFacts facts, Directory directory) {
    var parameters = new HashMap<String, Object>();
    parameters.put("target", RuleLanguage.kindOf(target));
    switch (target) {
      case Target.ToChannel t -> parameters.put("channel", t.channel());
      case Target.ToOfficer t -> {
        put(parameters, t.officer(), facts, directory, "ref", "name", "reachAt", "available");
        if (t.deputy() != null) {
          put(
              parameters,
              t.deputy(),
              facts,
              directory,
              "deputy",
              "deputyName",
              "deputyReachAt",
              "deputyAvailable");
        }
      }
      case Target.ToTeam t ->
          put(parameters, t.team(), facts, directory, "ref", "name", "reachAt", "available");
      case Target.ToBuilding t ->
          put(parameters, t.building(), facts, directory, "ref", "name", "reachAt", "available");
      case Target.ToEndpoint t -> {
        put(parameters, t.endpoint(), facts, directory, "ref", "name", "reachAt", "available");
        DirectoryEntry entry = directory.find(t.endpoint(), facts.at());
        if (entry != null && entry.channel() != null) {
          parameters.put("channel", entry.channel());
        }
      }
    }
    return parameters;
  }

  private static void put(
      Map<String, Object> parameters,
      Ref ref,
      ContactFacts facts,
      Directory directory,
      String refKey,
      String nameKey,
      String reachKey,
      String availableKey) {
    parameters.put(refKey, ref);
    DirectoryEntry entry = directory.find(ref, facts.at());
    if (entry != null) {
      parameters.put(nameKey, entry.name());
      parameters.put(availableKey, entry.availability());
      if (entry.reachAt() != null) {
        parameters.put(reachKey, entry.reachAt());
      }
    }
  }
}
