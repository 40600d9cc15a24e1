import type { Feature } from '../../app/feature';

/** What the palette finds beyond clients and commands; its code is fetched with the first question. */
export const feature: Feature = {
  noun: 'search',
  palette: async (question) => (await import('./palette')).answer(question),
};
