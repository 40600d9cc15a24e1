import { Invalid } from '../../../platform/errors';
import { PROPOSAL_KINDS, type ProposalKind } from '../reconcile';
import type { ScanAcceptDto } from './scan-accept.dto';

/** Make a new record although something fits. */
export const AS_NEW = 'new';

/** Which lines a person wants, read from the body and checked. */
export interface Selection {
  keys: ReadonlySet<string>;
  /** Kinds taken without being named; empty unless `all`. */
  kinds: ReadonlySet<ProposalKind>;
  choices: ReadonlyMap<string, string>;
  versions: ReadonlyMap<string, number>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The selection a body asks for; wrong choices and versions are named by pointer. */
export function readSelection(input: ScanAcceptDto): Selection {
  const choices = entries(input.choices, '/choices', (value) => {
    const choice = typeof value === 'string' ? value.toLowerCase() : '';
    return choice === AS_NEW || UUID.test(choice) ? choice : undefined;
  });
  const versions = entries(input.versions, '/versions', (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined,
  );
  const keys = new Set([...(input.keys ?? []), ...choices.keys()]);
  if (keys.size === 0 && !input.all)
    throw Invalid.field('/keys', 'required', 'Name the lines to accept, or ask for all of them.');
  const kinds = input.kinds ?? PROPOSAL_KINDS;
  return { keys, kinds: new Set(input.all ? kinds.filter((kind) => kind !== 'conflict') : []), choices, versions };
}

function entries<T>(
  map: Record<string, unknown> | null | undefined,
  pointer: string,
  read: (value: unknown) => T | undefined,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [key, value] of Object.entries(map ?? {})) {
    const good = read(value);
    if (good === undefined) throw wrong(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, pointer);
    found.set(key, good);
  }
  return found;
}

function wrong(at: string, pointer: string): Invalid {
  return pointer === '/choices'
    ? Invalid.field(at, 'format', 'Expected the id of an asset, or "new".')
    : Invalid.field(at, 'type', 'Expected the version that was shown.');
}
