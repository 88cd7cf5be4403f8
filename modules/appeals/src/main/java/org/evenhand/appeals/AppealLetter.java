package org.evenhand.appeals;

import java.time.Instant;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.ActorId;

/** A letter about the appeal itself, which correspondence keeps. */
public record AppealLetter(NoticeId noticeId, ActorId by, Instant at) {}
