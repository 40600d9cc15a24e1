import { Injectable } from '@nestjs/common';

/** Failures in a row after which nobody waits for this directory for a while. */
const FAILURES = 3;
const PAUSE_MS = 30_000;

interface Circuit {
  failures: number;
  openUntil: number;
}

/** Remembers which directories did not answer, so that one that hangs does not make everybody wait their full time. */
@Injectable()
export class Breaker {
  private readonly circuits = new Map<string, Circuit>();

  /** True while nobody is to ask; after the pause one question finds out whether it is back. */
  open(key: string, now = Date.now()): boolean {
    const circuit = this.circuits.get(key);
    if (!circuit || circuit.failures < FAILURES) return false;
    if (now < circuit.openUntil) return true;
    circuit.openUntil = now + PAUSE_MS;
    return false;
  }

  failed(key: string, now = Date.now()): void {
    const circuit = this.circuits.get(key) ?? { failures: 0, openUntil: 0 };
    circuit.failures += 1;
    circuit.openUntil = now + PAUSE_MS;
    this.circuits.set(key, circuit);
  }

  answered(key: string): void {
    this.circuits.delete(key);
  }
}
