import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checked, form, isOurs, open } from '../referrals/client.mjs';

const sample = JSON.parse(readFileSync(new URL('../referrals/sample.json', import.meta.url), 'utf8'));

for (const one of sample.sealed) {
  test(`a machine opens and checks what is sealed with ${one.algorithm}`, () => {
    const claims = checked(open(one.sealed, one.privateKey), sample.signingKeys, sample.partner);
    assert.equal(claims.referral, 'R-2026-000001');
    assert.equal(form(claims).fields.concern.state, 'known');
    assert.equal(form(claims).fields['source-of-risk'].state, 'withheld');
    assert.throws(() => checked(open(one.sealed, one.privateKey), sample.signingKeys, 'another'), /NOT_OURS/);
    assert.throws(() => checked(open(one.sealed, one.privateKey), []), /nobody/);
    const other = sample.sealed.find((x) => x !== one).privateKey;
    assert.throws(() => open(one.sealed, other));
  });
}

test('a webhook is the council\'s with one of several signatures, and for five minutes', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const signature = createHmac('sha256', Buffer.alloc(32, 7)).update('id.1000.{}').digest('base64');
  const headers = { 'webhook-id': 'id', 'webhook-timestamp': '1000', 'webhook-signature': `v1,AAAA v1,${signature}` };
  assert.ok(isOurs(headers, '{}', secret, 1000_000));
  assert.ok(!isOurs(headers, '{"a":1}', secret, 1000_000));
  assert.ok(!isOurs(headers, '{}', secret, 1400_000));
});
