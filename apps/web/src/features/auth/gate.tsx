import type { ReactNode } from 'react';
import { Icon, Panel, ToastRegion } from '@st0r/ui';
import { say } from './messages';

/** The calm frame of every page outside the shell. */
export function Gate({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <main className="st-gate">
      <title>{`${title} · ClientSt0r`}</title>
      <div className="st-gate-card" data-wide={wide}>
        <div className="st-gate-brand">
          <span className="st-brand-mark" aria-hidden="true">
            <Icon name="hdd-stack-fill" />
          </span>
          {say('product')}
        </div>
        <Panel>
          <h1>{title}</h1>
          {children}
        </Panel>
      </div>
      <ToastRegion />
    </main>
  );
}
