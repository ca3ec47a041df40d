import { Readable } from 'node:stream';
import { Body, Controller, Get, Headers, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentMember } from '#accounts';
import { DomainError } from '#contracts';
import type { Member } from '#directory';
import { ATTACHMENT_KINDS, Attachments, AttachmentsView, AttachmentView } from '#requests';
import { answeredAfter } from '../http/octet-stream.ts';
import { isUuid, UuidPipe } from './uuid.pipe.ts';

const FILE_SCHEMA = { type: 'string', format: 'binary' } as const;

@ApiTags('attachments')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess')
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  /** One file as raw bytes; its name travels in a header, never in the address. */
  @Allow('attachment.write')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: FILE_SCHEMA })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'id of the file, made by the client (UUID)' })
  @ApiHeader({ name: 'X-File-Name', required: true, description: 'percent-encoded UTF-8' })
  @ApiHeader({ name: 'X-File-Type', required: true, description: 'application/pdf, image/jpeg or image/png' })
  @ApiHeader({ name: 'X-File-Kind', required: true, description: ATTACHMENT_KINDS.join(', ') })
  @ApiHeader({ name: 'X-Visit-Id', required: false, description: 'the visit it was made in (UUID)' })
  @Post('requests/:id/attachments')
  add(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
  ): Promise<AttachmentView> {
    const stream = streamOf(body, headers['content-length']);
    const file = {
      id: uuidOf(headers['idempotency-key'], 'Idempotency-Key'),
      name: decoded(headers['x-file-name']),
      mime: headers['x-file-type'] ?? '',
      kind: kindOf(headers['x-file-kind']),
      visitId: headers['x-visit-id'] ? uuidOf(headers['x-visit-id'], 'X-Visit-Id') : null,
      declaredBytes: Number(headers['content-length'] ?? 0) || 0,
    };
    return answeredAfter(stream, this.attachments.add(member, id, file, stream));
  }

  @Allow('attachment.read')
  @Get('requests/:id/attachments')
  list(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<AttachmentsView> {
    return this.attachments.listFor(member, id);
  }

  /** Always given as a download, in a box where nothing runs; screens show it from memory. */
  @Allow('attachment.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: FILE_SCHEMA })
  @Get('attachments/:id')
  async file(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, mime, bytes } = await this.attachments.read(member, id);
    void reply.headers({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    return new StreamableFile(bytes, { type: mime, disposition: dispositionOf(name), length: bytes.length });
  }
}

/** A body of length zero is not parsed at all: it is an empty file. */
function streamOf(body: unknown, length: string | undefined): Readable {
  if (body instanceof Readable) return body;
  if (length === '0') return Readable.from([]);
  throw malformed('body');
}

const malformed = (field: string): DomainError =>
  new DomainError('input.invalid', 'Cet envoi n’a pas la forme attendue. Rechargez la page, puis ajoutez le fichier.', {
    errors: [{ field, code: 'shape', message: 'Cette valeur n’a pas la forme attendue.' }],
  });

function uuidOf(value: string | undefined, field: string): string {
  if (!value || !isUuid(value)) throw malformed(field);
  return value.toLowerCase();
}

function kindOf(value: string | undefined): (typeof ATTACHMENT_KINDS)[number] {
  const kind = ATTACHMENT_KINDS.find((known) => known === value);
  if (!kind) throw malformed('X-File-Kind');
  return kind;
}

function decoded(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    throw malformed('X-File-Name');
  }
}

/** RFC 6266: a plain name for old readers, the true one in UTF-8. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
