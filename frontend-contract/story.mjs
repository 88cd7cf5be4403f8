// Runs the story against a running local profile, each step in its role, and prints what came back.
//   node story.mjs [http://localhost:8080]
import { readFileSync } from 'node:fs';

const base = process.argv[2] ?? 'http://localhost:8080';
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const story = JSON.parse(read('story.json'));
const now = new Date();
const day = (date) => date.toISOString().slice(0, 10);
const later = new Date(now);
later.setMonth(later.getMonth() + 6);
const kept = { today: day(now), now: now.toISOString(), inSixMonths: day(later) };
const tokens = {};

async function token(client) {
  tokens[client] ??= await (
    await fetch(`${base}/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client}:${client}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
  ).json();
  return tokens[client].access_token;
}

for (const [index, step] of story.steps.entries()) {
  const variables = JSON.parse(JSON.stringify(step.variables ?? {}).replace(/\{\{([^}]+)\}\}/g, (_, name) => kept[name]));
  const answer = await (
    await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token(step.as)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: read(`operations/${step.operation}.graphql`), variables }),
    })
  ).json();
  console.log(`${index + 1}. ${step.operation} as ${step.as}\n${JSON.stringify(answer, null, 2)}\n`);
  if (answer.errors || Object.values(answer.data).some((x) => x?.refusals?.length)) process.exit(1);
  for (const [name, path] of Object.entries(step.keep ?? {})) {
    kept[name] = path.split('.').reduce((value, key) => value?.[key], answer.data);
  }
}
