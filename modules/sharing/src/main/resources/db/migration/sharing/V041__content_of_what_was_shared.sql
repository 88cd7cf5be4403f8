-- What of this module is said or known of people, and what is codes, references and actors (T26). Partners,
-- agreements, keys and ways of delivery are about organisations.
call foundation.holds_no_personal('sharing.partner', array['name', 'kind', 'standing', 'protocol_version', 'designated_officer',
  'secure_address', 'delivery']);
call foundation.holds_no_personal('sharing.agreement', array['purpose', 'limbs', 'lawful_basis', 'legal_power',
  'extra_conditions', 'reference', 'exports']);
call foundation.holds_no_personal('sharing.partner_key', array['key_id', 'key_use', 'algorithm', 'public_key', 'thumbprint',
  'added_by', 'retired_by', 'retired_because', 'format']);
call foundation.holds_no_personal('sharing.council_key', array['thumbprint', 'key_use', 'public_key', 'sealed']);
call foundation.holds_no_personal('sharing.partner_client', array['client', 'bound_by']);
call foundation.holds_no_personal('sharing.webhook', array['url', 'secret', 'secret_before', 'registered_by', 'purposes']);
call foundation.holds_no_personal('sharing.webhook_delivery', array['event', 'state', 'last_fault']);
call foundation.holds_no_personal('sharing.delivery_configuration', array['way', 'settings', 'set_by']);
call foundation.holds_no_personal('sharing.delivery_secret', array['way', 'key', 'sealed', 'set_by']);

call foundation.holds_personal('sharing.evidence_pack', array['recipient', 'requested_by', 'reference']);
call foundation.holds_no_personal('sharing.evidence_pack', array['purpose', 'key_thumbprint', 'chain_head', 'made_by']);

call foundation.holds_personal('sharing.referral', array['consent_reason', 'grounds', 'answers', 'view_reasons',
  'decision_reasons', 'withdrawn_because']);
call foundation.erased_as('sharing.referral', 'answers', $$'[]'$$);
call foundation.erased_as('sharing.referral', 'grounds', $$(grounds::jsonb || jsonb_build_object(
  'requestingBody', null, 'requestedBy', null, 'description', foundation.erased_words(), 'necessity', '', 'withLess', '',
  'riskOfSharing', '', 'riskOfNotSharing', '', 'extraConditions', null, 'lawEnforcement', null, 'impactAssessment', '',
  'retention', '', 'security', '', 'rights', '', 'frequency', ''))::text$$);
call foundation.holds_no_personal('sharing.referral', array['reference', 'export', 'schema_version', 'purpose', 'limbs',
  'lawful_basis', 'legal_power', 'consent', 'status', 'proposed_by', 'viewed_by', 'decided_by', 'decided_as', 'withdrawn_by']);

call foundation.holds_personal('sharing.referral_release', array['answers', 'because', 'outcome_reference']);
call foundation.erased_as('sharing.referral_release', 'answers', $$'[]'$$);
call foundation.holds_no_personal('sharing.referral_release', array['kind', 'released_by', 'rejected_because', 'outcome']);
call foundation.holds_personal('sharing.referral_document', array['name', 'content']);
call foundation.holds_no_personal('sharing.referral_document', array['media_type']);
-- Nobody here can open it; it goes all the same, and the partner is not given it any more.
call foundation.holds_personal('sharing.referral_change', array[]::text[], emptied => array['sealed']);
call foundation.holds_no_personal('sharing.referral_change', array['key_name', 'format']);
call foundation.holds_personal('sharing.referral_delivery', array['last_fault', 'last_words']);
call foundation.holds_no_personal('sharing.referral_delivery', array['delivery', 'state', 'reference']);
