import { ConflictException, Controller, Get, NotFoundException, Post, UseFilters } from '@nestjs/common';
import { AnswerAll, AnswerOutOfStock, OutOfStock, Sold } from './shared/filters';

@Controller('of-class')
@UseFilters(AnswerAll)
class OfClassController {
  // case changed: GET /of-class/changed
  @Get('changed')
  changed() {
    throw new NotFoundException(); // answers changed
  }

  // case kept: GET /of-class/kept
  @Get('kept')
  kept() {
    throw new ConflictException(); // answers kept
  }

  // case unexpected: GET /of-class/unexpected
  @Get('unexpected')
  unexpected() {
    throw new Error('Oh no'); // answers unexpected
  }

  // case nearer: POST /of-class/nearer
  @Post('nearer')
  @UseFilters(AnswerOutOfStock)
  nearer() {
    throw new OutOfStock('2'); // answers nearer
  }

  // case derived: GET /of-class/derived
  @Get('derived')
  @UseFilters(new AnswerOutOfStock())
  derived() {
    throw new Sold('2'); // answers derived
  }

  // case other-class: GET /of-class/other-class
  @Get('other-class')
  @UseFilters(AnswerOutOfStock)
  otherClass() {
    throw new NotFoundException(); // answers other-class
  }
}

@Controller('of-method')
class OfMethodController {
  // case last-first: GET /of-method/last-first
  @Get('last-first')
  @UseFilters(AnswerAll, AnswerOutOfStock)
  lastFirst() {
    throw new OutOfStock('2'); // answers last-first
  }

  // case first-last: GET /of-method/first-last
  @Get('first-last')
  @UseFilters(AnswerOutOfStock, AnswerAll)
  firstLast() {
    throw new OutOfStock('2'); // answers first-last
  }

  // case nobody: GET /of-method/nobody
  @Get('nobody')
  @UseFilters(AnswerOutOfStock)
  nobody() {
    throw new NotFoundException(); // answers nobody
  }
}

export default { controllers: [OfClassController, OfMethodController] };
