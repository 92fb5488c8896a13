// Answers that travel through objects: responses that send themselves, services that tell a status, adapters of controllers.
const express = require('express');
const { ApiResponse, Created, ServiceResponse, handleServiceResponse } = require('./shared/reply-object');

const router = express.Router();

// case sends-itself: GET /sends-itself
router.get('/sends-itself', (req, res) => {
  new ApiResponse(203, { ok: true }).send(res); // answers sends-itself
});

// case sends-itself-derived: POST /sends-itself {}
router.post('/sends-itself', (req, res) => {
  return new Created('Made', { id: 1 }).send(res); // answers sends-itself-derived
});

// case as-json: GET /as-json
router.get('/as-json', (req, res) => {
  return res.status(206).json(new ApiResponse(206, {}, 'Some')); // answers as-json
});

// case status-of-object: GET /status-of-object
router.get('/status-of-object', (req, res) => {
  const response = new ApiResponse(226, {});
  res.status(response.statusCode).json(response); // answers status-of-object
});

// case service-response: GET /service-response
router.get('/service-response', async (req, res) => {
  const serviceResponse = await findThing(req.query.id);
  return handleServiceResponse(serviceResponse, res); // answers service-response
});

async function findThing(id) {
  if (!id) return ServiceResponse.failure('No such thing', null, 404);
  return ServiceResponse.success('Found', { id }, 404);
}

class BaseController {
  ok(res, dto) {
    return dto ? res.status(200).json(dto) : res.sendStatus(200);
  }

  clientError(res, message) {
    return BaseController.jsonResponse(res, 400, message ?? 'Unauthorized');
  }

  fail(res, error) {
    return res.status(500).json({ message: error.toString() });
  }

  static jsonResponse(res, code, message) {
    return res.status(code).json({ message });
  }

  async execute(req, res) {
    try {
      await this.executeImpl(req, res);
    } catch (err) {
      this.fail(res, 'An unexpected error occurred');
    }
  }
}

class CreateThing extends BaseController {
  async executeImpl(req, res) {
    if (!req.body.name) return this.clientError(res, 'name'); // answers base-refuses
    if (req.body.name === 'taken') return BaseController.jsonResponse(res, 409, 'taken'); // answers base-static
    return this.ok(res, { name: req.body.name }); // answers base-ok
  }
}

const createThing = new CreateThing();
// case base-ok: POST /things {"name":"a"}
// case base-refuses: POST /things {}
// case base-static: POST /things {"name":"taken"}
router.post('/things', (req, res) => createThing.execute(req, res));

// Controllers that know nothing of Express, and the adapter that answers for them.
const notFound = (error) => ({ statusCode: 404, body: { error } });
const okay = (data) => ({ statusCode: 202, body: data });

class LoadThing {
  async handle({ id }) {
    if (id !== '1') return notFound('No such thing'); // answers adapted-misses
    return okay({ id }); // answers adapted-finds
  }
}

const adaptRoute = (controller) => async (req, res) => {
  const { statusCode, body } = await controller.handle({ ...req.params, ...req.query });
  res.status(statusCode).json(statusCode >= 200 && statusCode <= 299 ? body : { error: body.error });
};

// case adapted-finds: GET /adapted/1
// case adapted-misses: GET /adapted/2
router.get('/adapted/:id', adaptRoute(new LoadThing()));

// case either-left: GET /either
// case either-right: GET /either?name=a
router.get('/either', async (req, res) => {
  const result = await rename(req.query.name);
  if (result.isLeft) return res.status(result.value.statusCode).json({ error: result.value.message }); // answers either-left
  return res.json(result.value); // answers either-right
});

async function rename(name) {
  if (!name) return { isLeft: true, value: { statusCode: 422, message: 'name' } };
  return { isLeft: false, value: { name } };
}

// case tuple-fails: GET /tuple
// case tuple-works: GET /tuple?id=1
router.get('/tuple', async (req, res) => {
  const [error, thing] = await to(load(req.query.id));
  if (error) return res.status(503).json({ error: error.message }); // answers tuple-fails
  return res.status(208).json(thing); // answers tuple-works
});

const to = (promise) => promise.then((data) => [null, data]).catch((error) => [error]);

async function load(id) {
  if (!id) throw new Error('id');
  return { id };
}

// case by-type: GET /by-type?of=conflict
router.get('/by-type', async (req, res) => {
  const outcome = { type: req.query.of };
  switch (outcome.type) {
    case 'ok':
      return res.status(200).json(outcome);
    case 'conflict':
      return res.status(409).json(outcome); // answers by-type
    default:
      return res.status(500).json(outcome);
  }
});

// case token-helper: POST /login {}
router.post('/login', (req, res) => {
  sendToken({ getToken: () => 't' }, 201, res); // answers token-helper
});

const sendToken = (user, statusCode, res) => {
  const token = user.getToken();
  const options = { httpOnly: true };
  res.status(statusCode).cookie('token', token, options).json({ success: true, user, token });
};

// case set-then-json: GET /set-then-json
router.get('/set-then-json', (req, res) => {
  const statusCode = req.query.id ? 200 : 400;
  const body = { statusCode, data: null };
  res.status(body.statusCode).json(body); // answers set-then-json
});

module.exports = router;
