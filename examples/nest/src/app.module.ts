import { Module } from '@nestjs/common';
import { BooksController, LegacyBooksController } from './books.controller.ts';
import { BooksService } from './books.service.ts';
import { LegacyLoansController, LoansController } from './loans.controller.ts';
import { LoansService } from './loans.service.ts';

@Module({
  controllers: [BooksController, LegacyBooksController, LoansController, LegacyLoansController],
  providers: [BooksService, LoansService],
})
export class AppModule {}
