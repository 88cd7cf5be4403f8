package org.evenhand.appeals;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * Who was named to look into an appeal (P10.4, T6).
 *
 * @param person the subject of their token
 * @param outsideBody where somebody from outside the council comes from; null for an officer
 * @param why why they were named
 */
public record NamedInvestigator(
    ActorId person,
    String name,
    @Nullable String outsideBody,
    String why,
    ActorId by,
    Instant at) {}
