import { Controller, ForbiddenException, Get, Inject, Injectable, NotFoundException, UseFilters } from '@nestjs/common';
import { AnswerGone, NoSuchBook } from './shared/filters';

@Injectable()
class BooksService {
  find(id: string) {
    if (id === '2') throw new ForbiddenException(); // answers forbidden-in-service
    if (id !== '1') throw new NotFoundException(); // answers missing-in-service
    return { id };
  }
}

@Controller('books')
class BooksController {
  constructor(@Inject(BooksService) private readonly books: BooksService) {}

  // case missing-in-service: GET /books/missing-in-service
  @Get('missing-in-service')
  missingInService() {
    return this.books.find('3');
  }

  // case forbidden-in-service: GET /books/forbidden-in-service
  @Get('forbidden-in-service')
  forbiddenInService() {
    return this.books.find('2');
  }

  // case of-the-project: GET /books/of-the-project
  @Get('of-the-project')
  ofTheProject() {
    throw new NoSuchBook(); // answers of-the-project
  }

  // case unexpected: GET /books/unexpected
  @Get('unexpected')
  unexpected() {
    throw new Error('Oh no'); // answers unexpected
  }

  // case nearer: GET /books/nearer
  @Get('nearer')
  @UseFilters(AnswerGone)
  nearer() {
    throw new NoSuchBook(); // answers nearer
  }

  // case not-of-its-kind: GET /books/not-of-its-kind
  @Get('not-of-its-kind')
  @UseFilters(AnswerGone)
  notOfItsKind() {
    throw new TypeError('Oh no'); // answers not-of-its-kind
  }
}

export default { controllers: [BooksController], providers: [BooksService] };
