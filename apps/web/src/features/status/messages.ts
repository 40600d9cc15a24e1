import { messages } from '@st0r/ui';

/** Sentences about how the installation is. */
export const say = messages({
  again: 'Look again',
  alike: 'What all processes share',
  backup: 'Backup',
  certificate: 'Certificate',
  checked: 'What was checked',
  clock: 'Clock',
  connections: 'Connections',
  connectionsOf: '{open} of {most} open',
  data_keys: 'Data keys',
  database: 'Database',
  disk: 'Disk',
  folder: 'Folder',
  free: 'Free',
  jobs: 'Jobs',
  lookedAt: 'Looked at:',
  mail: 'Mail',
  megabytes: '{n} MiB',
  gigabytes: '{n} GiB',
  mixed: 'Processes run different releases. That is fine during an update, and at no other time.',
  nobodyRuns: 'No process has reported yet.',
  nodes: 'Processes',
  node: 'Process',
  ok: 'Well',
  platformAdmin: 'Platform administrator',
  recovery_kit: 'Recovery kit',
  redis: 'Redis',
  release: 'Release',
  root_keys: 'Root keys',
  runtime: 'Node',
  schedules: 'Scheduler',
  schema: 'Schema',
  seals: 'Seals of the audit log',
  seen: 'Last seen',
  since: 'Since',
  size: 'Size',
  state: 'State',
  status: 'Status',
  statusText: 'How this installation is, seen from the process that answered.',
  subject: 'What',
  server: 'Server',
  unknown: 'Unknown',
  warning: 'Look at it',
  whole_ok: 'Everything that was checked is well.',
  whole_unknown: 'Nothing is wrong. Something could not be looked at.',
  whole_warning: 'It works. Something wants to be looked at.',
  whole_wrong: 'Something is wrong.',
  worker: 'Worker',
  wrong: 'Wrong',
});

const SUBJECTS: Readonly<Record<string, string>> = {
  backup: say('backup'),
  certificate: say('certificate'),
  clock: say('clock'),
  'data keys': say('data_keys'),
  database: say('database'),
  disk: say('disk'),
  jobs: say('jobs'),
  mail: say('mail'),
  nodes: say('alike'),
  'recovery kit': say('recovery_kit'),
  redis: say('redis'),
  'root keys': say('root_keys'),
  schedules: say('schedules'),
  schema: say('schema'),
  seals: say('seals'),
  worker: say('worker'),
};

/** What a check looked at, in words; one this page does not know keeps its name. */
export const subjectOf = (name: string): string => SUBJECTS[name] ?? name;

const LARGE = 10 * 1024;

/** A size in the unit a person would choose. */
export const sizeText = (megabytes: number): string =>
  megabytes < LARGE
    ? say('megabytes', { n: megabytes.toLocaleString() })
    : say('gigabytes', { n: Math.round(megabytes / 1024).toLocaleString() });
