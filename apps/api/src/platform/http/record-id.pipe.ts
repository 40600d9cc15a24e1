import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id in a path; anything that cannot be an id is answered like an id that does not exist. */
@Injectable()
export class RecordId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new NotFound('record');
    return value.toLowerCase();
  }
}
