import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { IconButton, useHotkeys } from '@st0r/ui';
import { isOpen, startJobs, useJobs } from '../shared/jobs';
import { shell } from './messages';

const Drawer = lazy(() => import('./job-tray-drawer'));

/** The button in the top bar that says how many of one's jobs run, and the drawer behind it. */
export function JobTray() {
  const jobs = useJobs();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => startJobs(), []);
  useHotkeys([{ id: 'jobs', keys: 'g j', label: shell('openJobs'), run: () => setOpen(true) }]);
  const active = jobs.filter(isOpen).length;
  const label = active > 0 ? shell('jobsRunning', { n: active }) : shell('openJobs');
  return (
    <>
      <span className="st-job-tray">
        <IconButton icon="hourglass-split" label={label} onClick={() => setOpen(true)} />
        {active > 0 && <i aria-hidden>{active}</i>}
      </span>
      <span role="status" className="visually-hidden">
        {jobs[0] && !isOpen(jobs[0]) ? shell('jobEnded', { title: jobs[0].title }) : ''}
      </span>
      {open && (
        <Suspense>
          <Drawer jobs={jobs} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
