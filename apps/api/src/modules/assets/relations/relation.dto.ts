import { Choice, Dto, Flag, Id, InputDto, Moment, Part, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';
import { RELATION_KIND_CODES, type RelationKind } from './relation.entity';

const TYPE = /^[a-z_]{1,40}$/;

/** A relation as seen from one of its ends. */
@Dto('Relation')
export class RelationDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Choice('RelationKind', RELATION_KIND_CODES)
  kind: string;

  @Flag({ description: 'True when the record asked about is the source.' })
  outgoing: boolean;

  @Text({ max: 60, description: 'How it reads from the record asked about: "depends on", "is needed by".' })
  label: string;

  @Part(() => RefDto, { description: 'The record at the other end.' })
  other: RefDto;

  @Flag({ description: 'The other record is archived.' })
  otherArchived: boolean;

  @Text({ max: 500, optional: true })
  note: string | null;

  @Moment()
  createdAt: string;
}

/** A new relation: the source stands in this kind to the target. */
@InputDto('RelationCreate')
export class RelationCreateDto {
  @Id()
  organisationId: string;

  @Choice('RelationKind', RELATION_KIND_CODES)
  kind: RelationKind;

  @Text({ max: 40, pattern: TYPE, description: 'asset, contact, site, credential ...' })
  sourceType: string;

  @Id()
  sourceId: string;

  @Text({ max: 40, pattern: TYPE })
  targetType: string;

  @Id()
  targetId: string;

  @Text({ max: 500, optional: true })
  note?: string | null;
}
