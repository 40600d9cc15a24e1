import type { FieldProblem } from '@st0r/ui';

type ProblemBody = {
  status?: number;
  code?: string;
  title?: string;
  detail?: string;
  errors?: FieldProblem[];
  params?: Record<string, unknown>;
  requestId?: string;
  retryAfterSeconds?: number;
};

/** A refusal of the API (RFC 9457): status, dotted code, a sentence, fields by pointer, and the id to quote. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly params: Record<string, unknown>;
  readonly requestId: string | undefined;
  /** Seconds to wait before trying again, where the server said so (429, 503). */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? `http.${status}`;
    this.detail = body.detail ?? body.title;
    this.errors = body.errors ?? [];
    this.params = body.params ?? {};
    this.requestId = body.requestId;
    this.retryAfterSeconds = body.retryAfterSeconds;
  }
}

/** Reads the problem out of an answer that is not 2xx, whatever its body is. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  const requestId = problem.requestId ?? response.headers.get('x-request-id') ?? undefined;
  const wait = Number(response.headers.get('retry-after'));
  return new ApiProblem(response.status, { ...problem, requestId, ...(wait > 0 && { retryAfterSeconds: wait }) });
}

/** Whether anything thrown is a problem with this code or status. */
export function isProblem(thrown: unknown, codeOrStatus?: string | number): thrown is ApiProblem {
  if (!(thrown instanceof ApiProblem)) return false;
  return codeOrStatus === undefined || thrown.code === codeOrStatus || thrown.status === codeOrStatus;
}
