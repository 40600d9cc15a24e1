import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { NextStep } from './entrance';

/** Whether the local password is closed for this address right now. */
export type PasswordClosure = (email: string, userId: string | null) => Promise<boolean>;

/** A directory that knows the passwords of some people. */
export interface PasswordPlace {
  /** False where the password is checked here after all, and the directory is asked only to take the same time. */
  readonly decides: boolean;
  /** Lets them in where the directory takes the password, otherwise answers undefined; Unavailable while it is away. */
  enter(login: string, password: string, reply: FastifyReply): Promise<NextStep | undefined>;
  /** Asks the directory about nobody, as long as asking about somebody takes. */
  keepTime(): Promise<void>;
}

/** Throws when nobody could get in any more, were the provider away, after this account lost something. */
export type WayBack = (userId: string) => Promise<void>;

/** Who besides us has a say in somebody's address. Both answer a sentence for the person, or undefined. */
export interface AddressTie {
  /** Why their present address is not changed here, and where it is. */
  keeps(userId: string, email: string): Promise<string | undefined>;
  /** Why they may not take this address. */
  refuses(userId: string, email: string): Promise<string | undefined>;
}

/** Which directory somebody belongs to; undefined for none. */
export type PlaceFinder = (login: string) => Promise<PasswordPlace | undefined>;

/**
 * Where a password is checked: here, in a directory, or nowhere because the way is closed. Other modules add what they know.
 * Whoever tries cannot tell the three apart, and all are asked for unknown addresses too.
 */
@Injectable()
export class PasswordPlaces {
  private readonly closures: PasswordClosure[] = [];
  private readonly finders: PlaceFinder[] = [];
  private readonly waysBack: WayBack[] = [];
  private readonly ties: AddressTie[] = [];

  close(closure: PasswordClosure): void {
    this.closures.push(closure);
  }

  add(finder: PlaceFinder): void {
    this.finders.push(finder);
  }

  keep(wayBack: WayBack): void {
    this.waysBack.push(wayBack);
  }

  tie(tie: AddressTie): void {
    this.ties.push(tie);
  }

  async keepsAddress(userId: string, email: string): Promise<string | undefined> {
    return firstOf(this.ties, (tie) => tie.keeps(userId, email));
  }

  async refusesAddress(userId: string, email: string): Promise<string | undefined> {
    return firstOf(this.ties, (tie) => tie.refuses(userId, email));
  }

  /** Asked in the same unit of work, after an account lost its state, its administration or its factors. */
  async requireWayBack(userId: string): Promise<void> {
    for (const wayBack of this.waysBack) await wayBack(userId);
  }

  async closed(email: string, userId: string | null): Promise<boolean> {
    for (const closure of this.closures) if (await closure(email, userId)) return true;
    return false;
  }

  async of(login: string): Promise<PasswordPlace | undefined> {
    return firstOf(this.finders, (finder) => finder(login));
  }
}

/** The first answer there is, asked in order. */
async function firstOf<T, A>(all: readonly T[], ask: (one: T) => Promise<A | undefined>): Promise<A | undefined> {
  for (const one of all) {
    const answer = await ask(one);
    if (answer) return answer;
  }
  return undefined;
}
