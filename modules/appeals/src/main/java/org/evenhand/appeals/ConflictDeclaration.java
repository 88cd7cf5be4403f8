package org.evenhand.appeals;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody declared of their own part in the decision appealed against (T6).
 *
 * @param words what it consists in; null where there is none
 */
public record ConflictDeclaration(
    ActorId person, DeclaredPart part, @Nullable String words, Instant at) {}
