import type { CodegenConfig } from '@graphql-codegen/cli';

// Types of the operations, made from the printed schema. No scalar is left to guess.
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'operations/*.graphql',
  generates: {
    'types/operations.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', LocalTime: 'string' },
        enumsAsTypes: true,
        useTypeImports: true,
        avoidOptionals: { field: true },
      },
    },
  },
};

export default config;
