import type { RouteObject } from 'react-router';
import type { IconName, PaletteItem, PaletteMode } from '@st0r/ui';
import type { Me, MyOrganisation } from '../shared/session';

/** An entry of the rail. */
export type NavEntry = {
  id: string;
  label: string;
  icon: IconName;
  /** Below `/o/:org` for the area `client`, an absolute path otherwise. */
  to: string;
  area: 'house' | 'client' | 'admin';
  /** Smaller stands higher; steps of ten leave room. */
  order: number;
  /** Drawn for people who hold it in the client in view. */
  permission?: string;
  /** Drawn only while one client is in view, not all of them. */
  oneClient?: boolean;
  /** Drawn for platform administrators only. */
  platformAdmin?: boolean;
  /** `G` then this key goes there. */
  goKey?: string;
};

/** A step of the check list on My work; done when the list at `path` holds at least one row. */
export type FirstStep = {
  id: string;
  label: string;
  help: string;
  to: string;
  path: string;
  permission?: string;
  order: number;
};

/** What a feature's palette search gets to work with. */
export type PaletteQuestion = { mode: PaletteMode; text: string; org: MyOrganisation | undefined; me: Me };

/**
 * What `features/<noun>/index.ts` exports as `feature`. Pages are lazy (`lazy: () => import('./assets.page')`, the
 * module exports `Component`); `handle: { title }` names the step in the breadcrumb.
 */
export type Feature = {
  noun: string;
  routes?: {
    /** Outside the shell, for people who are not signed in. */
    public?: RouteObject[];
    /** Below `/`. */
    house?: RouteObject[];
    /** Below `/o/:org`. */
    org?: RouteObject[];
    /** Below `/admin`. */
    admin?: RouteObject[];
  };
  nav?: NavEntry[];
  firstSteps?: FirstStep[];
  palette?: (question: PaletteQuestion) => Promise<readonly PaletteItem[]>;
};
