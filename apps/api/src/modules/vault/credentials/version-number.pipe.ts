import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../../../platform/errors';

/** A version number in a path; anything else is answered like a version that does not exist. */
@Injectable()
export class VersionNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new NotFound('version');
    return Number(value);
  }
}
