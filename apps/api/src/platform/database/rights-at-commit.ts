import type { RequestContext, Unit } from '../context';
import { Forbidden } from '../errors';

const STILL_THEIRS = `IF NOT EXISTS (SELECT 1 FROM user_account WHERE id = ? AND authz_epoch = ? AND state = 'active')
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'rights have changed'; END IF`;

/**
 * Sends, once and together with what is written, that the rights a unit of work stands on are still those of the actor.
 * Whoever lost them after the guard had spoken keeps nothing of what they were doing.
 */
export function confirmRights(unit: Unit, rights: RequestContext['rights']): void {
  if (unit.rightsConfirmed || !rights) return;
  unit.rightsConfirmed = true;
  unit.transaction.later({ text: STILL_THEIRS, params: [rights.userId, rights.epoch], refused: taken });
}

function taken(error: unknown): unknown {
  if ((error as { code?: string }).code !== 'ER_SIGNAL_EXCEPTION') return error;
  return new Forbidden('rights.changed', {
    detail: 'Your rights were changed while this was being done, so it was not saved. Look again and repeat it.',
  });
}
