package org.evenhand.plugins.staffordshirereferral;

import org.pf4j.Extension;

/** Persons, places and a pattern, to the community-safety hub. */
@Extension
public class CommunitySafety extends PartnerForm {
  public CommunitySafety() {
    super(Form.COMMUNITY_SAFETY);
  }
}
