import { z } from 'zod';
import { SECRET_SETTINGS, SETTINGS } from './settings';

/** docs/reference/configuration.md, made from the settings themselves so that it cannot lag behind. */
export function configurationPage(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, schema]) => `| \`${name}\` | ${fallback(schema)} | ${schema.description ?? ''}${range(schema)} |`,
  );
  const secrets = SECRET_SETTINGS.map((name) => `\`${name}_FILE\``).join(', ');
  return [
    '# Configuration',
    '',
    'Generated from the settings schema by `npx nx run api:contract`; edit `apps/api/src/platform/config/settings.ts` instead.',
    '',
    'Settings come from the environment. All of them are checked at start; everything wrong is listed at once.',
    `Secrets may also come from files: ${secrets}.`,
    '',
    '| setting | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** What it takes, where that is a range or a list. */
function range(schema: z.ZodType): string {
  let inner: unknown = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) inner = inner.unwrap();
  if (inner instanceof z.ZodNumber) return ` From ${inner.minValue} to ${inner.maxValue}.`;
  return inner instanceof z.ZodEnum ? ` One of ${inner.options.map((one) => `\`${one}\``).join(', ')}.` : '';
}

function fallback(schema: z.ZodType): string {
  const result = schema.safeParse(undefined);
  if (!result.success) return 'required';
  return result.data === undefined || result.data === '' ? '' : `\`${String(result.data)}\``;
}
