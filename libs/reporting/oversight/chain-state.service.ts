import { Inject, Injectable } from '@nestjs/common';
import type { Member } from '#directory';
import { Audit, breakWords, Clock, CONFIG, Database, readAnchors, verifyAudit } from '#platform';
import type { AnchorReading, ChainReport, Config } from '#platform';
import { RETENTION_KINDS, RETENTION_WORDS } from '../retention/policy.ts';
import type { ChainCheckView, ChainStateView, RetentionRunView } from './oversight.view.ts';

/** Beyond this, the sealer is not merely a second behind. */
const LATE_MS = 60_000;
const NBSP = '\u00a0';

interface StateRow {
  seq: number | null;
  hash: string | null;
  sealed_at: Date | null;
  unsealed: number;
  oldest: Date | null;
}

/** Where the chain of one ESS stands, and the same verification as `guichet audit verify`. */
@Injectable()
export class ChainState {
  /** One walk of a chain at a time: a second click waits for the first. */
  private readonly walking = new Map<string, Promise<ChainCheckView>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async state(member: Member): Promise<ChainStateView> {
    const { id } = member.ess;
    const reading = this.anchors();
    return this.database.tx(member.ctx, async (tx) => {
      const [row]: StateRow[] = await tx.manager.query(STATE, [id]);
      const last = reading?.anchors.at(-1);
      const now = this.clock.now().getTime();
      const [run]: RunRow[] = await tx.manager.query(LAST_RUN, [`retention.${id}`]);
      return {
        head: row?.seq && row.hash ? { seq: row.seq, hash: row.hash.slice(0, 12) } : null,
        lastSealedAt: row?.sealed_at?.toISOString() ?? null,
        unsealed: row?.unsealed ?? 0,
        oldestUnsealedAt: row?.oldest?.toISOString() ?? null,
        late: row?.oldest ? now - row.oldest.getTime() > LATE_MS : false,
        anchor: last
          ? {
              ...{ count: reading?.anchors.length ?? 0, at: last.at },
              ...{ seq: last.heads[id] ? Number(last.heads[id].seq) : null, broken: reading?.brokenAt != null },
            }
          : null,
        retention: run ? toRun(run) : null,
      };
    });
  }

  /** Walks the whole chain; the question itself is a line of the trail. */
  async verify(member: Member): Promise<ChainCheckView> {
    await this.database.tx(member.ctx, (tx) =>
      this.audit.line(tx, { action: 'audit.read', resource: 'ess', resourceId: member.ess.id, reason: 'verification' }),
    );
    const { slug } = member.ess;
    const running =
      this.walking.get(slug) ??
      this.walk(slug).finally(() => {
        this.walking.delete(slug);
      });
    this.walking.set(slug, running);
    return running;
  }

  private async walk(slug: string): Promise<ChainCheckView> {
    const started = performance.now();
    // Before the chain: an anchor written meanwhile would speak of lines that this reading cannot see.
    const reading = this.anchors();
    const [report] = await verifyAudit(this.config.databaseUrl, reading, slug);
    if (!report) throw new Error(`no chain to walk for ${slug}`);
    return {
      verdict: verdictOf(report, reading),
      sentences: sentencesOf(report, reading),
      verified: report.verified,
      seconds: Math.round((performance.now() - started) / 100) / 10,
      at: this.clock.now().toISOString(),
    };
  }

  private anchors(): AnchorReading | null {
    return this.config.auditAnchorFile ? readAnchors(this.config.auditAnchorFile) : null;
  }
}

function verdictOf(report: ChainReport, reading: AnchorReading | null): ChainCheckView['verdict'] {
  if (report.broken || reading?.brokenAt != null) return 'broken';
  return report.anchors === 0 && report.verified > 0 ? 'unanchored' : 'intact';
}

const lines = (count: number): string => `${count}${NBSP}ligne${count > 1 ? 's' : ''}`;

function sentencesOf(report: ChainReport, reading: AnchorReading | null): string[] {
  const { broken, verified, unsealed, anchors } = report;
  const s = verified > 1 ? 's' : '';
  const chain = broken
    ? `Rupture à la ligne ${broken.seq}${NBSP}: ${breakWords(broken)} Avant elle, ${lines(verified)} vérifiée${s}.`
    : `${lines(verified)} vérifiée${s}, de la première à la dernière${NBSP}: chaîne intacte.`;
  const anchored =
    reading?.brokenAt != null
      ? `Le fichier des ancres a été modifié, à partir du relevé ${reading.brokenAt}.`
      : anchors > 0
        ? `Comparée à ${anchors}${NBSP}relevé${anchors > 1 ? 's' : ''} gardé${anchors > 1 ? 's' : ''} hors de la base.`
        : `Aucune ancre lisible d’ici${NBSP}: une chaîne réécrite jusqu’au bout ne se verrait pas. Lancez guichet audit verify là où le fichier est gardé.`;
  const waiting =
    unsealed > 0 ? [`${lines(unsealed)} de la dernière seconde, pas encore scellée${unsealed > 1 ? 's' : ''}.`] : [];
  return [chain, anchored, ...waiting];
}

interface RunRow {
  day: string;
  done_at: Date | null;
  counts: Record<string, number> | null;
}

const toRun = ({ day, done_at, counts }: RunRow): RetentionRunView => ({
  day,
  doneAt: done_at?.toISOString() ?? null,
  counts: RETENTION_KINDS.flatMap((kind) => {
    const count = counts?.[kind];
    return count === undefined ? [] : [{ says: RETENTION_WORDS[kind], count }];
  }),
});

const LAST_RUN = `select day::text, done_at, counts from job_run where name = $1 order by day desc limit 1`;

const STATE = `
  select h.seq::float8 as seq, encode(h.hash, 'hex') as hash,
         (select a.at from audit a where a.tenant_id = $1 and a.seq = h.seq) as sealed_at,
         (select count(*)::int from audit a where a.tenant_id = $1 and a.seq is null) as unsealed,
         (select min(a.at) from audit a where a.tenant_id = $1 and a.seq is null) as oldest
    from (select 1) one left join audit_head h on h.tenant_id = $1`;
