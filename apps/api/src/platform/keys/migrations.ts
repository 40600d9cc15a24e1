import { registerMigrations } from '../database/migrations';
import { RootKeys } from './migrations/1764700000000-root-keys';
import { DataKeys } from './migrations/1764700100000-data-keys';
import { Shreddings } from './migrations/1764700300000-shredding';
import { RecoveryKits } from './migrations/1764700400000-recovery-kit';
import { NodeVersion } from './migrations/1765300000000-node-version';
import { NodeTraits } from './migrations/1765705000000-node-traits';

registerMigrations(RootKeys, DataKeys, Shreddings, RecoveryKits, NodeVersion, NodeTraits);
