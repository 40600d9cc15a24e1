import type { FastifyInstance } from 'fastify';

type Body = Record<string, unknown>;

/** The public door, as the sample data uses it: everything it makes is validated, scoped and leaves its events. */
export class Door {
  constructor(
    private readonly server: FastifyInstance,
    private readonly token: string,
  ) {}

  post<T = Body>(path: string, body: Body, headers: Record<string, string> = {}): Promise<T> {
    return this.send('POST', path, { payload: body, headers });
  }

  get<T = Body>(path: string): Promise<T> {
    return this.send('GET', path, {});
  }

  /** What is there already, as far as a first load could have come. */
  async rows<T = Body>(path: string): Promise<T[]> {
    const found = await this.get<T[] | { data: T[] }>(path);
    return Array.isArray(found) ? found : found.data;
  }

  /** Uploads one file. */
  upload<T = Body>(path: string, file: { name: string; content: string }, fields: Record<string, string>): Promise<T> {
    const boundary = 'st0r-sample-data';
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: text/xml\r\n\r\n`;
    const payload = `${parts.join('')}${head}${file.content}\r\n--${boundary}--\r\n`;
    return this.send('POST', path, {
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  private async send<T>(
    method: 'GET' | 'POST',
    path: string,
    extra: { payload?: Body | string; headers?: Record<string, string> },
  ): Promise<T> {
    const { headers, ...rest } = extra;
    const answer = await this.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...rest,
    });
    if (answer.statusCode >= 400)
      throw new Error(`Sample data: ${method} ${path} answered ${answer.statusCode} ${answer.body.slice(0, 500)}`);
    return (answer.body ? JSON.parse(answer.body) : {}) as T;
  }
}
