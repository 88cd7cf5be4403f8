/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What is adjusted: the adjustment, never the condition behind it. */
export type AdjustmentCode =
  /** Audio format. */
  | 'AUDIO'
  /** Braille. */
  | 'BRAILLE'
  /** Easy-read format. */
  | 'EASY_READ'
  /** Face to face. */
  | 'FACE_TO_FACE'
  /** Visits at home. */
  | 'HOME_VISITS'
  /** An interpreter for a spoken language. */
  | 'INTERPRETER'
  /** Letters in large print. */
  | 'LARGE_PRINT'
  /** Longer appointments. */
  | 'LONGER_APPOINTMENTS'
  /** More time to answer letters. */
  | 'MORE_TIME_TO_ANSWER'
  /** Not by telephone. */
  | 'NO_TELEPHONE'
  /** Something else, in words. */
  | 'OTHER'
  /** A relay service. */
  | 'RELAY_SERVICE'
  /** A sign-language interpreter. */
  | 'SIGN_LANGUAGE'
  /** One named person to deal with. */
  | 'SINGLE_CONTACT'
  /** Somebody of their choice present. */
  | 'SUPPORTER_PRESENT'
  /** By telephone only. */
  | 'TELEPHONE_ONLY'
  /** In writing only. */
  | 'WRITTEN_ONLY';

/** Where a request for an adjustment stands. */
export type AdjustmentStatus =
  /** Holds in every service. */
  | 'AGREED'
  /** Not agreed, with a reason. */
  | 'DECLINED'
  /** Waits for a decision; restrictive action waits with it. */
  | 'REQUESTED';

/** What the head of customer services has read. */
export type AdviceAcknowledgeInput = {
  /** The consideration. */
  consideration: string | number;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Which piece of advice. */
  kind: AdviceKind;
};

/** The two occasions on which the head of customer services is told. */
export type AdviceKind =
  /** Behaviour is being considered. */
  | 'CONSIDERED'
  /** It was determined, also when no action follows. */
  | 'DETERMINED';

/** Who was affected by an incident. */
export type Affected =
  /** Another customer. */
  | 'ANOTHER_CUSTOMER'
  /** Somebody who works for a provider. */
  | 'CONTRACTOR'
  /** An elected member. */
  | 'ELECTED_MEMBER'
  /** Anybody else. */
  | 'PUBLIC'
  /** Staff. */
  | 'STAFF';

/** Somebody besides the customer on whom action would bite. */
export type AffectedKind =
  /** Somebody who cares for the customer or is cared for. */
  | 'CARER'
  /** A child. */
  | 'CHILD'
  /** Somebody else. */
  | 'OTHER'
  /** Somebody who lives there. */
  | 'RESIDENT'
  /** A tenant. */
  | 'TENANT';

/** The letter that says an appeal came in. */
export type AppealAcknowledgeInput = {
  /** The appeal. */
  appeal: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** The language of the letter, as a BCP 47 tag. */
  lang?: string;
  /**
   * Whom to turn to afterwards, besides those that the matters of the case ask for; without a case,
   * besides those that the notice appealed against names.
   */
  ombudsman?: Array<Ombudsman>;
  /** How and when it is meant to go. */
  planned: PlannedServiceInput;
  /** What the writer adds in their own words, at most 10,000 characters. */
  words?: string | null | undefined;
};

/** How an appeal came in. */
export type AppealChannel =
  /** By email. */
  | 'EMAIL'
  /** In person; only where it was taken down as an adjustment. */
  | 'IN_PERSON'
  /** By post or handed in. */
  | 'LETTER'
  /** Through the customer's account on the council's website. */
  | 'PORTAL'
  /** By telephone; only where it was taken down as an adjustment. */
  | 'TELEPHONE'
  /** Through the form on the council's public pages. */
  | 'WEB_FORM';

/** What somebody says of their own part. */
export type AppealConflictDeclareInput = {
  /** The appeal. */
  appeal: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Which part. */
  part: DeclaredPart;
  /** What it consists in, at most 10,000 characters; needed unless there is none. */
  words?: string | null | undefined;
};

/** A decision on an appeal. */
export type AppealDetermineInput = {
  /** The appeal. */
  appeal: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** One decision for each ground. */
  grounds: Array<GroundDecisionInput>;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What a partly upheld appeal ends; empty for the others. */
  lift?: Array<string | number>;
  /** Upheld, in part or not. */
  outcome: AppealOutcome;
  /** Why, at most 10,000 characters; the letter says it. */
  reasons: string;
  /** Whether a partly upheld appeal sets the findings aside; an upheld one always does. */
  setFindingsAside?: boolean;
  /** What a partly upheld appeal makes gentler; empty for the others. Harsher terms are refused. */
  vary?: Array<GentlerTermsInput>;
};

/** Findings for a member of the Corporate Management Team. */
export type AppealFindingsPresentInput = {
  /** The appeal. */
  appeal: string | number;
  /** What the customer says, at its strongest; at most 10,000 characters. */
  customersCase: string;
  /** The version that was read. */
  expectedVersion: number;
  /** One finding for each ground. */
  grounds: Array<GroundFindingInput>;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** How the appeal could be decided, at most 20. */
  options: Array<DecisionOptionInput>;
  /** The member, who sits in the team and had no part in the decision. */
  presentedTo: string | number;
  /** What was found, on the whole; at most 10,000 characters. */
  summary: string;
};

/** A step of an investigation. */
export type AppealInvestigationRecordInput = {
  /** With whom somebody spoke, or what was looked at; only, and always, for these two. */
  about?: string | null | undefined;
  /** The appeal. */
  appeal: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** Files that the caller sent, at most 20. */
  files?: Array<string | number>;
  /** The day of an interview; only, and always, for one. */
  heldOn?: string | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Which kind of step. */
  kind: InvestigationKind;
  /** Whether there is significant new information; only, and always, where that was asked. */
  newInformation?: boolean | null | undefined;
  /** The plan, the summary, what it shows, or why there is nothing new; at most 10,000 characters. */
  words: string;
};

/** An appeal as it came in. */
export type AppealLodgeInput = {
  /** What called for taking it down, at most 500 characters; only, and always, where it was. */
  adjustment?: string | null | undefined;
  /** How it came in. */
  channel: AppealChannel;
  /** The same in kinds, beside the words; words alone count as `OTHER`. */
  groundCodes?: Array<GroundCode>;
  /** Why the customer disagrees, at most 10,000 characters; leave out where they have not said. */
  grounds?: string | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Whose words it is in. */
  lodgedBy: LodgedBy;
  /** What it is against. */
  notice: string | number;
  /** The day it reached us. */
  receivedOn: string;
  /** Who lodged it; only, and always, for a representative. */
  representative?: string | number | null | undefined;
  /** The day it was sent, where that is known: a postmark, a header. */
  sentOn?: string | null | undefined;
};

/** How an appeal was decided. */
export type AppealOutcome =
  /** Nothing changes. */
  | 'DISMISSED'
  /** Ends those that the decision names. */
  | 'PARTLY_UPHELD'
  /** Ends the restrictions of the notice. */
  | 'UPHELD';

/** The letter that says what became of an appeal. */
export type AppealOutcomeIssueInput = {
  /** The appeal. */
  appeal: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** The language of the letter, as a BCP 47 tag. */
  lang?: string;
  /**
   * Whom to turn to afterwards, besides those that the matters of the case ask for; without a case,
   * besides those that the notice appealed against names.
   */
  ombudsman?: Array<Ombudsman>;
  /** How and when it is meant to go. */
  planned: PlannedServiceInput;
  /** What the writer adds in their own words, at most 10,000 characters. */
  words?: string | null | undefined;
};

/** How far an appeal has come. */
export type AppealStatus =
  /** The customer was written to with the outcome. */
  | 'ANSWERED'
  /** Decided; the customer has not been told yet. */
  | 'DETERMINED'
  /** After the last day: a person decides whether it is taken in. */
  | 'LATE'
  /** In time, or taken in late: to be investigated and presented. */
  | 'LODGED'
  /** Not taken in, by a person and for a reason. */
  | 'OUT_OF_TIME'
  /** The findings are with a member of the Corporate Management Team. */
  | 'PRESENTED'
  /** The customer took it back. */
  | 'WITHDRAWN';

/** Whether a customer may appeal against a kind of action. */
export type Appealability =
  /** Always: it restricts. */
  | 'APPEALABLE'
  /** Help that designates nobody; imposed as restrictive it is appealable all the same. */
  | 'NOT_APPEALABLE'
  /** On what was found to have happened. */
  | 'ON_ITS_FACTS';

/** An assault that must be reported to the police. */
export type Assault =
  /** Against the body. */
  | 'PHYSICAL'
  /** A threat, or words that made somebody fear immediate violence. */
  | 'VERBAL';

/** What an entry of the audit trail is about. */
export type AuditEntryKind =
  /** Something was done. */
  | 'ACT'
  /** A person's record was read. */
  | 'READ';

/** Which entries. */
export type AuditTrailFilter = {
  /** Only of this act. */
  act?: string | null | undefined;
  /** Only those of this actor, by the subject of the token. */
  actor?: string | null | undefined;
  /** Only at this instant or later. */
  from?: string | null | undefined;
  /** Only acts, or only reads. */
  kind?: AuditEntryKind | null | undefined;
  /** Only about this object. */
  object?: string | number | null | undefined;
  /** Only those that concern this customer. */
  person?: string | number | null | undefined;
  /** Only before this instant. */
  until?: string | null | undefined;
};

/** A part that keeps somebody from acting on an appeal. */
export type Bar =
  /** Gave advice on its substance. */
  | 'ADVISED'
  /** Considered the case. */
  | 'CONSIDERED'
  /** Signed the notice, determined the case, or decided or reviewed what the notice tells of. */
  | 'DECIDED'
  /** Is the direct line manager of whoever decided. */
  | 'DECIDERS_LINE_MANAGER'
  /** Declared a part of their own. */
  | 'DECLARED'
  /** Looked into the appeal. */
  | 'INVESTIGATED';

/** Whether what was found bears a ground out. */
export type BorneOut =
  /** It does not. */
  | 'NO'
  /** In part. */
  | 'PARTLY'
  /** It does. */
  | 'YES';

/** A member of a group with their own conduct. */
export type BoundMemberInput = {
  /** That member's own incidents, at least one. */
  incidents: Array<string | number>;
  /** The member, a customer of their own. */
  member: string | number;
};

/** Which buildings. */
export type BuildingFilter = {
  /** Only those open on this day. */
  openOn?: string | null | undefined;
  /** Only those that this service area runs, by code. */
  serviceArea?: string | null | undefined;
};

/** How strongly a topic is protected. */
export type CarveOutStrength =
  /** Always helped, here and now. */
  | 'ABSOLUTE'
  /** Never declined without a named route that is usable in time. */
  | 'ROUTE_GUARANTEED';

/** What a determination says about the behaviour. */
export type Category =
  /** No action. */
  | 'NOT_UNREASONABLE'
  /** Much contact, with good cause: help is offered. */
  | 'PERSISTENT_WITH_CAUSE'
  /** One serious incident is enough. */
  | 'UNREASONABLE'
  /** An accumulation of linked incidents over time. */
  | 'UNREASONABLY_PERSISTENT';

/** How a contact is made. */
export type Channel =
  /** By email. */
  | 'EMAIL'
  /** At a council building or anywhere outside the customer's home. */
  | 'FACE_TO_FACE'
  /** At the customer's home. */
  | 'HOME_VISIT'
  /** By letter. */
  | 'LETTER'
  /** By telephone. */
  | 'PHONE'
  /** In the signed-in customer account. */
  | 'PORTAL'
  /** On social media. */
  | 'SOCIAL_MEDIA'
  /** By text message. */
  | 'TEXT_MESSAGE'
  /** By video call. */
  | 'VIDEO'
  /** By live typing with an officer. */
  | 'WEB_CHAT'
  /** By a form on the council's public pages. */
  | 'WEB_FORM';

