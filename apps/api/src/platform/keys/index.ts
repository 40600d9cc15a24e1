export { CANARY_WORD, canaryPlace } from './data/canary';
export { createAllSecrets } from './create-keyring';
export { DataKeyRows, DATA_KEY_STATE, type DataKeyState, type KeyOwner } from './data/data-key-rows';
export { KeyCache } from './data/key-cache';
export { KeyAges, LONGEST_DAYS, organisationOf, type KeyAge, type Wanted } from './data/key-ages';
export { KeyCare } from './data/key-care';
export { KeyUse } from './data/key-use';
export { type KeyTurn, type Moved, type Rekeying } from './data/rekeying';
export { Rekeyings } from './data/rekeyings';
export {
  RotationRows,
  ROTATION_REASON,
  ROTATION_STATE,
  type Rotation,
  type RotationReason,
  type RotationState,
} from './data/rotation-rows';
export { Rotations } from './data/rotations';
export { declareSealed, sealedStores, type SealedStore } from './data/sealed-store';
export { PlatformDataKey } from './platform-data-key';
export { PlatformKeys } from './platform-keys';
export { declareForgotten } from './shred/forgotten';
export { Shredder, type DestroyedKey } from './shred/shredder';
export {
  KEY_BACKUP_DAYS,
  SHREDDING_STATE,
  ShreddingRows,
  WAITING_DAYS,
  type Shredding,
  type ShreddingState,
} from './shred/shredding-rows';
export { SealedError } from './sealed-error';
export { createLocalSecrets, createSecrets, readSecret, SECRET_FILES } from './secret-files';
export { Presence } from './ring/presence';
export { KeyEpoch } from './ring/key-epoch';
export { KeyWatch } from './ring/key-watch';
export { NodeList, type RunningNode } from './ring/node-list';
export { NodeSelf } from './ring/node-self';
export { Rewrap } from './ring/rewrap';
export { RingReports, type RingReport } from './ring/ring-report';
export { RootKeyCeremony } from './ring/ceremony';
export { RootKeys } from './ring/root-keys';
export { RootRing, type RootKeyRow } from './ring/root-ring';
export { Wraps } from './ring/wraps';
export { declareWraps } from './ring/wrap-table';
export { TokenRing, type TokenKey } from './token-ring';
