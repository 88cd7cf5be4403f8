-- What of this module is said or known of people, and what is codes, references and actors (T26).
call foundation.holds_personal('intake.customer',
  columns => array['name', 'date_of_birth', 'vulnerable', 'vulnerability_note', 'capacity_in_doubt',
    'capacity_note', 'preferred_language', 'safe_contact', 'elected_member'],
  emptied => array['name_key']);
call foundation.holds_no_personal('intake.customer', array['reference', 'kind']);

call foundation.holds_personal('intake.customer_identifier', array['shown'], numbered => array['value']);
call foundation.holds_no_personal('intake.customer_identifier', array['kind', 'confidence']);

call foundation.holds_personal('intake.representative', array['name', 'organisation', 'capacity', 'telephone', 'email']);
call foundation.holds_no_personal('intake.representative', array['authority']);

call foundation.holds_personal('intake.adjustment', array['description', 'reason', 'channels_needed', 'channels_unusable']);
call foundation.holds_no_personal('intake.adjustment', array['code', 'status', 'requested_by', 'decided_by', 'decided_as']);

call foundation.holds_personal('intake.matter', array['subject'], numbered => array['reference']);
call foundation.holds_no_personal('intake.matter', array['system', 'service_area', 'decided_by', 'kind']);

call foundation.holds_personal('intake.matter_link', array['unlink_reason']);
call foundation.holds_no_personal('intake.matter_link', array['linked_type', 'linked_by', 'unlinked_by']);

call foundation.holds_personal('intake.customer_merge', array['why', 'evidence', 'unmerged_because']);
call foundation.holds_no_personal('intake.customer_merge', array['ground', 'agreeing', 'confidence', 'merged_by',
  'merged_as', 'unmerged_by', 'unmerged_as']);

call foundation.holds_no_personal('intake.household_link', array['other_is', 'recorded_by']);

-- Of places, not of people.
call foundation.holds_no_personal('intake.property', array['uprn', 'address_line', 'postcode', 'access_note']);

-- Erased by deleting the row, whenever the customer asks and with their record.
call foundation.holds_no_personal('intake.equality_answer', array['characteristic', 'answer', 'recorded_by']);

call foundation.holds_personal('intake.contact', array['note', 'speaker_authority', 'not_a_right_because']);
call foundation.holds_no_personal('intake.contact', array['service_area', 'channel', 'direction', 'cause',
  'statutory_topic', 'speaker', 'logged_by']);

call foundation.holds_personal('intake.contact_disposition', array['reason', 'routed_to']);
call foundation.holds_no_personal('intake.contact_disposition', array['outcome', 'read_for', 'found', 'disposed_by']);

call foundation.holds_personal('intake.concern', array['unknown_person', 'summary', 'reason', 'feedback']);
call foundation.holds_no_personal('intake.concern', array['reference', 'subject_capacity', 'service_area', 'owner_role',
  'reported_by', 'reported_as', 'status', 'triaged_by', 'route', 'subject_actor']);

call foundation.holds_personal('intake.concern_route', array['assessment', 'referred_to', 'referral_reason', 'conclusion']);
call foundation.holds_no_personal('intake.concern_route', array['route', 'status', 'received_by', 'assessed_by',
  'referred_by', 'outcome', 'concluded_by']);

call foundation.holds_personal('intake.concern_feedback', array['words']);
call foundation.holds_no_personal('intake.concern_feedback', array['code']);

call foundation.holds_personal('intake.concern_draft', array['unknown_person', 'summary', 'other_behaviour', 'account']);
call foundation.holds_no_personal('intake.concern_draft', array['author', 'service_area', 'channel', 'behaviours']);

call foundation.holds_personal('intake.incident', array['other_behaviour', 'affected_note', 'impact_note', 'account',
  'void_reason']);
call foundation.holds_no_personal('intake.incident', array['service_area', 'channel', 'behaviours', 'right_being_used',
  'affected', 'source_grade', 'identity_confidence', 'assault', 'hate_strands', 'hate_perceived_by', 'recorded_by',
  'voided_by']);

call foundation.holds_personal('intake.obligation', array['reported_to', 'reference', 'not_reported_because',
  'advice_words', 'could_not_wait_because']);
call foundation.holds_no_personal('intake.obligation', array['kind', 'status', 'answered_by', 'consulted_by',
  'consulted_as', 'advice', 'route']);

call foundation.holds_personal('intake.correction', array['reason']);
call foundation.holds_no_personal('intake.correction', array['kind', 'by_actor']);

call foundation.holds_personal('intake.accuracy_challenge', array['words', 'reasons']);
call foundation.holds_no_personal('intake.accuracy_challenge', array['subject_type', 'service_area', 'recorded_by',
  'taken_by', 'outcome', 'decided_by']);

call foundation.holds_personal('intake.correction_telling', array['recipient_name', 'how', 'not_told_because']);
call foundation.holds_no_personal('intake.correction_telling', array['service_area', 'recipient', 'told_through_type',
  'answered_by']);

call foundation.holds_personal('intake.evidence', array['what', 'given_by']);
call foundation.holds_no_personal('intake.evidence', array['subject_type', 'attached_by']);

-- The catalogue speaks of conduct, not of people.
call foundation.holds_no_personal('intake.behaviour', array['code', 'source', 'plugin', 'family', 'words_en', 'words_cy',
  'opens', 'defined_by', 'retired_because', 'description_en', 'description_cy']);

-- Nothing of somebody is erased while they are wanted for a court, an inquiry or a request (T26).
create table intake.legal_hold (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  reason text not null,
  review_on date not null,
  placed_at timestamptz not null,
  placed_by text not null,
  placed_as text not null,
  reviewed_at timestamptz,
  reviewed_by text,
  released_at timestamptz,
  released_by text,
  release_reason text,
  known_from timestamptz,
  known_by text,
  check ((released_at is null) = (release_reason is null)),
  check ((released_at is null) = (released_by is null))
);
create index on intake.legal_hold (customer);
create index on intake.legal_hold (placed_at desc, id desc);
call foundation.track_history('intake.legal_hold');
call foundation.holds_personal('intake.legal_hold', array['reason', 'release_reason']);
call foundation.holds_no_personal('intake.legal_hold', array['placed_by', 'placed_as', 'reviewed_by', 'released_by']);

-- What was erased, when, by whom and why: ids and classes, never what it said. The reason stays.
create table intake.erasure (
  id uuid primary key,
  person uuid not null references intake.customer,
  reason text not null,
  erased_at timestamptz not null,
  erased_by text not null,
  policy_version uuid
);
create index on intake.erasure (person, id);
call foundation.append_only('intake.erasure');
call foundation.holds_no_personal('intake.erasure', array['reason', 'erased_by']);

create table intake.erased_record (
  id uuid primary key,
  erasure uuid not null references intake.erasure,
  record_type text not null,
  record_class text not null
);
create index on intake.erased_record (erasure);
call foundation.append_only('intake.erased_record');
call foundation.holds_no_personal('intake.erased_record', array['record_type', 'record_class']);

create index contact_kept on intake.contact (at) where erased_at is null;
create index concern_kept on intake.concern (triaged_at) where erased_at is null;
create index customer_kept on intake.customer (registered_on) where erased_at is null;