/** The answer to a check. */
export type CheckAnswer =
  /** The question does not arise, for the reason given. */
  | 'NOT_APPLICABLE'
  /** It is not; behaviour cannot be designated while this stands. */
  | 'NOT_SATISFIED'
  /** The council is satisfied of it. */
  | 'SATISFIED';

/** The five checks before behaviour is designated. */
export type CheckKind =
  /** Communication was adequate and expectations were managed. */
  | 'COMMUNICATION'
  /** Any decision reached is right. */
  | 'DECISION_RIGHT'
  /** It is being, or was, investigated properly. */
  | 'INVESTIGATED'
  /** The customer offers no significant new information. */
  | 'NEW_INFORMATION'
  /** What the customer asked for was recorded and is handled under the right policy. */
  | 'RECORDED';

/**
 * At which stage a check was answered. Whether there is new information is asked again at each: an
 * answer given at one does not count for the next.
 */
export type CheckStage =
  /** Before the decision. */
  | 'DECISION'
  /** Before something is refused: to register a complaint, to lift a restriction. */
  | 'REFUSAL'
  /** When a restriction in force is reviewed. */
  | 'REVIEW'
  /** Before a warning. */
  | 'WARNING';

/** What must be weighed before anything is decided about somebody. */
export type CircumstancesInput = {
  /** Whether somebody doubts that they can decide for themselves. */
  capacityInDoubt?: boolean;
  /** Why, at most 10,000 characters. */
  capacityNote?: string | null | undefined;
  /** How it shows, at most 10,000 characters. */
  vulnerabilityNote?: string | null | undefined;
  /** Whether they are vulnerable. */
  vulnerable?: boolean;
};

/** A concern about behaviour. */
export type ConcernReportInput = {
  /** Who it is about, if that is known. */
  customer?: string | number | null | undefined;
  /** Whether a disability was disclosed: then an adjustment must be offered. */
  disclosedDisability?: boolean;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What happened, at least one, at most 50. */
  incidents: Array<IncidentInput>;
  /** Where it happened, by code; leave out to report to the head of customer services. */
  serviceArea?: string | null | undefined;
  /**
   * The officer or member whom it is about, by the subject of their token; they never see or decide
   * it. Say as what they acted as well.
   */
  subjectActor?: string | null | undefined;
  /** As what they acted, if the reporter can say. */
  subjectCapacity?: SubjectCapacity | null | undefined;
  /** In one line, at most 500 characters. */
  summary?: string | null | undefined;
  /** How to recognise them, if it is not; at most 10,000 characters. */
  unknownPerson?: string | null | undefined;
};

/** Where a concern goes that this policy does not deal with. */
export type ConcernRoute =
  /** The contract under which a provider works. */
  | 'CONTRACT'
  /** Human resources, for staff and heads of service. */
  | 'HUMAN_RESOURCES'
  /** The monitoring officer, for elected members acting as such and the head of customer services. */
  | 'MONITORING_OFFICER';

/** Where a concern stands. */
export type ConcernStatus =
  /** Taken up: a consideration may be opened. */
  | 'ACCEPTED'
  /** Laid down, with a reason. */
  | 'NO_FURTHER_ACTION'
  /** Waits for its owner. */
  | 'REPORTED'
  /** Another route is the right one. */
  | 'ROUTED_ELSEWHERE';

/** What the owner of a concern decides. */
export type ConcernTriageInput = {
  /** Who it turned out to be, if nobody could name them before. */
  customer?: string | number | null | undefined;
  /** The version that was read. */
  expectedVersion: number;
  /** What the reporter is told, at most 10,000 characters. */
  feedback: string;
  /** The concern. */
  id: string | number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What becomes of it. */
  outcome: TriageOutcome;
  /** Why, at most 10,000 characters; needed unless it is taken up. */
  reason?: string | null | undefined;
  /** Where to; only to send it elsewhere. */
  route?: ConcernRoute | null | undefined;
  /** As what they acted; needed for an elected member and to send it elsewhere. */
  subjectCapacity?: SubjectCapacity | null | undefined;
};

/** How the incidents lie in time. */
export type ConductPattern =
  /** Incidents that add up over a longer period. */
  | 'ACCUMULATION'
  /** One or two incidents that stand alone. */
  | 'ISOLATED';

/** How sure we are that it is this person. */
export type Confidence =
  /** Checked against something independent. */
  | 'CONFIRMED'
  /** Fits, and nothing speaks against it. */
  | 'PROBABLE'
  /** Said once, shared with others, or doubtful. */
  | 'UNCERTAIN';

/** What to tell the head of customer services. */
export type ConsiderationAdviseInput = {
  /** The consideration. */
  consideration: string | number;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** On which occasion. */
  kind: AdviceKind;
  /** What to say beyond the fact itself, at most 10,000 characters. */
  note?: string | null | undefined;
};

/** What to weigh beside the conduct. */
export type ConsiderationAssessInput = {
  /** Who else is affected; empty if nobody is. */
  affected?: Array<AffectedKind>;
  /** Circumstances, and the adjustments considered; at most 10,000 characters. */
  circumstances: string;
  /** The consideration. */
  consideration: string | number;
  /** Whether the conduct could arise from a disability; asked whether or not anything was requested. */
  couldArise: CouldArise;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /**
   * What action would mean for them, or how it is known that nobody is affected; needed before
   * restrictive action, at most 10,000 characters.
   */
  othersAffected?: string | null | undefined;
  /** Unfinished matters that have nothing to do with the conduct, each with the reason. */
  unrelatedMatters?: Array<UnrelatedMatterInput>;
  /** Why a warning is not called for, as after a serious threat; leave out where one is required. */
  warningDispensedBecause?: string | null | undefined;
};

/** An answer to one of the five checks. */
export type ConsiderationCheckRecordInput = {
  /** The answer. */
  answer: CheckAnswer;
  /** Which check. */
  check: CheckKind;
  /** The consideration. */
  consideration: string | number;
  /**
   * Whose decision the underlying one was, by the subject of their token; needed to confirm that it is
   * right unless one of the customer's matters says so.
   */
  decidedBy?: string | null | undefined;
  /** What shows it, in words or by reference, at most 10,000 characters. */
  evidence: string;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** Documents that show it, sent beforehand by whoever answers; 20 at most. */
  files?: Array<string | number>;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why, unless it is satisfied; at most 10,000 characters. */
  reason?: string | null | undefined;
  /** At which stage it is asked; other than the decision only for new information. */
  stage?: CheckStage;
};

/** The findings and the decision. Texts have at most 10,000 characters. */
export type ConsiderationDetermineInput = {
  /** What the behaviour amounts to. */
  category: Category;
  /** The consideration. */
  consideration: string | number;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** Is the grievance justified? */
  grievance: GrievanceFinding;
  /** Why that is found. */
  grievanceReasons: string;
  /** Does the contact unreasonably hinder officers in serving this customer or others? */
  hinders: boolean;
  /** How, and with what impact; or why it does not. */
  hindrance: string;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /**
   * The separate finding about abuse or threats; needed where restrictive action shall rest on
   * persistence with cause.
   */
  manner?: string | null | undefined;
  /**
   * Why the finding stands in the light of the contact that the council caused; needed for
   * unreasonably persistent behaviour.
   */
  ourShare?: string | null | undefined;
  /** Isolated or an accumulation. */
  pattern: ConductPattern;
  /** From conduct to harm to category. */
  reasons: string;
  /** Whether restrictive action may rest on it. */
  restrictiveAllowed: boolean;
};

/** What to consider. */
export type ConsiderationOpenInput = {
  /** For a group: the members considered, each with their own incidents. */
  boundMembers?: Array<BoundMemberInput>;
  /** The codes of council buildings concerned. */
  buildings?: Array<string>;
  /** Triaged concerns about this customer; their incidents come with them. */
  concerns?: Array<string | number>;
  /** Whose behaviour. */
  customer: string | number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Further incidents of this customer, from triaged concerns. */
  incidents?: Array<string | number>;
  /** The code of the service whose head leads; a head of service names one of their own. */
  leadService: string;
  /** What the wider organisation risks, at most 10,000 characters; leave out if nothing. */
  organisationRisk?: string | null | undefined;
  /** The codes of others involved, beside those of the incidents. */
  otherServices?: Array<string>;
  /** Whether action for the whole council is in question. */
  wholeCouncil?: boolean;
  /** Why the behaviour is considered, at most 10,000 characters. */
  why: string;
};

/** Where a consideration stands. */
export type ConsiderationStatus =
  /** Nothing more follows from it. */
  | 'CLOSED'
  /** A person determined it, with reasons. */
  | 'DETERMINED'
  /** Behaviour is being considered; nothing has been decided. */
  | 'OPEN';

/** An answer to a question of an earlier check. */
export type ContactAnswerInput = {
  /** The question's code. */
  question: string;
  /** Whether the answer was yes. */
  yes: boolean;
};

/** Whether somebody or something can be reached. */
export type ContactAvailability =
  /** No longer: left, closed or switched off. */
  | 'GONE'
  /** Nobody knows. */
  | 'NOT_KNOWN'
  /** Not now. */
  | 'NOT_NOW'
  /** Now. */
  | 'NOW';

/** Why somebody contacted us. */
export type ContactCause =
  /** About something new. */
  | 'FIRST_CONTACT'
  /** We had promised an answer by then and had not given one. */
  | 'MISSED_STANDARD'
  /** Brings something new. */
  | 'NEW_INFORMATION'
  /** Asks how things stand while we are still in time. */
  | 'PROGRESS_WITHIN_STANDARD'
  /** The same again, answered before. */
  | 'SAME_AGAIN';

/** A contact as far as it is known; whatever is left out is not known and turns nobody away. */
export type ContactCheckInput = {
  /** What it is made to do, when more than an enquiry: a code such as `leisure-session`. */
  activity?: string | null | undefined;
  /** Whether an elected member contacts us as one. */
  actsAsMember?: boolean;
  /** Answers to questions of an earlier check. */
  answers?: Array<ContactAnswerInput>;
  /** When it will be; leave out for now. A moment in the past counts as now. */
  at?: string | null | undefined;
  /** The id of the building, when in one. */
  building?: string | number | null | undefined;
  /** How the contact is made. */
  channel: Channel;
  /** Whether somebody is in danger now. */
  dangerNow?: boolean;
  /** Who began it. */
  direction?: ContactDirection;
  /** What is known of who it is. */
  identity: ContactIdentityInput;
  /** The language of the answer, as a BCP 47 tag. */
  lang?: string;
  /** The id of the matter that it is about. */
  matter?: string | number | null | undefined;
  /** Whether the customer offers anything new. */
  newInformation?: boolean | null | undefined;
  /** Whether it is about something that is not on record yet. */
  newMatter?: boolean;
  /** Whether the customer says that no letter came: a copy is offered, and rules count as not told. */
  noLetterReceived?: boolean;
  /** The id of the officer that it is with or asks for; leave out for whoever asks. */
  officer?: string | number | null | undefined;
  /** What kind of place, when in person. */
  place?: ContactPlace | null | undefined;
  /** The code of the service area that it is for. */
  serviceArea?: string | null | undefined;
  /** Who speaks. */
  speaker?: Speaker;
  /**
   * What it is about: the code of a protected topic, or `other` for none of these. Left out, it is not
   * known, and nobody is turned away.
   */
  topic?: string | null | undefined;
  /** The code of a part of that building. */
  zone?: string | null | undefined;
};

