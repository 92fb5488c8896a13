// Shapes of the widely copied boilerplates: a converter before the error handler, a service layer, schemas that validate.
const express = require('express');
const { StatusCodes } = require('./shared/http-status');
const ApiError = require('./shared/boilerplate-error');
const userService = require('./shared/user-service');

const router = express.Router();

const catchAsync = (fn) => (req, res, next) => {
  Promise.resolve(fn(req, res, next)).catch((err) => next(err));
};

const pick = (object, keys) => Object.fromEntries(keys.filter((key) => key in object).map((key) => [key, object[key]]));

const validate = (schema) => (req, res, next) => {
  const object = pick(req, Object.keys(schema));
  const { value, error } = schema.query.validate(object);
  if (error) {
    const errorMessage = error.details.map((details) => details.message).join(', ');
    return next(new ApiError(StatusCodes.UNPROCESSABLE_ENTITY, errorMessage)); // answers validated
  }
  Object.assign(req, value);
  return next();
};

const verifyCallback = (req, resolve, reject, requiredRights) => async (err, user, info) => {
  if (err || info || !user) {
    return reject(new ApiError(StatusCodes.UNAUTHORIZED, 'Please authenticate')); // answers auth-refuses
  }
  req.user = user;
  if (requiredRights.length && !requiredRights.every((right) => user.rights.includes(right)))
    return reject(new ApiError(StatusCodes.FORBIDDEN, 'Forbidden')); // answers auth-forbids
  resolve();
};

const authenticate = (req, done) =>
  setImmediate(() => done(null, req.query.user && { rights: [req.query.user] }, null));

const auth =
  (...requiredRights) =>
  async (req, res, next) => {
    return new Promise((resolve, reject) => {
      authenticate(req, verifyCallback(req, resolve, reject, requiredRights));
    })
      .then(() => next())
      .catch((err) => next(err));
  };

const schema = {
  query: { validate: ({ query }) => (query.name ? { value: {} } : { error: { details: [{ message: 'name' }] } }) },
};

const createUser = catchAsync(async (req, res) => {
  const user = await userService.createUser(req.body);
  res.status(StatusCodes.CREATED).send(user); // answers service-creates
});

const getUser = catchAsync(async (req, res) => {
  const user = await userService.getUserById(req.params.userId);
  if (!user) {
    throw new ApiError(StatusCodes.NOT_FOUND, 'User not found'); // answers service-misses
  }
  res.send(user); // answers service-finds
});

const deleteUser = catchAsync(async (req, res) => {
  await userService.deleteUserById(req.params.userId);
  res.status(StatusCodes.NO_CONTENT).send(); // answers service-deletes
});

const logout = catchAsync(async (req, res) => {
  const token = await userService.findToken(req.query.token);
  if (!token) throw new ApiError(StatusCodes.GONE, 'Not found', false); // answers not-operational
  res.status(204).send();
});

// case validated: GET /validated
router.get('/validated', validate(schema), (req, res) => res.json({}));
// case auth-refuses: GET /secret
// case auth-forbids: GET /secret?user=read
// case auth-passes: GET /secret?user=write
router.route('/secret').get(auth('write'), (req, res) => {
  res.status(206).json({}); // answers auth-passes
});
// case service-creates: POST /users {"email":"a"}
router.post('/users', createUser);
// case service-finds: GET /users/1
// case service-misses: GET /users/2
// case service-deletes: DELETE /users/1
router.route('/users/:userId').get(getUser).delete(deleteUser);
// case not-operational: POST /logout {}
router.post('/logout', logout);

// case unforeseen: GET /unforeseen
router.get(
  '/unforeseen',
  catchAsync(async (req, res) => {
    const config = undefined;
    res.status(config.status).json({}); // answers unforeseen
  }),
);

// case unknown-route: GET /unknown
router.use((req, res, next) => {
  next(new ApiError(StatusCodes.NOT_FOUND, 'Not found')); // answers unknown-route
});

router.use((err, req, res, next) => {
  let error = err;
  if (!(error instanceof ApiError)) {
    const statusCode = error.statusCode ? 400 : StatusCodes.INTERNAL_SERVER_ERROR;
    error = new ApiError(statusCode, error.message, false, err.stack);
  }
  next(error);
});

router.use((err, req, res, next) => {
  let { statusCode, message } = err;
  if (process.env.NODE_ENV === 'production' && !err.isOperational) {
    statusCode = StatusCodes.INTERNAL_SERVER_ERROR;
    message = 'Internal';
  }
  res.locals.errorMessage = err.message;
  const response = { code: statusCode, message };
  res.status(statusCode).send(response);
});

module.exports = router;
