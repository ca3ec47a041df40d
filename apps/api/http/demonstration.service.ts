import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { codeToShow, DEMONSTRATION_FACTOR, TotpFactors } from '#accounts';
import { notFound } from '#contracts';
import { Clock, CONFIG } from '#platform';
import type { Config } from '#platform';
import type { DemonstrationAccountView, SinkMailView } from '../routes/public.view.ts';

const MOST_MAILS = 100;

type KeptAccount = Omit<DemonstrationAccountView, 'code' | 'codeSecondsLeft'> & { totpSecret?: string };

/** Reads what the launcher left in the data folder: the accounts of the demonstration and the mail sink. */
@Injectable()
export class Demonstration {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly totp: TotpFactors,
  ) {}

  /** The secrets stay in the file: the page gets the code of the moment. */
  async accounts(): Promise<DemonstrationAccountView[]> {
    if (!this.config.demonstration || !this.config.accountsFile) throw notFound();
    const kept = JSON.parse(await readIfThere(this.config.accountsFile, '[]')) as KeptAccount[];
    const now = this.clock.now();
    const used = await this.totp.lastSteps(
      kept.map(({ email }) => email),
      DEMONSTRATION_FACTOR,
    );
    return kept.map(({ totpSecret, ...account }) => {
      const { code, secondsLeft } = totpSecret
        ? codeToShow(totpSecret, used.get(account.email), now)
        : { code: '', secondsLeft: 0 };
      return { ...account, code, codeSecondsLeft: secondsLeft };
    });
  }

  async mails(): Promise<SinkMailView[]> {
    const folder = this.config.mailSinkDir;
    if (!folder) throw notFound();
    const names = (await readdir(folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse()
      .slice(0, MOST_MAILS);
    const mails = await Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as SinkMailView),
    );
    return mails.map(({ at, from, to, subject, text }) => ({ at, from, to, subject, text }));
  }
}

async function readIfThere(file: string, otherwise: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  }
}
