import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
} from '@nestjs/common';
import { type Book, BooksService } from './books.service.ts';

@Controller('books')
export class BooksController {
  private readonly books: BooksService;
  constructor(@Inject(BooksService) books: BooksService) {
    this.books = books;
  }

  // Right: a list that is read, with 200.
  @Get()
  list() {
    return this.books.list();
  }

  @Get(':isbn')
  find(@Param('isbn') isbn: string) {
    const book = this.books.findOne(isbn);
    // Right: the exception is thrown, so it is the answer.
    if (!book) throw new NotFoundException('No such book');
    return book;
  }

  @Get(':isbn/title')
  title(@Param('isbn') isbn: string) {
    const book = this.books.findOne(isbn);
    // Right: the status says what the body would only tell.
    if (!book) throw new NotFoundException('No such book');
    return { title: book.title };
  }

  @Post()
  add(@Body() body: Book) {
    const existing = this.books.findOne(body.isbn);
    // Right: a duplicate is a conflict, and a new book is answered with 201.
    if (existing) throw new ConflictException('The book is there already');
    return this.books.create(body);
  }

  // Right: 204 and nothing to say.
  @Delete(':isbn')
  @HttpCode(204)
  remove(@Param('isbn') isbn: string) {
    if (!this.books.remove(isbn)) throw new NotFoundException('No such book');
  }
}

@Controller('legacy/books')
export class LegacyBooksController {
  private readonly books: BooksService;
  constructor(@Inject(BooksService) books: BooksService) {
    this.books = books;
  }

  @Get()
  // Mistake: nothing is created by a GET. (rule: no-created-without-creation)
  @HttpCode(201)
  list() {
    return this.books.list();
  }

  @Get(':isbn')
  find(@Param('isbn') isbn: string) {
    const book = this.books.findOne(isbn);
    // Mistake: the exception is given back, so it is sent as the body of a 200. (rule: no-ignored-status)
    if (!book) return new NotFoundException('No such book');
    return book;
  }

  @Get(':isbn/title')
  title(@Param('isbn') isbn: string) {
    const book = this.books.findOne(isbn);
    // Mistake: the status stands in the body only. (rule: no-ignored-status)
    if (!book) return { statusCode: 404, message: 'No such book' };
    return { title: book.title };
  }

  @Get(':isbn/copies')
  copies(@Param('isbn') isbn: string) {
    const book = this.books.findOne(isbn);
    // Mistake: the book of the address is missing, and nothing is malformed. (rule: prefer-not-found-for-missing)
    if (!book) throw new BadRequestException('No such book');
    return { copies: 1 };
  }

  @Post()
  add(@Body() body: Book) {
    const existing = this.books.findOne(body.isbn);
    // Mistake: a duplicate is no malformed request. (rule: prefer-conflict-for-duplicate)
    if (existing) throw new BadRequestException('The book is there already');
    return this.books.create(body);
  }

  @Delete(':isbn')
  @HttpCode(204)
  remove(@Param('isbn') isbn: string) {
    this.books.remove(isbn);
    // Mistake: a body that 204 never carries. (rule: no-body-with-bodyless-status)
    return { removed: true };
  }
}
