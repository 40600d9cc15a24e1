import { fieldsOf } from '@st0r/dto';
import { snake } from '../../../platform/database';
import { EVENT_CATEGORIES } from '../../../platform/events';
import { defineList, nameList, type ListFieldSpec } from '../../../platform/list';
import { EventDto, OUTCOMES } from './event.dto';
import { EventEntity } from './event.entity';

const fields: Record<string, ListFieldSpec> = {
  number: { kind: 'int', column: 'n', sort: true },
  occurredAt: { kind: 'moment' },
  category: { kind: 'choice', choices: EVENT_CATEGORIES },
  action: { kind: 'text' },
  outcome: { kind: 'choice', choices: OUTCOMES },
  actorId: { kind: 'id' },
  actorName: { kind: 'text' },
  targetType: { kind: 'text' },
  targetId: { kind: 'id' },
  ip: { kind: 'text', operators: ['eq', 'ne', 'in', 'startsWith', 'null'] },
  requestId: { kind: 'text' },
};
const shape = {
  entity: EventEntity,
  fields,
  search: ['target_label', 'actor_name', 'action'],
  defaultSort: '-number',
  unique: 'number',
};

/** Events of organisations. */
export const eventList = defineList(shape);

/** Events of the installation itself, which belong to no organisation. */
export const platformEventList = defineList({ ...shape, instead: 'organisation_id <=> NULL' });

nameList('events', eventList);
nameList('platform-events', platformEventList);

/** What leaves of an event. */
export const EVENT_PROPERTIES = fieldsOf(EventDto).map((spec) => spec.name);

/** The same as columns of a statement written by hand. */
export const EVENT_SELECTION = EVENT_PROPERTIES.map(
  (name) => `${name === 'number' ? 'n' : snake(name)} AS ${name}`,
).join(', ');
