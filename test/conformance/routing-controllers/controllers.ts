import 'reflect-metadata';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpError,
  JsonController,
  NotFoundError,
  Param,
  Post,
  Res,
  UnauthorizedError,
} from 'routing-controllers';

class LockedError extends HttpError {
  constructor() {
    super(423, 'locked');
  }
}

@JsonController('/items')
class ItemsController {
  // case found: GET /items/1
  // case missing: GET /items/2
  @Get('/:id')
  find(@Param('id') id: string) {
    if (id !== '1') throw new NotFoundError('No such item'); // answers missing
    return { id }; // answers found
  }

  // case post: POST /items/post {}
  @Post('/post')
  post(@Body() body: object) {
    return body; // answers post
  }

  // case created: POST /items/created {}
  @HttpCode(201)
  @Post('/created')
  created() {
    return { id: 1 }; // answers created
  }

  // case conflict: POST /items/conflict {}
  @Post('/conflict')
  conflict() {
    throw new HttpError(409, 'taken'); // answers conflict
  }

  // case own: POST /items/own {}
  @Post('/own')
  own() {
    throw new LockedError(); // answers own
  }

  // case later: POST /items/later {}
  @Post('/later')
  async later() {
    await Promise.resolve();
    throw new UnauthorizedError(); // answers later
  }

  // case nothing: DELETE /items/nothing
  @Delete('/nothing')
  nothing() {} // answers nothing

  // case null: DELETE /items/null
  @Delete('/null')
  none() {
    return null; // answers null
  }
}

@Controller('/raw')
class RawController {
  // case raw: GET /raw/raw
  @Get('/raw')
  raw(@Res() response: any) {
    return response.status(202).send('later'); // answers raw
  }

  // case text: GET /raw/text
  @Get('/text')
  text() {
    return 'text'; // answers text
  }

  // case thrown: GET /raw/thrown
  @Get('/thrown')
  async thrown() {
    throw new GoneError(); // answers thrown
  }
}

class GoneError extends HttpError {
  constructor() {
    super(410);
  }
}

export default [ItemsController, RawController];
