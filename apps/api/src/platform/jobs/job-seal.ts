import { Injectable } from '@nestjs/common';
import { MAX_SEALED_BYTES, PLATFORM_ORGANISATION, openText, sealField, type FieldPlace } from '@st0r/crypto';
import { validate } from '@st0r/dto';
import { Invalid } from '../errors';
import { declareSealed } from '../keys/data/sealed-store';
import { PlatformDataKey } from '../keys/platform-data-key';
import type { JobDefinition } from './job-definition';

declareSealed({
  table: 'job',
  blob: 'input',
  owner: 'platform',
  purpose: 'job',
  key: ['id'],
  columns: [],
  placeOf: (row) => placeOf(String(row['id'])),
});

/** Inputs of jobs: checked, then sealed, since one may hold a link or a key. Files belong into tables; a job carries their id. */
@Injectable()
export class JobSeal {
  constructor(private readonly keys: PlatformDataKey) {}

  async close(definition: JobDefinition, id: string, input: object): Promise<Buffer> {
    const text = JSON.stringify(checked(definition, input));
    if (Buffer.byteLength(text) > MAX_SEALED_BYTES)
      throw new Error(`The input of ${definition.name} is too long: keep it in a table and hand over its id.`);
    return sealField(await this.keys.of('job'), placeOf(id), text);
  }

  async open<I extends object>(definition: JobDefinition<I>, id: string, sealed: Buffer): Promise<I> {
    const text = openText(await this.keys.opening('job', sealed), placeOf(id), sealed);
    return checked(definition, JSON.parse(text)) as I;
  }
}

function checked({ input: dto }: JobDefinition, input: unknown): object {
  const result = validate(dto, input);
  if (result.ok) return result.value;
  throw new Invalid('input.invalid', { detail: result.problems[0]?.detail, errors: result.problems });
}

function placeOf(id: string): FieldPlace {
  return {
    organisation: PLATFORM_ORGANISATION,
    purpose: 'job',
    type: 'job',
    record: id,
    field: 'job-input',
    revision: 1,
  };
}
