package org.evenhand.rules;

/**
 * What a line of an answer says. The sentence is the front end's; the parameters named here come
 * with the line, in their own types: {@link org.evenhand.spi.Ref}, {@link
 * org.evenhand.spi.Channel}, {@link java.time.Instant}, {@link java.time.LocalDate}, {@link
 * org.evenhand.spi.Requirement}, {@link FactName}, {@link Identifier}, {@link
 * org.evenhand.spi.RuleLanguage kind} as text, whole numbers, text.
 */
public enum LineCode {
  /** Somebody is in danger: help, whatever else is recorded. */
  HELP_NOW(Part.DANGER),

  /** Too little to say who this is; nothing is applied or disclosed. {@code next}: Identifier. */
  IDENTITY_NOT_CONFIRMED(Part.IDENTITY),
  /** Ask whether the person speaks for themselves. */
  ASK_WHO_SPEAKS(Part.IDENTITY),
  /** Somebody speaks for the customer: check their authority. */
  SPEAKS_FOR_CUSTOMER(Part.IDENTITY),
  /** An elected member acting as one. */
  ACTS_AS_MEMBER(Part.IDENTITY),
  /** A child, or somebody who lacks capacity. */
  SAFEGUARDED_PERSON(Part.IDENTITY),

  /** Ask what it is about: some topics are never turned away. */
  ASK_TOPIC(Part.TOPIC),
  /** Help with this here and now, whatever the rules say. {@code topic}. */
  HELP_HERE_AND_NOW(Part.TOPIC),
  /** This always has a route. {@code topic}; {@code target} kind; the target's own parameters. */
  ROUTE_GUARANTEED(Part.TOPIC),
  /** The same matter again: listen for anything new. {@code matter}: Ref. */
  LISTEN_FOR_NEWS(Part.TOPIC),

  /** What was agreed for this customer. {@code adjustment}, {@code code}. */
  ADJUSTMENT(Part.ADJUSTMENTS),

  /** How to stay safe. {@code precaution}, {@code about}. */
  PRECAUTION(Part.PRECAUTIONS),

  /** Not this contact, now. {@code next}: Instant, where a better time is in sight. */
  DECLINED(Part.CONDITIONS),
  /**
   * Taken elsewhere. {@code target} kind; {@code ref} or {@code channel}; {@code name}, {@code
   * reachAt}, {@code available} and {@code deputy}, {@code deputyName}, {@code deputyReachAt},
   * {@code deputyAvailable} where known.
   */
  REDIRECTED(Part.CONDITIONS),
  /** Written: read it for anything new, urgent or protected, then file it with the reason. */
  READ_THEN_FILE(Part.CONDITIONS),
  /** Written: read it, then pass it on as the redirection says. */
  READ_THEN_PASS_ON(Part.CONDITIONS),
  /**
   * Written, and the number agreed is used up: read it; {@code next}: Instant it may be answered.
   */
  READ_THEN_ANSWER_LATER(Part.CONDITIONS),
  /**
   * So many have been used. {@code limit}, {@code count}; {@code next}: Instant of the next one.
   */
  LIMIT_REACHED(Part.CONDITIONS),
  /** This one counts. {@code limit}, {@code count} before it. */
  LIMIT_COUNTED(Part.CONDITIONS),
  /** Goes ahead if this holds. {@code requirement}: Requirement; {@code kind}. */
  REQUIRED(Part.CONDITIONS),
  /** Would have to hold if the rule applies, which is not known yet; as {@link #REQUIRED}. */
  REQUIRED_IF(Part.CONDITIONS),
  /** A note of the rule about what it requires; its words come with the line. */
  REQUIRED_NOTE(Part.CONDITIONS),
  /** Each rule allows only its own places, and none is common. {@code requirement}. */
  PLACES_CLASH(Part.CONDITIONS),
  /** Accept it, read it for news; answer on {@code answerBy}: LocalDate. */
  ANSWER_LATER(Part.CONDITIONS),
  /** Good to know; the words come with the line. */
  ADVICE(Part.CONDITIONS),
  /** Ask this first. {@code question}: code; the words are the rule's instructions. */
  ASK(Part.CONDITIONS),
  /** Find this out first. {@code fact}: FactName. */
  ASK_FACT(Part.CONDITIONS),
  /** What the rule does depends on something not known yet. {@code effect}: kind. */
  DEPENDS(Part.CONDITIONS),
  /** An agreed adjustment outranks the rule here. {@code effect}: kind. */
  ADJUSTMENT_OUTRANKS(Part.CONDITIONS),
  /** The rule only advises: its review is overdue. {@code effect}: kind. */
  OVERDUE_ADVISES(Part.CONDITIONS),
  /** The rule binds the customer, not the person who speaks for them. {@code effect}: kind. */
  BINDS_CUSTOMER_ONLY(Part.CONDITIONS),
  /** Nobody is left where the rule would send them. As {@link #REDIRECTED}. */
  NOBODY_THERE(Part.CONDITIONS),
  /** Where the rule would send them, another rule turns them away. As {@link #REDIRECTED}. */
  NOT_OPEN_THERE(Part.CONDITIONS),

  /** Words to say; they come with the line. */
  SAY(Part.WORDS),

  /** Record the contact. */
  LOG_CONTACT(Part.NEXT_STEPS),
  /** Put them through or pass it on. {@code name}, {@code reachAt} where known. */
  PUT_THROUGH(Part.NEXT_STEPS),
  /** Nobody can answer now: take the message and say by when they will hear. */
  TAKE_MESSAGE(Part.NEXT_STEPS),
  /** Say that they may write: what is written is read. */
  OFFER_TO_WRITE(Part.NEXT_STEPS),
  /** Offer a copy of the notice and tell its owner. */
  OFFER_COPY(Part.NEXT_STEPS),
  /** Tell whoever owns the restriction. */
  TELL_OWNER(Part.NEXT_STEPS),
  /** A court's terms leave none of the named routes: ask the legal team at once. */
  ASK_LEGAL(Part.NEXT_STEPS),
  TELL_SAFEGUARDING_LEAD(Part.NEXT_STEPS),
  TELL_MONITORING_OFFICER(Part.NEXT_STEPS),
  /** The representative is bound: the customer's own contact is welcome. */
  CUSTOMER_MAY_SPEAK(Part.NEXT_STEPS),
  /** Ask again when the topic changes. */
  ASK_AGAIN_ON_NEW_TOPIC(Part.NEXT_STEPS),

  APPEAL_PENDING(Part.AS_OF),
  REVIEW_OVERDUE(Part.AS_OF),

  /** What anyone does when somebody is abusive now. */
  IF_ABUSIVE_NOW(Part.GUIDANCE),
  /** What anyone does when somebody is in crisis. */
  IF_IN_CRISIS(Part.GUIDANCE);

  private final Part part;

  LineCode(Part part) {
    this.part = part;
  }

  public Part part() {
    return part;
  }
}
