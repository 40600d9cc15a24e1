import { shareOf } from '../sizes.mjs';
import { daysAgo, fill, recordOf, TENANT } from './filler.mjs';
import { FIRST_NAMES, TOWNS, choices, padded } from './words.mjs';

const PURPOSES = ['idx', 'vault'];
const KEY = [...TENANT, 'purpose', 'key_version', 'state', 'wrapped', 'canary'];
const CREDENTIAL = [
  ...[...TENANT, 'name', 'type', 'tags', 'secret_version', 'secret_changed_at', 'strength', 'reuse_index'],
];
const FIELD = [...TENANT, 'credential_id', 'field', 'class', 'revision', 'blob'];
const VERSION = [...TENANT, 'credential_id', 'revision', 'author_name', 'changed', 'fields'];

/** Data keys of every organisation, and credentials whose user name and password are really sealed. Answers their ids. */
export async function seedCredentials(root, tools, { size, organisations }) {
  const { crypto } = tools;
  const drafts = organisations.map((organisation, at) => {
    const wanted = { total: size.credentials, big: size.credentialsOfBig, organisations: size.organisations };
    const ids = Array.from({ length: shareOf(wanted, at) }, () => crypto.uuid7());
    return { organisation, ids, keys: PURPOSES.map((purpose) => newKey(organisation.id, purpose, tools)) };
  });
  await fill(
    root,
    { table: 'organisation_key', columns: KEY },
    drafts.flatMap(({ keys }) => keys.map(({ row }) => row)),
  );
  await fill(root, { table: 'credential', columns: CREDENTIAL }, credentials(drafts, crypto));
  await fill(root, { table: 'credential_field', columns: FIELD }, fields(drafts, crypto));
  await fill(root, { table: 'credential_version', columns: VERSION }, versions(drafts, crypto));
  return { ids: drafts.map(({ ids }) => ids), bigKey: keyOf(drafts[0], 'vault') };
}

function newKey(organisation, purpose, { crypto, secrets }) {
  const [id, key] = [crypto.uuid7(), crypto.createDataKey(1)];
  const wrapped = crypto.wrapKey(secrets.keyring, { organisation, purpose, version: 1 }, key);
  const place = { organisation, purpose, type: 'canary', record: id, field: 'canary', revision: 1 };
  const canary = crypto.sealField(key, place, 'canary');
  return { purpose, key, row: [...recordOf(id), organisation, purpose, 1, 'active', wrapped, canary] };
}

const keyOf = ({ keys }, wanted) => keys.find(({ purpose }) => purpose === wanted).key;
const passwordOf = (id) => `${id.slice(24)}-Correct-Horse`;

function* credentials(drafts, { blindIndex }) {
  const pick = choices(5);
  const changed = daysAgo(60);
  for (const draft of drafts)
    for (const [at, id] of draft.ids.entries()) {
      const index = blindIndex(keyOf(draft, 'idx'), 'password', passwordOf(id));
      const name = `${pick.of(['admin', 'backup', 'web', 'vpn'])} ${pick.of(TOWNS)} ${padded(at)}`;
      yield [...recordOf(id), draft.organisation.id, name, 'website', '[]', 1, changed, 4, index];
    }
}

function* fields(drafts, { sealField, uuid7 }) {
  const pick = choices(6);
  for (const draft of drafts) {
    const organisation = draft.organisation.id;
    const key = keyOf(draft, 'vault');
    for (const record of draft.ids) {
      const place = { organisation, purpose: 'vault', type: 'credential', record, revision: 1 };
      const row = (field, kind, value) => {
        const blob = sealField(key, { ...place, field }, value);
        return [...recordOf(uuid7()), organisation, record, field, kind, 1, blob];
      };
      yield row('username', 'I', `${pick.of(FIRST_NAMES)}@${draft.organisation.slug}.example`.toLowerCase());
      yield row('password', 'S', passwordOf(record));
    }
  }
}

function* versions(drafts, { uuid7 }) {
  const [changed, revisions] = ['["username","password"]', '{"username":1,"password":1}'];
  for (const { organisation, ids } of drafts)
    for (const id of ids) yield [...recordOf(uuid7()), organisation.id, id, 1, 'Bench', changed, revisions];
}
