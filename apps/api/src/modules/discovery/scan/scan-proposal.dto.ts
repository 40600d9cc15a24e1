import { Choice, Dto, Flag, Int, ListOf, Moment, Part, Text } from '@st0r/dto';
import { PageFactsDto, RefDto } from '../../../platform/resource';
import { PORT_PROTOCOLS } from '../nmap';
import { CONFLICT_REASONS, PROPOSAL_KINDS } from '../reconcile';

/** One line of the three columns. Values are lists because addresses are; an empty list is "nothing". */
@Dto('ScanDifference')
export class ScanDifferenceDto {
  @Text({ max: 20, description: 'name, hostname, type, manufacturer, os, mac, ips or vanishedAt.' })
  field: string;

  @Int({ min: 0, optional: true, description: 'Which interface of the asset, for mac and ips; counted from 0.' })
  interfaceIndex: number | null;

  @Text({ max: 255, list: true })
  recorded: string[];

  @Text({ max: 255, list: true })
  found: string[];

  @Text({ max: 255, list: true, description: 'What the record will say after accepting.' })
  proposed: string[];
}

/** A port of a found host. */
@Dto('ScanPort')
export class ScanPortDto {
  @Choice('PortProtocol', PORT_PROTOCOLS)
  protocol: string;

  @Int({ min: 0, max: 65_535 })
  port: number;

  @Text({ max: 16 })
  state: string;

  @Text({ max: 255, optional: true })
  service: string | null;

  @Text({ max: 255, optional: true })
  product: string | null;

  @Text({ max: 255, optional: true })
  serviceVersion: string | null;

  @Flag()
  probed: boolean;
}

/** What the scan saw of one device. */
@Dto('ScanFound')
export class ScanFoundDto {
  @Text({ max: 255, list: true })
  hostnames: string[];

  @Text({ max: 45, list: true })
  ips: string[];

  @Text({ max: 17, list: true })
  macs: string[];

  @Text({ max: 255, optional: true, description: 'Who made the network card.' })
  vendor: string | null;

  @Text({ max: 255, optional: true })
  os: string | null;

  @Int({ min: 0, max: 100, optional: true, description: 'Percent.' })
  osAccuracy: number | null;

  @ListOf(() => ScanPortDto, { description: 'Open ports first; the first 50.' })
  ports: ScanPortDto[];

  @Int({ min: 0, description: 'All ports the scan lists, shown or not.' })
  portCount: number;

  @Text({ max: 17, optional: true, description: 'A MAC address that several devices answered with.' })
  sharedMac: string | null;

  @Flag({ description: 'The scanner gave this host up.' })
  timedOut: boolean;

  @Moment()
  lastSeenAt: string;
}

/** What to do about one found or missing device. */
@Dto('ScanProposal')
export class ScanProposalDto {
  @Text({ max: 80, description: 'Names this line when accepting; the same in every scan of the device.' })
  key: string;

  @Choice('ScanProposalKind', PROPOSAL_KINDS)
  kind: string;

  @Text({ max: 40, optional: true, description: `Why a person has to decide: ${CONFLICT_REASONS.join(', ')}.` })
  conflict: string | null;

  @Text({ max: 10, optional: true, description: 'mac, ip or hostname.' })
  matchedBy: string | null;

  @Part(() => RefDto, { optional: true, description: 'The recorded asset; null for new ones.' })
  asset: RefDto | null;

  @Int({ optional: true, description: 'Version of that asset; send it back as versions[key] when accepting.' })
  assetVersion: number | null;

  @ListOf(() => RefDto, { description: 'Assets to choose from.' })
  candidates: RefDto[];

  @Part(() => ScanFoundDto, { optional: true, description: 'Null for vanished ones.' })
  found: ScanFoundDto | null;

  @ListOf(() => ScanDifferenceDto, { description: 'What accepting changes.' })
  differences: ScanDifferenceDto[];

  @ListOf(() => ScanDifferenceDto, { description: 'What differs and stays, because a person wrote it.' })
  kept: ScanDifferenceDto[];

  @Text({ max: 255 })
  suggestedName: string;

  @Text({ max: 32 })
  suggestedType: string;
}

/** How many lines of each kind. */
@Dto('ScanProposalCounts')
export class ScanProposalCountsDto {
  @Int({ min: 0 })
  new: number;

  @Int({ min: 0 })
  update: number;

  @Int({ min: 0 })
  conflict: number;

  @Int({ min: 0 })
  unchanged: number;

  @Int({ min: 0 })
  vanished: number;
}

/** A scan held against the records of this moment. */
@Dto('ScanProposalPage')
export class ScanProposalPageDto {
  @ListOf(() => ScanProposalDto)
  data: ScanProposalDto[];

  @Part(() => ScanProposalCountsDto)
  counts: ScanProposalCountsDto;

  @Part(() => PageFactsDto)
  page: PageFactsDto;
}