/** Who began a contact. */
export type ContactDirection =
  /** The customer, or somebody for them. */
  | 'IN'
  /** The council. */
  | 'OUT';

/** What is known of who it is. One alone restricts nobody; two that are independent are needed. */
export type ContactIdentityInput = {
  /** The first line of the address; counts for nothing by itself. */
  addressLine?: string | null | undefined;
  /** The date of birth. */
  dateOfBirth?: string | null | undefined;
  /** An email address. */
  email?: string | null | undefined;
  /** The full name; tells nobody apart by itself. */
  name?: string | null | undefined;
  /** The postcode that goes with it. */
  postcode?: string | null | undefined;
  /** A reference of ours or of another system. */
  reference?: string | null | undefined;
  /** A telephone number in any form. */
  telephone?: string | null | undefined;
  /** The unique property reference number; as an address. */
  uprn?: string | null | undefined;
};

/** A contact. */
export type ContactLogInput = {
  /** Whether it was answered while they spoke; for a customer whose contacts need an answer. */
  answered?: boolean;
  /** When; now unless told. */
  at?: string | null | undefined;
  /** Why. */
  cause: ContactCause;
  /** How it was made. */
  channel: Channel;
  /** With whom. */
  customer: string | number;
  /** Whether the customer was in distress: then support must be offered. */
  customerDistressed?: boolean;
  /** Who began it. */
  direction?: ContactDirection;
  /** Whether a disability was disclosed: then an adjustment must be offered. */
  disclosedDisability?: boolean;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What it was about, if that is on record. */
  matter?: string | number | null | undefined;
  /** How long it took, up to 10,000. */
  minutesSpent?: number | null | undefined;
  /** Why what sounds like a right in the note is none, at most 10,000 characters. */
  notARightBecause?: string | null | undefined;
  /** What was said, at most 10,000 characters. */
  note?: string | null | undefined;
  /** Whether it brought something new. */
  offersNewInformation?: boolean;
  /** Who spoke for the customer, if they are on record. */
  representative?: string | number | null | undefined;
  /** The service that had it, by code. */
  serviceArea: string;
  /** Who spoke. */
  speaker?: Speaker;
  /** On what authority, in words; needed for a representative who is not on record. */
  speakerAuthority?: string | null | undefined;
  /** The right that was used, if any. */
  statutoryTopic?: StatutoryTopic | null | undefined;
};

/** What kind of place a contact in person happens at. */
export type ContactPlace =
  /** A building of the council. */
  | 'COUNCIL_BUILDING'
  /** The customer's home. */
  | 'CUSTOMER_HOME'
  /** A street, park or other place. */
  | 'PUBLIC';

/** What gives a rule its force. */
export type ContactRuleSource =
  /** A court. */
  | 'COURT'
  /** The council's policy. */
  | 'POLICY'
  /** The provider of a commissioned service. */
  | 'PROVIDER'
  /** Somebody's safety. */
  | 'SAFETY';

/** What may be done with a contact now. */
export type ContactVerdict =
  /** Go on as with anybody. */
  | 'ALLOWED'
  /** Go on if the conditions hold. */
  | 'ALLOWED_WITH_CONDITIONS'
  /** Not this contact, now; the words say what else there is. */
  | 'DECLINE_THIS_CONTACT'
  /** Take it elsewhere, as the conditions say. */
  | 'REDIRECT';

/** Whether the conduct could arise from a disability. */
export type CouldArise =
  /** It could not. */
  | 'NO'
  /** Asked, and not known. */
  | 'NOT_KNOWN'
  /** It could. */
  | 'YES';

/** A decision on an adjustment. */
export type CustomerAdjustmentDecideInput = {
  /** Whether it is agreed. */
  agreed: boolean;
  /** The version that was read. */
  expectedVersion: number;
  /** The request. */
  id: string | number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why, at most 10,000 characters. */
  reason: string;
};

/** A reasonable adjustment that was asked for. */
export type CustomerAdjustmentRequestInput = {
  /** Channels that must stay open to this customer. */
  channelsNeeded?: Array<Channel>;
  /** Channels that this customer cannot use, beside those that the adjustment rules out by what it is. */
  channelsUnusable?: Array<Channel>;
  /** By whom, or for whom. */
  customer: string | number;
  /** In words, at most 10,000 characters; needed for `OTHER`. */
  description?: string | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** When it was asked for; today unless told. */
  requestedOn?: string | null | undefined;
  /** What should be adjusted. */
  what: AdjustmentCode;
};

/** What a customer can be. */
export type CustomerKind =
  /** Several people who act together; each answers only for their own conduct. */
  | 'GROUP'
  /** One person. */
  | 'INDIVIDUAL'
  /** A part of the council, or one of its people, served by another part. */
  | 'INTERNAL'
  /** An organisation, also one that receives services. */
  | 'ORGANISATION';

/** A customer to put on record. */
export type CustomerRegisterInput = {
  /** What must be weighed. */
  circumstances?: CircumstancesInput;
  /** Only of an individual. */
  dateOfBirth?: string | null | undefined;
  /** Whether they sit on the council. */
  electedMember?: boolean;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** By what they can be recognised, at most 50. */
  identifiers?: Array<IdentifierInput>;
  /** What kind of customer. */
  kind?: CustomerKind;
  /** Of a group, at most 200. */
  members?: Array<string | number>;
  /** As they call themselves, at most 500 characters. */
  name: string;
  /** In which language they like to be spoken to, as they said. */
  preferredLanguage?: string | null | undefined;
  /** How and when it is safe to make contact, in their words. */
  safeContact?: string | null | undefined;
};

/** Days that come back, counted from the first of them. */
export type DayRecurrenceInput = {
  /** The first one. */
  anchor: string;
  /** How far apart, as an ISO 8601 period of days only, or of months and years only. */
  every: string;
  /** Dates on which it does not happen though its turn has come. */
  excepted?: Array<string>;
  /** The first moment of the day that counts; leave both out for the whole day. */
  from?: string | null | undefined;
  /** The first moment after; leave both out for the whole day. */
  to?: string | null | undefined;
};

/** A way in which an appeal could be decided. */
export type DecisionOptionInput = {
  /** What would follow, at most 10,000 characters. */
  effect: string;
  /** What would be decided, at most 10,000 characters. */
  what: string;
};

/** What somebody says of their own part in the decision appealed against. */
export type DeclaredPart =
  /** Gave advice on its substance. */
  | 'ADVISED'
  /** Considered the case. */
  | 'CONSIDERED'
  /** Decided it. */
  | 'DECIDED'
  /** Is the direct line manager of whoever decided. */
  | 'DECIDERS_LINE_MANAGER'
  /** None at all. */
  | 'NONE'
  /** Knows the customer or somebody in the case, or has an interest in it. */
  | 'PERSONAL';

/** Which duties. */
export type DueListFilter = {
  /** Only what falls due on this day or before. */
  dueBy?: string | null | undefined;
  /** Only of this kind. */
  kind?: string | null | undefined;
  /** Only what the caller has to do, by name or by role and service area. */
  mine?: boolean;
  /** Only what is overdue. */
  overdue?: boolean;
  /** Only what this role has to do. */
  ownerRole?: Role | null | undefined;
  /** Only of this service area, by code. */
  serviceArea?: string | null | undefined;
  /** Only about this. */
  subject?: string | number | null | undefined;
};

/** Something that everybody must be able to do. */
export type EverydayNeed =
  /** Appeal. */
  | 'APPEAL'
  /** Ask for information or for their own data. */
  | 'ASK_FOR_INFORMATION'
  /** Attend a public meeting. */
  | 'ATTEND_A_PUBLIC_MEETING'
  /** Claim a benefit. */
  | 'CLAIM_A_BENEFIT'
  /** Comment on planning or licensing. */
  | 'COMMENT_ON_PLANNING'
  /** Complain about the decision. */
  | 'COMPLAIN'
  /** Get help in danger. */
  | 'EMERGENCY'
  /** Any ordinary question. */
  | 'ORDINARY_BUSINESS'
  /** Pay the council. */
  | 'PAY'
  /** Report a repair. */
  | 'REPORT_A_REPAIR'
  /** Get help with homelessness. */
  | 'SEEK_HOMELESSNESS_HELP'
  /** Vote. */
  | 'VOTE';

/** Lists of what is not as it should be, each for a question that somebody asks. */
export type ExceptionList =
  /** Blocks of other systems without a restriction, and ended restrictions that may still be applied. */
  | 'BLOCKS_ELSEWHERE'
  /** What is due within a week, overdue first. */
  | 'DUE_THIS_WEEK'
  /** Hate and inequality incidents not reported onward yet. */
  | 'HATE_REPORTS'
  /**
   * Staff-safety markers past their review or term, not told of, or on grounds that were corrected; and that
   * nobody decided in time on records past their period.
   */
  | 'MARKERS'
  /** Reports to the police that are open. */
  | 'POLICE_REPORTS'
  /** Is the policy being followed? What is overdue and shows one of the twenty faults. */
  | 'POLICY_FOLLOWED'
  /** Returns of commissioned services that are due or missing. */
  | 'PROVIDER_RETURNS';

/** Gentler terms for a restriction; what is left out stays as it was decided. */
export type GentlerTermsInput = {
  /** An earlier last day. */
  endsOn?: string | null | undefined;
  /** What would end it sooner, in words for the customer. */
  endsSoonerWhen?: string | null | undefined;
  /** Which. */
  restriction: string | number;
  /** An earlier review. */
  reviewOn?: string | null | undefined;
};

/** Is the customer's grievance justified? */
export type GrievanceFinding =
  /** It is. */
  | 'JUSTIFIED'
  /** It is not. */
  | 'NOT_JUSTIFIED'
  /** The customer pursues none. */
  | 'NO_GRIEVANCE'
  /** In part. */
  | 'PARTLY_JUSTIFIED';

/** What the customer says is wrong, in kinds. */
export type GroundCode =
  /** An adjustment was not considered. */
  | 'ADJUSTMENT_NOT_CONSIDERED'
  /** Something has changed since. */
  | 'CIRCUMSTANCES_CHANGED'
  /** What was decided is more than it needs. */
  | 'DISPROPORTIONATE'
  /** What is said to have happened did not, or not so. */
  | 'FACTS_WRONG'
  /** Their account was not heard or not weighed. */
  | 'NOT_HEARD'
  /** Something else, in their words. */
  | 'OTHER'
  /** The council did not keep to its policy. */
  | 'PROCESS_NOT_FOLLOWED';

/** What is decided about one ground of an appeal. */
export type GroundDecisionInput = {
  /** Whether it is accepted. */
  accepted: BorneOut;
  /** Which ground. */
  ground: GroundCode;
  /** Why, at most 10,000 characters; the letter says it. */
  reasons: string;
};

/** What was found about one ground of an appeal. */
export type GroundFindingInput = {
  /** Whether what was found bears it out. */
  borneOut: BorneOut;
  /** Which ground. */
  ground: GroundCode;
  /** What was found, at most 10,000 characters. */
  words: string;
};

/** What hostility was perceived to be about. */
export type HateStrand =
  /** Age. */
  | 'AGE'
  /** Disability. */
  | 'DISABILITY'
  /** Marriage or civil partnership. */
  | 'MARRIAGE_OR_CIVIL_PARTNERSHIP'
  /** Pregnancy or maternity. */
  | 'PREGNANCY_OR_MATERNITY'
  /** Race. */
  | 'RACE'
  /** Religion or belief. */
  | 'RELIGION_OR_BELIEF'
  /** Sex. */
  | 'SEX'
  /** Sexual orientation. */
  | 'SEXUAL_ORIENTATION'
  /** Transgender identity. */
  | 'TRANSGENDER_IDENTITY';

