import {
  Controller,
  ForbiddenException,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { LoansService } from './loans.service.ts';

@Controller('loans')
export class LoansController {
  private readonly loans: LoansService;
  constructor(@Inject(LoansService) loans: LoansService) {
    this.loans = loans;
  }

  @Get()
  list(@Req() request: Request) {
    const token = request.headers.authorization;
    // Right: nobody is known yet.
    if (!token) throw new UnauthorizedException();
    return [];
  }

  @Post(':isbn')
  lend(@Param('isbn') isbn: string) {
    return this.loans.lend(isbn);
  }

  // Right: the method sends, and the decorator says with which status.
  @Post(':isbn/reminders')
  @HttpCode(202)
  remind(@Res() response: Response) {
    response.json({ queued: true });
  }
}

@Controller('legacy/loans')
export class LegacyLoansController {
  private readonly loans: LoansService;
  constructor(@Inject(LoansService) loans: LoansService) {
    this.loans = loans;
  }

  @Get()
  list(@Req() request: Request) {
    const token = request.headers.authorization;
    // Mistake: nobody is known, so nobody can be forbidden anything. (rule: no-unauthorized-forbidden-mixup)
    if (!token) throw new ForbiddenException();
    return [];
  }

  @Post(':isbn')
  lend(@Param('isbn') isbn: string) {
    return this.loans.lendAsBefore(isbn);
  }

  @Post(':isbn/reminders')
  // Mistake: the method sets another status, so nobody receives this one. (rule: no-ignored-status)
  @HttpCode(202)
  remind(@Res() response: Response) {
    response.status(200).json({ queued: true });
  }
}
