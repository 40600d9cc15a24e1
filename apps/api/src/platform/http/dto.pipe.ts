import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { fieldsOf, validate, type DtoClass } from '@st0r/dto';
import { Invalid } from '../errors';

/** Checks every body and GraphQL input against its DTO; everything wrong is named at once. */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'param' || type === 'query' || !metatype || fieldsOf(metatype).length === 0) return value;
    // A request without a body is one that names nothing: each missing property is then named, or none is needed.
    const given = type === 'body' && value === undefined ? {} : plain(value);
    const result = validate(metatype as DtoClass, given);
    if (result.ok) return result.value;
    throw new Invalid('input.invalid', { detail: result.problems[0]?.detail, errors: result.problems });
  }
}

/** GraphQL hands over objects without a prototype, or with the input class's. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Buffer.isBuffer(value))
    return value ?? undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      Array.isArray(one) ? one.map(plain) : plain(one) === undefined ? null : plain(one),
    ]),
  );
}
