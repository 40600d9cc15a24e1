import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What came back. */
export interface Answer {
  status: number;
  /** Parsed JSON; a test asserts what it finds in it. */
  body: ReturnType<typeof JSON.parse>;
  text: string;
  raw: Buffer;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Somebody who calls the API through its public door. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly identity: Record<string, string>,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }
  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }
  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }
  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }
  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** A GraphQL request; `status` is the HTTP status, `body` holds data and errors. */
  graphql(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    return this.send('POST', '/api/graphql', { query, variables });
  }

  /** A multipart upload of one file. */
  upload(
    path: string,
    file: { name: string; content: Buffer | string },
    fields: Record<string, string> = {},
    ...[headers = {}]: [headers?: Record<string, string>]
  ): Promise<Answer> {
    const boundary = 'st0r-test-boundary';
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const head = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    );
    const body = Buffer.concat([
      ...parts,
      head,
      Buffer.from(file.content as string),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send('POST', path, body, {
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  private async send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    payload: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const url = path.startsWith('/api/') || path.startsWith('/health') ? path : `/api/v1${path}`;
    const response = await this.app.inject({
      method,
      url,
      headers: { ...this.identity, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const text = response.body;
    const json = /[/+]json\b/.test(String(response.headers['content-type'] ?? ''));
    return {
      status: response.statusCode,
      text,
      raw: response.rawPayload,
      body: json && text ? JSON.parse(text) : {},
      headers: response.headers,
    };
  }
}
