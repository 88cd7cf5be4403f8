package org.evenhand.sharing;

import java.util.UUID;

/** Names one version of a referral; a partner knows it by this, however often it is sent. */
public record ReferralVersionId(UUID value) {}
