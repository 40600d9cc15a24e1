import { createContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { kit } from '../kit-messages';
import { ToastRegion } from '../toast/toast-region';
import { orgStyle } from './org-badge';

type FrameProps = {
  rail: ReactNode;
  top: ReactNode;
  /** The client in view; its colour is the line on top of every one of its pages. */
  organisation?: { name: string; colour?: string | null };
  /** What every page says on top, above everything else. */
  notice?: ReactNode;
  children: ReactNode;
};

/** Where a page's `PeekPanel` is drawn: beside the page, not inside it. */
export const PeekSlot = createContext<HTMLElement | null>(null);

/** The outer frame of the application: rail, top bar, coloured line, page, peek panel, toasts. */
export function AppFrame({ rail, top, organisation, notice, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
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
        {notice}
        {organisation && <OrgBar />}
        {top}
        <div className="st-stage">
          <main ref={main} id="main" tabIndex={-1} className="st-main">
            <PeekSlot value={slot}>{children}</PeekSlot>
          </main>
          <div ref={setSlot} className="st-peek-slot" />
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
