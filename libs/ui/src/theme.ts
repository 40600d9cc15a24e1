/** What a person chose; `system` follows the operating system. */
export type Theme = 'light' | 'dark' | 'system';

const key = 'st0r.theme';
const themes: readonly string[] = ['light', 'dark', 'system'];

/** The choice kept in this browser, `system` when none was made. */
export function storedTheme(): Theme {
  const value = localStorage.getItem(key) ?? 'system';
  return themes.includes(value) ? (value as Theme) : 'system';
}

function draw(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['bsTheme'] = dark ? 'dark' : 'light';
}

/** Shows a theme at once and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  draw(theme);
}

/** Applies the remembered theme and follows the operating system from then on; call once at start. */
export function startTheme(): void {
  draw(storedTheme());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(storedTheme()));
  // Paper is light.
  addEventListener('beforeprint', () => draw('light'));
  addEventListener('afterprint', () => draw(storedTheme()));
}