/** A means to recognise a customer, as given. */
export type IdentifierInput = {
  /** How sure we are that it is theirs. */
  confidence?: Confidence;
  /** What it is. */
  kind: IdentifierKind;
  /** Of an address; needed there. */
  postcode?: string | null | undefined;
  /** As given; of an address its first line. */
  value: string;
};

/** By what somebody can be recognised. */
export type IdentifierKind =
  /** First line and postcode. */
  | 'ADDRESS'
  /** An email address. */
  | 'EMAIL'
  /** The customer's number in another system. */
  | 'REFERENCE'
  /** A telephone number, kept as E.164. */
  | 'TELEPHONE'
  /** Unique property reference number. */
  | 'UPRN'
  /** A vehicle's registration mark: it proves nothing, and nobody is recognised by it. */
  | 'VEHICLE';

/** What somebody can be recognised by. */
export type IdentityAsked =
  /** The address. */
  | 'ADDRESS'
  /** The date of birth. */
  | 'DATE_OF_BIRTH'
  /** The email address. */
  | 'EMAIL'
  /** The full name. */
  | 'NAME'
  /** A reference of ours or of another system. */
  | 'REFERENCE'
  /** The telephone number. */
  | 'TELEPHONE';

/** What an incident did to those who were there for the council. */
export type ImpactInput = {
  /** Whether it caused them distress. */
  distress?: boolean;
  /** Whether it kept somebody from their work. */
  hinderedPerformance?: boolean;
  /** Working time it took, up to 10,000. */
  minutesSpent?: number | null | undefined;
  /** In words, at most 10,000 characters. */
  note?: string | null | undefined;
  /** Whether it caused stress. */
  stress?: boolean;
};

/** Which notices. */
export type InboxFilter = {
  /** Only about this. */
  about?: string | number | null | undefined;
  /** Only of this kind. */
  kind?: StaffNoticeKind | null | undefined;
  /** Only those that the caller has not read and that are not settled. */
  unread?: boolean;
};

/** Something that happened on one day. */
export type IncidentInput = {
  /** What happened, in facts, at most 10,000 characters. */
  account: string;
  /** Who was affected. */
  affected?: Array<Affected>;
  /** Who, in words, at most 500 characters. */
  affectedNote?: string | null | undefined;
  /** Whether it was an assault: then the police must be told at once. */
  assault?: Assault | null | undefined;
  /** Codes of the catalogue, at least one. */
  behaviours: Array<string>;
  /** How the contact was made. */
  channel: Channel;
  /** The contact in which it happened, if it was logged. */
  contact?: string | number | null | undefined;
  /** Whether the customer was in distress: then support must be offered. */
  customerDistressed?: boolean;
  /** Whether repeated contact may be harassment: the police are told after consultation. */
  harassment?: boolean;
  /** Whose perception that is; needed with a strand. */
  hatePerceivedBy?: PerceivedBy | null | undefined;
  /** What hostility was perceived to be about. */
  hateStrands?: Array<HateStrand>;
  /** How sure the reporter is that it was this person. */
  identityConfidence?: Confidence;
  /** What it did to those who were there for the council. */
  impact?: ImpactInput;
  /** The time of day, where it is known. */
  occurredAt?: string | null | undefined;
  /** The day. */
  occurredOn: string;
  /** What `OTHER` stands for; needed with it. */
  otherBehaviour?: string | null | undefined;
  /** The right that was being used when it happened. */
  rightBeingUsed?: StatutoryTopic | null | undefined;
  /** Where the account comes from; first-hand unless told, a contractor's is the provider's. */
  sourceGrade?: SourceGrade | null | undefined;
  /** What it did to somebody at work, if it hurt them. */
  staffInjury?: StaffInjury | null | undefined;
  /** Whether the allegation was tested. */
  tested?: boolean;
};

/** A kind of step in looking into an appeal. */
export type InvestigationKind =
  /** Something was looked at. */
  | 'EVIDENCE'
  /** Somebody was spoken with. */
  | 'INTERVIEW'
  /** Whether there is significant new information. */
  | 'NEW_INFORMATION'
  /** What is going to be done; the latest counts. */
  | 'PLAN';

/** How it stands with something that is kept. */
export type KeptState =
  /** Its period is over and nothing rests on it: a person decides whether it is erased. */
  | 'DUE'
  /** Its period is not over. */
  | 'NOT_DUE_YET'
  /** Its period is over, and something that is kept rests on it. */
  | 'STILL_NEEDED'
  /** Something of it goes on, or is still to be done. */
  | 'STILL_OPEN';

/** Why the law lets data be shared. */
export type LawfulBasis =
  /** The person agreed. */
  | 'CONSENT'
  /** Law enforcement by a competent authority; needs the enactment. */
  | 'LAW_ENFORCEMENT'
  /** The law asks for it; needs the enactment. */
  | 'LEGAL_OBLIGATION'
  /** A public body's task; needs the enactment. */
  | 'PUBLIC_TASK'
  /** Somebody's life or health is at stake. */
  | 'VITAL_INTERESTS';

/** A legal hold to place. */
export type LegalHoldPlaceInput = {
  /** On whom. */
  customer: string | number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why their records are needed. */
  reason: string;
  /** By when somebody looks whether it is still needed, within a year. */
  reviewOn: string;
};

/** A legal hold to release. */
export type LegalHoldReleaseInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Which one. */
  id: string | number;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why it is needed no more. */
  reason: string;
};

/**
 * The version of a letter that a customer can read. Agreed adjustments decide which one is sent; the
 * customer counts as notified when that one arrives.
 */
export type LetterVariant =
  /** Made elsewhere from the words of the letter. */
  | 'AUDIO'
  /** Made elsewhere from the words of the letter. */
  | 'BRAILLE'
  /** Short sentences, one idea on a line, in large type; everything that must be said stays. */
  | 'EASY_READ'
  /** The same words in 18 point type. */
  | 'LARGE_PRINT'
  /** Made elsewhere from the words of the letter. */
  | 'SIGN_LANGUAGE'
  /** In 11 point type. */
  | 'STANDARD';

/** Whose words an appeal is in. */
export type LodgedBy =
  /** The customer's own. */
  | 'CUSTOMER'
  /** Those of somebody on record as speaking for the customer, whose authority was seen. */
  | 'REPRESENTATIVE'
  /** The customer's, written down by an officer as an adjustment. */
  | 'TAKEN_DOWN';

/** What kind of case a matter is in the system that keeps it. */
export type MatterKind =
  /** A case of anti-social behaviour, which goes on under its own policy. */
  | 'ANTI_SOCIAL_BEHAVIOUR_CASE'
  /** A complaint. */
  | 'COMPLAINT'
  /** Something else that has a number there. */
  | 'OTHER'
  /** A planning or enforcement case. */
  | 'PLANNING_CASE'
  /** A request for a service or for information. */
  | 'REQUEST'
  /** A tenancy. */
  | 'TENANCY';

/** Where a matter in another system stands. */
export type MatterRecordInput = {
  /** When the decision was explained to the customer. */
  closingLetterSentOn?: string | null | undefined;
  /** Whose it is. */
  customer: string | number;
  /** Who reached it, by the subject of their token; needed with the day. */
  decisionBy?: string | null | undefined;
  /** When a decision was reached. */
  decisionReachedOn?: string | null | undefined;
  /** Needed with `id`: the version that was read. */
  expectedVersion?: number | null | undefined;
  /** The matter to bring up to date; leave out for a new one. */
  id?: string | number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What kind of case it is there; unless told it stays as it is, `OTHER` for a new one. */
  kind?: MatterKind | null | undefined;
  /** Its number there, at most 500 characters. */
  reference: string;
  /** The service that deals with it, by code. */
  serviceArea: string;
  /** The last day on which we are in time. */
  standardDue?: string | null | undefined;
  /** Whether the other system says that we were late; a due day that passed counts anyway. */
  standardMissed?: boolean;
  /** What it is about, at most 500 characters. */
  subject?: string | null | undefined;
  /** The other system's name, at most 500 characters. */
  system: string;
};

/** In what a number is told. */
export type MeasureUnit =
  /** How many. */
  | 'COUNT'
  /** Hours, the middle one of all that were done. */
  | 'HOURS'
  /** A share of a hundred, to one decimal place. */
  | 'PERCENT'
  /** How many for each thousand contacts, to one decimal place. */
  | 'RATE';

/** A notice to write. */
export type NoticeIssueInput = {
  /** The case that it is about. */
  consideration: string | number;
  /** Whom it goes to: leave out for the customer considered; in a group, a bound member. */
  customer?: string | number | null | undefined;
  /**
   * The digest of the cumulative effect that the signer saw. Refused if it has changed since; without
   * one a notice that narrows something comes with the warning `EFFECT_NOT_SEEN`.
   */
  effectSeen?: string | null | undefined;
  /** How to get service meanwhile; left out, the words of the actions' kinds are used. */
  howToReachUs?: string | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** The language of the letter, as a BCP 47 tag. */
  lang?: string;
  /** Whom to turn to after our own appeal, besides those that the matters of the case ask for. */
  ombudsman?: Array<Ombudsman>;
  /** How and when it is meant to go. */
  planned: PlannedServiceInput;
  /** The version of the letter; left out, the one that the agreed adjustments ask for. */
  variant?: LetterVariant | null | undefined;
  /**
   * Why the behaviour is not acceptable, or what was found, in words for the customer. Left out, the
   * reasons of the determination and of the actions are used.
   */
  why?: string | null | undefined;
};

/** What a notice tells the customer. */
export type NoticeKind =
  /** That an appeal came in, and what happens to it when. */
  | 'APPEAL_ACKNOWLEDGEMENT'
  /** What became of an appeal. */
  | 'APPEAL_OUTCOME'
  /** The findings with reasons, also where the outcome is no action. */
  | 'DETERMINATION'
  /** Restrictions that go on beyond their first term. */
  | 'EXTENDED'
  /** Restrictions ended. */
  | 'LIFTED'
  /** That conduct is watched for a time, and what follows at its end. */
  | 'MONITORING'
  /** Restrictions that stay after a review or a request to end them. */
  | 'REFUSAL_TO_LIFT'
  /** That a complaint about a matter already decided is not registered again, and why. */
  | 'REFUSAL_TO_REGISTER'
  /** Restrictions imposed. */
  | 'RESTRICTIONS'
  /** Restrictions changed. */
  | 'VARIED'
  /** What will follow if the conduct goes on. */
  | 'WARNING';

/** What is known about serving a notice. */
export type NoticeServiceRecordInput = {
  /** Where it went, if not to the address planned; at most 1,000 characters. */
  address?: string | null | undefined;
  /** When it arrived; only, and always, for a delivery. */
  deliveredAt?: string | null | undefined;
  /**
   * What it rests on, at most 10,000 characters. Needed for email (why the address is in current use),
   * for every outcome but sent, and for every attempt after one that failed.
   */
  evidence?: string | null | undefined;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Which way it went. */
  method: ServiceMethod;
  /** The notice. */
  notice: string | number;
  /** What is known. */
  outcome: ServiceOutcome;
  /** When it left us; leave out to add to the attempt recorded last. */
  sentAt?: string | null | undefined;
  /** The version that went, if not the one issued; one made elsewhere, such as Braille, is always named. */
  version?: LetterVariant | null | undefined;
};

/** How far a notice has come on its way to the customer. */
export type NoticeStatus =
  /** Written and signed; nothing is recorded about sending it. */
  | 'ISSUED'
  /** It came back or was not accepted: there is no notification until it is served another way. */
  | 'RETURNED'
  /** Sent, and a day of notification holds; it may still lie ahead. */
  | 'SERVED';

