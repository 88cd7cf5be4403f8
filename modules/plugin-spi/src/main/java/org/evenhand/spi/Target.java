package org.evenhand.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a contact is taken instead. Resolved as of the check, so names and numbers stay current.
 */
public sealed interface Target {

  /** A telephone number, mailbox or address, the council's or an advocate's. */
  record ToEndpoint(Ref endpoint) implements Target {
    public ToEndpoint {
      endpoint.require(RefKind.ENDPOINT);
    }
  }

  /** Another building. */
  record ToBuilding(Ref building) implements Target {
    public ToBuilding {
      building.require(RefKind.BUILDING);
    }
  }

  /** An officer, and who answers while that officer cannot (T14). */
  record ToOfficer(Ref officer, @Nullable Ref deputy) implements Target {
    public ToOfficer {
      officer.require(RefKind.OFFICER);
      if (deputy != null) {
        deputy.require(RefKind.OFFICER);
      }
    }
  }

  /** Another channel, whoever answers there. */
  record ToChannel(Channel channel) implements Target {}

  /** A team. */
  record ToTeam(Ref team) implements Target {
    public ToTeam {
      team.require(RefKind.TEAM);
    }
  }
}
