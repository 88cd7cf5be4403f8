-- What of this module is said or known of people, and what is codes, references and actors (T26).
call foundation.holds_personal('designation.consideration', array['why', 'organisation_risk', 'close_reason']);
call foundation.holds_no_personal('designation.consideration', array['reference', 'status', 'lead_service', 'other_services',
  'buildings', 'opened_by', 'opened_as', 'close_cause', 'closed_by']);

call foundation.holds_personal('designation.check_answer', array['evidence', 'reason']);
call foundation.holds_no_personal('designation.check_answer', array['kind', 'answer', 'decided_by', 'by_actor', 'stage', 'files']);

call foundation.holds_personal('designation.representation', array['account', 'reason']);
call foundation.holds_no_personal('designation.representation', array['kind', 'by_actor']);

call foundation.holds_personal('designation.advice', array['note']);
call foundation.holds_no_personal('designation.advice', array['kind', 'by_actor']);
call foundation.holds_no_personal('designation.advice_receipt', array['kind', 'by_actor']);

call foundation.holds_personal('designation.assessment', array['circumstances', 'others_affected', 'warning_dispensed_because']);
call foundation.holds_no_personal('designation.assessment', array['could_arise', 'affected', 'by_actor']);
call foundation.holds_personal('designation.unrelated_matter', array['reason']);

call foundation.holds_personal('designation.protection', array['safeguarding_lead', 'reasons', 'notice_to']);
call foundation.holds_no_personal('designation.protection', array['by_actor']);

call foundation.holds_personal('designation.determination', array['grievance_reasons', 'hindrance', 'our_share', 'manner', 'reasons']);
call foundation.holds_no_personal('designation.determination', array['category', 'grievance', 'pattern', 'by_actor', 'decided_as']);

call foundation.holds_personal('designation.involvement', array['note']);
call foundation.holds_no_personal('designation.involvement', array['person', 'kind', 'recorded_by']);

call foundation.holds_personal('designation.warning', array['conduct', 'what_follows', 'grounds', 'outcome_reasons',
  'corrected_conduct', 'outcome_told_how']);
call foundation.holds_no_personal('designation.warning', array['reference', 'incidents', 'issued_by', 'challenge_recorded_by',
  'outcome', 'decided_by', 'decided_as', 'outcome_told_by']);

call foundation.holds_personal('designation.monitoring', array['watched', 'outcome_reasons']);
call foundation.holds_no_personal('designation.monitoring', array['started_by', 'outcome', 'concluded_by']);

call foundation.holds_personal('designation.strategy_meeting', array['approach']);
call foundation.holds_no_personal('designation.strategy_meeting', array['departments', 'recorded_by']);
call foundation.holds_personal('designation.strategy_action', array['what', 'result']);
call foundation.holds_no_personal('designation.strategy_action', array['owner', 'owner_role', 'service_area', 'done_by']);

call foundation.holds_no_personal('designation.dropped_incident', array['cause', 'by_actor']);
call foundation.holds_personal('designation.recheck', array['reasons']);
call foundation.holds_no_personal('designation.recheck', array['outcome', 'by_actor']);
call foundation.holds_personal('designation.member_set_aside', array['reasons']);
call foundation.holds_no_personal('designation.member_set_aside', array['by_actor']);

create index consideration_kept on designation.consideration (opened_at) where erased_at is null;
