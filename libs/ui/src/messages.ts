type ParamsIn<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | ParamsIn<Rest> : never;
type Plural = { readonly one: string; readonly other: string };
type Catalog = Record<string, string | Plural>;
type ParamsOf<T> = T extends string ? ParamsIn<T> : T extends Plural ? ParamsIn<T['one'] | T['other']> | 'n' : never;
type Args<T> = [ParamsOf<T>] extends [never] ? [] : [params: Record<ParamsOf<T>, string | number>];

/** What `messages` returns: a sentence by its key, its `{holes}` filled and checked by the compiler. */
export type Message<C extends Catalog> = <K extends keyof C>(key: K, ...args: Args<C[K]>) => string;

const plural = new Intl.PluralRules('en');

/** One catalog per feature: `messages({ saved: 'Saved {name}', rows: { one: '{n} row', other: '{n} rows' } })`. */
export function messages<const C extends Catalog>(catalog: C): Message<C> {
  return (key, ...args) => {
    const params: Record<string, string | number> = args[0] ?? {};
    const entry = catalog[key] as string | Plural;
    const text = typeof entry === 'string' ? entry : entry[plural.select(Number(params.n)) === 'one' ? 'one' : 'other'];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => write(params[name]));
  };
}

function write(value: string | number | undefined): string {
  return typeof value === 'number' ? value.toLocaleString() : (value ?? '');
}
