import { randomBytes } from 'node:crypto';
import type { Answer } from './caller';
import { listen, says, tablesThatSay } from './promises/secrets.promise';
import type { World } from './world';

/** A secret nobody else has, with letters that are spelled differently wherever secrets travel. */
export const aSecret = (): string => `${randomBytes(9).toString('hex')}+/ &"Aa1`;

/** Catches what a world says while connections of it fail: answers, errors, log lines and everything it keeps. */
export class Leaks {
  private readonly told: string[] = [];
  private readonly heard;

  constructor(private readonly world: World) {
    this.heard = listen({ world });
  }

  /** Keeps what an answer said, and hands it on. */
  hear(answer: Answer): Answer {
    this.told.push(answer.text, JSON.stringify(answer.headers));
    return answer;
  }

  say(...texts: string[]): void {
    this.told.push(...texts);
  }

  /** The words of something that has to fail. */
  async failing(work: Promise<unknown>): Promise<string> {
    const error = await work.then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    if (!error) throw new Error('This should have failed.');
    this.told.push(error.message, JSON.stringify({ ...error }));
    return error.message;
  }

  /** Where the secret can be read, in whatever spelling. */
  async of(secret: string): Promise<string[]> {
    const inAnswers = this.told.some((text) => sings(text, secret)) ? ['an answer'] : [];
    const inLog = sings(this.heard.lines.join('\n'), secret) ? ['the log'] : [];
    const stage = { world: this.world } as Parameters<typeof tablesThatSay>[0];
    return [...inAnswers, ...inLog, ...(await tablesThatSay(stage, secret))];
  }

  stop(): void {
    this.heard.stop();
  }
}

/** Also behind a user, as HTTP and SMTP encode the two in one. */
const sings = (text: string, secret: string): boolean =>
  says(text, secret) || [1, 2].some((before) => text.includes(behind(secret, before)));

const behind = (secret: string, before: number): string =>
  Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
    .toString('base64')
    .slice(4, -4);
