import type { ListFieldSpec } from '../../../platform/list';

/** How a request ended, in the order bars are stacked from the ground. */
export const OUTCOMES = ['served', 'refused', 'limited', 'failed'] as const;

/** The outcome of a row, by its status. */
export const OUTCOME_SQL =
  "CASE WHEN status = 429 THEN 'limited' WHEN status >= 500 THEN 'failed' WHEN status >= 400 THEN 'refused' ELSE 'served' END";

/** Lists narrowed to outcomes. */
export const outcomeField: ListFieldSpec = {
  kind: 'choice',
  choices: OUTCOMES,
  operators: ['eq', 'in', 'ne'],
  sql: (operator, values) => ({
    text: `(${OUTCOME_SQL} ${operator === 'ne' ? 'NOT ' : ''}IN (${values.map(() => '?').join(', ')}))`,
    params: [...values],
  }),
};
