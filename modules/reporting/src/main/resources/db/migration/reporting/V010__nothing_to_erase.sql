-- Nothing here is erased with a person's record (T26): notes and what is made of them hold ids and
-- codes, and words are about the council's work.
call foundation.holds_no_personal('reporting.noted', array['kind', 'service_area', 'tags']);
call foundation.holds_no_personal('reporting.fact', array['kind', 'service_area', 'tags']);
call foundation.holds_no_personal('reporting.tally', array['kind', 'service_area', 'tag']);
call foundation.holds_no_personal('reporting.person_tally', array['kind', 'service_area']);
call foundation.holds_no_personal('reporting.people_tally', array['kind', 'service_area']);
-- A report: numbers, what they say, who worked on it.
call foundation.holds_no_personal('reporting.quarterly_report',
  array['status', 'policy_label', 'commentary', 'content', 'digest', 'equality', 'drafted_by',
    'reviewed_by', 'review_words', 'published_by']);
call foundation.holds_no_personal('reporting.member_form', array['content', 'digest']);
call foundation.holds_no_personal('reporting.report_document', array['format']);
call foundation.holds_no_personal('reporting.presentation', array['to_whom', 'recorded_by']);
-- What the council is to do, and what came of it.
call foundation.holds_no_personal('reporting.recommendation',
  array['words', 'owner_role', 'service_area', 'made_by', 'result', 'closing_words', 'closed_by']);
-- A provider's quarter, in numbers and in words about them.
call foundation.holds_no_personal('reporting.service_return',
  array['service_area', 'provider', 'words', 'submitted_by']);
-- Of staff only.
call foundation.holds_no_personal('reporting.training_session',
  array['kind', 'title', 'service_area', 'attended', 'recorded_by']);
call foundation.holds_no_personal('reporting.policy_acceptance', array['actor']);
call foundation.holds_no_personal('reporting.interest', array['actor', 'kind']);
