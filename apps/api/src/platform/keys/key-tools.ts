import { PlatformDataKey } from './platform-data-key';
import { RootKeyCeremony } from './ring/ceremony';
import { Heartbeat } from './ring/heartbeat';
import { KeyEpoch } from './ring/key-epoch';
import { KeyWatch } from './ring/key-watch';
import { NodeList } from './ring/node-list';
import { Rewrap } from './ring/rewrap';
import { RingReports } from './ring/ring-report';
import { RootKeys } from './ring/root-keys';
import { RootRing } from './ring/root-ring';
import { Wraps } from './ring/wraps';

/** Everything about keys that other modules may ask for. */
export const KEY_TOOLS = [
  RootRing,
  RootKeys,
  KeyEpoch,
  KeyWatch,
  Heartbeat,
  NodeList,
  PlatformDataKey,
  RootKeyCeremony,
  Wraps,
  Rewrap,
  RingReports,
] as const;
