// A partner's machine in one file: follows what the council tells, opens it, checks who signed it, acknowledges it.
//   node client.mjs https://council.example token-file private-key.jwk.json [cursor-file [partner]]
// It needs Node 20 and nothing else. The parts that open and check are exported, to be used in another machine.
import {
  constants, createDecipheriv, createHash, createHmac, createPrivateKey, createPublicKey,
  diffieHellman, privateDecrypt, timingSafeEqual, verify,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const decoded = (text) => Buffer.from(text, 'base64url');
const json = (text) => JSON.parse(decoded(text).toString('utf8'));

/** Opens a JWE (RFC 7516) that is sealed for this key; algorithms are those of the key, never the message's choice. */
export function open(sealed, privateJwk) {
  const [head, wrapped, iv, ciphertext, tag] = sealed.split('.');
  const header = json(head);
  const alg = privateJwk.kty === 'RSA' ? 'RSA-OAEP-256' : 'ECDH-ES+A256KW';
  if (header.alg !== alg || header.enc !== 'A256GCM') throw new Error('CANNOT_DECRYPT');
  const key = createPrivateKey({ key: privateJwk, format: 'jwk' });
  let content;
  if (alg === 'RSA-OAEP-256') {
    content = privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, decoded(wrapped));
  } else {
    const shared = diffieHellman({ privateKey: key, publicKey: createPublicKey({ key: header.epk, format: 'jwk' }) });
    const unwrap = createDecipheriv('id-aes256-wrap', derived(shared, alg, header), Buffer.alloc(8, 0xa6));
    content = Buffer.concat([unwrap.update(decoded(wrapped)), unwrap.final()]);
  }
  const decipher = createDecipheriv('aes-256-gcm', content, decoded(iv));
  decipher.setAAD(Buffer.from(head, 'ascii')).setAuthTag(decoded(tag));
  return Buffer.concat([decipher.update(decoded(ciphertext)), decipher.final()]).toString('utf8');
}

/** The Concat KDF of RFC 7518, 4.6.2, for 256 bits. */
function derived(shared, alg, header) {
  const part = (bytes) => Buffer.concat([number(bytes.length), bytes]);
  const number = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b; };
  return createHash('sha256').update(Buffer.concat([
    number(1), shared, part(Buffer.from(alg, 'ascii')), part(decoded(header.apu ?? '')), part(decoded(header.apv ?? '')), number(256),
  ])).digest();
}

/** What a JWS (RFC 7515) says, once the council's key that it names has signed it. */
export function checked(jws, councilKeys, partner) {
  const [head, payload, signature] = jws.split('.');
  const header = json(head);
  const jwk = councilKeys.find((key) => key.kid === header.kid);
  if (header.alg !== 'ES256' || !jwk) throw new Error('signed by nobody whom we know');
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify('sha256', Buffer.from(`${head}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, decoded(signature))) {
    throw new Error('changed on its way');
  }
  const claims = json(payload);
  if (partner && ![].concat(claims.aud).includes(partner)) throw new Error('NOT_OURS');
  return claims;
}

/** The JSON document of the form; none of a withdrawal. */
export function form(claims) {
  const document = (claims.artefacts ?? []).find((one) => one.mediaType === 'application/json');
  return document && JSON.parse(Buffer.from(document.content, 'base64').toString('utf8'));
}

/** Whether a webhook's call is the council's, by the Standard Webhooks convention, and no older than five minutes. */
export function isOurs(headers, body, secret, now = Date.now()) {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers;
  if (Math.abs(now / 1000 - Number(at)) > 300) return false;
  const right = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${at}.${body}`).digest();
  return signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Asks the council, and again after a while where the table in the README says so. */
async function asked(council, token, query, variables) {
  for (const wait of [1, 5, 30, null]) {
    let answer;
    try {
      answer = await fetch(`${council}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
    } catch (unreachable) {
      if (wait === null) throw unreachable;
      await pause(wait);
      continue;
    }
    if ([429, 502, 503, 504].includes(answer.status) && wait !== null) {
      await pause(Number(answer.headers.get('retry-after')) || wait);
      continue;
    }
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors.map((one) => one.extensions?.code ?? one.message).join(', '));
    return data;
  }
}

async function follow(council, tokenFile, keyFile, cursorFile, partner) {
  const token = () => readFileSync(tokenFile, 'utf8').trim();
  const ask = (query, variables) => asked(council, token, query, variables);
  /** Says what was refused; nothing that was refused here is put right by trying again. */
  const act = async (name, entry, input) => {
    const type = name[0].toUpperCase() + name.slice(1);
    const data = await ask(`mutation ($input: ${type}Input!) { ${name}(input: $input) { refusals { code } } }`,
      { input: { ...input, idempotencyKey: `${name}-${entry}` } });
    data[name].refusals.forEach(({ code }) => console.error(name, code));
  };
  const key = JSON.parse(readFileSync(keyFile, 'utf8'));
  let after = existsSync(cursorFile) ? readFileSync(cursorFile, 'utf8') : null;
  const { referralSigningKeys } = await ask('{ referralSigningKeys }');
  const councilKeys = referralSigningKeys.map((one) => JSON.parse(one));
  for (let more = true; more;) {
    const { referralChanges } = await ask(
      'query ($after: String) { referralChanges(after: $after) { cursor more changes { cursor referralVersion reference number kind format sealed } } }',
      { after });
    for (const change of referralChanges.changes) {
      const version = change.referralVersion;
      if (change.format !== 'JOSE') {
        console.error(change.reference, change.number, 'is an OpenPGP message: gpg --decrypt opens it, this machine does not');
        continue;
      }
      let claims;
      try {
        claims = checked(open(change.sealed, key), councilKeys, partner);
      } catch (failure) {
        const because = failure.message === 'NOT_OURS' ? 'NOT_OURS' : 'CANNOT_DECRYPT';
        console.error(change.reference, change.number, because);
        await act('referralReject', change.cursor, { referralVersion: version, because });
        continue;
      }
      // Here it goes into your own system, unless it is synthetic; names of fields are all that is shown.
      console.log(change.reference, change.number, change.kind, claims.synthetic ? 'synthetic' : 'real',
        Object.keys(form(claims)?.fields ?? {}).join(', '));
      await act('referralAcknowledge', change.cursor, { referralVersion: version });
    }
    after = referralChanges.cursor ?? after;
    if (after) writeFileSync(cursorFile, after);
    more = referralChanges.more;
  }
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const [council, tokenFile, keyFile, cursorFile = 'cursor.txt', partner] = process.argv.slice(2);
  await follow(council, tokenFile, keyFile, cursorFile, partner);
}
