// Guards, wrappers and controllers as TypeScript projects write them.
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { HttpCode } from './shared/app-error';

const router = express.Router();

type AsyncHandler = (req: Request, res: Response, next: NextFunction) => Promise<unknown>;
const wrap =
  (handler: AsyncHandler): RequestHandler =>
  (req, res, next) => {
    handler(req, res, next).catch(next);
  };

class HttpException extends Error {
  public status: number;
  public message: string;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
    this.message = message;
  }
}

class EntityNotFound extends HttpException {
  constructor(
    public readonly entity: string,
    id: string,
  ) {
    super(404, `${entity} ${id} not found`);
  }
}

class UserService {
  private readonly users = [{ id: '1' }];

  public async findById(id: string): Promise<{ id: string }> {
    const found = this.users.find((user) => user.id === id);
    if (!found) throw new HttpException(409, "User doesn't exist"); // answers service-throws
    return found;
  }

  public async remove(id: string): Promise<boolean> {
    return this.users.some((user) => user.id === id);
  }
}

class UserController {
  private readonly service: UserService;

  constructor(service: UserService) {
    this.service = service;
    this.remove = this.remove.bind(this);
  }

  public getById = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    try {
      const user = await this.service.findById(String(req.params.id));
      res.status(200).json({ data: user, message: 'findOne' }); // answers controller-finds
    } catch (error) {
      next(error);
    }
  };

  public async remove(req: Request, res: Response): Promise<void> {
    const removed = await this.service.remove(String(req.params.id));
    if (!removed) throw new EntityNotFound('User', String(req.params.id)); // answers controller-bound
    res.status(HttpCode.OK).json({ removed });
  }

  public static readonly ping: RequestHandler = (_req, res) => {
    res.status(HttpCode.OK).send('pong'); // answers static-field
  };

  private refuse(res: Response, why: string, code: HttpCode = HttpCode.BAD_REQUEST): Response {
    return res.status(code).json({ why });
  }

  public check = (req: Request, res: Response): Response | undefined => {
    if (!req.query.name) return this.refuse(res, 'name'); // answers private-default
    if (req.query.name === 'root') return this.refuse(res, 'name', HttpCode.FORBIDDEN); // answers private-given
    return res.json({});
  };
}

const users = new UserController(new UserService());

// case controller-finds: GET /users/1
// case service-throws: GET /users/2
router.get('/users/:id', users.getById);
// case controller-bound: DELETE /users/2
router.delete('/users/:id', wrap(users.remove));
// case static-field: GET /ping
router.get('/ping', UserController.ping);
// case private-default: GET /check
// case private-given: GET /check?name=root
router.get('/check', users.check);

const requireRole =
  (...roles: string[]): RequestHandler =>
  (req, res, next) => {
    const role = req.query.role as string | undefined;
    if (!role) {
      res.status(401).json({ error: 'Log in' }); // answers role-missing
      return;
    }
    if (!roles.includes(role)) return void res.status(403).json({ error: 'No' }); // answers role-refused
    next();
  };

// case role-missing: GET /admin
// case role-refused: GET /admin?role=guest
// case role-fits: GET /admin?role=admin
router.get('/admin', requireRole('admin'), (_req, res) => void res.status(204).end()); // answers role-fits

interface Routed {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: RequestHandler;
}

const routes: readonly Routed[] = [
  { method: 'get', path: '/table', handler: (_req, res) => void res.status(203).json({}) }, // answers route-table
  {
    method: 'post',
    path: '/table',
    handler: (_req, res) => {
      res.status(201).json({}); // answers route-table-post
    },
  },
];
for (const { method, path, handler } of routes) router[method](path, handler);
// case route-table: GET /table
// case route-table-post: POST /table {}

function assertDefined<T>(value: T | undefined, what: string): asserts value is T {
  if (value === undefined) throw new EntityNotFound(what, '?'); // answers asserted
}

// case asserted: GET /asserted
router.get('/asserted', (req, res) => {
  const id = req.query.id as string | undefined;
  assertDefined(id, 'Thing');
  res.json({ id });
});

function fail(status: number, message: string): never {
  throw new HttpException(status, message);
}

// case never-returns: GET /never-returns
router.get('/never-returns', (req, res) => {
  const id = req.query.id ?? fail(428, 'id'); // answers never-returns
  res.json({ id });
});

function ensure(condition: unknown, status: number, message: string): asserts condition {
  if (!condition) throw new HttpException(status, message);
}

// case ensured: GET /ensured
router.get('/ensured', (req, res) => {
  ensure(req.query.id, 412, 'id'); // answers ensured
  res.json({});
});

// case const-status: GET /const-status
router.get('/const-status', (req: Request, res: Response) => {
  const { status, body }: { status: number; body: object } = req.query.ok
    ? { status: 200, body: {} }
    : { status: 424, body: { error: 'x' } };
  res.status(status).json(body); // answers const-status
});

router.use((error: HttpException, _req: Request, res: Response, next: NextFunction) => {
  try {
    const status: number = error.status || 500;
    const message: string = error.message || 'Something went wrong';
    res.status(status).json({ message });
  } catch (failure) {
    next(failure);
  }
});

export default router;
