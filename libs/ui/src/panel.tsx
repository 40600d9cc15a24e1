import { Alert as BootstrapAlert, Badge, Dropdown, ProgressBar } from 'react-bootstrap';
import { Link } from 'react-router';
import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** What a colour says; never the only carrier of the meaning. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

/** A small label for a state or a kind. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <Badge bg="" className={`st-tag st-tone-${tone}`}>
      {children}
    </Badge>
  );
}

/** A sentence that stands out. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: Exclude<Tone, 'neutral' | 'accent'>;
  title?: string;
  children: ReactNode;
}) {
  return (
    <BootstrapAlert variant={tone} className={`st-notice st-tone-${tone}`}>
      {title && <strong>{title}</strong>}
      <div>{children}</div>
    </BootstrapAlert>
  );
}

/** A titled area of a page with its own actions. `flush` lets a table touch the edges. */
export function Panel(props: { title?: string; actions?: ReactNode; flush?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section
      className={`st-panel${props.flush ? ' st-panel-flush' : ''}`}
      aria-labelledby={props.title ? id : undefined}
    >
      {props.title && (
        <header>
          <h2 id={id}>{props.title}</h2>
          {props.actions}
        </header>
      )}
      <div className="st-panel-body">{props.children}</div>
    </section>
  );
}

/** One line of a menu: an act, an address, or a heading. */
export type MenuItem =
  | { label: string; icon?: IconName; onPick: () => void; danger?: boolean; disabled?: boolean; checked?: boolean }
  | { label: string; icon?: IconName; to: string }
  | { heading: string }
  | 'line';

/** A button that opens a list of acts; arrow keys, Enter and Escape work. */
export function Menu(props: {
  label: ReactNode;
  name?: string;
  items: readonly MenuItem[];
  icon?: IconName;
  tone?: string;
  size?: 'sm';
  keepOpen?: boolean;
}) {
  return (
    <Dropdown autoClose={props.keepOpen ? 'outside' : true}>
      <Dropdown.Toggle variant={props.tone ?? 'secondary'} size={props.size} aria-label={props.name} title={props.name}>
        {props.icon && <Icon name={props.icon} />}
        {props.label}
      </Dropdown.Toggle>
      <Dropdown.Menu align="end" renderOnMount={false}>
        {props.items.map((item, place) => (
          <MenuLine key={place} item={item} />
        ))}
      </Dropdown.Menu>
    </Dropdown>
  );
}

function MenuLine({ item }: { item: MenuItem }) {
  if (item === 'line') return <Dropdown.Divider />;
  if ('heading' in item) return <Dropdown.Header role="presentation">{item.heading}</Dropdown.Header>;
  const icon = item.icon && <Icon name={item.icon} />;
  if ('to' in item) {
    return (
      <Dropdown.Item as={Link} to={item.to}>
        {icon}
        {item.label}
      </Dropdown.Item>
    );
  }
  return (
    <Dropdown.Item
      as="button"
      type="button"
      onClick={item.onPick}
      disabled={item.disabled}
      className={item.danger ? 'text-danger' : undefined}
    >
      {item.checked === undefined ? icon : <Icon name={item.checked ? 'check-square' : 'square'} />}
      {item.label}
    </Dropdown.Item>
  );
}

/** How far something is; `total` unknown draws a moving bar. */
export function Progress({ label, done, total }: { label: string; done: number; total?: number }) {
  const known = total !== undefined && total > 0;
  // The name belongs to the bar itself; ProgressBar alone would put it on the box around it, where nothing reads it.
  return (
    <ProgressBar>
      <ProgressBar aria-label={label} now={known ? (done / total) * 100 : 100} animated={!known} striped={!known} />
    </ProgressBar>
  );
}
