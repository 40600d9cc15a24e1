/** A browser at a provider: keeps its cookies, follows its redirects, and stops where the provider sends it back to us. */
export class ProviderVisitor {
  private readonly cookies = new Map<string, string>();

  /** Signs in at the provider and answers the address it sends the browser back to. */
  async signIn(location: string, login: string, backTo: string): Promise<URL> {
    let url = location;
    for (let step = 0; step < 15; step += 1) {
      if (url.startsWith(backTo)) return new URL(url);
      const answer = await this.get(url);
      const next = answer.headers.get('location');
      if (next) url = new URL(next, url).href;
      else url = await this.submit(await answer.text(), { url, login });
    }
    throw new Error('The provider did not come to an end');
  }

  async get(url: string): Promise<Response> {
    return this.keep(await fetch(url, { redirect: 'manual', headers: this.headers() }));
  }

  async post(url: string, form: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams(form);
    return this.keep(await fetch(url, { method: 'POST', body, redirect: 'manual', headers: this.headers() }));
  }

  private async submit(html: string, { url, login }: { url: string; login: string }): Promise<string> {
    const [, action] = /<form[^>]+action="([^"]+)"/.exec(html) ?? [];
    if (!action) throw new Error(`There is no form at ${url}: ${html.slice(0, 300)}`);
    const answer = await this.post(new URL(action, url).href, { login });
    return new URL(answer.headers.get('location') ?? '', url).href;
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
