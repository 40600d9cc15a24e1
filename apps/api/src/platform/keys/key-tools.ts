import { DataKeyRows } from './data/data-key-rows';
import { KeyAges } from './data/key-ages';
import { KeyCare } from './data/key-care';
import { KeyUse } from './data/key-use';
import { Rekeyings } from './data/rekeyings';
import { Resealing } from './data/resealing';
import { RotationRows } from './data/rotation-rows';
import { Rotations } from './data/rotations';
import { PlatformDataKey } from './platform-data-key';
import { RootKeyCeremony } from './ring/ceremony';
import { Presence } from './ring/presence';
import { KeyEpoch } from './ring/key-epoch';
import { KeyWatch } from './ring/key-watch';
import { NodeList } from './ring/node-list';
import { NodeSelf } from './ring/node-self';
import { Rewrap } from './ring/rewrap';
import { RingReports } from './ring/ring-report';
import { RootKeys } from './ring/root-keys';
import { RootRing } from './ring/root-ring';
import { Shredder } from './shred/shredder';
import { ShreddingRows } from './shred/shredding-rows';
import { Wraps } from './ring/wraps';

/** Everything about keys that other modules may ask for. */
export const KEY_TOOLS = [
  RootRing,
  RootKeys,
  KeyEpoch,
  KeyWatch,
  Presence,
  NodeList,
  NodeSelf,
  DataKeyRows,
  KeyUse,
  KeyAges,
  KeyCare,
  Resealing,
  Rekeyings,
  RotationRows,
  Rotations,
  PlatformDataKey,
  RootKeyCeremony,
  Wraps,
  Rewrap,
  RingReports,
  ShreddingRows,
  Shredder,
] as const;
