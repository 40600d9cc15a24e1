import { Injectable } from '@nestjs/common';
import { Policy } from '../../../platform/authorize';
import { Repositories } from '../../../platform/database';
import { countKinds, ReconciliationService } from './reconciliation.service';
import { cursorAt, inOrder, type ProposalQuery } from './scan-proposal.query';
import type { ScanProposalPageDto } from './scan-proposal.dto';
import { proposalView } from './scan-proposal.view';
import { ScanEntity } from './scan.entity';

/** The three columns: found, recorded, proposed. */
@Injectable()
export class ScanProposalService {
  constructor(
    private readonly repositories: Repositories,
    private readonly reconciliation: ReconciliationService,
    private readonly policy: Policy,
  ) {}

  async page(scanId: string, { kinds, limit, after }: ProposalQuery): Promise<ScanProposalPageDto> {
    const scan = await this.repositories.of(ScanEntity).get(scanId);
    this.policy.require('asset.read', scan.organisationId);
    const { devices, proposals } = await this.reconciliation.of(scan);
    const wanted = inOrder(proposals.filter(({ kind }) => kinds.includes(kind)));
    const rest = after === null ? wanted : wanted.filter(([place]) => place > after);
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(([, proposal]) => proposalView(proposal, devices)),
      counts: countKinds(proposals),
      page: {
        limit,
        next: last && rest.length > shown.length ? cursorAt(last[0]) : null,
        prev: null,
        total: wanted.length,
        groups: null,
      },
    };
  }
}
