package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.internal.jooq.tables.records.AuditEntryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The entries of the audit trail, latest first. */
@Component
public class AuditReading {

  /** What an entry is about. */
  public enum Kind {
    ACT("A"),
    READ("R");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  /** One entry; null where it says nothing of the kind. */
  public record Entry(
      long number,
      Instant at,
      Kind kind,
      String actor,
      List<Role> roles,
      String act,
      @Nullable String objectType,
      @Nullable UUID object,
      @Nullable UUID person,
      @Nullable UUID policyVersion,
      @Nullable String reasonCode) {

    /** Entries are numbered; an id of the usual form is made of the number alone. */
    public UUID id() {
      return new UUID(0, number);
    }
  }

  /** Which entries; null narrows nothing. */
  public record Wanted(
      @Nullable UUID person,
      @Nullable String actor,
      @Nullable String act,
      @Nullable UUID object,
      @Nullable Kind kind,
      @Nullable Instant from,
      @Nullable Instant until) {}

  private final DSLContext sql;

  AuditReading(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A page.
   *
   * @param counted whether to count them all, up to {@link Page#MOST_COUNTED}
   */
  public Page<Entry> page(Wanted wanted, Page.Request request, boolean counted) {
    Condition which = which(wanted);
    Condition behind =
        request.after() == null
            ? DSL.noCondition()
            : AUDIT_ENTRY.ID.lt(request.after().getLeastSignificantBits());
    List<Entry> found =
        sql.selectFrom(AUDIT_ENTRY)
            .where(which)
            .and(behind)
            .orderBy(AUDIT_ENTRY.ID.desc())
            .limit(request.limit())
            .fetch(AuditReading::entry);
    Integer count =
        counted
            ? sql.fetchCount(
                DSL.selectOne().from(AUDIT_ENTRY).where(which).limit(Page.MOST_COUNTED))
            : null;
    return Page.of(found, request, Entry::id, count);
  }

  private static Condition which(Wanted wanted) {
    Condition which = DSL.noCondition();
    if (wanted.person() != null) {
      which = which.and(AUDIT_ENTRY.PERSON_ID.eq(wanted.person()));
    }
    if (wanted.actor() != null) {
      which = which.and(AUDIT_ENTRY.ACTOR.eq(wanted.actor()));
    }
    if (wanted.act() != null) {
      which = which.and(AUDIT_ENTRY.ACT.eq(wanted.act()));
    }
    if (wanted.object() != null) {
      which = which.and(AUDIT_ENTRY.OBJECT_ID.eq(wanted.object()));
    }
    if (wanted.kind() != null) {
      which = which.and(AUDIT_ENTRY.KIND.eq(wanted.kind().letter));
    }
    if (wanted.from() != null) {
      which = which.and(AUDIT_ENTRY.AT.ge(wanted.from().atOffset(ZoneOffset.UTC)));
    }
    if (wanted.until() != null) {
      which = which.and(AUDIT_ENTRY.AT.lt(wanted.until().atOffset(ZoneOffset.UTC)));
    }
    return which;
  }

  private static Entry entry(AuditEntryRecord row) {
    String roles = row.getRole();
    return new Entry(
        row.getId(),
        row.getAt().toInstant(),
        row.getKind().equals(Kind.ACT.letter) ? Kind.ACT : Kind.READ,
        row.getActor(),
        roles == null || roles.isEmpty()
            ? List.of()
            : Arrays.stream(roles.split(",", -1)).map(Role::valueOf).toList(),
        row.getAct(),
        row.getObjectType(),
        row.getObjectId(),
        row.getPersonId(),
        row.getPolicyVersion(),
        row.getReasonCode());
  }
}
