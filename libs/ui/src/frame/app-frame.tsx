import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { kit } from '../kit-messages';
import { ToastRegion } from '../toast/toast-region';
import { orgStyle } from './org-badge';

type FrameProps = {
  rail: ReactNode;
  top: ReactNode;
  /** The peek panel, when something is being peeked at. */
  peek?: ReactNode;
  /** The client in view; its colour is the line on top of every one of its pages. */
  organisation?: { name: string; colour?: string | null };
  children: ReactNode;
};

/** The outer frame of the application: rail, top bar, coloured line, page, peek panel, toasts. */
export function AppFrame({ rail, top, peek, organisation, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    // A new page starts at its top, and keyboards and screen readers start there too.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    main.current?.scrollTo?.(0, 0);
  }, [pathname]);
  return (
    <div className="st-frame" style={orgStyle(organisation?.colour)}>
      <a className="st-skip" href="#main">
        {kit('skipToContent')}
      </a>
      {rail}
      <div className="st-column">
        {organisation && <OrgBar />}
        {top}
        <div className="st-stage">
          <main ref={main} id="main" tabIndex={-1} className="st-main">
            {children}
          </main>
          {peek}
        </div>
      </div>
      <ToastRegion />
    </div>
  );
}

/** The coloured line of the client in view; its name stands in the top bar. */
export function OrgBar() {
  return <div className="st-org-bar" aria-hidden="true" />;
}
