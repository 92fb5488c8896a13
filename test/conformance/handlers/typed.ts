import express, { type NextFunction, type Request, type Response } from 'express';
import { AppError, HttpCode } from './shared/app-error';

const router = express.Router();

enum Code {
  Created = 201,
  Conflict = 409,
}

const TABLE = { missing: 404, gone: 410 } as const;

class ItemController {
  public create = async (req: Request, res: Response): Promise<void> => {
    if (!req.body.name) {
      res.status(HttpCode.BAD_REQUEST).json({ error: 'name' }); // answers typed-bad
      return;
    }
    res.status(Code.Created).json(req.body); // answers typed-created
  };

  public async show(_req: Request, res: Response): Promise<Response> {
    return res.status(TABLE.missing).json({ error: 'No such item' }); // answers typed-table
  }
}

const items = new ItemController();

// case typed-created: POST /items {"name":"x"}
// case typed-bad: POST /items {}
router.post('/items', items.create);
// case typed-table: GET /items/1
router.get('/items/:id', items.show);

// case options-object: GET /options-object
router.get('/options-object', () => {
  throw new AppError({ httpCode: HttpCode.FORBIDDEN, description: 'Not yours' }); // answers options-object
});

// case enum-conflict: PUT /items/1
router.put('/items/:id', (_req: Request, res: Response) => {
  res.sendStatus(Code.Conflict); // answers enum-conflict
});

// case parameter-property: GET /parameter-property
router.get('/parameter-property', (_req: Request, _res: Response, next: NextFunction) => {
  next(new Teapot('short')); // answers parameter-property
});

class Teapot extends Error {
  readonly status: number = 418;
}

// case cast: GET /cast
router.get('/cast', (_req, res) => {
  (res as Response).status(451 as number).end(); // answers cast
});

router.use((error: AppError & { status?: number }, _req: Request, res: Response, _next: NextFunction) => {
  res.status(error.httpCode ?? error.status ?? 500).json({ error: error.message });
});

export default router;
