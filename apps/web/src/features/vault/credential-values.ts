import { fieldsOf, isSecret, valuesOf, type Credential, type CredentialType } from './credential-types';
import { seedOf } from './totp-seed';

/** What the form holds; secrets start empty whatever is stored. */
export type CredentialValues = {
  name: string;
  type: CredentialType;
  folderId: string;
  tags: string;
  expiresOn: string | null;
  passwordChangedOn: string | null;
  fields: Record<string, string | null>;
  clear: Record<string, boolean>;
  links: Credential['links'];
};

/** The body of a create or change. */
export type CredentialBody = {
  organisationId?: string;
  name: string;
  type: CredentialType;
  folderId: string | null;
  tags: string[];
  expiresOn: string | null;
  passwordChangedOn?: string;
  fields: Record<string, string | null>;
  links: Credential['links'];
};

/** The form of a record, or of a new one in a folder. */
export function valuesFor(credential: Credential | undefined, folderId = ''): CredentialValues {
  const known = credential ? valuesOf(credential) : {};
  return {
    name: credential?.name ?? '',
    type: credential?.type ?? 'website',
    folderId: credential?.folderId ?? folderId,
    tags: (credential?.tags ?? []).join(', '),
    expiresOn: credential?.expiresOn ?? null,
    passwordChangedOn: null,
    fields: Object.fromEntries(Object.entries(known).map(([field, value]) => [field, value ?? ''])),
    clear: {},
    links: credential?.links ?? [],
  };
}

/**
 * What is sent. A secret left empty is not mentioned, so it stays; one that is ticked away, and every field the new
 * type does not have, is sent as null.
 */
export function bodyOf(values: CredentialValues, before: Credential | undefined): CredentialBody {
  return {
    name: values.name.trim(),
    type: values.type,
    folderId: values.folderId || null,
    tags: [...new Set(values.tags.split(',').map((tag) => tag.trim()))].filter(Boolean),
    expiresOn: values.expiresOn || null,
    ...(values.passwordChangedOn && !before ? { passwordChangedOn: values.passwordChangedOn } : {}),
    fields: { ...fieldsSent(values, before), ...homeless(values.type, before) },
    links: values.links.map(({ type, id }) => ({ type, id })),
  };
}

function fieldsSent(values: CredentialValues, before: Credential | undefined): Record<string, string | null> {
  const sent: Record<string, string | null> = {};
  const known = before ? valuesOf(before) : {};
  for (const field of fieldsOf(values.type)) {
    const value = values.fields[field] ?? '';
    if (isSecret(field)) {
      if (values.clear[field]) sent[field] = null;
      else if (value !== '') sent[field] = field === 'totpSeed' ? seedOf(value) : value;
    } else if (value !== (known[field] ?? '')) sent[field] = value === '' ? null : value;
  }
  return sent;
}

function homeless(type: string, before: Credential | undefined): Record<string, null> {
  if (!before || before.type === type) return {};
  const kept = new Set(fieldsOf(type));
  const stored = [...Object.keys(valuesOf(before)), ...before.secrets.map(({ field }) => field)];
  return Object.fromEntries(stored.filter((field) => !kept.has(field)).map((field) => [field, null]));
}