/** Somebody independent to turn to after the council's own appeal. */
export type Ombudsman =
  /** For landlord matters: the Housing Ombudsman. */
  | 'HOUSING'
  /** For council services: the Local Government and Social Care Ombudsman. */
  | 'LOCAL_GOVERNMENT';

/** What a partner is. */
export type PartnerKind =
  /** Adults' social care. */
  | 'ADULT_SOCIAL_CARE'
  /** Children's social care. */
  | 'CHILDREN_SOCIAL_CARE'
  /** A hub of several agencies for community safety. */
  | 'COMMUNITY_SAFETY_HUB'
  /** A service for people who suffer domestic abuse. */
  | 'DOMESTIC_ABUSE_SERVICE'
  /** A school, a college or their authority. */
  | 'EDUCATION'
  /** A fire and rescue service. */
  | 'FIRE_AND_RESCUE'
  /** A body of the health service. */
  | 'HEALTH'
  /** A landlord of social housing. */
  | 'HOUSING_PROVIDER'
  /** Another council. */
  | 'LOCAL_AUTHORITY'
  /** Anything else. */
  | 'OTHER'
  /** A police force. */
  | 'POLICE'
  /** The probation service. */
  | 'PROBATION'
  /** A charity or a voluntary body. */
  | 'VOLUNTARY_SECTOR';

/** A partner as it shall stand; what is left out is recorded as missing. */
export type PartnerRecordInput = {
  /** By which way sealed data is taken to it, by the way's stable name; leave out where its machine fetches it. */
  delivery?: string | null | undefined;
  /** The post or person who receives for it; needed of a signatory and a recognised hub. */
  designatedOfficer?: string | null | undefined;
  /** The version that was read; leave out to record a new one. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What it is. */
  kind: PartnerKind;
  /** What it is called, at most 500 characters; no two partners have one name. */
  name: string;
  /** The partner to change; leave out to record a new one. */
  partner?: string | number | null | undefined;
  /** The version of the protocol that it signed; needed of a signatory. */
  protocolVersion?: string | null | undefined;
  /** Whether it is there to try out a machine; no, unless told when it is recorded first, and it never changes. */
  sandbox?: boolean | null | undefined;
  /** A mailbox, or an address that begins with https or sftp; needed of a signatory and a recognised hub. */
  secureAddress?: string | null | undefined;
  /** When it signed, not in the future; needed of a signatory. */
  signedOn?: string | null | undefined;
  /** How it stands to the protocol. */
  standing: ProtocolStanding;
  /** The last day on which it counts; needed of a signatory and a recognised hub. */
  validUntil?: string | null | undefined;
};

/** Whose perception it is; either is enough. */
export type PerceivedBy =
  /** Both. */
  | 'BOTH'
  /** The victim's. */
  | 'VICTIM'
  /** A witness's. */
  | 'WITNESS';

/** How and when a notice is meant to go; the last day to appeal that it prints rests on this. */
export type PlannedServiceInput = {
  /** Postal or email address, the account's name, or the place where it is handed over. */
  address: string;
  /** How. */
  method: ServiceMethod;
  /** The day on which it is to be sent, within office hours. */
  sendOn: string;
};

/** How a plugin fares. */
export type PluginState =
  /** It is loaded, and its types can be used. */
  | 'ACTIVE'
  /** It failed, was too slow lately, or is not configured; what it brings can still be used. */
  | 'DEGRADED'
  /** It was taken out of use; nothing of it runs. */
  | 'DISABLED'
  /** It was not found, or a check refused it; nothing of it runs. */
  | 'REFUSED'
  /** It is there and nobody enabled it yet; nothing of it runs. */
  | 'STAGED'
  /** It failed too often; its types cannot be used until the server is started again. */
  | 'SWITCHED_OFF';

/** How a partner stands to the information-sharing protocol. */
export type ProtocolStanding =
  /** It has not signed. */
  | 'NOT_SIGNATORY'
  /** It is a hub that the signatories recognise without its own signature. */
  | 'RECOGNISED'
  /** It signed the protocol. */
  | 'SIGNATORY'
  /** It signed once, and withdrew. */
  | 'WITHDRAWN';

/** By what it is decided how long a record is kept. The periods are figures of the policy in force. */
export type RecordClass =
  /** One dealing with a customer. */
  | 'CONTACT'
  /** Who somebody is and what they need. */
  | 'CUSTOMER'
  /** A consideration and all that followed from it. */
  | 'DECISION'
  /** A concern that was taken up, and what happened. */
  | 'INCIDENT'
  /** A warning to staff for their safety; its category says for how long. */
  | 'MARKER'
  /** An allegation that was not borne out, was made void, or was about somebody else. */
  | 'UNFOUNDED';

/** Steps in hearing the customer. */
export type RepresentationKind =
  /** The customer does not wish to give one. */
  | 'DECLINED'
  /** Safety forbids waiting. */
  | 'DISPENSED'
  /** The customer was asked for their account. */
  | 'INVITED'
  /** The day to answer by passed in silence. */
  | 'NO_REPLY'
  /** The customer's account was received. */
  | 'RECEIVED';

/** A step in hearing the customer. */
export type RepresentationRecordInput = {
  /** How the customer was asked, or what they say; at most 10,000 characters. */
  account?: string | null | undefined;
  /** The day to answer by, for an invitation; the day by which the customer is heard, where dispensed. */
  byDate?: string | null | undefined;
  /** The consideration. */
  consideration: string | number;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Which step. */
  kind: RepresentationKind;
  /** The day on which it happened; never ahead. */
  on: string;
  /** Why safety forbids waiting, where dispensed; at most 10,000 characters. */
  reason?: string | null | undefined;
};

/** What about the contact an action answers. */
export type RestrictionAnswering =
  /** How the customer behaves. */
  | 'MANNER'
  /** Both of these. */
  | 'MANNER_AND_VOLUME'
  /** How much or how often; never where the customer has good cause. */
  | 'VOLUME';

/** Which side of contact a kind of action bears on. */
export type RestrictionAxis =
  /** By which means. */
  | 'HOW'
  /** What it is about. */
  | 'WHAT'
  /** When. */
  | 'WHEN'
  /** In which place. */
  | 'WHERE'
  /** Who deals with the customer. */
  | 'WHO';

/** An action to impose, or to try out. */
export type RestrictionImposeInput = {
  /** What about the contact it answers. */
  answering?: RestrictionAnswering;
  /** What it rests on. */
  consideration: string | number;
  /** Whom it binds: leave out for the customer considered; in a group, a bound member. */
  customer?: string | number | null | undefined;
  /** Starts at once by an emergency determination; safety measures only. */
  emergency?: boolean;
  /** Why the steps before it are dispensed with; needed for an emergency. */
  emergencyReason?: string | null | undefined;
  /** Its last day; needed unless it only helps or is permanent. */
  endsOn?: string | null | undefined;
  /** What would end it before its last day, in words for the customer; needed unless it only helps. */
  endsSoonerWhen?: string;
  /** Why the case is extreme; needed for a permanent one. */
  extremeCaseReason?: string | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why it has to last longer than the policy's usual term; needed if it does. */
  longerTermReason?: string | null | undefined;
  /** What it is to be this time. */
  nature: RestrictionNature;
  /** Without an end; for exclusions in an extreme case only. */
  permanent?: boolean;
  /** Why. */
  reasons: RestrictionReasonsInput;
  /** By when it is reviewed; leave out for the policy's usual time. */
  reviewOn?: string | null | undefined;
  /** What it covers. */
  scope: RestrictionScopeInput;
  /** The form, filled in. */
  settings: Array<SettingInput>;
  /** The version of the form; another one is refused with `SETTINGS_CHANGED`. */
  settingsVersion: number;
  /** Its first day; leave out for at once when the customer is told. */
  startsOn?: string | null | undefined;
  /** The id of its kind. */
  type: string;
};

/** Which action to end. */
export type RestrictionLiftInput = {
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why it ends, at most 10,000 characters. */
  reason: string;
  /** The action. */
  restriction: string | number;
};

/** What an action is for. */
export type RestrictionNature =
  /** Narrows contact; needs a determination. */
  | 'RESTRICTIVE'
  /** Keeps people safe; may start by an emergency determination. */
  | 'SAFETY'
  /** Helps the customer; may be used at any stage. */
  | 'SUPPORTIVE';

/** Why an action; all four are needed unless it only helps. Each at most 10,000 characters. */
export type RestrictionReasonsInput = {
  /** What the customer did. */
  conduct?: string;
  /** What it did to others or to the service. */
  harm?: string;
  /** Why nothing less would. */
  whyNothingLess?: string;
  /** Why this action stops it. */
  whyThis?: string;
};

/** What an action shall cover. */
export type RestrictionScopeInput = {
  /** Codes of the services; needed unless it is for the whole council or about places. */
  serviceAreas?: Array<string>;
  /** Every service of the council; then the head of customer services decides. */
  wholeCouncil?: boolean;
};

/** Where an action stands now. */
export type RestrictionStatus =
  /** Decided; the customer has not been told, so it has no effect. */
  | 'IMPOSED'
  /** It has effect. */
  | 'IN_FORCE'
  /** Ended by itself. */
  | 'LAPSED'
  /** Ended by a person. */
  | 'LIFTED'
  /** The customer counts as told from a moment that lies ahead. */
  | 'NOTIFIED'
  /** A later decision has its place: it was varied or extended. */
  | 'REPLACED'
  /** Set aside for a time. */
  | 'SUSPENDED';

/** The posts and functions in which somebody may act. */
export type Role =
  /** Checks afterwards what was done. */
  | 'AUDITOR'
  /** A member of the Corporate Management Team; determines appeals. */
  | 'CMT_MEMBER'
  /** Works for the provider of a commissioned service area. */
  | 'CONTRACTOR'
  /** Watches over personal data. */
  | 'DATA_PROTECTION_OFFICER'
  /** An elected member: sees aggregates only. */
  | 'ELECTED_MEMBER'
  /** Owns the policy in practice, decides corporate cases, investigates appeals. */
  | 'HEAD_OF_CUSTOMER_SERVICES'
  /** Decides in the service areas named in the token or the acting appointment. */
  | 'HEAD_OF_SERVICE'
  /** A machine of a partner agency. */
  | 'INTEGRATOR'
  /** Gives legal advice and runs legal action. */
  | 'LEGAL'
  /** Takes concerns about elected members acting as such. */
  | 'MONITORING_OFFICER'
  /** Front-line and back-office staff. */
  | 'OFFICER'
  /** Installs, enables and configures plugins. */
  | 'PLUGIN_ADMINISTRATOR';

/** Whose safety is at stake when something is shared. */
export type SafetyLimb =
  /** The community. */
  | 'COMMUNITY'
  /** The customer. */
  | 'PERSON'
  /** The council or a partner as a whole. */
  | 'WIDER_ORGANISATION';

/** Which of what is found. */
export type SearchFilter = {
  /** Only what came to be on that day or later. */
  from?: string | null | undefined;
  /** Only of these kinds. */
  kinds?: Array<SearchKind> | null | undefined;
  /** Only of this service area, by code; customers belong to none. */
  serviceArea?: string | null | undefined;
  /** Only what came to be on that day or earlier. */
  until?: string | null | undefined;
};

/** What can be searched for. */
export type SearchKind =
  /** Considerations with all that follows from them. */
  | 'CASE'
  /** Concerns. */
  | 'CONCERN'
  /** Customers. */
  | 'CUSTOMER';

/** How a notice goes to the customer. */
export type ServiceMethod =
  /** To an address in current use. */
  | 'EMAIL'
  /** Post, counted as arrived on the second working day unless the policy says otherwise. */
  | 'FIRST_CLASS'
  /** Handed over, to the customer or to an advocate who acts for them. */
  | 'HAND'
  /** The customer's account on the council's website. */
  | 'PORTAL'
  /** Post, counted as arrived on the fourth working day unless the policy says otherwise. */
  | 'SECOND_CLASS';

