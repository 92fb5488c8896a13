import { BadGatewayException, HttpException, Injectable, InternalServerErrorException } from '@nestjs/common';

/** Asks another library whether it lends a book. */
@Injectable()
export class LoansService {
  async lend(isbn: string): Promise<string> {
    try {
      // Right: what is thrown on purpose is thrown again below.
      if (!(await this.ask(isbn))) throw new BadGatewayException('The other library is closed');
      return 'lent';
    } catch (error) {
      if (error instanceof HttpException) throw error;
      throw new InternalServerErrorException();
    }
  }

  async lendAsBefore(isbn: string): Promise<string> {
    try {
      // Mistake: the catch of this method answers 500 for it. (rule: no-ignored-status)
      if (!(await this.ask(isbn))) throw new BadGatewayException('The other library is closed');
      return 'lent';
    } catch (error) {
      console.error(error);
      throw new InternalServerErrorException();
    }
  }

  /** The other library never lends the book 0. */
  private async ask(isbn: string): Promise<boolean> {
    return isbn !== '0';
  }
}
