import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSchema, coerceInputValue, GraphQLError, parse, typeFromAST, validate, validateSchema } from 'graphql';

const here = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, here), 'utf8');
const schema = buildSchema(read('schema.graphql'));
const story = JSON.parse(read('story.json'));
const operations = readdirSync(new URL('operations/', here)).filter((f) => f.endsWith('.graphql'));

test('the printed schema is a valid schema', () => {
  assert.deepEqual(validateSchema(schema), []);
});

for (const file of operations) {
  test(`${file} is one valid operation of that name`, () => {
    const document = parse(read(`operations/${file}`));
    assert.deepEqual(validate(schema, document), []);
    const named = document.definitions.filter((d) => d.kind === 'OperationDefinition').map((d) => d.name?.value);
    assert.deepEqual(named, [file.replace('.graphql', '')]);
  });
}

test('every step of the story has an operation, fitting variables and a recorded answer', () => {
  story.steps.forEach((step, index) => {
    const document = parse(read(`operations/${step.operation}.graphql`));
    const operation = document.definitions.find((d) => d.kind === 'OperationDefinition');
    const declared = operation.variableDefinitions ?? [];
    for (const variable of declared) {
      const type = typeFromAST(schema, variable.type);
      const value = (step.variables ?? {})[variable.variable.name.value];
      if (value !== undefined || variable.type.kind === 'NonNullType') {
        coerceInputValue(value, type, (path, invalid, error) => {
          throw new GraphQLError(`${step.operation} ${path.join('.')}: ${error.message}`);
        });
      }
    }
    const name = `${String(index + 1).padStart(2, '0')}-${step.operation}`;
    const answer = JSON.parse(read(`answers/${name}.json`));
    assert.ok(answer.data, name);
  });
});

test('every recorded answer is one of the story', () => {
  const names = story.steps.map((step, index) => `${String(index + 1).padStart(2, '0')}-${step.operation}.json`);
  assert.deepEqual(readdirSync(new URL('answers/', here)).sort(), names.sort());
});

test('every operation stands in the story or among the other examples', () => {
  const used = new Set(story.steps.map((s) => s.operation));
  assert.deepEqual(operations.map((f) => f.replace('.graphql', '')).filter((name) => !used.has(name)), []);
});

test('the trusted documents are those of the operations', () => {
  const manifest = JSON.parse(read('trusted-documents.json'));
  const expected = Object.fromEntries(
    operations.map((file) => {
      const body = read(`operations/${file}`);
      return [createHash('sha256').update(body).digest('hex'), file];
    }),
  );
  assert.deepEqual(manifest, expected);
});
