import { HttpException } from '@nestjs/common';
import { SealedError } from '../keys/sealed-error';
import { DomainError } from './domain-error';

/** RFC 9457 problem details as this API sends them. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  requestId?: string;
  errors?: unknown;
  params?: Record<string, unknown>;
  retryable: boolean;
}

const DUPLICATE = 1062;
const BROKEN_REFERENCE = 1452;
const LOCK_WAIT = new Set([1205, 1213]);
/** Of a cluster: this node does not belong to the majority, or nobody knows what became of the commit. */
const NODE_AWAY = new Set([1047, 1180]);
const DISK_FULL = new Set([
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_ERROR_ON_WRITE',
  'ER_CANT_CREATE_FILE',
  'ER_TEMP_FILE_WRITE_FAILURE',
]);
const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
]);

/** Turns whatever was thrown into a refusal with a dotted code; what nobody declared becomes `internal.error`. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof SealedError)
    return new DomainError('Unavailable', 'platform.sealed', { detail: error.message, retryable: true });
  return (
    fromDatabase(error) ??
    fromHttp(error) ??
    new DomainError('Unavailable', 'internal.error', {
      status: 500,
      detail: 'Something went wrong on our side. The request id helps us find it.',
    })
  );
}

/** True where the database refused a row because there is one like it already. */
export const isDuplicate = (error: unknown): boolean =>
  (error as { driverError?: { errno?: number } } | undefined)?.driverError?.errno === DUPLICATE;

/** True for faults nobody declared: these are logged with their stack. */
export const isUnknown = (error: DomainError): boolean => error.code === 'internal.error';

/** The problem document of a refusal. */
export function problemOf(error: DomainError, requestId?: string): Problem {
  const { detail, errors, params, retryable } = error.facts;
  return {
    type: `urn:st0r:problem:${error.code}`,
    title: error.code.split('.').join(' ').replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    ...(detail ? { detail } : {}),
    ...(requestId ? { requestId } : {}),
    ...(errors ? { errors } : {}),
    ...(params ? { params } : {}),
    retryable: retryable ?? false,
  };
}

/** Both are over soon; a program that waits a second has a good chance. */
const SOON = { 'retry-after': '1' };

interface DriverError {
  errno?: number;
  code?: string;
  /** The driver says so of everything that ends a connection. */
  fatal?: boolean;
}

/** Some ways to lose a connection have no code, a statement on one that has just closed for one. */
const isLost = ({ code, errno, fatal }: DriverError): boolean =>
  code === undefined ? fatal === true && errno === undefined : LOST.has(code);

function fromDatabase(error: unknown): DomainError | undefined {
  const driver = (error as { driverError?: DriverError }).driverError ?? (error as DriverError);
  if (driver?.errno === DUPLICATE)
    return new DomainError('Conflict', 'record.duplicate', {
      detail: 'A record with the same unique value exists already.',
    });
  if (driver?.errno === BROKEN_REFERENCE)
    return new DomainError('NotFound', 'reference.not_found', {
      detail: 'A record this one refers to does not exist here.',
    });
  if (driver?.errno && LOCK_WAIT.has(driver.errno))
    return new DomainError('Conflict', 'record.busy', {
      detail: 'Somebody else is changing this right now. Try again.',
      retryable: true,
      headers: SOON,
    });
  if (driver && (isLost(driver) || (driver.errno !== undefined && NODE_AWAY.has(driver.errno))))
    return new DomainError('Unavailable', 'database.away', {
      detail: 'The database is not answering. Try again in a moment.',
      retryable: true,
      headers: SOON,
    });
  if (driver?.code && DISK_FULL.has(driver.code))
    return new DomainError('Unavailable', 'database.full', {
      detail: 'The disk of the database is full, so this was not stored. Free some space, then try again.',
      retryable: true,
    });
  return undefined;
}

/** Errors of the framework itself: unknown route, broken JSON, too large a body. */
function fromHttp(error: unknown): DomainError | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (!status || status >= 500) return undefined;
  const code = {
    400: 'request.malformed',
    404: 'route.not_found',
    405: 'method.not_allowed',
    413: 'body.too_large',
    415: 'body.wrong_type',
  }[status];
  return new DomainError('Invalid', code ?? 'request.refused', {
    status,
    detail: status === 404 ? 'There is nothing at this address.' : (error as Error).message,
  });
}