/** What is known about one attempt to serve a notice. */
export type ServiceOutcome =
  /** The moment it arrived is known and replaces the presumption. */
  | 'DELIVERED'
  /**
   * It was not accepted: no notification. Recorded on handing over a notice that had come back, it
   * counts as service.
   */
  | 'REFUSED'
  /** It came back, bounced or is shown not to have arrived: no notification. */
  | 'RETURNED'
  /** It left us; the day of notification is presumed. */
  | 'SENT';

/** One setting to fill in. */
export type SettingInput = {
  /** The key of its descriptor. */
  key: string;
  /** The value, of the descriptor's kind. */
  value: SettingValueInput;
};

/** The value of a setting; exactly one of these, of the kind that the descriptor asks for. */
export type SettingValueInput =
  {   /** Ids of buildings. */
  buildings: Array<string | number>; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never;   /** Channels. */
  channels: Array<Channel>; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never;   /** The code of an option. */
  choice: string; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never;   /** A day. */
  date: string; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never;   /** An ISO 8601 duration: `PT30M`. */
  duration: string; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never;   /** A number, mailbox or address, as rules name it: `service-area/housing/telephone`. */
  endpoint: string; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never;   /** Yes or no. */
  flag: boolean; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never;   /** Several values of one kind. */
  list: Array<SettingValueInput>; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never;   /** Several lines of text. */
  longText: string; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never;   /** The id of a matter of the customer. */
  matter: string | number; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never;   /** A number in decimal notation. */
  number: string; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never;   /** The id of an officer. */
  officer: string | number; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never;   /** A person or body outside the council, by name. */
  party: string; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never;   /** An ISO 8601 period: `P14D`. */
  period: string; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never;   /** Days that come back. */
  recurrence: DayRecurrenceInput; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never;   /** The code of a service area. */
  serviceArea: string; team?: never; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never;   /** A team, by name. */
  team: string; text?: never; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never;   /** One line of text. */
  text: string; url?: never; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never;   /** An absolute address on the web. */
  url: string; weeklySlots?: never; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never;   /** Times of the week, at least one. */
  weeklySlots: Array<WeeklySlotInput>; zone?: never; }
  |  { buildings?: never; channels?: never; choice?: never; date?: never; duration?: never; endpoint?: never; flag?: never; list?: never; longText?: never; matter?: never; number?: never; officer?: never; party?: never; period?: never; recurrence?: never; serviceArea?: never; team?: never; text?: never; url?: never; weeklySlots?: never;   /** A part of a building. */
  zone: SettingZoneInput; };

/** Points at a part of a building. */
export type SettingZoneInput = {
  /** The building's id. */
  building: string | number;
  /** The code of the part. */
  zone: string;
};

/** An agreement as it shall stand; what is left out is recorded as missing. */
export type SharingAgreementRecordInput = {
  /** The agreement to change; leave out to record a new one. */
  agreement?: string | number | null | undefined;
  /** The version that was read; leave out to record a new one. */
  expectedVersion?: number | null | undefined;
  /** The forms that it pins, by their stable names; any form for this partner and purpose unless told. */
  exports?: Array<string> | null | undefined;
  /** What else must hold for special-category or criminal-offence data, at most 500 characters. */
  extraConditions?: string | null | undefined;
  /** The first day. */
  from: string;
  /** A second call with the same key and body returns the first result; kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Why the law lets the data be shared. */
  lawfulBasis: LawfulBasis;
  /** The enactment that gives the power, at most 500 characters; needed for some bases. */
  legalPower?: string | null | undefined;
  /** Whose safety it covers, at least one. */
  limbs: Array<SafetyLimb>;
  /** With whom: a signatory or a recognised hub whose signature lasts as long. */
  partner: string | number;
  /** What for. */
  purpose: SharingPurpose;
  /** Where the signed document is kept, at most 500 characters. */
  reference: string;
  /** The last day, not before the first. */
  until: string;
};

/** What sharing under the protocol may be for. */
export type SharingPurpose =
  /** To find out whether more lies behind it. */
  | 'IDENTIFY_WIDER_ISSUES'
  /** To manage what happens, together. */
  | 'MANAGE'
  /** To keep somebody safe. */
  | 'SAFEGUARD';

/** Where an account comes from. */
export type SourceGrade =
  /** From somebody who gave no name. */
  | 'ANONYMOUS'
  /** From somebody who was there. */
  | 'FIRST_HAND'
  /** From the provider of a commissioned service. */
  | 'PROVIDER'
  /** From somebody who was told. */
  | 'SECOND_HAND';

/** Who spoke. */
export type Speaker =
  /** Somebody for the customer. */
  | 'REPRESENTATIVE'
  /** The customer. */
  | 'SELF'
  /** Nobody knows. */
  | 'UNKNOWN';

/** What an incident did to somebody at work. */
export type StaffInjury =
  /** Somebody died. */
  | 'DEATH'
  /** Hurt; reportable if they cannot do their usual work for more than seven days in a row. */
  | 'INJURED'
  /** One of the injuries that the regulations list; told to the regulator without delay. */
  | 'SPECIFIED';

/** What a notice to staff wants of its reader. */
export type StaffNoticeKind =
  /** Advice that they are to read. */
  | 'ADVICE'
  /** Something that they were told, or that they decided on, was put right. */
  | 'CORRECTION'
  /** Something is theirs to do by a day. */
  | 'DUTY'
  /** What became of something that they reported; theirs alone, also while they are away. */
  | 'FEEDBACK'
  /** Something happened that they have to know of. */
  | 'INFORMATION';

/** How soon a notice goes out by email; the inbox shows each at once. */
export type StaffNoticeUrgency =
  /** With everything else that is new, on the morning of the next working day. */
  | 'DIGEST'
  /** At once: it is due now. */
  | 'IMMEDIATE';

/** Rights and entitlements: using one is never counted against anybody and is never an incident. */
export type StatutoryTopic =
  /** An appeal under this policy. */
  | 'APPEAL'
  /** Benefits. */
  | 'BENEFITS'
  /** A complaint. */
  | 'COMPLAINT'
  /** Going to a councillor or member of Parliament. */
  | 'COUNCILLOR_OR_MP'
  /** A court or tribunal. */
  | 'COURT_OR_TRIBUNAL'
  /** Elections and polling places. */
  | 'ELECTIONS'
  /** Homelessness. */
  | 'HOMELESSNESS'
  /** A request for information. */
  | 'INFORMATION_REQUEST'
  /** Going to an ombudsman. */
  | 'OMBUDSMAN'
  /** Payments to or by the council. */
  | 'PAYMENTS'
  /** A representation on planning or licensing. */
  | 'PLANNING_OR_LICENSING_REPRESENTATION'
  /** A meeting open to the public. */
  | 'PUBLIC_MEETING'
  /** Asking for a reasonable adjustment. */
  | 'REASONABLE_ADJUSTMENT'
  /** Repairs. */
  | 'REPAIRS'
  /** Asking openly to record a meeting or call. */
  | 'REQUEST_TO_RECORD'
  /** Asking for their own data. */
  | 'SUBJECT_ACCESS_REQUEST'
  /** Leaving or declining a voluntary agreement. */
  | 'VOLUNTARY_AGREEMENT';

/** As what the person acted whom a concern is about. */
export type SubjectCapacity =
  /** As somebody who works for a provider. */
  | 'CONTRACTOR'
  /** As a customer, tenant or resident. */
  | 'CUSTOMER'
  /** As an elected member. */
  | 'ELECTED_MEMBER'
  /** As the head of customer services. */
  | 'HEAD_OF_CUSTOMER_SERVICES'
  /** As the head of the service area that the concern names. */
  | 'HEAD_OF_SERVICE'
  /** As a member of staff. */
  | 'STAFF';

/** What the owner of a concern decides. */
export type TriageOutcome =
  /** Takes it up. */
  | 'ACCEPT'
  /** Lays it down. */
  | 'NO_FURTHER_ACTION'
  /** Sends it where it belongs. */
  | 'ROUTE_ELSEWHERE';

