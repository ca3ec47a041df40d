import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { ClamdAddress } from '../config.ts';
import { scanWithClamd } from './clamd.ts';
import { refused } from './refusal.ts';

/** What is known of a file that was accepted; kept with it and shown. */
export type ScanState = 'clean' | 'not_scanned';

/** Configured: a file passes only on a verdict. Not configured: every file says that it was not scanned. */
@Injectable()
export class Antivirus {
  private readonly logger = new Logger('Antivirus');

  constructor(private readonly where: ClamdAddress | null) {}

  async scan(bytes: Buffer): Promise<ScanState> {
    if (!this.where) return 'not_scanned';
    const verdict = await scanWithClamd(this.where, bytes).catch((error: unknown) => {
      this.logger.error(`no file is accepted until it answers: ${error instanceof Error ? error.message : 'unknown'}`);
      throw new DomainError(
        'unavailable',
        'L’antivirus ne répond pas\u00a0: le fichier n’est pas encore parti. Gardez-le, et réessayez dans quelques minutes.',
      );
    });
    if (verdict === 'infected') throw refused('infected');
    return verdict;
  }
}
