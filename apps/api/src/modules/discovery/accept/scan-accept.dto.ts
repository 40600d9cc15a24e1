import { Choice, Dto, Flag, InputDto, Int, Json, ListOf, Part, Text } from '@st0r/dto';
import { PROPOSAL_KINDS, type ProposalKind } from '../reconcile';
import { ScanDto } from '../scan/scan.dto';
import { ScanProposalCountsDto } from '../scan/scan-proposal.dto';

/** Why a line was left alone. */
export const SKIP_REASONS = ['conflict', 'choose', 'changed', 'gone'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What to accept. Conflicts are accepted by name or with a choice only, never by `all`. */
@InputDto('ScanAccept')
export class ScanAcceptDto {
  @Text({ max: 80, list: true, maxItems: 70_000, optional: true, description: 'Keys of proposals.' })
  keys?: string[] | null;

  @Flag({ optional: true, description: 'Every line but the conflicts.' })
  all?: boolean | null;

  @Choice('ScanProposalKind', PROPOSAL_KINDS, { list: true, optional: true, description: 'Narrows `all`.' })
  kinds?: ProposalKind[] | null;

  @Json({ optional: true, description: 'Key to the id of the asset it is, or to "new".' })
  choices?: Record<string, unknown> | null;

  @Json({ optional: true, description: 'Key to the assetVersion that was shown; a newer one is refused with 412.' })
  versions?: Record<string, unknown> | null;

  @Flag({ optional: true, description: 'Only say what would happen.' })
  dryRun?: boolean | null;
}

/** A line that was left alone. */
@Dto('ScanSkipped')
export class ScanSkippedDto {
  @Text({ max: 80 })
  key: string;

  @Choice('ScanSkipReason', SKIP_REASONS, {
    description: 'conflict: decide it by name. choose: say which asset. changed: look again. gone: no longer proposed.',
  })
  reason: string;
}

/** What accepting did, or would do. */
@Dto('ScanAccepted')
export class ScanAcceptedDto {
  @Part(() => ScanDto)
  scan: ScanDto;

  @Flag()
  dryRun: boolean;

  @Int({ min: 0 })
  created: number;

  @Int({ min: 0 })
  updated: number;

  @Int({ min: 0 })
  vanished: number;

  @Int({ min: 0, description: 'Assets that were found as recorded.' })
  unchanged: number;

  @Int({ min: 0, description: 'Ports whose observation was written or renewed.' })
  observations: number;

  @ListOf(() => ScanSkippedDto)
  skipped: ScanSkippedDto[];

  @Part(() => ScanProposalCountsDto, { description: 'What this scan still proposes afterwards.' })
  remaining: ScanProposalCountsDto;
}
