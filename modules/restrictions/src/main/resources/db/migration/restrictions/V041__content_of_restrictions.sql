-- What of this module is said or known of people, and what is codes, references and actors (T26).
call foundation.holds_no_personal('restrictions.settings_form', array['digest', 'type_id', 'descriptors']);

-- Settings and rules can name a person's officer, matter or meeting: they become empty in their own form.
call foundation.holds_personal('restrictions.imposed', array['settings', 'rules', 'conduct', 'harm', 'why_this',
  'why_nothing_less', 'ends_sooner_when', 'extreme_case_reason', 'longer_term_reason', 'emergency_reason',
  'suspended_because', 'end_reason', 'evidence_reference', 'no_evidence_because', 'resume_because']);
call foundation.erased_as('restrictions.imposed', 'settings', $$'{"values":{}}'$$);
call foundation.erased_as('restrictions.imposed', 'rules', $$'{"languageVersion":1,"rules":[]}'$$);
call foundation.holds_no_personal('restrictions.imposed', array['reference', 'type_id', 'plugin_id', 'plugin_version', 'nature',
  'status', 'answering', 'form_digest', 'lead_service', 'service_areas', 'buildings', 'confirmed_by', 'imposed_by', 'imposed_as',
  'ended_by_actor', 'decision', 'evidence_kind', 'rationale']);

call foundation.holds_personal('restrictions.review', array['reasons']);
call foundation.holds_no_personal('restrictions.review', array['outcome', 'by_actor', 'by_role']);
call foundation.holds_personal('restrictions.review_request', array['words']);
call foundation.holds_no_personal('restrictions.review_request', array['asked_by', 'recorded_by']);
call foundation.holds_personal('restrictions.breach', array['proof_of_service', 'proof_of_breach']);
call foundation.holds_no_personal('restrictions.breach', array['reported_by']);
call foundation.holds_no_personal('restrictions.review_meeting', array['attendance', 'held_by']);
call foundation.holds_personal('restrictions.review_meeting_item', array['reason']);
call foundation.holds_no_personal('restrictions.review_meeting_item', array['outcome']);
call foundation.holds_no_personal('restrictions.telling', array['told', 'told_key', 'acknowledged_by', 'end_acknowledged_by']);
call foundation.holds_personal('restrictions.missed_slot', array['because', 'told_how']);
call foundation.holds_no_personal('restrictions.missed_slot', array['recorded_by', 'offered_by']);
call foundation.holds_personal('restrictions.registration_refused', array['reasons']);
call foundation.holds_no_personal('restrictions.registration_refused', array['refused_by', 'refused_as']);
call foundation.holds_personal('restrictions.contact_ended', array['words_said']);
call foundation.holds_no_personal('restrictions.contact_ended', array['ended_by']);
call foundation.holds_personal('restrictions.agreement_left', array['told_how']);
call foundation.holds_no_personal('restrictions.agreement_left', array['recorded_by']);
call foundation.holds_no_personal('restrictions.register_import', array['source', 'by_actor']);
call foundation.holds_personal('restrictions.taken_over', array['sent_how', 'wording']);
call foundation.holds_no_personal('restrictions.taken_over', array['source', 'source_reference', 'digest', 'decided_by']);

call foundation.holds_personal('restrictions.marker', array['note', 'safeguarding_lead', 'safeguarding_reasons',
  'safeguarding_notice_to', 'told_how', 'not_told_because', 'end_reason', 'end_told_how']);
call foundation.holds_no_personal('restrictions.marker', array['reference', 'uprn', 'address_key', 'category', 'precautions',
  'identification', 'lead_service', 'not_told_by', 'placed_by', 'placed_as', 'ended_by_actor', 'end_cause']);
call foundation.holds_personal('restrictions.marker_review', array['reasons']);
call foundation.holds_no_personal('restrictions.marker_review', array['outcome', 'by_actor', 'by_role']);
call foundation.holds_personal('restrictions.marker_challenge', array['grounds', 'reasons']);
call foundation.holds_no_personal('restrictions.marker_challenge', array['recorded_by', 'outcome', 'answered_by', 'answered_as']);
call foundation.holds_no_personal('restrictions.marker_acknowledgement', array['actor']);

call foundation.holds_personal('restrictions.court_terms', array['court', 'case_number', 'terms', 'rules', 'served_by', 'end_reason']);
call foundation.erased_as('restrictions.court_terms', 'terms', $$'[]'$$);
call foundation.erased_as('restrictions.court_terms', 'rules', $$'{"languageVersion":1,"rules":[]}'$$);
call foundation.holds_no_personal('restrictions.court_terms', array['reference', 'kind', 'recorded_by', 'recorded_as', 'ended_by_actor']);
call foundation.holds_personal('restrictions.injunction', array['breaches', 'reasons', 'advice', 'youth_consulted_with',
  'youth_outcome', 'capacity_lead', 'capacity_reasons', 'litigation_friend', 'withdrawn_because']);
call foundation.erased_as('restrictions.injunction', 'breaches', $$'[]'$$);
call foundation.holds_no_personal('restrictions.injunction', array['reference', 'advice_by', 'authority_roles',
  'authority_scheme', 'authorised_by', 'authorised_as', 'withdrawn_by']);
call foundation.holds_personal('restrictions.legal_action', array['about', 'authority', 'external_reference', 'outcome']);
call foundation.holds_no_personal('restrictions.legal_action', array['reference', 'kind', 'authorised_by', 'stage']);
call foundation.holds_personal('restrictions.legal_action_step', array['note']);
call foundation.holds_no_personal('restrictions.legal_action_step', array['stage', 'by_actor']);

-- What stood ready for the front line is made anew, or goes with the person; what it said before is erased.
call foundation.holds_personal('restrictions.front_desk_person', array['content', 'date_of_birth'], emptied => array['name_key']);
call foundation.holds_no_personal('restrictions.front_desk_identifier', array['kind', 'value']);
call foundation.holds_no_personal('restrictions.front_desk_directory', array['kind', 'id', 'content']);
call foundation.holds_no_personal('restrictions.front_desk_edition', array['name']);
call foundation.holds_no_personal('restrictions.front_desk_contact', array['channel']);
call foundation.holds_no_personal('restrictions.front_desk_place', array['place', 'content']);
call foundation.holds_no_personal('restrictions.calendar_known', array['digest']);

call foundation.holds_personal('restrictions.nothing_in_force', array['said_of', 'given']);
call foundation.holds_no_personal('restrictions.nothing_in_force', array['reference', 'stated_by']);
call foundation.holds_no_personal('restrictions.desk_list', array['printed_by', 'digest']);
call foundation.holds_no_personal('restrictions.external_block_run', array['system', 'reported_by']);
call foundation.holds_personal('restrictions.external_block', array['reference', 'what']);
call foundation.holds_no_personal('restrictions.external_block', array['finding']);

create index imposed_kept on restrictions.imposed (imposed_at) where erased_at is null;
