import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { Conflict, Invalid, NotFound, StepUpRequired, TooMany, Unauthenticated } from './domain-error';
import { asDomainError, isUnknown, problemOf } from './problem';

describe('a refusal', () => {
  it.each([
    [new NotFound('vault_folder'), 404, 'vault_folder.not_found'],
    [Invalid.field('/name', 'required', 'This is required.'), 400, 'input.invalid'],
    [new Conflict('record.stale', { status: 412 }), 412, 'record.stale'],
    [new StepUpRequired('vault', 300), 403, 'step_up.required'],
    [new Unauthenticated(), 401, 'session.missing'],
    [new TooMany('reveal.budget', 0.2, 'Wait.'), 429, 'reveal.budget'],
  ])('%s is a problem document with status %i and the code %s', (error, status, code) => {
    expect(problemOf(error, 'r-1')).toMatchObject({ type: `urn:st0r:problem:${code}`, status, code, requestId: 'r-1' });
  });

  it('says when to come back, never at once', () => {
    expect(new TooMany('x.y', 0.2, 'Wait.').facts.headers).toEqual({ 'retry-after': '1' });
  });

  it.each([
    [new NotFoundException(), 404, 'route.not_found'],
    [new BadRequestException('x'), 400, 'request.malformed'],
    [{ statusCode: 413, message: 'x' }, 413, 'body.too_large'],
    [{ driverError: { errno: 1062 } }, 409, 'record.duplicate'],
    [{ driverError: { errno: 1452 } }, 404, 'reference.not_found'],
    [{ driverError: { errno: 1213 } }, 409, 'record.busy'],
    [{ driverError: { code: 'ECONNREFUSED' } }, 503, 'database.away'],
    [{ driverError: Object.assign(new Error('closed'), { fatal: true }) }, 503, 'database.away'],
  ])('is made of %o', (thrown, status, code) => {
    expect(asDomainError(thrown)).toMatchObject({ status, code });
  });

  it.each([new Error('secret detail'), 'text', { statusCode: 500, message: 'secret detail' }])(
    'nobody declared says nothing about its cause: %s',
    (thrown) => {
      const error = asDomainError(thrown);
      expect(isUnknown(error)).toBe(true);
      expect(JSON.stringify(problemOf(error))).not.toContain('secret detail');
      expect(error.status).toBe(500);
    },
  );
});
