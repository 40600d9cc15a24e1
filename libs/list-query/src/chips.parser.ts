import { scanChips, type ChipToken } from './chips.scanner';
import type { ListShape, ParseResult, QueryProblem } from './list-query.types';
import { pointerTo, Problems, reason, unknownName } from './query.problems';
import { resolveDraft, type Draft } from './query.resolver';
import { splitValues } from './value-list.text';

/** One chip or word as typed, with its place in the text and the reason it was refused, if it was. */
export interface Chip {
  kind: 'filter' | 'sort' | 'archived' | 'word';
  start: number;
  end: number;
  text: string;
  problem?: QueryProblem;
}

/** The parse result and what the filter box draws, also while the text is not valid yet. */
export type ChipsResult = ParseResult & { chips: readonly Chip[] };

/**
 * Reads what a person types into the filter box: `status:open,pending due<2d name~fw -status:retired tag[all]:a,b
 * sort:-due archived:any`; other words become the search text. Never throws.
 */
export function parseChips(shape: ListShape, text: string, now: Date = new Date()): ChipsResult {
  const problems = new Problems();
  const draft: Draft = { clauses: [] };
  const words: string[] = [];
  const tokens = scanChips(text);
  for (const [index, token] of tokens.entries()) {
    if (token.head === undefined) words.push(token.value);
    else if (!problems.full) addChip(draft, { token, pointer: pointerTo('chips', String(index)) }, problems);
  }
  if (words.length > 0) draft.q = { value: words.join(' '), pointer: pointerTo('q') };
  const result = resolveDraft(shape, draft, { now, problems });
  return { ...result, chips: drawn(text, tokens, problems) };
}

function addChip(draft: Draft, part: { token: ChipToken; pointer: string }, problems: Problems): void {
  const { token, pointer } = part;
  const { field = '', operator, negated = false } = token.head ?? {};
  const list = splitValues(token.value);
  const kind = kindOf(token);
  if (!list.ok) problems.add(pointer, list.reason);
  else if (kind === 'filter') draft.clauses.push({ pointer, field, operator, negated, values: list.values });
  else if (draft[kind] !== undefined) problems.add(pointer, reason('parameter.repeated', `${kind} stands twice.`));
  else if (kind === 'sort') draft.sort = { value: list.values, pointer };
  else if (list.values.length === 1) draft.archived = { value: list.values[0] ?? '', pointer };
  else problems.add(pointer, unknownName('value.choice', token.value, ['no', 'only', 'any']));
}

function kindOf({ head }: ChipToken): 'filter' | 'sort' | 'archived' {
  const plain = head?.operator === undefined && head?.negated === false;
  return plain && (head.field === 'sort' || head.field === 'archived') ? head.field : 'filter';
}

function drawn(text: string, tokens: readonly ChipToken[], problems: Problems): Chip[] {
  const byPointer = new Map(problems.list.map((problem) => [problem.pointer, problem]));
  return tokens.map((token, index) => {
    const { start, end } = token;
    const kind = token.head === undefined ? 'word' : kindOf(token);
    const problem = byPointer.get(kind === 'word' ? '/q' : `/chips/${index}`);
    return { kind, start, end, text: text.slice(start, end), ...(problem && { problem }) };
  });
}
