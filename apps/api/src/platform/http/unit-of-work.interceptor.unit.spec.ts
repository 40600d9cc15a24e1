import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { lastValueFrom, of } from 'rxjs';
import { expect, it } from 'vitest';
import type { UnitOfWork } from '../database';
import { UnitOfWorkInterceptor } from './unit-of-work.interceptor';

/** An answer as far as headers and status go. */
class Reply {
  statusCode = 201;
  readonly headers: Record<string, string> = { 'x-limit': '5' };
  getHeaders = (): Record<string, string> => this.headers;
  getHeader = (name: string): string | undefined => this.headers[name];
  removeHeader = (name: string): void => void Reflect.deleteProperty(this.headers, name);
  header = (name: string, value: string): void => void (this.headers[name] = value);
  status = (code: number): void => void (this.statusCode = code);
}

it('takes back what a try that came to nothing said in the answer', async () => {
  const reply = new Reply();
  const twice = async <T>(work: () => Promise<T>): Promise<T> => (await work(), work());
  const work = { run: twice } as unknown as UnitOfWork;
  const reflector = { get: () => undefined } as unknown as Reflector;
  const execution = {
    getType: () => 'http',
    getHandler: () => undefined,
    switchToHttp: () => ({ getRequest: () => ({ method: 'POST' }), getResponse: () => reply }),
  } as unknown as ExecutionContext;
  let tries = 0;
  const handle = (): unknown => {
    tries += 1;
    if (tries === 1) {
      reply.status(200);
      reply.header('x-limit', '4');
      reply.header('idempotency-replayed', 'true');
    }
    return of('answer');
  };
  const interceptor = new UnitOfWorkInterceptor(work, reflector);
  expect(await lastValueFrom(interceptor.intercept(execution, { handle } as CallHandler))).toBe('answer');
  expect([tries, reply.statusCode, reply.headers]).toEqual([2, 201, { 'x-limit': '5' }]);
});
