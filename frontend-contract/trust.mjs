// Writes the manifest of trusted documents: the SHA-256 of each operation as it stands, and its file.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const entries = readdirSync(new URL('operations/', here))
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => [createHash('sha256').update(readFileSync(new URL(`operations/${file}`, here))).digest('hex'), file]);
writeFileSync(new URL('trusted-documents.json', here), JSON.stringify(Object.fromEntries(entries), null, 2) + '\n');
