import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PLATFORM_ORGANISATION } from '@st0r/crypto';
import { UnitOfWork } from '../../database';
import { Conflict, NotFound } from '../../errors';
import { EventRecorder } from '../../events';
import { KeyEpoch } from '../ring/key-epoch';
import { DataKeyRows, type KeyOwner } from './data-key-rows';
import type { KeyTurn } from './rekeying';
import { RotationRows, type Rotation, type RotationReason } from './rotation-rows';
import { Rekeyings } from './rekeyings';

const BREATH_MS = 50;
const LONGEST_REST_MS = 250;

/** Replaces data keys while everybody works: a new key at once, the old values after it, the old key gone at the end. */
@Injectable()
export class Rotations {
  constructor(
    private readonly rows: RotationRows,
    private readonly keys: DataKeyRows,
    private readonly rekeyings: Rekeyings,
    private readonly epoch: KeyEpoch,
    private readonly work: UnitOfWork,
    private readonly recorder: EventRecorder,
  ) {}

  /** Makes the next key of an owner; answers the rotation that somebody has to carry on. Needs a unit of work. */
  async begin(owner: KeyOwner, reason: RotationReason): Promise<string> {
    if (!this.rekeyings.movable(owner.purpose))
      throw new Conflict('data_key.fixed', { detail: `Values under the ${owner.purpose} key cannot be moved yet.` });
    const present = (await this.keys.of(owner)).find(({ state }) => state === 'active');
    if (!present) throw new NotFound('data_key');
    const next = await this.keys.add(owner);
    const versions = { from: present.version, to: next.version };
    const id = await this.rows.begin(owner, versions, reason);
    if (this.rekeyings.of(owner.purpose).activates === 'first') await this.keys.activate(owner, next.version);
    await this.epoch.turn();
    this.note('data_key.rotation_started', owner, { ...versions, reason });
    return id;
  }

  /**
   * Does what can be done now and answers how it stands; may be cut short anywhere and called again. An old key is
   * destroyed `restSeconds` after its last value moved, so that nobody holds a value they have just read under it.
   */
  async carryOn(
    id: string,
    { restSeconds, tell }: { restSeconds: number; tell: (turn: Rotation) => Promise<void> },
  ): Promise<Rotation> {
    for (;;) {
      const rotation = await this.must(id);
      await tell(rotation);
      if (rotation.finishedAt) return rotation;
      if (rotation.state === 'resting' && (rotation.restedSeconds ?? 0) < restSeconds) return rotation;
      const turn = await this.turnOf(rotation);
      if (await this.finish(rotation, turn, restSeconds)) continue;
      const dead = await this.moveAll(rotation, turn, tell);
      if (dead > 0 && (await this.left(turn)) <= dead) return this.block(rotation, turn, dead);
      // What was left was being edited; a moment later it is not.
      await sleep(BREATH_MS);
    }
  }

  /** True when a step towards the end was made: everything has moved. */
  private async finish({ id, state }: Rotation, turn: KeyTurn, restSeconds: number): Promise<boolean> {
    if ((await this.left(turn)) > 0) {
      await this.rows.wake(id);
      return false;
    }
    if (!(await this.switched(turn))) return false;
    if (state !== 'resting' && restSeconds > 0) await this.rows.rest(id);
    else await this.work.run(() => this.end(id, turn));
    return true;
  }

  private async end(id: string, { owner, from, to }: KeyTurn): Promise<void> {
    if (!(await this.keys.proves(owner, to.version)))
      throw new Conflict('data_key.silent', { detail: 'The new key does not prove itself. The old one stays.' });
    await this.keys.destroy(owner, [from.version]);
    await this.epoch.turn();
    await this.rows.end(id);
    this.note('data_key.rotated', owner, { from: from.version, to: to.version });
  }

  /** Activates a key that is used last; one that was used first is active already. */
  private async switched(turn: KeyTurn): Promise<boolean> {
    const { owner, to } = turn;
    const row = (await this.keys.of(owner)).find(({ version }) => version === to.version);
    if (row?.state !== 'pending') return true;
    return this.work
      .run(async () => {
        await this.keys.activate(owner, to.version);
        // Writers that held the keys have committed now; what they wrote meanwhile has to move before the switch.
        if ((await this.left(turn)) > 0) throw new Conflict('data_key.moving', { retryable: true });
        await this.rekeyings.of(owner.purpose).switchOver?.(turn);
        await this.epoch.turn();
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof Conflict && error.code === 'data_key.moving') return false;
        throw error;
      });
  }

  private async moveAll({ id }: Rotation, turn: KeyTurn, tell: (turn: Rotation) => Promise<void>): Promise<number> {
    await this.rows.expect(id, await this.left(turn));
    let [dead, began] = [0, performance.now()];
    for await (const moved of this.rekeyings.of(turn.owner.purpose).move(turn)) {
      dead += moved.dead;
      await this.rows.moved(id, moved);
      await tell(await this.must(id));
      // As long a rest as the batch took: the database belongs to the people at work.
      await sleep(Math.min(performance.now() - began, LONGEST_REST_MS));
      began = performance.now();
    }
    return dead;
  }

  /** Values that do not open keep their key: replacing it must not be what destroys them for good. */
  private async block(rotation: Rotation, { owner, from }: KeyTurn, dead: number): Promise<Rotation> {
    const details = { from: from.version, values: dead };
    await this.work.run(async () => {
      await this.rows.block(rotation.id, dead);
      this.note('data_key.rotation_blocked', owner, details);
    });
    return this.must(rotation.id);
  }

  private async turnOf({ organisation, purpose, fromVersion, toVersion }: Rotation): Promise<KeyTurn> {
    const owner = { organisation, purpose };
    return { owner, from: await this.keys.open(owner, fromVersion), to: await this.keys.open(owner, toVersion) };
  }

  private left({ owner, from }: KeyTurn): Promise<number> {
    return this.rekeyings.of(owner.purpose).left(owner, from.version);
  }

  private async must(id: string): Promise<Rotation> {
    const rotation = await this.rows.get(id);
    if (!rotation) throw new NotFound('rotation');
    return rotation;
  }

  private note(action: string, { organisation, purpose }: KeyOwner, details: object): void {
    const organisationId = organisation === PLATFORM_ORGANISATION ? null : organisation;
    this.recorder.record({
      action,
      category: organisationId ? 'vault' : 'security',
      organisationId,
      details: { purpose, ...details },
    });
  }
}
