import { describe, expect, it } from 'vitest';
import { generatePassphrase } from './passphrase-generator';
import { generatePassword } from './password-generator';
import { strengthOf } from './strength';

describe('the strength of a password', () => {
  it.each(['', 'password', 'P@ssw0rd', 'P4$$w0rd', '12345678', 'qwertyuiop', 'aaaaaaaaaaaa', 'letmein1', '19.04.1987'])(
    'is poor for %o, and says why',
    async (password) => {
      const { score, reasons } = await strengthOf(password);
      expect(score).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.every((reason) => /\s/.test(reason))).toBe(true);
    },
  );

  it('is full for what the generator makes', async () => {
    const password = generatePassword({ length: 20, classes: ['lower', 'upper', 'digits', 'symbols'] }).value;
    const phrase = generatePassphrase({ words: 6 }).value;
    expect(await strengthOf(password)).toMatchObject({ score: 4 });
    expect(await strengthOf(phrase)).toMatchObject({ score: 4 });
  });

  it('falls when the password is the name of the client with a year', async () => {
    const blind = await strengthOf('Zwickelmaier2024');
    const informed = await strengthOf('Zwickelmaier2024', ['Zwickelmaier', 'IT']);
    expect(informed.bits).toBeLessThan(blind.bits - 10);
    expect(informed.score).toBeLessThanOrEqual(1);
  });

  it('gives bits that rise with the number of guesses', async () => {
    const [weak, strong] = await Promise.all([strengthOf('monkey'), strengthOf('vT9#kqLw2!xZ')]);
    expect(weak.bits).toBeLessThan(15);
    expect(strong.bits).toBeGreaterThan(35);
  });

  it('answers for the longest accepted password too', async () => {
    expect(await strengthOf('Ab1!'.repeat(250))).toMatchObject({ score: expect.any(Number) });
    expect(await strengthOf(generatePassword({ length: 128, classes: ['lower', 'symbols'] }).value)).toMatchObject({
      score: 4,
    });
  });
});
