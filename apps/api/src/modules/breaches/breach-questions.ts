import type { BreachVerdict } from './breach-source';

/** Nothing is where the list should be: no question will be answered. */
export class NoBreachList extends Error {}

/** Questions without an answer, one after the other, after which nobody is asked any more. */
const PATIENCE = 5;

/** Many questions one after the other. The log says once why they are not answered, not once for each password. */
export class BreachQuestions {
  private silent = 0;
  private readonly said = new Set<string>();

  constructor(
    private readonly ask: (password: string) => Promise<BreachVerdict>,
    private readonly warn: (why: string) => void,
  ) {}

  /** True once it is no use to ask on. */
  get over(): boolean {
    return this.silent >= PATIENCE;
  }

  async check(password: string): Promise<BreachVerdict> {
    try {
      const verdict = await this.ask(password);
      this.silent = 0;
      return verdict;
    } catch (error) {
      this.silent = error instanceof NoBreachList ? PATIENCE : this.silent + 1;
      this.sayOnce((error as Error).message);
      return { status: 'unknown', times: 0 };
    }
  }

  private sayOnce(why: string): void {
    if (this.said.has(why)) return;
    this.said.add(why);
    this.warn(why);
  }
}
