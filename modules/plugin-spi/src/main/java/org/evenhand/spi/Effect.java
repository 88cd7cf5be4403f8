package org.evenhand.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows when a rule matches. */
public sealed interface Effect {

  /** This contact does not go ahead now. Written contact is read all the same. */
  record Decline() implements Effect {}

  /** This contact is taken to somebody or somewhere else. */
  record Redirect(Target to) implements Effect {}

  /** This contact goes ahead if these hold. */
  record Require(List<Requirement> requirements, Texts note) implements Effect {
    public Require {
      requirements = List.copyOf(requirements);
      if (requirements.isEmpty() && note.silent()) {
        throw new IllegalArgumentException("Something must be required, or noted");
      }
    }
  }

  /** This contact goes ahead; the rule's words are to be known. */
  record Advise() implements Effect {}

  /** So many contacts in a period; the next one waits. Only contact from the customer counts. */
  record Limit(int contacts, CountScope scope) implements Effect {
    public Limit {
      if (contacts < 1) {
        throw new IllegalArgumentException("A limit leaves at least one contact; else decline");
      }
    }
  }

  /** Accepted, read for anything new, answered when the schedule says. */
  record AnswerOn(Schedule schedule) implements Effect {}

  /**
   * What follows depends on an answer.
   *
   * @param ifYes null when nothing follows from yes
   * @param ifNo null when nothing follows from no; a question within a question is refused
   */
  record Ask(Question question, @Nullable Effect ifYes, @Nullable Effect ifNo) implements Effect {
    public Ask {
      if (ifYes instanceof Ask || ifNo instanceof Ask) {
        throw new IllegalArgumentException("Questions go one level deep");
      }
      if (ifYes == null && ifNo == null) {
        throw new IllegalArgumentException("Something must follow from an answer");
      }
    }
  }

  static Effect decline() {
    return new Decline();
  }

  static Effect redirect(Target to) {
    return new Redirect(to);
  }

  static Effect redirect(Channel channel) {
    return new Redirect(new Target.ToChannel(channel));
  }

  static Effect require(Requirement... requirements) {
    return new Require(List.of(requirements), Texts.none());
  }

  static Effect advise() {
    return new Advise();
  }

  static Effect limit(int contacts, CountScope scope) {
    return new Limit(contacts, scope);
  }

  static Effect answerOn(Recurrence recurrence) {
    return new AnswerOn(new Schedule.OnDays(recurrence));
  }
}
