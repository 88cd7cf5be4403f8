-- What of this module is said or known of people, and what is codes, references and actors (T26).
call foundation.holds_personal('appeals.appeal', array['adjustment', 'grounds', 'late_reason']);
call foundation.holds_no_personal('appeals.appeal', array['reference', 'service_area_code', 'status', 'lodged_by', 'channel',
  'late_decided_by', 'recorded_by', 'ground_codes']);

call foundation.holds_personal('appeals.investigator', array['why']);
call foundation.holds_no_personal('appeals.investigator', array['person', 'name', 'outside_body', 'by_actor']);
call foundation.holds_personal('appeals.conflict_declaration', array['words']);
call foundation.holds_no_personal('appeals.conflict_declaration', array['person', 'part']);
call foundation.holds_personal('appeals.investigation_entry', array['about', 'words']);
call foundation.holds_no_personal('appeals.investigation_entry', array['kind', 'files', 'by_actor']);
call foundation.holds_personal('appeals.findings', array['customers_case', 'summary']);
call foundation.holds_no_personal('appeals.findings', array['presented_to', 'presented_to_name', 'by_actor']);
call foundation.holds_personal('appeals.ground_finding', array['words']);
call foundation.holds_no_personal('appeals.ground_finding', array['ground', 'borne_out']);
call foundation.holds_personal('appeals.option', array['what', 'effect']);
call foundation.holds_no_personal('appeals.letter', array['kind', 'by_actor']);

call foundation.holds_personal('appeals.determination', array['reasons']);
call foundation.holds_no_personal('appeals.determination', array['outcome', 'lifted', 'by_actor']);
call foundation.holds_personal('appeals.ground_decision', array['reasons']);
call foundation.holds_no_personal('appeals.ground_decision', array['ground', 'accepted']);
call foundation.holds_personal('appeals.withdrawal', array['words']);
call foundation.holds_no_personal('appeals.withdrawal', array['by_actor']);
call foundation.holds_personal('appeals.suspension', array['reason']);
call foundation.holds_no_personal('appeals.suspension', array['restrictions', 'by_actor']);
call foundation.holds_no_personal('appeals.correction', array['kind', 'by_actor']);

call foundation.holds_personal('appeals.ombudsman_complaint', array['about'], numbered => array['scheme_reference']);
call foundation.holds_no_personal('appeals.ombudsman_complaint', array['scheme', 'service_area_code', 'recorded_by']);
call foundation.holds_personal('appeals.ombudsman_request', array['words']);
call foundation.holds_no_personal('appeals.ombudsman_request', array['kind', 'files', 'by_actor']);
call foundation.holds_personal('appeals.ombudsman_reply', array['words']);
call foundation.holds_no_personal('appeals.ombudsman_reply', array['files', 'by_actor']);
call foundation.holds_personal('appeals.ombudsman_decision', array['words']);
call foundation.holds_no_personal('appeals.ombudsman_decision', array['finding', 'files', 'by_actor']);
call foundation.holds_personal('appeals.ombudsman_remedy', array['what']);
call foundation.holds_no_personal('appeals.ombudsman_remedy', array['kind', 'owner', 'owner_name']);
call foundation.holds_personal('appeals.remedy_completion', array['proof']);
call foundation.holds_no_personal('appeals.remedy_completion', array['files', 'by_actor']);
