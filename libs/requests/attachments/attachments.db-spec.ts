import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '#directory';
import { Attachments, type NewAttachment } from '#requests';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { HOSTILE_UPLOADS, jpeg, pdf, png, pngChunk } from '../../../test/support/uploads.ts';

const SECRET = 'kaleidoscope-9137';
const scan = (): Buffer => png(60, 40, pngChunk('tEXt', Buffer.from(`Comment\0${SECRET}`)));
const streamOf = (bytes: Buffer): Readable => Readable.from([bytes], { objectMode: false });
const file = (change: Partial<NewAttachment> = {}): NewAttachment => ({
  id: randomUUID(),
  name: `ECG ${SECRET}.png`,
  mime: 'image/png',
  kind: 'ecg',
  ...change,
});

describe('files of a request', () => {
  let services: Services;
  let attachments: Attachments;
  let gp: Member;
  let secretary: Member;
  let requestId: string;
  beforeAll(async () => {
    services = await openServices();
    attachments = services.get(Attachments);
    gp = await services.member(services.cardio, services.cardio.gp);
    secretary = await services.member(services.cardio, services.cardio.secretary);
    requestId = (await services.send(services.cardio)).id;
  });
  afterAll(() => services.stop());

  const onDisk = async (): Promise<string[]> => {
    const root = services.config.filesDir ?? '';
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  const visitOf = async (id: string): Promise<string> => {
    const visitId = randomUUID();
    await services.sql(
      `insert into act (tenant_id, id, request_id, patient_id, kind, state, ordered_by, ordered_at, opened_version, due_at, sealed)
       select tenant_id, $2, id, patient_id, 'visit', 'open', author_id, received_at, version, due_at, '' from request where id = $1`,
      [id, visitId],
    );
    return visitId;
  };
  const auditOf = (id: string) =>
    services.sql<{ action: string; actor_id: string; reason: string }>(
      'select action, actor_id, reason from audit where resource_id = $1 order by at, id',
      [id],
    );

  test('what is added is listed, and read back byte for byte, with its audit lines', async () => {
    const added = await attachments.add(gp, requestId, file(), streamOf(scan()));
    expect(added).toMatchObject({
      requestId,
      name: `ECG ${SECRET}.png`,
      kind: 'ecg',
      mime: 'image/png',
      sizeBytes: scan().length,
      scan: 'not_scanned',
      uploadedBy: services.cardio.gp.name,
      visitId: null,
    });
    const { items, mayAdd } = await attachments.listFor(secretary, requestId);
    expect([items, mayAdd]).toEqual([[added], true]);
    services.clock.advanceMinutes(1);
    const opened = await attachments.read(secretary, added.id);
    expect([opened.name, opened.mime, opened.bytes.equals(scan())]).toEqual([added.name, 'image/png', true]);
    expect(await auditOf(added.id)).toEqual([
      { action: 'attachment.added', actor_id: services.cardio.gp.id, reason: 'ajout' },
      { action: 'attachment.read', actor_id: services.cardio.secretary.id, reason: 'desk' },
    ]);
  });

  test('the clear bytes and the name are nowhere: neither on the disk nor in the row', async () => {
    const paths = await onDisk();
    expect(paths.length).toBeGreaterThanOrEqual(1);
    for (const path of paths) {
      const stored = await readFile(path);
      expect([stored.includes(SECRET), stored.includes('IDAT'), stored.includes('PNG')]).toEqual([false, false, false]);
      expect(path).toMatch(/[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
      expect(path).not.toContain('quarantine');
    }
    const rows = await services.sql<{ row: string }>('select t::text as row from attachment t');
    expect(rows.map(({ row }) => row.includes(SECRET) || row.includes(Buffer.from(SECRET).toString('hex')))).toEqual([
      false,
    ]);
  });

  test('the same id with the same file is one file; with another file, name or request it is refused', async () => {
    const once = file({ name: 'photo.jpg', mime: 'image/jpeg', kind: 'photo' });
    const before = (await onDisk()).length;
    const answers = await Promise.all([
      attachments.add(gp, requestId, once, streamOf(jpeg())),
      attachments.add(gp, requestId, once, streamOf(jpeg())),
    ]);
    answers.push(await attachments.add(gp, requestId, once, streamOf(jpeg())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await onDisk()).length).toBe(before + 1);
    const other = await services.send(services.cardio);
    const refused = { code: 'idempotency.other-body' };
    const pixel = jpeg(Buffer.from([0xff, 0xfe, 0, 3, 0x61]));
    await expect(attachments.add(gp, requestId, once, streamOf(pixel))).rejects.toMatchObject(refused);
    await expect(attachments.add(gp, requestId, { ...once, name: 'b.jpg' }, streamOf(jpeg()))).rejects.toMatchObject(
      refused,
    );
    await expect(attachments.add(gp, other.id, once, streamOf(jpeg()))).rejects.toMatchObject(refused);
    expect((await onDisk()).length).toBe(before + 1);
  });

  test('a stranger, another team and the nurse without a visit find nothing, and leave nothing', async () => {
    const added = await attachments.add(gp, requestId, file(), streamOf(scan()));
    const before = (await onDisk()).length;
    const outside = [
      await services.member(services.cardio, services.cardio.stranger),
      await services.member(services.cardio, services.cardio.mobileNurse),
      await services.member(services.nephro, services.nephro.secretary),
    ];
    for (const member of outside) {
      const absent = { code: 'not-found' };
      await expect(attachments.listFor(member, requestId)).rejects.toMatchObject(absent);
      await expect(attachments.read(member, added.id)).rejects.toMatchObject(absent);
      await expect(attachments.add(member, requestId, file(), streamOf(scan()))).rejects.toMatchObject(absent);
    }
    expect((await onDisk()).length).toBe(before);
    expect((await auditOf(added.id)).map((line) => line.action)).toEqual(['attachment.added']);
  });

  test('a requester who has a request of his own for the same patient does not open the files of another’s', async () => {
    const added = await attachments.add(gp, requestId, file(), streamOf(scan()));
    const stranger = await services.member(services.cardio, services.cardio.stranger);
    const columns = await services.sql<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_name = 'request' and is_generated = 'NEVER'`,
    );
    const names = columns.map((column) => column.name);
    const values: Record<string, string> = {
      id: 'gen_random_uuid()',
      draft_id: 'gen_random_uuid()',
      reference: `'ZZZZZZZ9'`,
      author_id: `'${services.cardio.stranger.id}'`,
      organisation_id: `'${services.cardio.otherPracticeId}'`,
      treating_doctor_id: 'null',
    };
    await services.sql(
      `insert into request (${names.join(', ')})
       select ${names.map((name) => values[name] ?? name).join(', ')} from request where id = $1`,
      [requestId],
    );
    await expect(attachments.read(stranger, added.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('at the same instant as the fortieth, others are refused: what was accepted is listed', async () => {
    const { id } = await services.send(services.cardio);
    const first = await attachments.add(gp, id, file(), streamOf(scan()));
    await services.sql(
      `insert into attachment (tenant_id, id, request_id, patient_id, kind, mime, size_bytes, sha256, scan, uploaded_by, uploaded_at, sealed)
       select tenant_id, gen_random_uuid(), request_id, patient_id, kind, mime, size_bytes, sha256, scan, uploaded_by, uploaded_at, sealed
         from attachment, generate_series(1, 36) where id = $1`,
      [first.id],
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => attachments.add(gp, id, file(), streamOf(scan()))),
    );
    const refused = answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refused).toHaveLength(7);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'upload.refused' });
    const [{ count } = { count: 0 }] = await services.sql<{ count: number }>(
      'select count(*)::int as count from attachment where request_id = $1',
      [id],
    );
    expect(count).toBe(40);
  });

  test('a file made in a visit is of a visit of that request, or is not kept', async () => {
    const { id } = await services.send(services.cardio);
    const [own, elsewhere] = [await visitOf(id), await visitOf(requestId)];
    const before = (await onDisk()).length;
    for (const visitId of [elsewhere, randomUUID()]) {
      const added = attachments.add(gp, id, file({ visitId }), streamOf(scan()));
      await expect(added).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await onDisk()).length).toBe(before);
    expect(await attachments.add(gp, id, file({ visitId: own }), streamOf(scan()))).toMatchObject({ visitId: own });
  });

  test('a hostile file leaves neither a row nor a byte', async () => {
    const [rows] = await services.sql<{ count: number }>('select count(*)::int as count from attachment');
    const before = await onDisk();
    for (const { name, type, bytes } of HOSTILE_UPLOADS.slice(0, 12))
      await expect(attachments.add(gp, requestId, file({ name, mime: type }), streamOf(bytes))).rejects.toMatchObject({
        code: 'upload.refused',
      });
    expect(await onDisk()).toEqual(before);
    expect(await services.sql('select count(*)::int as count from attachment')).toEqual([rows]);
  });

  test('a file touched on the disk, or moved to the place of another, is not given', async () => {
    const one = await attachments.add(gp, requestId, file(), streamOf(scan()));
    const two = await attachments.add(gp, requestId, file({ name: 'b.pdf', mime: 'application/pdf' }), streamOf(pdf()));
    const pathOf = async (id: string): Promise<string> => {
      const [row] = await services.sql<{ name: string }>(
        `select encode(sha256, 'hex') as name from attachment where id = $1`,
        [id],
      );
      return (await onDisk()).find((path) => path.endsWith(row?.name ?? '-')) ?? '';
    };
    const [first, second] = [await pathOf(one.id), await pathOf(two.id)];
    await services.sql('update attachment set sha256 = (select sha256 from attachment where id = $2) where id = $1', [
      one.id,
      two.id,
    ]);
    await expect(attachments.read(gp, one.id)).rejects.toThrow();
    const bytes = await readFile(second);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(second, bytes);
    await expect(attachments.read(gp, two.id)).rejects.toThrow('altered');
    expect(first).not.toBe(second);
  });

  test('nothing is added to a closed request; what it holds is still read', async () => {
    const { id } = await services.send(services.cardio);
    const added = await attachments.add(gp, id, file(), streamOf(scan()));
    await services.sql(
      `update request set state = 'cancelled', next_action = 'none', closed_at = now(), owner_kind = null, owner_id = null where id = $1`,
      [id],
    );
    const late = attachments.add(gp, id, file(), streamOf(scan()));
    await expect(late).rejects.toMatchObject({ code: 'request.move-not-allowed' });
    const { items, mayAdd } = await attachments.listFor(gp, id);
    expect([items.map((item) => item.id), mayAdd]).toEqual([[added.id], false]);
    expect((await attachments.read(gp, added.id)).bytes.equals(scan())).toBe(true);
  });

  test('the forty-first file is refused', async () => {
    const { id } = await services.send(services.cardio);
    for (let count = 0; count < 40; count += 1) await attachments.add(gp, id, file(), streamOf(png()));
    const full = attachments.add(gp, id, file(), streamOf(png()));
    await expect(full).rejects.toMatchObject({ code: 'upload.refused', errors: [{ code: 'too_many' }] });
  });
});
