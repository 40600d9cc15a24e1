const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it: nothing in it is markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

/** A piece of HTML made by `html`, which may stand inside another. */
export class Html {
  constructor(readonly text: string) {}
}

/** HTML whose every value is escaped, except pieces made the same way. There is no other way to make one. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  const shown = values.map((value) => {
    if (typeof value === 'string') return escaped(value);
    return value instanceof Html ? value.text : value.map((one) => one.text).join('');
  });
  return new Html(parts.map((part, at) => part + (shown[at] ?? '')).join(''));
}
