package org.evenhand.appeals;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** Something was put right while an appeal was open, to be weighed in it (T27). */
public record AppealCorrection(AppealCorrectionKind kind, Instant at, ActorId by) {}
