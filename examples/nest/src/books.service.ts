import { Injectable } from '@nestjs/common';

export interface Book {
  readonly isbn: string;
  readonly title: string;
}

/** Keeps the books in memory. */
@Injectable()
export class BooksService {
  private readonly books = new Map<string, Book>([['1', { isbn: '1', title: 'A Room with a View' }]]);

  list(): readonly Book[] {
    return [...this.books.values()];
  }

  findOne(isbn: string): Book | undefined {
    return this.books.get(isbn);
  }

  create(book: Book): Book {
    this.books.set(book.isbn, book);
    return book;
  }

  remove(isbn: string): boolean {
    return this.books.delete(isbn);
  }
}
