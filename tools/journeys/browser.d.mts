import type { Browser, LaunchOptions } from 'playwright-core';

/** How the journeys' browser is started. */
export function browserOptions(): LaunchOptions;

/** A running browser; close it yourself. */
export function launchBrowser(): Promise<Browser>;
