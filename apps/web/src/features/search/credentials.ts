import type { Api } from '@st0r/api-client';
import type { PaletteAction, PaletteItem } from '@st0r/ui';
import type { PaletteQuestion } from '../../app/feature';
import { api } from '../../shared/api';
import { copyCredentialField, copyCredentialUser, copyTotp, type SecretLabel } from '../../shared/credential-acts';
import type { MyOrganisation } from '../../shared/session';
import type { ListPage } from '../../shared/use-list';
import { say } from './messages';

type Credential = Api<'Credential'>;
const shown = 6;

/** Credentials whose name, user name or address fits, the client in view first. */
export async function credentialItems({ text, org, me }: PaletteQuestion): Promise<PaletteItem[]> {
  const mine = me.organisations.filter(({ permissions }) => permissions.includes('vault.item.read'));
  if (mine.length === 0) return [];
  const clients = new Map(mine.map((each) => [each.id, each]));
  const { words, client } = narrowed(text, mine);
  const rows = await ask(words, client ? [client] : org && clients.has(org.id) ? [org, undefined] : [undefined]);
  return rows.slice(0, shown).flatMap((row) => {
    const owner = clients.get(row.organisationId);
    return owner ? [itemOf(row, owner)] : [];
  });
}

/** `fw acm` means "fw" at Acme: the last word may be the beginning of a client's name. */
function narrowed(text: string, clients: readonly MyOrganisation[]): { words: string; client?: MyOrganisation } {
  const words = text.split(/\s+/);
  const last = words.at(-1)?.toLowerCase() ?? '';
  const fits = clients.filter(({ name, slug }) => name.toLowerCase().startsWith(last) || slug.startsWith(last));
  const [client, ...others] = fits;
  if (words.length < 2 || last.length < 2 || !client || others.length > 0) return { words: text };
  return { words: words.slice(0, -1).join(' '), client };
}

async function ask(words: string, scopes: readonly (MyOrganisation | undefined)[]): Promise<Credential[]> {
  const pages = await Promise.all(
    scopes.map((scope) => api.get<ListPage<Credential>>('credentials', { q: words, org: scope?.slug, limit: shown })),
  );
  const rows = pages.flatMap((page) => page.data);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function itemOf(row: Credential, owner: MyOrganisation): PaletteItem {
  const user = row.fields['username'];
  return {
    id: `credential ${row.id}`,
    group: say('credential'),
    title: row.name,
    icon: 'key',
    facts: typeof user === 'string' ? user : row.folder?.name,
    organisation: owner,
    href: `/o/${owner.slug}/vault/${row.id}`,
    actions: actionsOf(row, owner),
  };
}

function actionsOf(row: Credential, owner: MyOrganisation): PaletteAction[] | undefined {
  const label: SecretLabel = { name: row.name, organisation: owner };
  const has = (field: string) => row.secrets.some((secret) => secret.field === field);
  const may = (permission: string) => owner.permissions.includes(permission);
  const actions: (PaletteAction | false)[] = [
    may('vault.secret.reveal') &&
      has('password') && {
        id: 'password',
        label: say('copyPassword'),
        keys: 'enter',
        run: async () => void (await copyCredentialField(row.id, 'password', label)),
      },
    Boolean(row.fields['username']) && {
      id: 'user',
      label: say('copyUser'),
      keys: 'shift+enter',
      run: async () => void (await copyCredentialUser(row.id, label)),
    },
    may('vault.totp.use') &&
      has('totpSeed') && {
        id: 'code',
        label: say('copyCode'),
        // The box takes letters as text, so the code has a chord here; T works on rows of lists.
        keys: 'alt+t',
        run: async () => void (await copyTotp(row.id, label)),
      },
  ];
  const offered = actions.filter((action) => action !== false);
  return offered.length > 0 ? offered : undefined;
}
