package org.evenhand.foundation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.foundation.internal.IdempotentActs;
import org.evenhand.foundation.internal.IdempotentActs.Claim;
import org.evenhand.foundation.internal.IllFormedText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one gate through which every act goes. An act runs in one transaction together with its audit
 * entry; a refused act leaves nothing behind but that it was refused ({@link ActRefused}); a second
 * identical act under the same idempotency key returns the first successful result and does nothing
 * (refusals are not kept; keys live 30 days).
 *
 * <pre>{@code
 * acts.act("concernReport", input.idempotencyKey(), input)
 *     .on("Concern", view -> view.id().value(), id -> concerns.get(new ConcernId(id)))
 *     .about(view -> view.customerId().value())
 *     .perform(() -> reporting.report(command));
 * }</pre>
 */
@Component
public class Acts {

  private static final int LONGEST_KEY = 200;

  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;
  private final IdempotentActs idempotentActs;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Acts(
      CurrentActor currentActor,
      AuditTrail auditTrail,
      IdempotentActs idempotentActs,
      PlatformTransactionManager transactionManager,
      ApplicationEventPublisher events,
      Clock clock) {
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
    this.idempotentActs = idempotentActs;
    this.transactions = new TransactionTemplate(transactionManager);
    this.events = events;
    this.clock = clock;
  }

  /**
   * Begins to describe an act.
   *
   * @param name the mutation's name
   * @param idempotencyKey null if the caller gives none
   * @param input the whole input; its digest goes into the audit entry and guards the key
   */
  public Act act(String name, @Nullable String idempotencyKey, Object input) {
    return new Act(name, idempotencyKey, input, null);
  }

  /** An act that is known by name, key and input. */
  public final class Act {
    private final String name;
    private final @Nullable String key;
    private final Object input;
    private final @Nullable String reasonCode;

    private Act(String name, @Nullable String key, Object input, @Nullable String reasonCode) {
      this.name = name;
      this.key = key;
      this.input = input;
      this.reasonCode = reasonCode;
    }

    /** Adds the coded reason to the audit entry. */
    public Act because(String code) {
      return new Act(name, key, input, code);
    }

    /**
     * @param objectType the GraphQL type that the act is done to
     * @param id how to find the id of what was done
     * @param again how to read it again when the same act comes a second time
     */
    public <T> ActOn<T> on(
        String objectType, Function<? super T, UUID> id, Function<UUID, ? extends T> again) {
      return new ActOn<>(this, objectType, id, again, ignored -> null);
    }
  }

  /** An act whose object is known too. */
  public final class ActOn<T> {
    private final Act act;
    private final String objectType;
    private final Function<? super T, UUID> id;
    private final Function<UUID, ? extends T> again;
    private final Function<? super T, @Nullable UUID> person;

    private ActOn(
        Act act,
        String objectType,
        Function<? super T, UUID> id,
        Function<UUID, ? extends T> again,
        Function<? super T, @Nullable UUID> person) {
      this.act = act;
      this.objectType = objectType;
      this.id = id;
      this.again = again;
      this.person = person;
    }

    /** Names the person whose record the act touches, for the read and act log (T20). */
    public ActOn<T> about(Function<? super T, @Nullable UUID> whose) {
      return new ActOn<>(act, objectType, id, again, whose);
    }

    /** Does it, or says why not. */
    public Outcome<T> perform(Supplier<? extends Outcome<T>> doing) {
      if (act.key != null && (act.key.isBlank() || act.key.length() > LONGEST_KEY)) {
        return Outcome.refused(Refusal.at("IDEMPOTENCY_KEY_MALFORMED", "idempotencyKey"));
      }
      List<Refusal> illFormed = IllFormedText.in(act.input);
      if (!illFormed.isEmpty()) {
        return Outcome.refused(illFormed);
      }
      try {
        Outcome<T> outcome =
            transactions.execute(
                status -> {
                  Outcome<T> result = once(doing);
                  if (result instanceof Outcome.Refused<T>) {
                    status.setRollbackOnly();
                  }
                  return result;
                });
        if (outcome instanceof Outcome.Refused<T>) {
          events.publishEvent(
              new ActRefused(act.name, outcome.refusals(), currentActor.get(), clock.instant()));
        }
        return outcome;
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        return Outcome.refused(Refusal.of("CONFLICT"));
      }
    }

    private Outcome<T> once(Supplier<? extends Outcome<T>> doing) {
      Actor actor = currentActor.get();
      Instant now = clock.instant();
      byte[] body = auditTrail.canonical(act.input);
      if (act.key != null) {
        switch (idempotentActs.claim(actor.id(), act.name, act.key, body, now)) {
          case Claim.OtherBody ignored -> {
            return Outcome.refused(Refusal.at("IDEMPOTENCY_KEY_REUSED", "idempotencyKey"));
          }
          case Claim.DoneBefore(UUID resultId, List<String> warnings) -> {
            return Outcome.done(again.apply(resultId), warnings.stream().map(Warning::of).toList());
          }
          case Claim.New ignored -> {}
        }
      }
      Outcome<T> outcome = doing.get();
      if (outcome instanceof Outcome.Done<T>(T value, List<Warning> warnings)) {
        UUID objectId = id.apply(value);
        auditTrail.recordAct(
            actor, act.name, objectType, objectId, person.apply(value), act.reasonCode, body, now);
        if (act.key != null) {
          var codes = new ArrayList<String>();
          warnings.forEach(w -> codes.add(w.code()));
          idempotentActs.remember(actor.id(), act.name, act.key, objectId, codes);
        }
      }
      return outcome;
    }
  }

  /** The refusal for a version that is not the current one; null when it is, or none was given. */
  public static @Nullable Refusal stale(@Nullable Integer expected, int current) {
    return expected == null || expected == current ? null : new StaleRefusal(current);
  }

  /** A refusal for text that is missing or too long; null when it is neither. */
  public static @Nullable Refusal text(@Nullable String text, int longest, String... path) {
    if (text == null || text.isBlank()) {
      return Refusal.at("TEXT_MISSING", path);
    }
    return text.length() > longest
        ? Refusal.at("TEXT_TOO_LONG", Map.of("longest", Integer.toString(longest)), path)
        : null;
  }
}
