import { Inject, Injectable, Optional } from '@nestjs/common';
import { KEY_DOOR, type KeyDoor } from '../../../platform/authorize';
import type { Actor } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import type { ActorReader } from '../../../platform/jobs';
import { GrantReader } from '../../access';

interface UserRow {
  name: string;
  platformAdmin: number;
  authzEpoch: number;
}

/** Names a person without a session, or an API key, for jobs they asked for: their rights are those of this moment. */
@Injectable()
export class UserReader implements ActorReader {
  constructor(
    private readonly sql: Sql,
    private readonly grants: GrantReader,
    @Optional() @Inject(KEY_DOOR) private readonly keys?: KeyDoor,
  ) {}

  async read(type: string, id: string): Promise<Actor | undefined> {
    if (type === 'api_key') return this.keys?.read(id);
    if (type !== 'user') return undefined;
    const [user] = await this.sql.house<UserRow>(
      "SELECT name, platform_admin AS platformAdmin, authz_epoch AS authzEpoch FROM user_account WHERE id = ? AND state = 'active'",
      [id],
    );
    if (!user) return undefined;
    const today = new Date().toISOString().slice(0, 10);
    return {
      type: 'user',
      id,
      name: user.name,
      platformAdmin: Number(user.platformAdmin) === 1,
      grants: await this.grants.read(id, user.authzEpoch, today),
    };
  }
}
