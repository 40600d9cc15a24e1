import { Link, useSearchParams } from 'react-router';
import { Fragment, type ReactNode } from 'react';

/** One tab of a record; `id` is what the URL holds. */
export type RecordTab = { id: string; label: string; count?: number; content: ReactNode };

type RecordPageProps = {
  title: string;
  /** What kind of thing this is, above the title. */
  kind?: ReactNode;
  tags?: ReactNode;
  actions?: ReactNode;
  tabs?: readonly RecordTab[];
  side?: ReactNode;
  children?: ReactNode;
};

/** Every record looks like this: heading with tags and actions, tabs kept in the URL (`?tab=`), facts at the side. */
export function RecordPage({ tabs, side, children, ...head }: RecordPageProps) {
  const [search] = useSearchParams();
  const current = tabs?.find((tab) => tab.id === search.get('tab')) ?? tabs?.[0];
  return (
    <div className="st-record">
      <PageHead {...head} />
      {tabs && <RecordTabs tabs={tabs} current={current?.id} />}
      <div className={side ? 'st-record-body st-record-with-side' : 'st-record-body'}>
        <div>
          {children}
          {current?.content}
        </div>
        {side && <aside>{side}</aside>}
      </div>
    </div>
  );
}

/** The heading of a page: what it is, its tags, and what can be done here. Also sets the window title. */
export function PageHead({ title, kind, tags, actions }: Omit<RecordPageProps, 'tabs' | 'side' | 'children'>) {
  return (
    <header className="st-page-head">
      <title>{`${title} · ClientSt0r`}</title>
      <div>
        {kind && <div className="st-kind">{kind}</div>}
        <h1>
          {title} {tags}
        </h1>
      </div>
      {actions && <div className="st-page-actions">{actions}</div>}
    </header>
  );
}

/** The tabs of a page as links that change `?tab=` and nothing else. */
export function RecordTabs(props: { tabs: readonly Omit<RecordTab, 'content'>[]; current: string | undefined }) {
  const { tabs, current } = props;
  const [search] = useSearchParams();
  const addressOf = (id: string) => {
    const next = new URLSearchParams(search);
    next.set('tab', id);
    return `?${next}`;
  };
  // Tabs with an address of their own are links, so they open in a new window too.
  return (
    <nav className="st-tabs">
      {tabs.map((tab) => (
        <Link key={tab.id} to={addressOf(tab.id)} replace aria-current={tab.id === current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="st-count">{tab.count.toLocaleString()}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Names and values of a record. Empty values draw a dash, so that absence is visible. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="st-facts">
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === false || value === '' ? (
              <span className="st-none">–</span>
            ) : (
              value
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
