package org.evenhand.sharing;

import java.util.UUID;

/** Names a referral. */
public record ReferralId(UUID value) {}
