import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Policy } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { Repositories, UnitOfWork } from '../../../platform/database';
import { Invalid, isDuplicate, NotFound } from '../../../platform/errors';
import { wasSeen } from '../reconcile';
import type { FoundHost } from '../nmap';
import { ScanEntity, ScanHostEntity } from './scan.entity';
import { readScan, readScanUpload, refusalOf, type ScanFile } from './scan-upload.reader';

/** Rows and characters of JSON per INSERT; well below the packet limit. */
const BATCH = { rows: 500, characters: 2_000_000 };
/** Longer than any host whose every port answered; more would not fit into one statement. */
const LONGEST_HOST = 6_000_000;

/** What an upload became; `duplicate` when this very file was there already. */
export interface StoredScan {
  scan: ScanEntity;
  duplicate: boolean;
}

/** Takes scans in: read first, then one transaction that keeps the whole file's hosts or nothing. */
@Injectable()
export class ScanUploadService {
  constructor(
    private readonly repositories: Repositories,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly policy: Policy,
  ) {}

  async upload(request: FastifyRequest): Promise<StoredScan> {
    const upload = await readScanUpload(request);
    const organisationId = this.organisationOf(upload);
    return this.keep(organisationId, upload);
  }

  /** Takes in a scan that is here already: sample data, or the file of a job; the caller has set the actor. */
  async take(organisationId: string, name: string, content: Buffer): Promise<StoredScan> {
    const file = await readScan(Readable.from([content]), name).catch((error: unknown) => {
      throw refusalOf(error);
    });
    return this.keep(organisationId, file);
  }

  private async keep(organisationId: string, file: ScanFile): Promise<StoredScan> {
    this.context.limitTo([organisationId]);
    try {
      return await this.work.run(() => this.store(organisationId, file));
    } catch (error) {
      // Two uploads of the same file at the same moment: the later one finds the earlier one.
      const earlier = isDuplicate(error) ? await this.known(file.sha256) : null;
      if (earlier) return { scan: earlier, duplicate: true };
      throw error;
    }
  }

  private async store(organisationId: string, { document, ...file }: ScanFile): Promise<StoredScan> {
    const earlier = await this.known(file.sha256);
    if (earlier) return { scan: earlier, duplicate: true };
    const { actor } = this.context;
    const scan = await this.repositories.of(ScanEntity).create({
      organisationId,
      filename: file.filename,
      size: file.size,
      sha256: file.sha256,
      scanner: document.scanner,
      args: document.args,
      startedAt: document.startedAt,
      finishedAt: document.finishedAt ?? null,
      complete: document.complete,
      documents: document.documents,
      warnings: document.warnings,
      hostCount: document.hosts.length,
      hostsUp: document.hosts.filter(wasSeen).length,
      state: 'waiting',
      uploadedBy: actor.id,
      uploadedByName: actor.name,
      acceptedAt: null,
    });
    for (const hosts of batches(document.hosts)) await this.storeHosts(scan, hosts);
    return { scan, duplicate: false };
  }

  private async storeHosts(scan: ScanEntity, hosts: [number, FoundHost][]): Promise<void> {
    const { id: scanId, organisationId } = scan;
    await this.repositories.of(ScanHostEntity).createMany(
      hosts.map(([position, host]) => ({
        organisationId,
        scanId,
        position,
        address: host.ips[0] ?? host.mac ?? '',
        state: host.state,
        host,
      })),
    );
  }

  private known(sha256: string): Promise<ScanEntity | null> {
    return this.repositories.of(ScanEntity).findOne({ sha256 });
  }

  /** The form field, else the one organisation of `?org=` or of the person. */
  organisationOf({ organisationId }: { organisationId?: string }): string {
    const { actor, scope } = this.context;
    if (!organisationId) {
      const [only, ...others] = scope;
      if (only && others.length === 0) return only;
      throw Invalid.field('/organisationId', 'required', 'Say which organisation was scanned.');
    }
    const id = organisationId.toLowerCase();
    if (scope.includes(id)) return id;
    if (actor.grants.has(id)) this.policy.require('discovery.run', id);
    throw new NotFound('organisation');
  }
}

function* batches(hosts: readonly FoundHost[]): Generator<[number, FoundHost][]> {
  let batch: [number, FoundHost][] = [];
  let characters = 0;
  for (const [position, host] of hosts.entries()) {
    const { length } = JSON.stringify(host);
    if (length > LONGEST_HOST) throw hostTooLarge(host);
    if (batch.length >= BATCH.rows || (batch.length > 0 && characters + length > BATCH.characters)) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    batch.push([position, host]);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

function hostTooLarge(host: FoundHost): Invalid {
  const detail = `The host ${host.ips[0] ?? host.mac ?? ''} lists more services than can be kept. Scan fewer ports.`;
  const code = 'scan.host-too-large';
  return new Invalid(code, { status: 422, detail, errors: [{ pointer: '/file', code, params: {}, detail }] });
}