/** A matter to set aside for this case. */
export type UnrelatedMatterInput = {
  /** The matter. */
  matter: string | number;
  /** Why it has nothing to do with the conduct, at most 500 characters. */
  reason: string;
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** A stretch of one weekday, by the clock in London. */
export type WeeklySlotInput = {
  /** The weekday. */
  day: Weekday;
  /** The first moment in it. */
  from: string;
  /** The first moment after it; midnight means the end of the day. */
  to: string;
};

export type AdviceAcknowledgeMutationVariables = Exact<{
  input: AdviceAcknowledgeInput;
}>;


export type AdviceAcknowledgeMutation = { adviceAcknowledge: { consideration: { id: string, version: number, advice: Array<{ kind: AdviceKind, at: string, acknowledgedAt: string | null }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealQueryVariables = Exact<{
  id: string | number;
}>;


export type AppealQuery = { appeal: { id: string, version: number, reference: string, status: AppealStatus, inTime: boolean, presentBy: string, workTo: string, tellBy: string | null, grounds: string | null, groundCodes: Array<GroundCode>, atStake: Array<{ id: string, status: RestrictionStatus }> | null, managementTeam: Array<{ person: string, name: string | null, mayDetermine: boolean, bars: Array<{ bar: Bar, message: string }> }> | null, investigator: { name: string } | null, investigation: Array<{ kind: InvestigationKind, words: string }> | null, determination: { outcome: AppealOutcome, reasons: string } | null, availableActions: Array<{ action: string, mutation: string, allowed: boolean, due: string | null, refusals: Array<
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
        | { code: string, message: string }
      > }> } | null };

export type AppealAcknowledgeMutationVariables = Exact<{
  input: AppealAcknowledgeInput;
}>;


export type AppealAcknowledgeMutation = { appealAcknowledge: { appeal: { id: string, version: number, status: AppealStatus, acknowledgement: { id: string, kind: NoticeKind, status: NoticeStatus } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealConflictDeclareMutationVariables = Exact<{
  input: AppealConflictDeclareInput;
}>;


export type AppealConflictDeclareMutation = { appealConflictDeclare: { appeal: { id: string, version: number, status: AppealStatus, mayIAct: { mayDetermine: boolean, mayInvestigate: boolean, bars: Array<{ bar: Bar, message: string }> } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealDetermineMutationVariables = Exact<{
  input: AppealDetermineInput;
}>;


export type AppealDetermineMutation = { appealDetermine: { appeal: { id: string, version: number, status: AppealStatus, tellBy: string | null, determination: { outcome: AppealOutcome, reasons: string } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealFindingsPresentMutationVariables = Exact<{
  input: AppealFindingsPresentInput;
}>;


export type AppealFindingsPresentMutation = { appealFindingsPresent: { appeal: { id: string, version: number, status: AppealStatus, findings: { summary: string } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealInvestigationRecordMutationVariables = Exact<{
  input: AppealInvestigationRecordInput;
}>;


export type AppealInvestigationRecordMutation = { appealInvestigationRecord: { appeal: { id: string, version: number, status: AppealStatus, investigation: Array<{ kind: InvestigationKind, words: string }> | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealLodgeMutationVariables = Exact<{
  input: AppealLodgeInput;
}>;


export type AppealLodgeMutation = { appealLodge: { appeal: { id: string, version: number, reference: string, status: AppealStatus, inTime: boolean, lastDay: string | null, presentBy: string, workTo: string, headConflicted: boolean } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AppealOutcomeIssueMutationVariables = Exact<{
  input: AppealOutcomeIssueInput;
}>;


export type AppealOutcomeIssueMutation = { appealOutcomeIssue: { appeal: { id: string, version: number, status: AppealStatus, outcomeLetter: { id: string, kind: NoticeKind, status: NoticeStatus } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditTrailFilter | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { edges: Array<{ node: { kind: AuditEntryKind, actor: string, roles: Array<Role>, act: string, objectType: string | null } }> } };

export type BuildingsQueryVariables = Exact<{
  filter?: BuildingFilter | null | undefined;
}>;


export type BuildingsQuery = { buildings: { edges: Array<{ node: { id: string, code: string, name: string } }> } };

export type ConcernReportMutationVariables = Exact<{
  input: ConcernReportInput;
}>;


export type ConcernReportMutation = { concernReport: { concern: { id: string, version: number, reference: string, status: ConcernStatus, ownerRole: Role, incidents: Array<{ id: string, behaviours: Array<{ code: string, label: string }> }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ConcernTriageMutationVariables = Exact<{
  input: ConcernTriageInput;
}>;


export type ConcernTriageMutation = { concernTriage: { concern: { id: string, version: number, status: ConcernStatus, feedback: string | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ConsiderationAdviseMutationVariables = Exact<{
  input: ConsiderationAdviseInput;
}>;


export type ConsiderationAdviseMutation = { considerationAdvise: { consideration: { id: string, version: number, advice: Array<{ kind: AdviceKind, at: string, acknowledgedAt: string | null }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ConsiderationAssessMutationVariables = Exact<{
  input: ConsiderationAssessInput;
}>;


export type ConsiderationAssessMutation = { considerationAssess: { consideration: { id: string, version: number, assessment: { couldArise: CouldArise, circumstances: string } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ConsiderationCheckRecordMutationVariables = Exact<{
  input: ConsiderationCheckRecordInput;
}>;


export type ConsiderationCheckRecordMutation = { considerationCheckRecord: { consideration: { id: string, version: number, checks: Array<{ kind: CheckKind, latest: { answer: CheckAnswer } | null }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ConsiderationDetermineMutationVariables = Exact<{
  input: ConsiderationDetermineInput;
}>;


export type ConsiderationDetermineMutation = { considerationDetermine: { consideration: { id: string, version: number, status: ConsiderationStatus, determination: { category: Category, restrictiveAllowed: boolean, reasons: string } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ConsiderationOpenMutationVariables = Exact<{
  input: ConsiderationOpenInput;
}>;


export type ConsiderationOpenMutation = { considerationOpen: { consideration: { id: string, version: number, reference: string, status: ConsiderationStatus, determineBy: string, scope: { corporate: boolean }, readiness: { ready: boolean }, availableActions: Array<{ action: string, allowed: boolean, mutation: string }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ContactCheckQueryVariables = Exact<{
  input: ContactCheckInput;
}>;


export type ContactCheckQuery = { contactCheck: { verdict: ContactVerdict, nextOpening: string | null, asOf: string, policyVersion: string | null, appealPending: boolean, reviewOverdue: boolean, danger: Array<{ code: string, text: { value: string } }>, identity: { confirmed: boolean, ask: IdentityAsked | null, lines: Array<{ code: string, text: { value: string } }> }, topic: Array<{ code: string, text: { value: string } }>, adjustments: Array<{ code: string, text: { value: string } }>, precautions: Array<{ code: string, text: { value: string } }>, conditions: Array<{ code: string, next: string | null, text: { value: string }, because: { restriction: string, rule: string, source: ContactRuleSource, document: string, clause: string, noticeReference: string | null } | null, reach: { kind: string, name: string | null, reachAt: string | null, available: ContactAvailability | null, deputyName: string | null } | null }>, contactOfficer: { name: string | null, reachAt: string | null, available: ContactAvailability | null, deputyName: string | null, deputyAvailable: ContactAvailability | null } | null, wordsToSay: Array<{ value: string, lang: string }>, nextSteps: Array<{ code: string, text: { value: string } }> } };

export type ContactLogMutationVariables = Exact<{
  input: ContactLogInput;
}>;


export type ContactLogMutation = { contactLog: { contact: { id: string, cause: ContactCause, causedByUs: boolean, channel: Channel } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type CustomerAdjustmentDecideMutationVariables = Exact<{
  input: CustomerAdjustmentDecideInput;
}>;


export type CustomerAdjustmentDecideMutation = { customerAdjustmentDecide: { adjustment: { id: string, version: number, status: AdjustmentStatus, reason: string | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type CustomerAdjustmentRequestMutationVariables = Exact<{
  input: CustomerAdjustmentRequestInput;
}>;


export type CustomerAdjustmentRequestMutation = { customerAdjustmentRequest: { adjustment: { id: string, version: number, what: AdjustmentCode, status: AdjustmentStatus, decideBy: string } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type CustomerRegisterMutationVariables = Exact<{
  input: CustomerRegisterInput;
}>;


export type CustomerRegisterMutation = { customerRegister: { customer: { id: string, version: number, reference: string, name: string, identifiers: Array<{ kind: IdentifierKind, shown: string, confidence: Confidence }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type DueListQueryVariables = Exact<{
  filter?: DueListFilter | null | undefined;
}>;


export type DueListQuery = { dueList: { edges: Array<{ node: { kind: string, title: string, ownerRole: Role, dueOn: string, overdue: boolean } }>, pageInfo: { hasNextPage: boolean } } };

export type FigureDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type FigureDefinitionsQuery = { figureDefinitions: Array<{ code: string, name: string, definition: string, unit: MeasureUnit, oneOfFive: boolean }> };

export type InboxQueryVariables = Exact<{
  filter?: InboxFilter | null | undefined;
}>;


export type InboxQuery = { inbox: { edges: Array<{ node: { kind: StaffNoticeKind, code: string, text: string, answeredBy: string | null, urgency: StaffNoticeUrgency, readAt: string | null, settledAt: string | null } }>, pageInfo: { hasNextPage: boolean } } };

export type IncidentFiguresQueryVariables = Exact<{
  serviceAreas?: Array<string> | string | null | undefined;
  quarters?: Array<string> | string | null | undefined;
}>;


export type IncidentFiguresQuery = { incidentFigures: Array<{ incidents: number | null, people: number | null, contacts: number | null, contactsCausedByUs: number | null, rounded: boolean, serviceArea: { code: string } | null, quarter: { firstDay: string } }> };

export type LegalHoldPlaceMutationVariables = Exact<{
  input: LegalHoldPlaceInput;
}>;


export type LegalHoldPlaceMutation = { legalHoldPlace: { hold: { id: string, version: number, reason: string, reviewOn: string, placedAt: string, placedAs: Role, standing: boolean } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type LegalHoldReleaseMutationVariables = Exact<{
  input: LegalHoldReleaseInput;
}>;


export type LegalHoldReleaseMutation = { legalHoldRelease: { hold: { id: string, version: number, standing: boolean, releasedAt: string | null, releaseReason: string | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type MatterRecordMutationVariables = Exact<{
  input: MatterRecordInput;
}>;


export type MatterRecordMutation = { matterRecord: { matter: { id: string, reference: string, standardMissed: boolean } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type MemberAdviceQueryVariables = Exact<{
  lang?: string;
}>;


export type MemberAdviceQuery = { memberAdvice: { asOf: string, policyVersion: string | null, lines: Array<{ code: string, text: { value: string, lang: string } }>, staysOpen: Array<{ topic: string, strength: CarveOutStrength, words: { value: string, lang: string } }> } };

export type NoticeIssueMutationVariables = Exact<{
  input: NoticeIssueInput;
}>;


export type NoticeIssueMutation = { noticeIssue: { notice: { id: string, version: number, reference: string, kind: NoticeKind, status: NoticeStatus, appealable: boolean, printedLastAppealDay: string | null, digest: string, letter: { text: string } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type NoticeServiceRecordMutationVariables = Exact<{
  input: NoticeServiceRecordInput;
}>;


export type NoticeServiceRecordMutation = { noticeServiceRecord: { notice: { id: string, version: number, status: NoticeStatus, lastAppealDay: string | null, notification: { at: string, on: string, actual: boolean } | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type OfficersQueryVariables = Exact<{
  name: string;
}>;


export type OfficersQuery = { officers: { edges: Array<{ node: { id: string, name: string, post: string, telephone: string | null, deputy: { id: string, name: string } | null } }> } };

export type PartnerRecordMutationVariables = Exact<{
  input: PartnerRecordInput;
}>;


export type PartnerRecordMutation = { partnerRecord: { partner: { id: string, version: number, name: string, kind: PartnerKind, standing: ProtocolStanding, validUntil: string | null, mayReceive: boolean } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type PluginsQueryVariables = Exact<{ [key: string]: never; }>;


export type PluginsQuery = { plugins: Array<{ id: string | null, name: string, version: string | null, state: PluginState, spiRange: string | null, provider: string | null, reasons: Array<{ code: string, message: string, howToMend: string }>, extensions: Array<{ extensionPoint: string, id: string }> }> };

export type RecordsKeptQueryVariables = Exact<{
  customer: string | number;
}>;


export type RecordsKeptQuery = { recordsKept: { onLegalHold: boolean, dueSince: string | null, customer: { id: string, reference: string }, records: Array<{ record: string, recordType: string, recordClass: RecordClass, state: KeptState, endedOn: string | null, keepUntil: string | null }> } | null };

export type ReferralExportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferralExportsQuery = { referralExports: Array<{ id: string, schemaVersion: string, partnerKind: string, name: { value: string, lang: string }, purposes: Array<{ purpose: SharingPurpose, required: Array<string>, optional: Array<string>, forbidden: Array<string> }> }> };

export type ReportingExceptionsQueryVariables = Exact<{
  list: ExceptionList;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportingExceptionsQuery = { reportingExceptions: { edges: Array<{ node: { faultName: string | null, duty: { id: string, title: string, dueOn: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RepresentationRecordMutationVariables = Exact<{
  input: RepresentationRecordInput;
}>;


export type RepresentationRecordMutation = { representationRecord: { consideration: { id: string, version: number, representations: Array<{ kind: RepresentationKind, on: string }> } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type RestrictionImposeMutationVariables = Exact<{
  input: RestrictionImposeInput;
}>;


export type RestrictionImposeMutation = { restrictionImpose: { restriction: { id: string, version: number, reference: string, typeId: string, nature: RestrictionNature, status: RestrictionStatus, reviewOn: string, endsOn: string | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type RestrictionLiftMutationVariables = Exact<{
  input: RestrictionLiftInput;
}>;


export type RestrictionLiftMutation = { restrictionLift: { restriction: { id: string, version: number, status: RestrictionStatus, endedAt: string | null, endReason: string | null } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type RestrictionPreviewQueryVariables = Exact<{
  input: RestrictionImposeInput;
}>;


export type RestrictionPreviewQuery = { restrictionPreview: { preview: { appealable: boolean, corporate: boolean, reviewOn: string, effects: Array<{ need: EverydayNeed, possible: boolean, channels: Array<Channel>, route: string | null }>, refusals: Array<
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
      > } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type RestrictionTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type RestrictionTypesQuery = { restrictionTypes: Array<{ id: string, natures: Array<RestrictionNature>, axis: RestrictionAxis, appealability: Appealability, settingsVersion: number, plugin: string | null, name: { value: string, lang: string } }> };

export type SearchQueryVariables = Exact<{
  text: string;
  filter?: SearchFilter | null | undefined;
}>;


export type SearchQuery = { search: { edges: Array<{ node: { kind: SearchKind, reference: string, exact: boolean, snippet: Array<{ text: string, matched: boolean }> } }>, pageInfo: { hasNextPage: boolean } } };

export type SharingAgreementRecordMutationVariables = Exact<{
  input: SharingAgreementRecordInput;
}>;


export type SharingAgreementRecordMutation = { sharingAgreementRecord: { agreement: { id: string, version: number, purpose: SharingPurpose, limbs: Array<SafetyLimb>, from: string, until: string, live: boolean } | null, refusals: Array<
      | { __typename: 'AuthorityRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'ContradictionRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'MissingStepsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'NoOpenRouteRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'OpenFindingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PlainRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginInUseRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'PluginJarRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'SettingsRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
      | { __typename: 'StaleRefusal', code: string, message: string, path: Array<string>, parameters: Array<{ name: string, value: string }> }
    >, warnings: Array<{ code: string, message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, roles: Array<Role>, can: Array<string>, serviceAreas: Array<{ code: string }> } };


export const AdviceAcknowledgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdviceAcknowledge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdviceAcknowledgeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adviceAcknowledge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"advice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AdviceAcknowledgeMutation, AdviceAcknowledgeMutationVariables>;
export const AppealDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Appeal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"inTime"}},{"kind":"Field","name":{"kind":"Name","value":"presentBy"}},{"kind":"Field","name":{"kind":"Name","value":"workTo"}},{"kind":"Field","name":{"kind":"Name","value":"tellBy"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"groundCodes"}},{"kind":"Field","name":{"kind":"Name","value":"atStake"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"managementTeam"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mayDetermine"}},{"kind":"Field","name":{"kind":"Name","value":"bars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bar"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"investigator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"investigation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AppealQuery, AppealQueryVariables>;
export const AppealAcknowledgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealAcknowledge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealAcknowledgeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealAcknowledge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealAcknowledgeMutation, AppealAcknowledgeMutationVariables>;
export const AppealConflictDeclareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealConflictDeclare"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealConflictDeclareInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealConflictDeclare"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mayIAct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mayDetermine"}},{"kind":"Field","name":{"kind":"Name","value":"mayInvestigate"}},{"kind":"Field","name":{"kind":"Name","value":"bars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bar"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealConflictDeclareMutation, AppealConflictDeclareMutationVariables>;
export const AppealDetermineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealDetermine"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealDetermineInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealDetermine"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tellBy"}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealDetermineMutation, AppealDetermineMutationVariables>;
export const AppealFindingsPresentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealFindingsPresent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealFindingsPresentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealFindingsPresent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealFindingsPresentMutation, AppealFindingsPresentMutationVariables>;
export const AppealInvestigationRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealInvestigationRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealInvestigationRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealInvestigationRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"investigation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealInvestigationRecordMutation, AppealInvestigationRecordMutationVariables>;
export const AppealLodgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealLodge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealLodgeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealLodge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"inTime"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"presentBy"}},{"kind":"Field","name":{"kind":"Name","value":"workTo"}},{"kind":"Field","name":{"kind":"Name","value":"headConflicted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealLodgeMutation, AppealLodgeMutationVariables>;
export const AppealOutcomeIssueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealOutcomeIssue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealOutcomeIssueInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealOutcomeIssue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"outcomeLetter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppealOutcomeIssueMutation, AppealOutcomeIssueMutationVariables>;
export const AuditTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditTrailFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"objectType"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const BuildingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Buildings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BuildingFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"buildings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BuildingsQuery, BuildingsQueryVariables>;
export const ConcernReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConcernReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConcernReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"concernReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"concern"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConcernReportMutation, ConcernReportMutationVariables>;
export const ConcernTriageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConcernTriage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConcernTriageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"concernTriage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"concern"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"feedback"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConcernTriageMutation, ConcernTriageMutationVariables>;
export const ConsiderationAdviseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsiderationAdvise"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsiderationAdviseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"considerationAdvise"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"advice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConsiderationAdviseMutation, ConsiderationAdviseMutationVariables>;
export const ConsiderationAssessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsiderationAssess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsiderationAssessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"considerationAssess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"couldArise"}},{"kind":"Field","name":{"kind":"Name","value":"circumstances"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConsiderationAssessMutation, ConsiderationAssessMutationVariables>;
export const ConsiderationCheckRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsiderationCheckRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsiderationCheckRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"considerationCheckRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConsiderationCheckRecordMutation, ConsiderationCheckRecordMutationVariables>;
export const ConsiderationDetermineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsiderationDetermine"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsiderationDetermineInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"considerationDetermine"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"restrictiveAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConsiderationDetermineMutation, ConsiderationDetermineMutationVariables>;
export const ConsiderationOpenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsiderationOpen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsiderationOpenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"considerationOpen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"determineBy"}},{"kind":"Field","name":{"kind":"Name","value":"scope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"corporate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ready"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConsiderationOpenMutation, ConsiderationOpenMutationVariables>;
export const ContactCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ContactCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ContactCheckInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactCheck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"danger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"identity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"topic"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"adjustments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precautions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restriction"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"noticeReference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"}},{"kind":"Field","name":{"kind":"Name","value":"reach"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reachAt"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"deputyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOpening"}},{"kind":"Field","name":{"kind":"Name","value":"contactOfficer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reachAt"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"deputyName"}},{"kind":"Field","name":{"kind":"Name","value":"deputyAvailable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wordsToSay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lang"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"policyVersion"}},{"kind":"Field","name":{"kind":"Name","value":"appealPending"}},{"kind":"Field","name":{"kind":"Name","value":"reviewOverdue"}}]}}]}}]} as unknown as DocumentNode<ContactCheckQuery, ContactCheckQueryVariables>;
export const ContactLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ContactLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ContactLogInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"causedByUs"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ContactLogMutation, ContactLogMutationVariables>;
export const CustomerAdjustmentDecideDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerAdjustmentDecide"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerAdjustmentDecideInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerAdjustmentDecide"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerAdjustmentDecideMutation, CustomerAdjustmentDecideMutationVariables>;
export const CustomerAdjustmentRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerAdjustmentRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerAdjustmentRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerAdjustmentRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"decideBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerAdjustmentRequestMutation, CustomerAdjustmentRequestMutationVariables>;
export const CustomerRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerRegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerRegister"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"identifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"shown"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerRegisterMutation, CustomerRegisterMutationVariables>;
export const DueListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DueList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DueListFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<DueListQuery, DueListQueryVariables>;
export const FigureDefinitionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FigureDefinitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figureDefinitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"oneOfFive"}}]}}]}}]} as unknown as DocumentNode<FigureDefinitionsQuery, FigureDefinitionsQueryVariables>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InboxFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inbox"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const IncidentFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IncidentFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceAreas"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"quarters"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidentFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"serviceAreas"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceAreas"}}},{"kind":"Argument","name":{"kind":"Name","value":"quarters"},"value":{"kind":"Variable","name":{"kind":"Name","value":"quarters"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceArea"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quarter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"incidents"}},{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"}},{"kind":"Field","name":{"kind":"Name","value":"contactsCausedByUs"}},{"kind":"Field","name":{"kind":"Name","value":"rounded"}}]}}]}}]} as unknown as DocumentNode<IncidentFiguresQuery, IncidentFiguresQueryVariables>;
export const LegalHoldPlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LegalHoldPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LegalHoldPlaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"legalHoldPlace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewOn"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"placedAs"}},{"kind":"Field","name":{"kind":"Name","value":"standing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<LegalHoldPlaceMutation, LegalHoldPlaceMutationVariables>;
export const LegalHoldReleaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LegalHoldRelease"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LegalHoldReleaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"legalHoldRelease"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"standing"}},{"kind":"Field","name":{"kind":"Name","value":"releasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"releaseReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<LegalHoldReleaseMutation, LegalHoldReleaseMutationVariables>;
export const MatterRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MatterRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MatterRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matterRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"standardMissed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<MatterRecordMutation, MatterRecordMutationVariables>;
export const MemberAdviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MemberAdvice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lang"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"en","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberAdvice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lang"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"policyVersion"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lang"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"staysOpen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"words"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lang"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MemberAdviceQuery, MemberAdviceQueryVariables>;
export const NoticeIssueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NoticeIssue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeIssueInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noticeIssue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"appealable"}},{"kind":"Field","name":{"kind":"Name","value":"printedLastAppealDay"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"letter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<NoticeIssueMutation, NoticeIssueMutationVariables>;
export const NoticeServiceRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NoticeServiceRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeServiceRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noticeServiceRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"notification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAppealDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<NoticeServiceRecordMutation, NoticeServiceRecordMutationVariables>;
export const OfficersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Officers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"officers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"post"}},{"kind":"Field","name":{"kind":"Name","value":"telephone"}},{"kind":"Field","name":{"kind":"Name","value":"deputy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OfficersQuery, OfficersQueryVariables>;
export const PartnerRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PartnerRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PartnerRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partnerRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"standing"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"mayReceive"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PartnerRecordMutation, PartnerRecordMutationVariables>;
export const PluginsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Plugins"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plugins"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"spiRange"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"howToMend"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extensionPoint"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<PluginsQuery, PluginsQueryVariables>;
export const RecordsKeptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordsKept"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordsKept"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"onLegalHold"}},{"kind":"Field","name":{"kind":"Name","value":"dueSince"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"recordClass"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}},{"kind":"Field","name":{"kind":"Name","value":"keepUntil"}}]}}]}}]}}]} as unknown as DocumentNode<RecordsKeptQuery, RecordsKeptQueryVariables>;
export const ReferralExportsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferralExports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referralExports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lang"}}]}},{"kind":"Field","name":{"kind":"Name","value":"schemaVersion"}},{"kind":"Field","name":{"kind":"Name","value":"partnerKind"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"optional"}},{"kind":"Field","name":{"kind":"Name","value":"forbidden"}}]}}]}}]}}]} as unknown as DocumentNode<ReferralExportsQuery, ReferralExportsQueryVariables>;
export const ReportingExceptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportingExceptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"list"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExceptionList"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportingExceptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"list"},"value":{"kind":"Variable","name":{"kind":"Name","value":"list"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultName"}},{"kind":"Field","name":{"kind":"Name","value":"duty"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportingExceptionsQuery, ReportingExceptionsQueryVariables>;
export const RepresentationRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RepresentationRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RepresentationRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"representationRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consideration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"representations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"on"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RepresentationRecordMutation, RepresentationRecordMutationVariables>;
export const RestrictionImposeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestrictionImpose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestrictionImposeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictionImpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restriction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"typeId"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reviewOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestrictionImposeMutation, RestrictionImposeMutationVariables>;
export const RestrictionLiftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestrictionLift"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestrictionLiftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictionLift"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restriction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestrictionLiftMutation, RestrictionLiftMutationVariables>;
export const RestrictionPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestrictionPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestrictionImposeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictionPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealable"}},{"kind":"Field","name":{"kind":"Name","value":"corporate"}},{"kind":"Field","name":{"kind":"Name","value":"reviewOn"}},{"kind":"Field","name":{"kind":"Name","value":"effects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"route"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestrictionPreviewQuery, RestrictionPreviewQueryVariables>;
export const RestrictionTypesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestrictionTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictionTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lang"}}]}},{"kind":"Field","name":{"kind":"Name","value":"natures"}},{"kind":"Field","name":{"kind":"Name","value":"axis"}},{"kind":"Field","name":{"kind":"Name","value":"appealability"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"plugin"}}]}}]}}]} as unknown as DocumentNode<RestrictionTypesQuery, RestrictionTypesQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SearchFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const SharingAgreementRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SharingAgreementRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SharingAgreementRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sharingAgreementRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"limbs"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"live"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SharingAgreementRecordMutation, SharingAgreementRecordMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"serviceAreas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"can"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;