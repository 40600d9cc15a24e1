import { useCallback, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { absoluteTime, IconButton, PrintSheet, showToast, type Column, type ListState } from '@st0r/ui';
import { api, type Query } from './api';
import { listParams } from './list-url';
import { say } from './messages';
import { isProblem } from './problem';
import { useMe, useOrg } from './session';
import type { ListPage } from './use-list';

/** Most rows on paper; nobody turns more pages than these take. */
const MOST = 1000;
const PAGE = 200;

type Printed<Row> = Pick<ListState<Row>, 'rows' | 'groups'> & { at: number; total: number };
type PrintProps<Row> = {
  /** The path of the list. */
  list: string;
  columns: readonly Column<Row>[];
  title: string;
  /** The filters in force, in words. */
  filter: string;
};

/** Prints the whole list in view, not only the rows read so far: the columns, order and groups on screen. */
export function ListPrint<Row extends { id: string }>({ list, columns, title, filter }: PrintProps<Row>) {
  const [search] = useSearchParams();
  const { org: slug } = useParams();
  const [printed, setPrinted] = useState<Printed<Row>>();
  const [busy, setBusy] = useState(false);
  const me = useMe();
  const org = useOrg();
  async function handlePrint() {
    const { cursor: _, folded: _folded, ...params } = listParams(search);
    setBusy(true);
    try {
      setPrinted(await wholeList<Row>(list, { ...params, org: slug === 'all' ? undefined : slug }));
    } catch (error) {
      showToast({ text: isProblem(error) ? error.message : say('failed'), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }
  const handleDone = useCallback(() => setPrinted(undefined), []);
  const more = printed && printed.total > printed.rows.length;
  return (
    <>
      <IconButton icon="printer" label={say('print')} disabled={busy} onClick={() => void handlePrint()} />
      {printed && (
        <PrintSheet
          {...printed}
          title={title}
          columns={columns}
          rowId={({ id }) => id}
          facts={[
            [say('client'), org?.name ?? say('allClients')],
            [say('printFilter'), filter || say('printNoFilter')],
            [say('printRows'), printed.rows.length.toLocaleString()],
            [say('printAt'), absoluteTime(printed.at)],
            [say('printBy'), me.name],
          ]}
          note={more ? say('printMore', { shown: printed.rows.length, total: totalWords(printed.total) }) : undefined}
          onDone={handleDone}
        />
      )}
    </>
  );
}

/** The server counts up to 10,001. */
const totalWords = (total: number) => (total > 10_000 ? `${(10_000).toLocaleString()}+` : total.toLocaleString());

async function wholeList<Row>(path: string, query: Query): Promise<Printed<Row>> {
  const first = await api.get<ListPage<Row>>(path, { ...query, total: true, limit: PAGE });
  const rows = [...first.data];
  let { next } = first.page;
  while (next && rows.length < MOST) {
    const page: ListPage<Row> = await api.get(path, { ...query, cursor: next, limit: PAGE });
    rows.push(...page.data);
    next = page.page.next;
  }
  const { total, groups } = first.page;
  return { rows, groups: groups ?? undefined, at: Date.now(), total: total ?? rows.length };
}
