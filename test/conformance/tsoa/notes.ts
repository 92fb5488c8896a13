import { Body, Controller, Delete, Get, Patch, Path, Post, Put, Query, Route, SuccessResponse } from 'tsoa';
import { ApiError, NotFoundError } from './shared/errors';

interface Note {
  id: string;
  text?: string;
}

@Route('notes')
export class NotesController extends Controller {
  // case listed: GET /all
  @Get('all')
  public async list(): Promise<Note[]> {
    return []; // answers listed
  }

  // case found: GET /one/1
  // case missing: GET /one/9
  // case teapot: GET /one/tea
  @Get('one/{id}')
  public async read(@Path() id: string): Promise<Note> {
    if (id === '9') throw new NotFoundError('note'); // answers missing
    if (id === 'tea') {
      this.setStatus(418);
      return { id }; // answers teapot
    }
    return { id }; // answers found
  }

  // case made: POST /one {"id":"2"}
  @Post('one')
  public async create(@Body() note: Note): Promise<Note> {
    this.setStatus(201);
    return note; // answers made
  }

  // case declared: PUT /one {"id":"2"}
  @SuccessResponse('202', 'Accepted')
  @Put('one')
  public async replace(@Body() note: Note): Promise<Note> {
    return note; // answers declared
  }

  // case overridden: PATCH /one {"id":"2"}
  @SuccessResponse(202)
  @Patch('one')
  public async change(@Body() note: Note): Promise<Note> {
    this.setStatus(203);
    return note; // answers overridden
  }

  // case nothing: DELETE /one/1
  @Delete('one/{id}')
  public async remove(@Path() id: string): Promise<void> {
    // answers nothing
    console.info(id);
  }

  // case nothing-with-status: DELETE /all
  @Delete('all')
  public async removeAll(): Promise<void> {
    // answers nothing-with-status
    this.setStatus(205);
  }

  // case null: GET /null
  @Get('null')
  public async nothing(): Promise<null> {
    return null; // answers null
  }

  // case thrown: GET /thrown
  @Get('thrown')
  public async fail(): Promise<Note> {
    throw new Error('broken'); // answers thrown
  }

  // case own-status: GET /own
  @Get('own')
  public async refuse(@Query() code?: number): Promise<Note> {
    throw new ApiError(409, `taken ${code}`); // answers own-status
  }

  // case refused: GET /refused
  @Get('refused')
  public async either(@Query() key?: string): Promise<{ error: string }> {
    if (!key) {
      this.setStatus(401);
      return { error: 'Who are you?' }; // answers refused
    }
    this.setStatus(200);
    return { error: '' };
  }
}
