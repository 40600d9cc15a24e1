import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { SchemaDump } from '../../../platform/database';
import { productVersion } from '../../../platform/health/version';
import { PlatformKeys } from '../../../platform/keys';
import { passingKey, type PassingKey } from '../archive/age-lock';
import { ArchiveWriter } from '../archive/archive-writer';
import type { Manifest, ManifestFacts } from '../archive/manifest';
import { BackupError } from '../backup.error';
import { Recipients, type RecipientKind } from '../books/recipients.service';
import { openTargets } from '../targets/open-target';
import { houseFiles } from './house-files';
import { KEY_TABLES, keyCopyOf } from './key-copy';

/** Tables that say what runs right now, and mean nothing tomorrow. */
const OF_THE_MOMENT = ['node_status', 'lease'];

/** A backup that was made: both halves, and the key of this run that opens them once more. */
export interface MadeBackup {
  readonly data: Manifest;
  readonly keys: Manifest;
  readonly passing: PassingKey;
}

/** Makes backups: the data for some people, the keys for others, both as of one moment. */
@Injectable()
export class BackupMaker {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly keys: PlatformKeys,
    private readonly recipients: Recipients,
  ) {}

  /** Locks everything for the recipients, and for a key that lives only in this process: it proves what was written. */
  async make(name = newBackupName()): Promise<MadeBackup> {
    const people = { data: await this.lockFor('data'), keys: await this.lockFor('keys') };
    const passing = await passingKey();
    const dump = await SchemaDump.open(this.settings);
    try {
      const facts = await factsOf(dump, name);
      const copy = await keyCopyOf(this.settings, this.keys, dump);
      const keys = await this.write('keys', { facts, dump, people: people.keys, passing }, (archive) =>
        archive.add({ file: 'keys.json.zst.age', holds: 'keys' }, [JSON.stringify(copy)]),
      );
      const data = await this.write('data', { facts, dump, people: people.data, passing }, async (archive) => {
        const statements = dump.statements([...KEY_TABLES, ...OF_THE_MOMENT]);
        await archive.add({ file: 'database.sql.zst.age', holds: 'database' }, statements);
        await this.addFiles(archive);
      });
      return { data, keys, passing };
    } finally {
      await dump.end();
    }
  }

  // After the database: a checkpoint that is newer than the log does no harm, a missing one would.
  private async addFiles(archive: ArchiveWriter): Promise<void> {
    for (const [at, file] of (await houseFiles(this.settings)).entries())
      await archive.add({ file: `file-${at + 1}.zst.age`, holds: 'file', path: file.path }, file.read());
  }

  private async write(
    kind: RecipientKind,
    { facts, dump, people, passing }: Writing,
    fill: (archive: ArchiveWriter) => Promise<void>,
  ): Promise<Manifest> {
    const archive = new ArchiveWriter(openTargets(this.settings)[kind], facts.name, [...people, passing.recipient]);
    try {
      await fill(archive);
      const rows = Object.entries(dump.counts).filter(
        ([table]) => KEY_TABLES.includes(table as never) === (kind === 'keys'),
      );
      return await archive.finish(this.settings, {
        ...facts,
        kind,
        rows: Object.fromEntries(rows),
        recipients: people,
      });
    } catch (error) {
      await archive.abandon().catch(() => undefined);
      throw error;
    }
  }

  private async lockFor(kind: RecipientKind): Promise<string[]> {
    const people = (await this.recipients.list()).filter((one) => one.kind === kind);
    if (people.length === 0)
      throw new BackupError(
        `Nobody could open a copy of the ${kind}. Name who may: st0r backup recipients add ${kind} <age1...> --name <who>`,
      );
    return people.map(({ recipient }) => recipient);
  }
}

interface Writing {
  facts: Omit<ManifestFacts, 'kind' | 'rows' | 'recipients'>;
  dump: SchemaDump;
  people: string[];
  passing: PassingKey;
}

/** A name for a backup of this moment: in the order of their names, the newest of a second is the last one, too. */
export function newBackupName(at = new Date()): string {
  const second = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const rest = at.getUTCMilliseconds().toString(16).padStart(3, '0');
  return `${second}-${rest}${randomBytes(1).toString('hex').slice(1)}`;
}

/** Everything about the moment of a dump that its reader will hold it against. */
async function factsOf(dump: SchemaDump, name: string): Promise<Writing['facts']> {
  const schema = await dump.ask<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
  const rootKeys = await dump.ask<{ version: number; check: string }>(
    "SELECT version, key_check AS `check` FROM root_key WHERE state <> 'retired' ORDER BY version",
  );
  const dataKeys = await dump.ask<{ id: string }>(
    KEY_TABLES.map((table) => `SELECT id FROM ${table} /* of all organisations */ WHERE state <> 'destroyed'`).join(
      ' UNION ALL ',
    ),
  );
  const [log] = await dump.ask<{ sealed: number | null }>('SELECT MAX(seq) AS sealed FROM event_seal');
  const [checkpoint] = await dump.ask<{ note: string }>('SELECT note FROM event_checkpoint ORDER BY size DESC LIMIT 1');
  return {
    name,
    madeAt: new Date().toISOString(),
    product: productVersion(),
    schema: schema.map((one) => one.name),
    rootKeys: rootKeys.map(({ version, check }) => ({ version: Number(version), check })),
    dataKeys: dataKeys.map(({ id }) => id),
    audit: { sealed: Number(log?.sealed ?? 0), checkpoint: checkpoint?.note ?? null },
  };
}
