package org.evenhand.kit;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.rules.CarveOut;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Target;

/** The topics that every council's policy protects from every rule (F8), each with a route. */
public final class Protected {

  /** Always helped, here and now. */
  public static final List<String> ABSOLUTE =
      List.of("danger-to-life", "safeguarding", "emergency-repair", "homeless-tonight");

  /** Never declined without a route; a rule may redirect to it. */
  public static final List<String> ROUTE_GUARANTEED =
      List.of(
          "payments",
          "repairs",
          "benefits",
          "homelessness",
          "elections",
          "planning-and-licensing",
          "information-requests",
          "complaint-about-decision",
          "appeal",
          "public-meetings",
          "courts-and-tribunals");

  private Protected() {}

  /** All of them, the guaranteed ones with letter and telephone as their routes. */
  public static List<CarveOut> carveOuts() {
    return Stream.concat(
            ABSOLUTE.stream().map(CarveOut::absolute),
            ROUTE_GUARANTEED.stream()
                .map(
                    topic ->
                        CarveOut.routeGuaranteed(
                            topic,
                            new Target.ToChannel(Channel.LETTER),
                            new Target.ToChannel(Channel.PHONE))))
        .toList();
  }
}
