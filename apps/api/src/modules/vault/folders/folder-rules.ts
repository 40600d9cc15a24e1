import { Injectable } from '@nestjs/common';
import { Policy } from '../../../platform/authorize';
import { Sql } from '../../../platform/database';

/** What a folder demands of who reveals something in it. */
export interface FolderRules {
  readonly reasonRequired: boolean;
  /** Most seconds since the last proof of identity; the house rule where no folder is stricter. */
  readonly proofSeconds: number;
}

interface Ancestor {
  id: string;
  reasonRequired: number;
  stepUpMinutes: number | null;
}

const HOUSE_RULE: FolderRules = { reasonRequired: false, proofSeconds: 15 * 60 };
/** A proof "just now" still has to travel: 0 minutes means within the last one. */
const SHORTEST_SECONDS = 60;

/** The rules that hold in a folder: the strictest of its own and of every folder above it. */
@Injectable()
export class FolderRulesReader {
  constructor(
    private readonly sql: Sql,
    private readonly policy: Policy,
  ) {}

  async of(organisationId: string, folderId: string | null): Promise<FolderRules> {
    const chain = folderId ? await this.ancestors(organisationId, folderId) : [];
    return chain.reduce(
      (rules, folder) => ({
        reasonRequired: rules.reasonRequired || Number(folder.reasonRequired) === 1,
        proofSeconds:
          folder.stepUpMinutes === null
            ? rules.proofSeconds
            : Math.min(rules.proofSeconds, Math.max(SHORTEST_SECONDS, folder.stepUpMinutes * 60)),
      }),
      HOUSE_RULE,
    );
  }

  /** Moving something out of a stricter folder loosens its rules: that takes the right to set rules. */
  async requireMove(organisationId: string, from: string | null, to: string | null): Promise<void> {
    if (from === to) return;
    const [before, after] = [await this.of(organisationId, from), await this.of(organisationId, to)];
    const looser = (before.reasonRequired && !after.reasonRequired) || before.proofSeconds < after.proofSeconds;
    if (looser) this.policy.require('vault.policy.manage', organisationId);
  }

  /** The folder and those above it, nearest first. */
  ancestors(organisationId: string, folderId: string): Promise<Ancestor[]> {
    return this.sql.scoped<Ancestor>(
      `WITH RECURSIVE up AS (
         SELECT id, parent_id, reason_required, step_up_minutes, 1 AS depth FROM vault_folder
         WHERE organisation_id IN (:scope) AND organisation_id = ? AND id = ?
         UNION ALL
         SELECT f.id, f.parent_id, f.reason_required, f.step_up_minutes, up.depth + 1
         FROM vault_folder f JOIN up ON f.id = up.parent_id WHERE f.organisation_id = ? AND up.depth < 100)
       SELECT id, reason_required AS reasonRequired, step_up_minutes AS stepUpMinutes FROM up ORDER BY depth`,
      [organisationId, folderId, organisationId],
    );
  }
}
