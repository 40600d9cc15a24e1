import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What each refusal means here, by HTTP status. */
export const REFUSALS: Readonly<Record<string, string>> = {
  400: 'The input is wrong; `errors` names each field by JSON pointer.',
  401: 'Nobody is signed in, or the session has ended.',
  403: 'The permission is missing, or a fresh proof of identity is needed first (`step_up.required`).',
  404: 'No such record, or not one you may see: the same answer.',
  409: 'The request disagrees with the present state.',
  412: 'Somebody changed the record since you read it; `If-Match` names an old version.',
  429: 'Too often; `Retry-After` says in how many seconds to try again, `RateLimit-Policy` and `RateLimit` which limit it was.',
};

const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, examples: [example] },
});

/** What a refusal by a limit says in its headers, of the limit that refused. */
export const LIMIT_HEADERS = {
  'Retry-After': header('Seconds until the same request may be sent again.', '12'),
  'RateLimit-Policy': header('The limit, with its quota and the seconds of its window.', '"vault.secrets";q=10;w=3600'),
  RateLimit: header(
    'What is left of it, and in how many seconds all of it is there again.',
    '"vault.secrets";r=0;t=1170',
  ),
};

/** What each success means where the handler says nothing of its own. */
export const SUCCESSES: Readonly<Record<string, string>> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted; the work goes on.',
  204: 'Done; there is nothing to say.',
};

/** Tags of handlers that belong to no resource. */
export const HOUSE_TAGS: Readonly<Record<string, string>> = {
  access: 'Who may do what, and why.',
  'api-keys': 'Keys that programs sign in with, and what they asked.',
  passkeys: 'Passkeys of one’s own account, and signing in with one.',
  'off-boarding': 'Ending everything an account can do, and the secrets its person has seen.',
  'sign-in-counters': 'Who has to wait after failed sign-ins.',
  'sign-in-pressure': 'Attacks on signing in, over the whole installation.',
  limits: 'How often things may be done, and setting it.',
  perimeter: 'From which addresses and countries people may come in, and what is kept out.',
  auth: 'Signing in and out, second factors, sessions and one-time links.',
  backups: 'Backups: when one was last proved, and who may open them.',
  keys: 'Keys of the installation and of organisations: replacing, shredding, the recovery kit.',
  jobs: 'Work that runs after the answer has left: how far it is, and stopping it.',
  mail: 'The mail server, and mails that left or could not.',
  me: 'The signed-in person: account, preferences, sessions.',
  reference: 'This description of the API, and the GraphQL schema.',
  relations: 'How assets hang together.',
  events: 'The audit log: read, verify, export.',
  'host-security': 'What is known against packages of machines and of the product, and what was decided about it.',
  updates: 'Releases: which one runs, what a newer one brings, and the request to take it up.',
  status: 'How the installation is: what was checked, nodes, disks, database.',
  schedules: 'When the platform gives itself work.',
  search: 'Finding records of every kind by a few words.',
  setup: 'The first start, once per installation.',
  users: 'People who can sign in: invite, deactivate, reset.',
};

/** RFC 9457 problem documents; the shape of `Problem` in platform/errors and of `FieldProblem` in the DTO kit. */
export const PROBLEM_SCHEMAS: Schemas = {
  FieldProblem: {
    type: 'object',
    description: 'What is wrong with one field.',
    required: ['pointer', 'code', 'detail'],
    properties: {
      pointer: { type: 'string', description: 'JSON pointer into the body or the query.', examples: ['/name'] },
      code: { type: 'string', description: 'A word for programs.', examples: ['required'] },
      params: { type: 'object', additionalProperties: true, description: 'Values the sentence speaks of.' },
      detail: { type: 'string', description: 'A sentence for people.' },
    },
  },
  Problem: {
    type: 'object',
    description: 'A refusal, as RFC 9457 problem details.',
    required: ['type', 'title', 'status', 'code', 'retryable'],
    properties: {
      type: { type: 'string', format: 'uri', examples: ['urn:st0r:problem:asset.not_found'] },
      title: { type: 'string', description: 'The code in words.' },
      status: { type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status.' },
      code: { type: 'string', description: 'Dotted code, stable between releases.', examples: ['asset.not_found'] },
      detail: { type: 'string', description: 'What happened and what to do next, in a sentence.' },
      requestId: { type: 'string', description: 'Names this request in our log.' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
      params: { type: 'object', additionalProperties: true, description: 'Values the sentence speaks of.' },
      retryable: { type: 'boolean', description: 'The same request may succeed later.' },
    },
  },
};
