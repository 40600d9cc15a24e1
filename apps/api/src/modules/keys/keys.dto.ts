import { Choice, Dto, Flag, Id, InputDto, Int, ListOf, Moment, Part, Text } from '@st0r/dto';
import { ROTATION_REASON, ROTATION_STATE, type RotationReason, type RotationState } from '../../platform/keys';
import { KEY_PURPOSES, ROOT_KEY_STATES } from './keys.words';

/** One version of the root key; never the key. */
@Dto('RootKey')
export class RootKeyDto {
  @Int()
  version: number;

  @Choice('RootKeyState', ROOT_KEY_STATES)
  state: string;

  @Text({ max: 16, description: 'Check value: tells two keys apart and tells neither.' })
  check: string;

  @Int({ description: 'Data keys wrapped under it.' })
  wraps: number;

  @Moment()
  createdAt: string;

  @Moment({ optional: true })
  activatedAt: string | null;

  @Text({ max: 120, list: true, description: 'Running processes that lack it.' })
  missingAt: string[];
}

/** A running process and the root keys it holds. */
@Dto('KeyNode')
export class KeyNodeDto {
  @Text({ max: 120 })
  name: string;

  @Text({ max: 12 })
  role: string;

  @Moment()
  startedAt: string;

  @Int({ list: true, description: 'Versions of the root key it holds.' })
  holds: number[];

  @Text({ max: 500, optional: true })
  sealedBecause: string | null;
}

/** The recovery kit that was printed last. */
@Dto('PrintedKit')
export class PrintedKitDto {
  @Text({ max: 4, description: 'Printed on each of its pages.' })
  kit: string;

  @Moment()
  madeAt: string;

  @Text({ max: 255 })
  madeName: string;

  @Moment({ optional: true, description: 'When somebody last opened every data key with it.' })
  rehearsedAt: string | null;

  @Flag({ description: 'False after a new root key: print a new one.' })
  current: boolean;
}

/** What an administrator may know about the keys of the installation. */
@Dto('KeyOverview')
export class KeyOverviewDto {
  @Text({ max: 1000, description: 'Where the answering process has its keyring from.' })
  place: string;

  @Text({ max: 500, optional: true })
  warning: string | null;

  @ListOf(() => RootKeyDto)
  rootKeys: RootKeyDto[];

  @ListOf(() => KeyNodeDto)
  nodes: KeyNodeDto[];

  @Int({ description: 'Data keys in force, of organisations and of the installation.' })
  dataKeys: number;

  @Int({ description: 'Data keys older than a year or used too often.' })
  due: number;

  @Int({ optional: true, description: 'Age of the oldest data key in force, in days.' })
  oldestDays: number | null;

  @Part(() => PrintedKitDto, { optional: true })
  recoveryKit: PrintedKitDto | null;
}

/** A data key in force. */
@Dto('DataKey')
export class DataKeyDto {
  @Id({ optional: true, description: 'Null for a key of the installation itself.' })
  organisationId: string | null;

  @Choice('KeyPurpose', KEY_PURPOSES)
  purpose: string;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Int()
  days: number;

  @Int({ description: 'Values sealed under it.' })
  writes: number;

  @Flag({ description: 'False where not everything it has sealed could be moved to a new key.' })
  replaceable: boolean;

  @Flag({ description: 'Older than a year or used too often, and replaceable.' })
  due: boolean;
}

/** Which key to replace. */
@InputDto('DataKeyRotate')
export class DataKeyRotateDto {
  @Id({ optional: true, description: 'Left out for a key of the installation itself.' })
  organisationId?: string | null;

  @Choice('KeyPurpose', KEY_PURPOSES)
  purpose: string;
}

/** One replacement of a data key. */
@Dto('DataKeyRotation')
export class DataKeyRotationDto {
  @Id()
  id: string;

  @Id({ optional: true, description: 'Null for a key of the installation itself.' })
  organisationId: string | null;

  @Choice('KeyPurpose', KEY_PURPOSES)
  purpose: string;

  @Int()
  fromVersion: number;

  @Int()
  toVersion: number;

  @Choice('RotationReason', ROTATION_REASON)
  reason: RotationReason;

  @Choice('RotationState', ROTATION_STATE)
  state: RotationState;

  @Int()
  total: number;

  @Int()
  done: number;

  @Int({ description: 'Values that do not open; they keep the old key.' })
  dead: number;

  @Moment()
  startedAt: string;

  @Moment({ optional: true })
  finishedAt: string | null;
}
