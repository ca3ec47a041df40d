import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import {
  AuditTrail,
  ChainCheckView,
  ChainState,
  ChainStateView,
  ReviewDto,
  Reviews,
  ReviewsView,
  TrailFiltersView,
  TrailPageView,
  TrailPatientDto,
  TrailPatientView,
  TrailQueryDto,
} from '#reporting';

/** The trail of one ESS: its DPO reads it, whole or by filters; each look is a line of the trail. */
@ApiTags('audit')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/audit')
export class AuditController {
  constructor(
    private readonly trail: AuditTrail,
    private readonly chain: ChainState,
    private readonly reviews: Reviews,
  ) {}

  /** Fifty lines, newest first. */
  @Allow('audit.read')
  @Get()
  page(@CurrentMember() member: Member, @Query() query: TrailQueryDto): Promise<TrailPageView> {
    return this.trail.page(member, query);
  }

  @Allow('audit.read')
  @Get('filters')
  filters(@CurrentMember() member: Member): Promise<TrailFiltersView> {
    return this.trail.filters(member);
  }

  /** A name never sits in a URL: the filter then takes the id. */
  @Allow('audit.read')
  @Post('patients')
  @HttpCode(200)
  patients(@CurrentMember() member: Member, @Body() body: TrailPatientDto): Promise<TrailPatientView[]> {
    return this.trail.findPatient(member, body);
  }

  @Allow('audit.read')
  @Get('state')
  state(@CurrentMember() member: Member): Promise<ChainStateView> {
    return this.chain.state(member);
  }

  /** Walks the whole chain, as `guichet audit verify` does. */
  @Allow('audit.read')
  @Post('verify')
  @HttpCode(200)
  verify(@CurrentMember() member: Member): Promise<ChainCheckView> {
    return this.chain.verify(member);
  }

  /** « Accès à revoir ». */
  @Allow('access.review')
  @Get('reviews')
  toReview(@CurrentMember() member: Member): Promise<ReviewsView> {
    return this.reviews.list(member);
  }

  @Allow('access.review')
  @Post('reviews')
  @HttpCode(204)
  review(@CurrentMember() member: Member, @Body() body: ReviewDto): Promise<void> {
    return this.reviews.review(member, body);
  }
}
