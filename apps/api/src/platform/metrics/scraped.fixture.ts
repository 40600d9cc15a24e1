/** What one scrape says: types by metric, and the samples with their labels. */
export class Scraped {
  readonly types = new Map<string, string>();
  readonly samples: { name: string; labels: Record<string, string>; value: number }[] = [];

  /** Reads the text format strictly: a line it does not understand throws. */
  constructor(text: string) {
    for (const line of text.split('\n').filter(Boolean)) this.read(line);
  }

  /** The names a query may use; a histogram has three for each. */
  get names(): Set<string> {
    const plain = [...this.types].flatMap(([name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    );
    return new Set([...plain, 'up']);
  }

  /** The value of the one sample with these labels among its own. */
  value(name: string, labels: Record<string, string> = {}): number | undefined {
    const wanted = Object.entries(labels);
    return this.samples.find((one) => one.name === name && wanted.every(([key, value]) => one.labels[key] === value))
      ?.value;
  }

  private read(line: string): void {
    const type = /^# TYPE (\w+) (\w+)$/.exec(line);
    if (type) return void this.types.set(type[1]!, type[2]!);
    if (/^# HELP \w+ .+$/.test(line)) return;
    const sample = /^(\w+)(?:\{(.*)\})? ([+-]?(?:[\d.e+-]+|Inf|Nan))$/.exec(line);
    if (!sample) throw new Error(`No line of the text format: ${line}`);
    const labels = [...(sample[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, value]) => [key, value]);
    this.samples.push({ name: sample[1]!, labels: Object.fromEntries(labels), value: Number(sample[3]) });
  }
}

const FUNCTIONS = ['histogram_quantile', 'topk', 'sum', 'min', 'max', 'rate', 'increase', 'abs', 'min_over_time'];
const WORDS = new Set([...FUNCTIONS, 'max_over_time', 'by', 'le', 'status', 'route', 'pace', 'outcome', 'state']);
for (const label of ['action', 'host', 'job_name', 'unless', 'on']) WORDS.add(label);

/** Names of metrics in a query, and words that are neither one nor known to us: a slip of the pen. */
export function namesIn(query: string): { metrics: string[]; odd: string[] } {
  const bare = query
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[\d+[smhd]\]/g, '');
  const words = [...new Set(bare.match(/[a-zA-Z_]\w*/g) ?? [])];
  const metrics = words.filter((word) => /^(?:st0r|nodejs|process)_|^up$/.test(word));
  return { metrics, odd: words.filter((word) => !metrics.includes(word) && !WORDS.has(word)) };
}
