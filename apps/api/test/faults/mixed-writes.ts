import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Visitor, WireAnswer } from './visitor';

const NOUNS = ['asset', 'contact', 'credential'] as const;
type Noun = (typeof NOUNS)[number];

/** A write that was sent, until it was acknowledged. */
export interface Written {
  noun: Noun;
  name: string;
  /** The key it was, and may again be, sent with. */
  key: string;
  body: Record<string, unknown>;
  /** Known once the creation was acknowledged. */
  id?: string;
  /** How many changes were acknowledged, and how many are in doubt. */
  changes: number;
  doubtfulChanges: number;
}

/** People at work who write down what they were promised. */
export class MixedWrites {
  readonly written: Written[] = [];
  /** Every answer that was neither a success nor a clear "not now". */
  readonly strange: string[] = [];
  away = 0;
  /** How often a creation in doubt was sent again. */
  repeated = 0;
  private stopping = false;
  private hands: Promise<void>[] = [];

  constructor(private readonly visitor: Visitor) {}

  /** `hands` people write at the same time until stopped. */
  start(hands: number): void {
    this.hands = Array.from({ length: hands }, (_, hand) => this.write(hand));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.hands);
  }

  /** Creations that were promised. */
  get acknowledged(): Written[] {
    return this.written.filter((one) => one.id !== undefined);
  }

  private async create(one: Written): Promise<WireAnswer | undefined> {
    const answer = await this.send('POST', `/${one.noun}s`, one.body, { 'idempotency-key': one.key });
    if (answer?.status === 201) one.id = String(answer.body.id);
    return answer;
  }

  private async write(hand: number): Promise<void> {
    for (let turn = hand; !this.stopping; turn += 1) {
      const one = this.invent(NOUNS[turn % NOUNS.length]!);
      this.written.push(one);
      await this.insist(one);
      if (one.id !== undefined) await this.change(one);
    }
  }

  /** What any client does with a write nobody acknowledged: sends it again, with the same key. */
  private async insist(one: Written): Promise<void> {
    for (let answer = await this.create(one); answer?.status !== 201; answer = await this.create(one)) {
      const refused = answer !== undefined && !isAway(answer) && answer.status < 500;
      if (refused || this.stopping) return;
      this.repeated += 1;
      await sleep(100);
    }
  }

  private async change(one: Written): Promise<void> {
    const tags = [randomUUID()];
    const answer = await this.send('PATCH', `/${one.noun}s/${one.id}`, { tags });
    if (answer?.status === 200) one.changes += 1;
    else one.doubtfulChanges += 1;
  }

  private invent(noun: Noun): Written {
    const name = `${noun} ${randomUUID()}`;
    const extra = noun === 'credential' ? { type: 'website', fields: { username: name, password: randomUUID() } } : {};
    const body = { organisationId: this.visitor.organisationId, name, ...extra };
    return { noun, name, key: randomUUID(), body, changes: 0, doubtfulChanges: 0 };
  }

  /** Undefined when the connection was refused or cut. */
  private async send(
    method: string,
    path: string,
    body: object,
    headers: object = {},
  ): Promise<WireAnswer | undefined> {
    const answer = await this.visitor.call(method, path, body, headers).catch(() => undefined);
    const expected = answer === undefined || answer.status < 300 || isAway(answer);
    if (!expected) this.strange.push(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    if (answer === undefined || answer.status >= 500) this.away += 1;
    return answer;
  }
}

/** A clear "not now", as a problem document and without a stack: database or node are away, or others hold the rows. */
export function isAway({ status, headers, body, text }: WireAnswer): boolean {
  const problem = String(headers['content-type']).startsWith('application/problem+json');
  const later =
    status === 503 || status === 502 || (status === 409 && body.code === 'record.busy' && body.retryable === true);
  return later && problem && typeof body.code === 'string' && !/\n\s+at /.test(text);
}
