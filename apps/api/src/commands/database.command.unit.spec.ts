import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseCommand } from './database.command';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What `st0r database accounts` prints with these words more. */
async function printed(...words: string[]): Promise<string> {
  const told = vi.spyOn(console, 'log').mockReturnValue();
  const program = new Command();
  databaseCommand(program);
  await program.parseAsync(['database', 'accounts', ...words], { from: 'user' });
  return told.mock.calls.join('\n');
}

describe('st0r database accounts', () => {
  it('asks where the account of DATABASE_URL signs in from instead of naming a place nobody comes from', async () => {
    vi.stubEnv('DATABASE_URL', 'mysql://product:pass-word@db.example:3306/st0r');
    await expect(printed()).rejects.toThrow(
      /DATABASE_URL .*Say where it signs in from, .* st0r database accounts --at <host>$/,
    );
    expect(await printed('--at', '10.0.0.%')).toContain("TO 'product'@'10.0.0.%'");
  });

  it('means this machine where the accounts are our own', async () => {
    vi.stubEnv('DATABASE_URL', '');
    for (const prefix of ['', 'MIGRATION_', 'RETENTION_']) vi.stubEnv(`${prefix}DATABASE_PASSWORD`, 'pass-word');
    const statements = await printed();
    expect(statements).toContain("@'localhost'");
    expect(statements).not.toContain('undefined');
  });
});
