-- What of this module is said or known of people, and what is codes, references and actors (T26).
call foundation.holds_personal('correspondence.notice', array['addressee', 'planned_address']);
call foundation.holds_no_personal('correspondence.notice', array['reference', 'kind', 'status', 'planned_method', 'lang',
  'signed_by', 'signatory', 'crm_reference', 'crm_recorded_by', 'variant']);

-- A letter that was erased keeps its digests: whoever has a copy can still prove that it is one.
call foundation.holds_personal('correspondence.notice_letter', array['parts', 'html', 'plain']);
call foundation.holds_no_personal('correspondence.notice_letter', array['digest']);
call foundation.erased_as('correspondence.notice_letter', 'parts',
  $$json_build_object('why', foundation.erased_words(), 'actions', json_build_array(), 'howToReachUs', '',
    'ombudsman', json_build_array(), 'dataRights', '', 'adjustments', '')::text$$);

alter table correspondence.notice_pdf drop constraint notice_pdf_check;
call foundation.holds_personal('correspondence.notice_pdf', array['content']);
call foundation.holds_no_personal('correspondence.notice_pdf', array['digest']);
alter table correspondence.notice_pdf add constraint content_has_its_digest
  check (erased_at is not null or digest = encode(sha256(content), 'hex'));

call foundation.holds_personal('correspondence.service_entry', array['address', 'evidence']);
call foundation.holds_no_personal('correspondence.service_entry', array['method', 'outcome', 'recorded_by']);

call foundation.holds_personal('correspondence.policy_share', array['what_will_follow']);
call foundation.holds_no_personal('correspondence.policy_share', array['policy_version_label', 'method', 'recorded_by']);

call foundation.holds_personal('correspondence.notice_draft', array['why', 'how_to_reach_us', 'planned_address']);
call foundation.holds_no_personal('correspondence.notice_draft', array['ombudsman', 'planned_method', 'lang', 'variant',
  'saved_by']);

call foundation.holds_personal('correspondence.crm_recording', array['last_fault', 'last_words']);
call foundation.holds_no_personal('correspondence.crm_recording', array['subject_type', 'kind', 'our_reference', 'author',
  'service_areas', 'channel', 'state', 'system', 'reference', 'recorded_by']);

call foundation.holds_personal('correspondence.notice_email', array['address', 'last_fault']);
call foundation.holds_no_personal('correspondence.notice_email', array['state']);

call foundation.holds_personal('correspondence.unsafe_address', array['address', 'note', 'cleared_because']);
call foundation.holds_no_personal('correspondence.unsafe_address', array['because', 'marked_by', 'cleared_by']);

-- Of mailboxes and batches, not of people: files are called by the notices' references.
call foundation.holds_no_personal('correspondence.mailbox_progress', array['mailbox']);
call foundation.holds_no_personal('correspondence.print_batch', array['reference', 'made_by', 'confirmed_by']);
call foundation.holds_no_personal('correspondence.print_item', array['method', 'file_name', 'digest']);
