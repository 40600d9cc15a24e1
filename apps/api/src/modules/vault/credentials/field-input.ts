import { OtpauthError, parseOtpauth } from '@st0r/crypto';
import { Invalid } from '../../../platform/errors';
import { FIELD_RULES, fieldNamed, fits, spelled, type CredentialField } from './credential-fields';
import type { FieldChanges } from './sealed-fields';

/** The `fields` of a body as changes, checked against the credential's type. */
export function fieldChanges(input: Readonly<Record<string, string | null | undefined>>, type: string): FieldChanges {
  const changes: FieldChanges = {};
  for (const [name, given] of Object.entries(input)) {
    const field = fieldNamed(name);
    if (!field || given === undefined) continue;
    // An emptied form field means "none"; an empty secret is a value like any other.
    const value = given === '' && FIELD_RULES[field].class === 'I' ? null : given;
    if (value !== null) requireFit(type, field);
    if (value !== null && field === 'totp-seed') requireSeed(value);
    changes[field] = value;
  }
  return changes;
}

/** A change of type must not leave fields behind that the new type does not show. */
export function requireTypeFits(type: string, present: readonly CredentialField[]): void {
  const homeless = present.filter((field) => !fits(type, field)).map(spelled);
  if (homeless.length === 0) return;
  const detail = `This type has no ${homeless.join(', ')}. Clear them in the same change.`;
  throw Invalid.field('/type', 'fields_left', detail, { fields: homeless });
}

function requireFit(type: string, field: CredentialField): void {
  if (fits(type, field)) return;
  const detail = 'A credential of this type has no such field.';
  throw Invalid.field(`/fields/${spelled(field)}`, 'not_for_type', detail, { type });
}

function requireSeed(value: string): void {
  try {
    parseOtpauth(value);
  } catch (error) {
    if (!(error instanceof OtpauthError)) throw error;
    throw Invalid.field('/fields/totpSeed', 'totp_seed', error.message);
  }
}
